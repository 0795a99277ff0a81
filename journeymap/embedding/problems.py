"""Why a journey cannot be shown in a page: in lines for a log, and as a box in the page itself."""

import re
from html import escape

from journeymap.diagnostics import Diagnostic
from journeymap.named_tuples import NamedTuple
from journeymap.reporting.safety import safe
from journeymap.source import Span

TITLE = "This journey cannot be shown"
MOST_SHOWN = 5


class Problem(NamedTuple):
    """One thing that is wrong: what, at ``path:line:column`` where that is known, and what to do."""

    message: str
    place: str = ""
    help: str = ""

    @property
    def line(self) -> str:
        """The problem on one line, as programs print it; nothing in it acts on a terminal."""
        words = f"{self.place}: {self.message}" if self.place else self.message
        return safe(f"{words}; {self.help}" if self.help else words)


class NotShown(Exception):  # noqa: N818 - named for what happened
    """A wish that cannot be met, for one reason or several; ``more`` are left unsaid."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems[:MOST_SHOWN]
        self.more = len(problems) - len(self.problems)
        super().__init__("\n".join(self.lines))

    @property
    def lines(self) -> tuple[str, ...]:
        """The reasons, one a line, and how many more there are."""
        more = (f"{self.more} more: `journeymap check` shows all",) if self.more else ()
        return (*(problem.line for problem in self.problems), *more)

    def at(self, place: str) -> "NotShown":
        """Return the same with a place for what has none."""
        placed = [each if each.place else each._replace(place=place) for each in self.problems]
        again = NotShown(*placed)
        again.more = self.more
        return again


def tell(found: Diagnostic) -> Problem:
    """Return a finding as a problem."""
    return Problem(found.message, place_of(found.primary), found.help[0] if found.help else "")


def place_of(span: Span) -> str:
    """Return where a span begins."""
    return f"{span.file}:{span.start.line}:{span.start.column}"


def write_problem_box(failure: NotShown) -> str:
    """Return the problems as a box: the admonition that themes of documentation know."""
    lines = [f'<p class="admonition-title">{TITLE}</p>']
    for problem in failure.problems:
        place = f"<code>{escape(safe(problem.place))}</code> " if problem.place else ""
        help = f"<br>{_shown(problem.help)}" if problem.help else ""
        lines.append(f"<p>{place}{_shown(problem.message)}{help}</p>")
    if failure.more:
        lines.append(f"<p>{_shown(failure.lines[-1])}</p>")
    return '<div class="admonition danger journeymap-problem">\n' + "\n".join(lines) + "\n</div>"


def _shown(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(safe(text)))

"""What can be read of the workspaces at some paths, for commands that show rather than judge."""

from journeymap.cli.console import Console
from journeymap.cli.loading import load
from journeymap.cli.options import Option, Values
from journeymap.cli.verdict import DONE, FAILED, FOUND, say_nothing_found
from journeymap.compiling import Compilation
from journeymap.diagnostics import Severity
from journeymap.model import Portfolio
from journeymap.model.visibility import visible_to
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.tables.listing import Scope
from journeymap.reporting.terminal.screen import Screen

VISIBILITY = Option(
    ("--visibility",),
    "Who it is for; public leaves out what is internal.",
    choices=("internal", "public"),
    default="internal",
)
EXIT_CODES = """\
Exit codes:
  0     done
  1     a file was left out because it has errors; the rest is shown
  2     wrong usage, a file that cannot be read, or a fault of journeymap's own
  3     no file was found at the paths
  130   interrupted"""


class Gathered(NamedTuple):
    """The workspaces as their audience sees them, and the exit code that reading them has come to.

    ``faulty`` are the files with errors, ``missing`` those of them of which nothing could be built.
    """

    scopes: tuple[Scope, ...]
    code: int = DONE
    faulty: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()


def gather(values: Values, console: Console) -> Gathered:
    """Return what stands at the paths; without scopes there is nothing, and that has been said."""
    loaded = load(values["paths"], console)
    for line in loaded.unread:
        console.complain(line)
    scopes = tuple(
        Scope(visible_to(each.portfolio, values["visibility"]), frozenset(each.asked))
        for each in loaded.compilations
    )
    if not any(scope.files for scope in scopes):
        return Gathered((), FAILED if loaded.unread else say_nothing_found(values, console))
    faulty, missing = set[str](), set[str]()
    for each in loaded.compilations:
        wrong = {found.primary.file for found in each.diagnostics if found.severity is Severity.ERROR}
        faulty |= wrong
        missing |= wrong - list_built(each)
    code = FAILED if loaded.unread else FOUND if missing else DONE
    return Gathered(scopes, code, frozenset(faulty), frozenset(missing))


def tell_errors(gathered: Gathered, console: Console) -> None:
    """Say how many files have errors, and whether some of them were left out."""
    faulty, missing = len(gathered.faulty), len(gathered.missing)
    if not faulty:
        return
    if faulty == 1:
        text = "1 file has errors" + (" and was left out" if missing else "")
    else:
        text = f"{faulty} files have errors" + (f"; {missing} of them left out" if missing else "")
    console.complain(text, "`journeymap check` shows them")


def open_screen(console: Console) -> Screen:
    """Return the screen that stdout is."""
    return Screen(console.style(), getattr(console.streams.stdout, "encoding", None) or "utf-8")


def list_built(compilation: Compilation) -> set[str]:
    """Return the files of which something is in the portfolio."""
    portfolio: Portfolio = compilation.portfolio
    entries = [entry for kind in portfolio.library for entry in kind.values()]
    items = [*portfolio.journeys, *portfolio.personas.values(), *entries]
    return {item.at.file for item in items} | {portfolio.workspace.at.file}

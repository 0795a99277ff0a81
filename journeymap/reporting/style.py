"""How a report may look: its width and whether colour is welcome; the few colours there are."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from journeymap.diagnostics import Severity
from journeymap.named_tuples import NamedTuple

Role: TypeAlias = Literal["plain", "strong", "quiet", "frame", "error", "warning", "info", "good"]
Run: TypeAlias = tuple[Role, str]
"""A stretch of text with the part it plays."""

_CODES: dict[Role, str] = {
    "strong": "1",
    "quiet": "2",
    "frame": "34",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "good": "32",
}


class Style(NamedTuple):
    """The width in columns and whether to use colour."""

    width: int = 80
    color: bool = False

    def paint(self, role: Role, text: str) -> str:
        """Return the text in the colour of its role, or as it is."""
        code = _CODES.get(role) if self.color and text else None
        return f"\x1b[{code}m{text}\x1b[0m" if code else text

    def paint_runs(self, runs: Iterable[Run]) -> str:
        """Return one line of text made of runs, without blanks at its end."""
        joined = list(runs)
        while joined and not joined[-1][1].rstrip():
            joined.pop()
        if joined:
            role, text = joined[-1]
            joined[-1] = (role, text.rstrip())
        return "".join(self.paint(role, text) for role, text in joined)


PLAIN = Style()


def severity_role(severity: Severity) -> Role:
    """Return the role that findings of a severity are painted in."""
    match severity:
        case Severity.ERROR:
            return "error"
        case Severity.WARNING:
            return "warning"
        case Severity.INFO:
            return "info"

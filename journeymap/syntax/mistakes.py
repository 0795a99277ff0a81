"""What is said when the program itself is wrong: a finding like any other, never a traceback."""

from journeymap.diagnostics import Diagnostic
from journeymap.source import SourceFile
from journeymap.syntax.faults import INTERNAL_ERROR


def find_own_mistake(path: str, error: Exception, rule: str = "") -> Diagnostic:
    """Return the finding that this program, not the map, is wrong: with what its authors need to know."""
    doing = f" while it checked `{rule}`" if rule else ""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    module = frame.tb_frame.f_globals.get("__name__", "") if frame is not None else ""
    return INTERNAL_ERROR.found(
        f"journeymap failed by its own fault{doing}: {type(error).__name__} in {module}",
        SourceFile(path, "").span(0, 0),
        notes=("this is a bug, not a mistake in the file",),
        help=("report it, with the file if you can share it",),
        args=(type(error).__name__, module, rule),
    )

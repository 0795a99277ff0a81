"""Customer journey maps as code.

The names below are the public ones; each is loaded from its room when it is first asked for, so that
importing the package is free. Everything else may change without notice.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:  # type checkers take the name at its word, and typing need not be loaded
    from journeymap.checks import Checking
    from journeymap.compiling import Compilation, compile_files
    from journeymap.diagnostics import Diagnostic, Severity, in_order
    from journeymap.model import Journey, Portfolio
    from journeymap.model.paths import Walk, walk_journey
    from journeymap.rendering import FORMS, Rendered, Request
    from journeymap.reporting import REPORTERS, Report
    from journeymap.rules import load_rules
    from journeymap.site import build_site, single_page
    from journeymap.source import Position, SourceFile, Span

_HOMES = {
    "FORMS": "journeymap.rendering",
    "REPORTERS": "journeymap.reporting",
    "Checking": "journeymap.checks",
    "Compilation": "journeymap.compiling",
    "Diagnostic": "journeymap.diagnostics",
    "Journey": "journeymap.model",
    "Portfolio": "journeymap.model",
    "Position": "journeymap.source",
    "Rendered": "journeymap.rendering",
    "Report": "journeymap.reporting",
    "Request": "journeymap.rendering",
    "Severity": "journeymap.diagnostics",
    "SourceFile": "journeymap.source",
    "Span": "journeymap.source",
    "Walk": "journeymap.model.paths",
    "build_site": "journeymap.site",
    "compile_files": "journeymap.compiling",
    "in_order": "journeymap.diagnostics",
    "load_rules": "journeymap.rules",
    "single_page": "journeymap.site",
    "walk_journey": "journeymap.model.paths",
}

__all__ = [
    "FORMS",
    "REPORTERS",
    "Checking",
    "Compilation",
    "Diagnostic",
    "Journey",
    "Portfolio",
    "Position",
    "Rendered",
    "Report",
    "Request",
    "Severity",
    "SourceFile",
    "Span",
    "Walk",
    "__version__",
    "build_site",
    "compile_files",
    "in_order",
    "load_rules",
    "single_page",
    "walk_journey",
]


def __getattr__(name: str) -> object:
    """Return a public name, loaded from its room."""
    if name not in _HOMES:
        raise AttributeError(f"module `journeymap` has no attribute `{name}`")
    from importlib import import_module

    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, loaded or not."""
    return sorted({*globals(), *__all__})

"""One line a finding, for ``grep`` and for editors: ``path:line:column: level[rule] message``."""

from journeymap.diagnostics import Diagnostic
from journeymap.reporting.report import Report
from journeymap.reporting.safety import safe
from journeymap.reporting.style import Style, severity_role


def write_concise(report: Report, style: Style) -> str:
    """Return the findings, one line each."""
    return "".join(_line(diagnostic, style) for diagnostic in report.shown)


def _line(diagnostic: Diagnostic, style: Style) -> str:
    file, start, _ = diagnostic.primary
    level = style.paint(severity_role(diagnostic.severity), diagnostic.severity.word)
    if diagnostic.suppressed_by is not None:
        level = style.paint("quiet", f"suppressed {diagnostic.severity.word}")
    message = safe(diagnostic.message)
    return f"{safe(file)}:{start.line}:{start.column}: {level}[{diagnostic.rule}] {message}\n"

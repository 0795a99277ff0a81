"""What a reporter gets: the findings of one run, the texts they point into, and their sum in words."""

from collections.abc import Mapping
from typing import NamedTuple

from journeymap.diagnostics import Diagnostic, Severity
from journeymap.source import SourceFile


class Report(NamedTuple):
    """The findings of one run in order, the texts by path, and how many files were looked at."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceFile] = {}
    files: int = 0

    def count(self, severity: Severity) -> int:
        """Return how many findings have exactly this severity."""
        return sum(1 for diagnostic in self.diagnostics if diagnostic.severity is severity)


def describe_counts(report: Report) -> str:
    """Return the sum of a run in words, such as ``2 errors, 1 warning in 3 files``."""
    counts = (
        (report.count(Severity.ERROR), "error", "errors"),
        (report.count(Severity.WARNING), "warning", "warnings"),
        (report.count(Severity.INFO), "info", "infos"),
    )
    found = ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts if number)
    return f"{found or 'no problems'} in {report.files} {'file' if report.files == 1 else 'files'}"

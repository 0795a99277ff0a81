"""What a reporter gets: the findings of one run, the texts they point into, and their sum in words."""

from collections.abc import Iterator, Mapping

from journeymap.diagnostics import Diagnostic, Severity, Suppression, in_order
from journeymap.named_tuples import NamedTuple
from journeymap.source import SourceFile


class Report(NamedTuple):
    """The findings of one run in order, the texts by path, and how many files were looked at.

    ``suppressed`` are findings that are counted only, unless they are to be shown as well.
    """

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceFile] = {}
    files: int = 0
    suppressed: tuple[Diagnostic, ...] = ()
    shows_suppressed: bool = False

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """The findings to print, in order."""
        return in_order((*self.diagnostics, *self.suppressed)) if self.shows_suppressed else self.diagnostics

    def count(self, severity: Severity) -> int:
        """Return how many findings have exactly this severity."""
        return sum(1 for diagnostic in self.diagnostics if diagnostic.severity is severity)


def describe_counts(report: Report) -> str:
    """Return the sum of a run in words, such as ``2 errors in 3 files (1 suppressed, 1 fixable)``."""
    counts = (
        (report.count(Severity.ERROR), "error", "errors"),
        (report.count(Severity.WARNING), "warning", "warnings"),
        (report.count(Severity.INFO), "info", "infos"),
    )
    found = ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts if number)
    asides = ", ".join(_describe_asides(report))
    files = f"{report.files} {'file' if report.files == 1 else 'files'}"
    return f"{found or 'no problems'} in {files}{f' ({asides})' if asides else ''}"


def _describe_asides(report: Report) -> Iterator[str]:
    if report.suppressed:
        yield f"{len(report.suppressed)} suppressed"
    fixable = [any(fix.safe for fix in each.fixes) for each in report.diagnostics if each.fixes]
    if any(fixable):
        yield f"{sum(fixable)} fixable"
    if not all(fixable):
        word = "more" if any(fixable) else "fixable"
        yield f"{len(fixable) - sum(fixable)} {word} with --unsafe-fixes"


def describe_suppression(suppression: Suppression) -> str:
    """Return what silences a finding, and why, in words."""
    file, start, _ = suppression.span
    where = f"{file}:{start.line}:{start.column}"
    if suppression.kind == "baseline":
        return f"known from the baseline ({where})"
    return f"{suppression.reason or 'no reason given'} (comment at {where})"

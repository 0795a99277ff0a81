"""The reports of ``check``: what was found, in each format that is asked for."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.options import UsageError, Values
from journeymap.cli.reports import (
    STDOUT,
    ReportFile,
    choose_reports,
    deliver_reports,
    note_counts,
    write_for_ci,
)
from journeymap.cli.verdict import write_report
from journeymap.reporting import CI_REPORTERS, PLAIN, REPORTERS, Report

if TYPE_CHECKING:
    from journeymap.cli.loading import Loaded
    from journeymap.diagnostics import Fault
    from journeymap.reporting.notices import NoticeReport


def choose_check_reports(values: Values, console: Console) -> tuple[ReportFile, ...]:
    """Return the reports that a check is to write."""
    if values["diff"] and values["output"]:
        raise UsageError("`--diff` shows what would change and writes no report", "leave `-o` out")
    formats = (*REPORTERS, *CI_REPORTERS)
    return choose_reports(values["output"], values["output_format"], formats, console, default="full")


def write_check_reports(
    loaded: "Loaded",
    report: Report,
    reports: Sequence[ReportFile],
    console: Console,
    *,
    allow_empty: bool = False,
    aside: bool = False,
) -> int:
    """Write the reports of a check, its one for standard output aside if need be; return how that went.

    A check of nothing writes no file: an empty report would say that everything was mended.
    """
    if not report.files and not allow_empty:
        reports = [each for each in reports if each.path == STDOUT]

    @cache
    def notices() -> "NoticeReport":
        return build_notices(loaded, report, console)

    def write(format: str) -> str:
        if format in REPORTERS:
            return REPORTERS[format](report, PLAIN)
        return write_for_ci(format, notices, lambda: REPORTERS["full"](report, PLAIN))

    # What people read on a terminal has its width and its colours; all else is the same everywhere.
    shown = [each for each in reports if each.path == STDOUT and each.format in REPORTERS]
    texts = [(each, write(each.format)) for each in reports if each not in shown]
    code = deliver_reports(texts, console, aside=aside)
    for each in shown:
        write_report(report, each.format, console, aside=aside)
    note_counts(reports, notices, console)
    return code


def build_notices(loaded: "Loaded", report: Report, console: Console) -> "NoticeReport":
    """Return what was found as notices, at the paths that the files have in their repository."""
    from journeymap.cli.repositories import locate_in_repository
    from journeymap.reporting.notices import notices_of_report

    asked = {path for compilation in loaded.compilations for path in compilation.asked}
    locate = locate_in_repository(console)
    whole = not loaded.unread
    return notices_of_report(report, find_rule=_find_rule, looked_at=asked, locate=locate, whole=whole)


def _find_rule(name: str) -> "Fault | None":
    from journeymap.rules import KNOWN, load_rule

    return load_rule(name) if name in KNOWN else None

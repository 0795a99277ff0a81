"""What a report amounts to: what is printed about it, and the exit code."""

from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.options import Values
from journeymap.diagnostics import Severity
from journeymap.reporting import REPORTERS, Report, describe_counts

if TYPE_CHECKING:
    from journeymap.cli.loading import Loaded

FAIL_ON = ("error", "warning", "info", "none")
"""The levels of ``--fail-on``."""

DONE, FOUND, FAILED, NOTHING = 0, 1, 2, 3
"""The exit codes; 130 is for an interrupted run."""


def write_report(report: Report, format: str, console: Console, *, aside: bool = False) -> None:
    """Write a report to stdout, or aside to stderr; one without findings is silent for who wants quiet."""
    if format == "full" and not report.shown and (console.quiet or not report.files):
        return
    style = console.style(console.streams.stderr if aside else None)
    console.write(console.guarded(REPORTERS[format](report, style)), aside=aside)
    if format == "concise":
        console.say(describe_counts(report))


def judge(loaded: "Loaded", report: Report, values: Values, console: Console) -> int:
    """Return the exit code of a check, and say on stderr what could not be checked."""
    for line in loaded.unread:
        console.complain(line)
    if loaded.unread or any(diagnostic.category == "internal" for diagnostic in report.diagnostics):
        return FAILED
    if not report.files:
        return say_nothing_found(values, console)
    if values.get("exit_zero") or not _is_failing(report, values):
        return DONE
    return FOUND


def say_nothing_found(values: Values, console: Console) -> int:
    """Say that there was no file at the paths, and return what that means."""
    where = ", ".join(values["paths"]) or "this folder"
    if values.get("allow_empty"):
        console.say(f"no journey, persona, library or workspace in {where}")
        return DONE
    console.complain(
        f"no journey, persona, library or workspace in {where}",
        "files are known by their names: *.journey.yaml, *.persona.yaml, *.library.yaml, journeymap.yaml",
        "`journeymap init my-journeys` starts a workspace",
    )
    return NOTHING


def _is_failing(report: Report, values: Values) -> bool:
    most = values.get("max_warnings")
    if most is not None and report.count(Severity.WARNING) > most:
        return True
    if values["fail_on"] == "none":
        return False
    return any(each.severity >= Severity[values["fail_on"].upper()] for each in report.diagnostics)

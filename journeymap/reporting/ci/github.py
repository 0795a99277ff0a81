"""GitHub Actions: an annotation at the line of each notice, then the report for people.

GitHub shows ten annotations of a level and drops the others without a word, so that the last of ten says
how many more there are; the log below has them all.
"""

from collections.abc import Iterator
from typing import Final

from journeymap.diagnostics import Severity
from journeymap.reporting.ci.wording import clean, last_line_of, say_everything
from journeymap.reporting.guarding import guard
from journeymap.reporting.notices import Notice, NoticeReport, rank
from journeymap.reporting.safety import safe

MOST: Final = 10
"""How many annotations of one level a step may have."""
_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write_github(report: NoticeReport) -> str:
    """Return workflow commands that annotate, followed by the report for people."""
    by_level: dict[str, list[Notice]] = {command: [] for command in _COMMANDS.values()}
    for notice in sorted(report.shown, key=rank):
        by_level["notice" if notice.silence else _COMMANDS[notice.level]].append(notice)
    commands = [line for command, notices in by_level.items() for line in _annotate(command, notices)]
    words = report.text or report.summary
    lines = [*commands, *(guard(safe(line)) for line in words.removesuffix("\n").split("\n") if words)]
    return "".join(f"{line}\n" for line in lines)


def write_counts(report: NoticeReport) -> str:
    """Return the numbers that later steps may ask for; never a name, which could pretend to be more."""
    counts = {
        "breaking": report.count("breaking"),
        "errors": report.count("error", "internal"),
        "warnings": report.count("warning"),
        "infos": report.count("info"),
    }
    if report.kind == "check":
        del counts["breaking"]
    return "".join(f"{name}={number}\n" for name, number in counts.items())


def _annotate(command: str, notices: list[Notice]) -> Iterator[str]:
    few = notices if len(notices) <= MOST else notices[: MOST - 1]
    for notice in few:
        properties = {"file": clean(notice.path), **_lines(notice), "title": clean(notice.rule)}
        shown = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
        yield f"::{command} {shown}::{_escape_data(chr(10).join(say_everything(notice)))}"
    rest = len(notices) - len(few)
    if rest:
        yield f"::{command} title=journeymap::and {rest:,} more; the log has them all"


def _lines(notice: Notice) -> dict[str, str]:
    """Return the place of a notice; columns only within a line, since GitHub knows them only there."""
    if notice.span is None:
        return {"line": "1"}
    start, end = notice.span.start, notice.span.end
    lines = {"line": str(start.line), "endLine": str(last_line_of(notice))}
    if start.line != end.line:
        return lines
    return lines | {"col": str(start.column), "endColumn": str(max(end.column, start.column))}


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")

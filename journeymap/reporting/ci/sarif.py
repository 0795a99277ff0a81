"""SARIF 2.1.0 as GitHub code scanning takes it, which is stricter than the standard.

GitHub refuses a whole file for one result without a place, for one text that is empty and for one address
that is none, takes so many results and so many bytes, and shows the same finding as new when its fingerprint
is another. A run without findings has an empty list, which closes what was open.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

from journeymap import __version__
from journeymap.diagnostics import Severity
from journeymap.named_tuples import NamedTuple
from journeymap.reporting.ci.wording import (
    LONGEST_MESSAGE,
    URL,
    clean,
    name_of,
    say_everything,
    say_silence,
    shorten,
    write_guarded,
)
from journeymap.reporting.notices import Notice, NoticeReport, Related, RuleNote, numbered, rank
from journeymap.source import Span

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
LONGEST_DESCRIPTION: Final = 1_024
_ROOT: Final = "%SRCROOT%"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


class Caps(NamedTuple):
    """How much GitHub takes: results of a run, results it shows, other places, bytes as sent (compressed)."""

    results: int = 25_000
    shown: int = 5_000
    related: int = 100
    size: int = 10_000_000


CAPS: Final = Caps()


def write_sarif(report: NoticeReport, caps: Caps = CAPS) -> str:
    """Return the report as a SARIF log; of too many results the gravest are kept, and the rest is counted."""
    numbers = list(numbered(report.shown))
    if len(numbers) > caps.shown:
        numbers.sort(key=_rank)
    kept = min(len(numbers), caps.results)
    text = write_guarded(_log(report, numbers[:kept], len(numbers), caps))
    while kept and _is_too_large(text, caps.size):
        numbers.sort(key=_rank)
        kept //= 2
        text = write_guarded(_log(report, numbers[:kept], len(numbers), caps))
    return text


def _rank(numbered_notice: tuple[Notice, int]) -> tuple[bool, int]:
    return rank(numbered_notice[0])


def _is_too_large(text: str, size: int) -> bool:
    if len(text) <= size:
        return False
    from gzip import compress

    return len(compress(text.encode(), mtime=0)) > size


def _log(report: NoticeReport, kept: Sequence[tuple[Notice, int]], total: int, caps: Caps) -> dict[str, Any]:
    indexes = {rule.id: index for index, rule in enumerate(report.rules)}
    driver = {
        "name": "journeymap",
        "version": __version__,
        "informationUri": URL,
        "rules": [_rule(rule, report.kind) for rule in report.rules],
    }
    if re.fullmatch(r"\d+\.\d+\.\d+", __version__):
        driver["semanticVersion"] = __version__
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"journeymap/{report.kind}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [_invocation(report, total - len(kept))],
        "results": [_result(notice, count, indexes, caps) for notice, count in kept],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _invocation(report: NoticeReport, missing: int) -> dict[str, Any]:
    is_sound = report.whole and not report.count("internal")
    invocation: dict[str, Any] = {"executionSuccessful": is_sound}
    if missing:
        words = f"{missing:,} more results were left out; those that are here are the gravest."
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": words}}]
    return invocation


def _rule(rule: RuleNote, kind: str) -> dict[str, Any]:
    summary = clean(rule.summary, LONGEST_DESCRIPTION).strip() or rule.id
    described: dict[str, Any] = {
        "id": rule.id,
        "name": name_of(rule),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": clean(rule.why, LONGEST_DESCRIPTION).strip() or summary},
        "help": {
            "text": shorten(f"{summary} {clean(rule.why)}".strip(), LONGEST_DESCRIPTION),
            "markdown": _help(rule, summary),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
        "properties": {
            "tags": [kind, *(clean(tag) for tag in rule.tags)][:10],
            "precision": "very-high",
            "problem.severity": _PROBLEMS[rule.level],
        },
    }
    if rule.docs_url:
        described["helpUri"] = rule.docs_url
    return described


def _help(rule: RuleNote, summary: str) -> str:
    """Return the page of a rule; an example that is too long for it is left to the documentation."""
    blocks = [summary]
    if rule.why:
        blocks.append(clean(rule.why))
    for title, code in (("Wrong:", rule.failing), ("Better:", rule.passing)):
        if rule.failing and 0 < len(code) <= LONGEST_DESCRIPTION:
            lines = "\n".join(clean(line) for line in code.rstrip("\n").split("\n"))
            fence = "`" * (max((len(run) for run in re.findall(r"`+", lines)), default=2) + 1)
            blocks += [title, f"{fence}yaml\n{lines}\n{fence}"]
    if rule.docs_url:
        blocks.append(f"[More about `{rule.id}`]({rule.docs_url})")
    return "\n\n".join(blocks)


def _result(notice: Notice, count: int, indexes: dict[str, int], caps: Caps) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": notice.rule,
        "level": "note" if notice.silence and notice.silence.kind == "approval" else _LEVELS[notice.level],
        "message": {"text": _escape_links(shorten("\n".join(say_everything(notice)), LONGEST_MESSAGE))},
        "locations": [_location(notice)],
        "partialFingerprints": {"primaryLocationLineHash": f"{notice.fingerprint}:{count}"},
        "suppressions": [],
    }
    if notice.rule in indexes:
        result["ruleIndex"] = indexes[notice.rule]
    if notice.related:
        result["relatedLocations"] = [
            _related(each, number) for number, each in enumerate(notice.related[: caps.related], start=1)
        ]
    if notice.silence:
        kind = "inSource" if notice.silence.kind == "inline" else "external"
        result["suppressions"] = [
            {"kind": kind, "status": "accepted", "justification": say_silence(notice.silence)}
        ]
    return result


def _location(notice: Notice) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _place(notice.path, notice.span)}
    entity = clean(notice.entity)
    if entity:
        location["logicalLocations"] = [{"fullyQualifiedName": entity}]
    return location


def _related(related: Related, number: int) -> dict[str, Any]:
    place: dict[str, Any] = {"id": number, "physicalLocation": _place(related.path, related.span)}
    text = _escape_links(clean(related.text))
    return place | ({"message": {"text": text}} if text else {})


def _place(path: str, span: Span | None) -> dict[str, Any]:
    region = {"startLine": 1}
    if span is not None:
        region = {
            "startLine": span.start.line,
            "startColumn": span.start.column,
            "endLine": span.end.line,
            "endColumn": span.end.column,
        }
    return {"artifactLocation": {"uri": write_uri(path), "uriBaseId": _ROOT}, "region": region}


def write_uri(path: str) -> str:
    """Return a path as a relative address: each sign that has a meaning there, or none, as its bytes."""
    from urllib.parse import quote_from_bytes

    try:
        content = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        content = path.encode("utf-8", "surrogatepass")
    return quote_from_bytes(content, safe="/")


def _escape_links(text: str) -> str:
    """Return a message in which no brackets make a link; the standard knows ``[text](address)``."""
    return re.sub(r"[\\\[\]]", r"\\\g<0>", text) if "](" in text else text

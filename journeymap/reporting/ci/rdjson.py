"""rdjson, the format of reviewdog: findings with suggestions that a reviewer takes with one click.

Its columns count bytes of UTF-8, where all others count characters. What it says is posted as Markdown, so
that nothing but code, which names are written as, is left of it.
"""

import re
from typing import Any, Final

from journeymap.diagnostics import Severity
from journeymap.reporting.ci.wording import URL, clean, say_everything, write_guarded
from journeymap.reporting.notices import Notice, NoticeReport
from journeymap.reporting.safety import safe
from journeymap.source import Position, SourceFile, Span

_SEVERITIES: Final = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
_CODE = re.compile(r"(`[^`]+`)")
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&]")
_OPENING = re.compile(r"^(?:[#+=-]|\d+(?=[.)]))")
_MENTION = re.compile(r"[@#](?=\w)")
_LINK = re.compile(r"(?<=\w)(?=://)|(?<=\bwww)(?=\.)", re.IGNORECASE)
_GAP: Final = "\u200b"


def write_rdjson(report: NoticeReport) -> str:
    """Return the report as one rdjson object."""
    return write_guarded(
        {
            "source": {"name": f"journeymap {report.kind}", "url": URL},
            "diagnostics": [_diagnostic(notice, report) for notice in report.shown],
        }
    )


def escape_prose(text: str) -> str:
    """Return one line as Markdown that shows it: code stays code, all else are plain letters.

    Behind a sign that would call somebody, or link to something, stands a gap that nobody sees.
    """
    parts = _CODE.split(text)
    for index in range(0, len(parts), 2):
        called = _LINK.sub(_GAP, _MENTION.sub(lambda found: found[0] + _GAP, parts[index]))
        parts[index] = _MARKUP.sub(r"\\\g<0>", called)
    # A number, a dash or a hash at the beginning would make a list or a title.
    return _OPENING.sub(lambda found: f"{_GAP}{found[0]}", "".join(parts))


def _diagnostic(notice: Notice, report: NoticeReport) -> dict[str, Any]:
    source = report.sources.get(notice.path)
    path = clean(notice.path)
    code = {"value": clean(notice.rule)} | ({"url": notice.docs_url} if notice.docs_url else {})
    diagnostic: dict[str, Any] = {
        "message": "\n\n".join(escape_prose(line.strip()) for line in say_everything(notice) if line.strip()),
        "location": {"path": path, "range": _range(notice.span, source)},
        "severity": "INFO" if notice.silence else _SEVERITIES[notice.level],
        "code": code,
    }
    if notice.related:
        diagnostic["related_locations"] = [
            {
                "message": escape_prose(clean(each.text)),
                "location": {
                    "path": clean(each.path),
                    "range": _range(each.span, report.sources.get(each.path)),
                },
            }
            for each in notice.related
        ]
    if notice.suggestion is not None and _is_harmless(notice.suggestion.text):
        edit = notice.suggestion
        diagnostic["suggestions"] = [{"range": _range(edit.span, source), "text": edit.text}]
    return diagnostic


def _is_harmless(text: str) -> bool:
    """Say whether a text shows all that it holds: who takes a suggestion must see what is taken."""
    return all(safe(line) == line for line in re.split(r"\r\n|\n|\t", text))


def _range(span: Span | None, source: SourceFile | None) -> dict[str, Any]:
    if span is None:
        return {"start": {"line": 1}}
    start, end = _position(span.start, source), _position(span.end, source)
    # Without columns a range goes to the end of its last line, so that both have one or none.
    if "column" not in start or "column" not in end:
        return {"start": {"line": span.start.line}, "end": {"line": span.end.line}}
    return {"start": start, "end": end}


def _position(position: Position, source: SourceFile | None) -> dict[str, int]:
    if source is None or position.line > source.line_count:
        return {"line": position.line}
    before = source.line(position.line)[: position.column - 1]
    return {"line": position.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}

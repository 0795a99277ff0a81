"""Findings as JSON, described by ``schemas/check-output.schema.json``.

The form is a contract: within one major version fields are only added. Everything outside ASCII is
escaped, so that no character of a map reaches a terminal raw.
"""

from typing import Any

from journeymap import __version__
from journeymap.diagnostics import Diagnostic, Fix, Severity, Suppression
from journeymap.reporting.report import Report
from journeymap.reporting.safety import without_surrogates
from journeymap.reporting.style import Style
from journeymap.source import Position, Span

FORMAT = "journeymap-check/1"
FORMAT_VERSION = "1.0"


def write_json(report: Report, style: Style) -> str:  # noqa: ARG001 - data has no style
    """Return the report as one JSON object with sorted keys."""
    from json import dumps

    from journeymap.reporting.guarding import guard_json

    return guard_json(dumps(build_report(report), indent=2, sort_keys=True, allow_nan=False)) + "\n"


def build_report(report: Report) -> dict[str, Any]:
    """Return the report as plain data."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "tool": {"name": "journeymap", "version": __version__},
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in report.diagnostics],
        "suppressed": [_diagnostic(diagnostic) for diagnostic in report.suppressed],
        "summary": {
            "files": report.files,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "infos": report.count(Severity.INFO),
            "suppressed": len(report.suppressed),
        },
    }


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    text = without_surrogates
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.word,
        "category": diagnostic.category,
        "message": text(diagnostic.message),
        "primary": {**_span(diagnostic.primary), "text": text(diagnostic.label)},
        "labels": [{**_span(label.span), "text": text(label.text)} for label in diagnostic.labels],
        "notes": [text(note) for note in diagnostic.notes],
        "help": [text(help) for help in diagnostic.help],
        "fixes": [_fix(fix) for fix in diagnostic.fixes],
        "entity": text(diagnostic.entity) or None,
        "docs_url": diagnostic.docs_url,
        "fingerprint": diagnostic.fingerprint,
        "suppressed_by": _suppression(diagnostic.suppressed_by),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "title": without_surrogates(fix.title),
        "safety": "safe" if fix.safe else "unsafe",
        "edits": [{"span": _span(edit.span), "text": without_surrogates(edit.text)} for edit in fix.edits],
    }


def _suppression(suppression: Suppression | None) -> dict[str, Any] | None:
    if suppression is None:
        return None
    return {
        "kind": suppression.kind,
        "location": _span(suppression.span),
        "reason": without_surrogates(suppression.reason) or None,
    }


def _span(span: Span) -> dict[str, Any]:
    return {
        "file": without_surrogates(span.file),
        "start": _position(span.start),
        "end": _position(span.end),
    }


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column, "offset": position.offset}

"""A review as JSON, described by ``schemas/diff-output.schema.json``.

The form is a contract: within one major version fields are only added. Everything outside ASCII is
escaped, so that no character of a map reaches a terminal raw.
"""

from typing import Any

from journeymap import __version__
from journeymap.diffing.changes import Approval, Entity, Level
from journeymap.reporting.plain_data import plain, write_data
from journeymap.reporting.safety import without_surrogates
from journeymap.reviewing.dossier import Dossier, Located
from journeymap.reviewing.journeys import review_journeys
from journeymap.reviewing.pen import Pen
from journeymap.reviewing.remarks import tell_journey
from journeymap.source import Place, Position, Span

FORMAT = "journeymap-diff/1"
FORMAT_VERSION = "1.0"


def write_review_json(dossier: Dossier) -> str:
    """Return the review as one JSON object with sorted keys; it holds the details, too."""
    return write_data(build_review(dossier))


def build_review(dossier: Dossier) -> dict[str, Any]:
    """Return the review as plain data."""
    review, conduct = dossier.review, dossier.conduct
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "tool": {"name": "journeymap", "version": __version__},
        "base": {"name": _text(review.base.name), "commit": _text(review.base.commit) or None},
        "head": {"name": _text(review.head.name), "commit": _text(review.head.commit) or None},
        "summary": {
            "breaking": dossier.count(Level.BREAKING),
            "warnings": dossier.count(Level.WARNING),
            "infos": dossier.count(Level.INFO),
            "details": dossier.count(Level.DETAIL),
            "approved": sum(each.change.approval is not None for each in dossier.changes),
        },
        "journeys": list(_journeys(dossier)),
        "changes": [_change(each) for each in dossier.changes],
        "config_changes": list(map(_text, conduct.config_changes)),
        "hints": list(map(_text, conduct.hints)),
        "approvals": {
            "unused": [_approval(each) for each in review.unused],
            "expired": [_approval(each) for each in review.expired],
        },
    }


def _journeys(dossier: Dossier) -> Any:
    """Yield the journeys that changed, the gravest first, with what that means for the customer."""
    pen = Pen()
    for review in review_journeys(dossier):
        remarks = tell_journey(dossier, review, pen)
        yield {
            "id": _text(review.id),
            "title": _text(review.journey.title),
            "change": review.mark,
            "passed_on": review.is_passed_on,
            "remarks": [
                {"sign": remark.mark, "text": _text(remark.text), "details": list(map(_text, remark.details))}
                for remark in remarks
            ],
        }


def _change(located: Located) -> dict[str, Any]:
    change, fact = located.change, located.change.fact
    return {
        "id": change.id,
        "level": change.level.word,
        "area": change.area,
        "nature": change.nature,
        "action": change.action,
        "message": _text(change.message),
        "comment": _text(change.comment) or None,
        "because": _text(change.because) or None,
        "entity": _entity(fact.entity),
        "about": _text(fact.about) or None,
        "before": plain(fact.before),
        "after": plain(fact.after),
        "attributes": plain(fact.context),
        "affects": list(map(_text, fact.affects)),
        "hint": _text(fact.hint) or None,
        "base": _place(located.base, fact.base),
        "head": _place(located.head, fact.head),
        "nearest": _place(located.nearest, fact.nearest),
        "approval": _approval(change.approval) if change.approval else None,
        "fingerprint": change.fingerprint,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {name: _text(value) or None for name, value in entity._asdict().items()}


def _approval(approval: Approval) -> dict[str, Any]:
    told = {name: _text(value) or None for name, value in approval._asdict().items() if name != "at"}
    return {**told, "file": _text(approval.at.file) if approval.at else None}


def _place(span: Span | None, place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    where = {
        "file": _text(span.file if span else place.file),
        "pointer": [_text(step) if isinstance(step, str) else step for step in place.pointer],
    }
    return {
        **where,
        "start": _position(span.start) if span else None,
        "end": _position(span.end) if span else None,
    }


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column, "offset": position.offset}


def _text(text: str) -> str:
    return without_surrogates(text)

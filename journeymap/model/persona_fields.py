"""The fields of personas, for lists of them."""

from typing import Any

from journeymap.model.field_readers import Field, Row, Value, field_of
from journeymap.model.summaries import channel_title


def persona_address(row: Row, persona: Any) -> Value:
    """Return a persona's id; that of an inline one with its journey's, such as ``first-purchase#dana``."""
    return f"{row.journey.id}#{persona.id}" if row.journey.id else str(persona.id)


def _plain(name: str) -> Field:
    return field_of("persona", lambda _, persona: getattr(persona, name))


def _segment(row: Row, persona: Any) -> Value:
    segment = row.portfolio.library.segments.get(persona.segment)
    return segment.title if segment is not None else persona.segment


def _channels(row: Row, persona: Any) -> Value:
    return tuple(channel_title(row.portfolio, id, row.entitle) for id in persona.channels)


def _journeys(row: Row, persona: Any) -> Value:
    """Return the journeys that a persona makes; an inline one makes the journey it stands in."""
    if row.journey.id:
        return (row.journey.id,)
    return tuple(
        journey.id
        for journey in row.portfolio.journeys
        if persona.id in journey.personas
        and not any(local.id == persona.id for local in journey.local_personas)
    )


PERSONA: dict[str, Field] = {
    **{
        name: _plain(name)
        for name in (
            "id",
            "title",
            "role",
            "quote",
            "summary",
            "goals",
            "needs",
            "motivations",
            "frustrations",
            "behaviours",
            "evidence",
            "confidence",
            "tags",
        )
    },
    "segment": field_of("persona", _segment),
    "channels": field_of("persona", _channels),
    "journeys": field_of("persona", _journeys),
    "file": field_of("persona", lambda _, persona: persona.at.file),
}
"""Field path → reader."""

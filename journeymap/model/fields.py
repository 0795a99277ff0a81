"""The field paths of table views, such as ``emotion.feelings``: which there are, and their readers.

``find_field`` is the one door. A row knows everything around it, so that a table of pains can also
say ``touchpoint.title`` or ``journey.owner``.
"""

from collections.abc import Mapping
from typing import Any

from journeymap.model import field_readers as readers
from journeymap.model.field_ids import address_field, kpi_address
from journeymap.model.field_readers import Field, Row, Value, field_of
from journeymap.model.journey import Stage
from journeymap.model.kpi_fields import KPI
from journeymap.model.persona_fields import PERSONA, persona_address
from journeymap.model.portfolio import Portfolio
from journeymap.model.settings import Lane
from journeymap.model.summaries import journey_channels

__all__ = [
    "BY_CHANNEL",
    "CUSTOM",
    "EVERY_CHANNEL",
    "FIELDS",
    "Field",
    "Row",
    "Value",
    "find_field",
    "known_fields",
]

BY_CHANNEL = "touchpoints."
"""The prefix of the fields that hold a stage's touchpoints on one channel, by the channel's id."""
EVERY_CHANNEL = f"{BY_CHANNEL}*"
"""A stage's touchpoints on any channel; as a column it stands for one column per channel in use."""
CUSTOM = "fields."
"""The prefix of the custom fields that a workspace declares as lanes."""


def find_field(portfolio: Portfolio, rows: str, path: str) -> Field | None:
    """Return the reader of a field path for a kind of rows, or nothing when there is no such field."""
    known = FIELDS[rows].get(path)
    if known is not None:
        return known
    if rows == "stages" and path == EVERY_CHANNEL:
        return readers.STAGE["touchpoints"]
    if rows == "stages" and path.startswith(BY_CHANNEL):
        channel = path.removeprefix(BY_CHANNEL)
        return _titles_on(channel) if _is_channel(portfolio, channel) else None
    return _custom_fields(portfolio, rows).get(path)


def known_fields(portfolio: Portfolio, rows: str) -> tuple[str, ...]:
    """Return the field paths that a kind of rows has, the row's own first."""
    by_channel = (EVERY_CHANNEL,) if rows == "stages" else ()
    paths = (*FIELDS[rows], *by_channel, *_custom_fields(portfolio, rows))
    return (*(path for path in paths if "." not in path), *(path for path in paths if "." in path))


def _is_channel(portfolio: Portfolio, channel: str) -> bool:
    """Whether a channel is declared, or used without being declared."""
    return channel in portfolio.library.channels or any(
        channel in journey_channels(journey) for journey in portfolio.journeys
    )


def _titles_on(channel: str) -> Field:
    def titles(_: Row, stage: Stage) -> Value:
        return tuple(each.title for each in stage.touchpoints if channel in each.channels)

    return field_of("stage", titles)


def _custom_fields(portfolio: Portfolio, rows: str) -> dict[str, Field]:
    """Return the custom fields of a row's own, and below their names those of what is around it."""
    own, *around = _OWNERS.get(rows, ("", "journey"))
    fields = {
        f"{CUSTOM}{lane.id}": _custom_field(lane) for lane in portfolio.workspace.lanes if lane.on == own
    }
    for lane in portfolio.workspace.lanes:
        if lane.on in around:
            fields[f"{lane.on}.{CUSTOM}{lane.id}"] = _custom_field(lane)
    return fields


def _custom_field(lane: Lane) -> Field:
    return field_of(lane.on, lambda _, owner: _custom_value(owner.fields.get(lane.id)))


def _custom_value(value: Any) -> Value:
    if isinstance(value, list | tuple):
        return tuple(str(_custom_value(each)) for each in value if each is not None)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str | int | float) else None


def _below(prefix: str, fields: Mapping[str, Field]) -> dict[str, Field]:
    return {f"{prefix}.{path}": field for path, field in fields.items()}


def _addressed(entity: str, fields: Mapping[str, Field]) -> dict[str, Field]:
    return {**fields, "address": address_field(entity)}


_OWNERS: Mapping[str, tuple[str, ...]] = {
    "journeys": ("journey",),
    "stages": ("stage", "journey"),
    "touchpoints": ("touchpoint", "stage", "journey"),
    "pains": ("", "touchpoint", "stage", "journey"),
    "kpis": ("", "stage", "journey"),
    "personas": ("",),
}
"""Kind of rows → what has custom fields: the row itself, then what is around it."""

_JOURNEY = {**readers.JOURNEY, "address": readers.JOURNEY["id"]}
_STAGE = _addressed("stage", readers.STAGE)
_TOUCHPOINT = _addressed("touchpoint", readers.TOUCHPOINT)
_OPPORTUNITY = _addressed("opportunity", readers.OPPORTUNITY)
_KPI = {**KPI, "address": field_of("kpi", kpi_address)}

_AROUND_STAGE = _below("journey", _JOURNEY)
_AROUND_TOUCHPOINT = {"stage": readers.STAGE["title"], "phase": readers.STAGE["phase"]} | _below(
    "stage", _STAGE
)
_AROUND_PAIN = {"touchpoint": readers.TOUCHPOINT["title"]} | _below("touchpoint", _TOUCHPOINT)
_KPIS_OF_ROW = {"kpi": KPI["title"]} | _below("kpi", _KPI)

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "journeys": _JOURNEY,
    "stages": _STAGE | _KPIS_OF_ROW | _AROUND_STAGE,
    "touchpoints": _TOUCHPOINT | _KPIS_OF_ROW | _AROUND_TOUCHPOINT | _AROUND_STAGE,
    "pains": _addressed("pain", readers.PAIN) | _AROUND_PAIN | _AROUND_TOUCHPOINT | _AROUND_STAGE,
    "opportunities": _OPPORTUNITY | _AROUND_STAGE,
    "actions": _addressed("action", readers.ACTION)
    | {"opportunity": readers.OPPORTUNITY["title"]}
    | _below("opportunity", _OPPORTUNITY)
    | _AROUND_STAGE,
    "insights": _addressed("insight", readers.INSIGHT) | _AROUND_STAGE,
    "kpis": _KPI | _AROUND_TOUCHPOINT | _AROUND_STAGE,
    "personas": {**PERSONA, "address": field_of("persona", persona_address)},
}
"""Kind of rows → field path → reader."""

"""The ids behind the fields that show titles: addresses of rows, and ids of what a field refers to.

Tables are read by people and show titles. Who asks for rows on a command line knows the ids, and who
copies the first column of a list wants an address that holds everywhere.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from journeymap.model.field_readers import Field, Row, Value, field_of
from journeymap.model.summaries import (
    OwnedKpi,
    journey_channels,
    opportunities_for,
    opportunities_within,
    stage_channels,
)

Ids: TypeAlias = Callable[[Row], tuple[str, ...]]

ENTITIES: Mapping[str, str] = {
    "journeys": "journey",
    "stages": "stage",
    "touchpoints": "touchpoint",
    "pains": "pain",
    "opportunities": "opportunity",
    "actions": "action",
    "insights": "insight",
    "kpis": "kpi",
    "personas": "persona",
}
"""Kind of rows → the entity of a row that it is about."""


def find_ids(rows: str, path: str) -> Ids | None:
    """Return the reader of the ids behind a field path, or nothing where a field shows no titles."""
    head, dot, name = path.partition(".")
    if dot and head in _IDS:
        return _ids_of(head, name)
    if not dot and head in _IDS and head != ENTITIES[rows] and head in _AROUND:
        return _ids_of(head, "id")
    return _ids_of(ENTITIES[rows], path)


def address_field(entity: str) -> Field:
    """Return the field of an item's address, such as ``first-purchase#checkout``.

    An item without an id has none.
    """

    def address(row: Row, item: Any) -> Value:
        return f"{row.journey.id}#{item.id}" if item.id else ""

    return field_of(entity, address)


def kpi_address(row: Row, owned: OwnedKpi) -> str:
    """Return a KPI's address from outside its journey: ``first-purchase#checkout/conversion``."""
    if owned.owner is row.journey:
        return f"{row.journey.id}/{owned.kpi.id}"
    return f"{row.journey.id}#{owned.owner.id}/{owned.kpi.id}" if owned.owner.id else ""


def _ids_of(entity: str, name: str) -> Ids | None:
    read = _IDS[entity].get(name)
    if read is None:
        return None

    def ids(row: Row) -> tuple[str, ...]:
        value = getattr(row, entity)
        found = () if value is None else read(row, value)
        return (found,) if isinstance(found, str) else tuple(found)

    return ids


def _plain(*names: str) -> dict[str, Callable[[Row, Any], Any]]:
    return {name: _attribute(name) for name in names}


def _attribute(name: str) -> Callable[[Row, Any], Any]:
    return lambda _, value: getattr(value, name)


def _ids(items: Any) -> tuple[str, ...]:
    return tuple(item.id for item in items if item.id)


def _kpi_owner(row: Row, owned: OwnedKpi) -> str:
    metric = row.portfolio.library.metrics.get(owned.kpi.metric)
    return owned.kpi.owner or (metric.owner if metric is not None else "")


_AROUND = ("stage", "touchpoint", "opportunity", "kpi")
"""The entities that have a field of their own name on rows of other kinds."""

_IDS: Mapping[str, Mapping[str, Callable[[Row, Any], Any]]] = {
    "journey": {
        **_plain("owner", "personas", "segments", "sources"),
        "channels": lambda _, journey: journey_channels(journey),
        "stages": lambda _, journey: _ids(journey.stages),
    },
    "stage": {
        **_plain("id", "owner", "phase"),
        "channels": lambda _, stage: stage_channels(stage),
        "touchpoints": lambda _, stage: _ids(stage.touchpoints),
        "pains": lambda _, stage: _ids(pain for each in stage.touchpoints for pain in each.pains),
    },
    "touchpoint": {
        **_plain("id", "owner", "personas", "sources", "systems"),
        "channel": lambda _, touchpoint: touchpoint.channels,
        "pains": lambda _, touchpoint: _ids(touchpoint.pains),
        "gains": lambda _, touchpoint: _ids(touchpoint.gains),
        "opportunities": lambda row, touchpoint: _ids(opportunities_within(row.journey, touchpoint)),
    },
    "pain": {
        **_plain("personas", "evidence"),
        "opportunities": lambda row, pain: _ids(opportunities_for(row.journey, pain)),
    },
    "opportunity": {**_plain("id", "owner", "addresses"), "actions": lambda _, one: _ids(one.actions)},
    "action": _plain("owner"),
    "insight": _plain("source", "evidence"),
    "kpi": {"id": lambda _, owned: owned.kpi.id, "owner": _kpi_owner,
            "title": lambda _, owned: owned.kpi.metric,
            "attached_to": lambda _, owned: owned.owner.id},
    "persona": _plain("segment", "channels", "evidence"),
}  # fmt: skip
"""Entity → name of a field → the ids that it shows titles for."""

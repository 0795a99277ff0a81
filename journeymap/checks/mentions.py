"""What refers to what: every id in the model that names something of the workspace or of a journey."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from journeymap.model import (
    Action,
    BlueprintItem,
    Branch,
    Emotion,
    Evidence,
    FeedbackLoop,
    Gain,
    Insight,
    Journey,
    Kpi,
    Metric,
    Opportunity,
    Pain,
    Persona,
    Personalization,
    Portfolio,
    SharedTouchpoint,
    Stage,
    System,
    Touchpoint,
)
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

ITEM: Final = "item"
"""Stands for the kinds of things in a journey, which share one set of ids."""

_FACTS: Final = (
    ("channels", "channel", "channel"),
    ("owner", "owner", "team"),
    ("systems", "systems", "system"),
)
_CITES: Final = ("evidence", "evidence", ITEM)
_FOR: Final = ("personas", "personas", "persona")
_OWNER: Final = ("owner", "owner", "team")
_SOURCE: Final = ("source", "source", "source")
_SOURCES: Final = ("sources", "sources", "source")
_EXPAND: Final = ("expand", "expand", "journey")
_TABLE: Final[Mapping[type, tuple[tuple[str, str, str], ...]]] = {
    Journey: (_OWNER, _FOR, ("segments", "segments", "segment"), _SOURCES),
    Stage: (("phase", "phase", "phase"), _OWNER, _EXPAND),
    Touchpoint: (
        *_FACTS,
        ("uses", "uses", "shared touchpoint"),
        ("actor", "actor", "persona"),
        ("receiver", "receiver", "persona"),
        _FOR,
        _SOURCES,
        _EXPAND,
    ),
    SharedTouchpoint: (*_FACTS, _SOURCES),
    Emotion: (_CITES,),
    Pain: (_CITES, _FOR),
    Gain: (_CITES, _FOR),
    Insight: (_SOURCE, _CITES),
    Kpi: (("metric", "metric", "metric"), _OWNER),
    Personalization: (("segment", "segment", "segment"), ("persona", "persona", "persona"), _SOURCE),
    BlueprintItem: (_OWNER, ("system", "system", "system")),
    Branch: (("to", "to", ITEM), ("exit", "exit", ITEM), ("journey", "journey", "journey")),
    Opportunity: (("addresses", "addresses", ITEM), _OWNER),
    Action: (_OWNER,),
    Evidence: (_SOURCE,),
    FeedbackLoop: (_SOURCE, _OWNER, ("feeds", "feeds", ITEM)),
    Persona: (("segment", "segment", "segment"), ("channels", "channels", "channel"), _CITES),
    Metric: (_SOURCE, _OWNER),
    System: (_OWNER,),
}
"""Class → its fields that refer to something: name in the model, key in the file, kind of what is meant."""
_COLUMNS: Final = {
    type_: tuple((type_._fields.index(name), key, kind) for name, key, kind in fields)  # type: ignore[attr-defined]
    for type_, fields in _TABLE.items()
}


class Mention(NamedTuple):
    """An id that refers to something of a kind, and where it stands."""

    kind: str
    id: str
    place: Place
    on_key: bool = False


def mentions_in(entity: Any, sought: set[str]) -> Iterator[Mention]:
    """Yield where one thing itself refers to any of the ids that are sought; not what the things in it do."""
    for column, key, kind in _COLUMNS[type(entity)]:
        value = entity[column]
        if value and _is_sought(value, sought):
            yield from _mentions_at(value, kind, entity.at.child(key))


def written_mentions(journey: Journey, portfolio: Portfolio, sought: set[str]) -> Iterator[Mention]:
    """Yield where the file of a journey itself refers to any of the ids that are sought.

    What it inherits or shares is not its own, and what an item on its way out refers to does not count.
    """
    base = portfolio.journey(journey.extends) if journey.extends else None
    home = journey.at.file
    for entity in entities_of(journey):
        if entity.at.file != home:
            continue  # an item of the base, or a fact of a shared touchpoint
        if getattr(entity, "deprecated", None) is not None:
            continue
        known: Any = base if entity is journey else None
        if isinstance(entity, Touchpoint) and entity.uses:
            known = portfolio.library.touchpoints.get(entity.uses)
        for column, key, kind in _COLUMNS[type(entity)]:
            value = entity[column]
            if (
                value
                and _is_sought(value, sought)
                and not (known is not None and getattr(known, entity._fields[column], None) == value)
            ):
                yield from _mentions_at(value, kind, entity.at.child(key))
        if type(entity) is Emotion and entity.persona in sought:
            yield Mention("persona", entity.persona, entity.at, on_key=True)
    for change in journey.changes:
        if change.verb == "set":
            yield from _mentions_in_change(journey, change.target, change.fields, change.at.child("fields"))


def entities_of(journey: Journey) -> Iterator[Any]:
    """Yield a journey and everything in it that can refer to something."""
    yield journey
    yield from journey.kpis
    for stage in journey.stages:
        yield stage
        yield from stage.emotions
        yield from stage.kpis
        for touchpoint in stage.touchpoints:
            yield touchpoint
            yield from touchpoint.emotions
            yield from touchpoint.pains
            yield from touchpoint.gains
            yield from touchpoint.kpis
            yield from touchpoint.personalization
            for lane in touchpoint.blueprint:
                yield from lane
            yield from touchpoint.next or ()
    for opportunity in journey.opportunities:
        yield opportunity
        yield from opportunity.own_kpis
        yield from opportunity.actions
    yield from journey.insights
    yield from journey.evidence
    yield from journey.feedback_loops
    yield from journey.local_personas


def shared_entities(portfolio: Portfolio) -> Iterator[Any]:
    """Yield the personas and library entries that can refer to something."""
    library = portfolio.library
    yield from portfolio.personas.values()
    yield from library.metrics.values()
    yield from library.systems.values()
    for touchpoint in library.touchpoints.values():
        yield touchpoint
        yield from touchpoint.kpis
        for lane in touchpoint.blueprint:
            yield from lane


def used_names(portfolio: Portfolio) -> frozenset[tuple[str, str]]:
    """Return everything that any file refers to, as kind and id; the kind is ``""`` where it is not said."""
    used: set[tuple[str, str]] = set()
    for journey in portfolio.journeys:
        for entity in entities_of(journey):
            _note_names(entity, used)
    for entity in shared_entities(portfolio):
        _note_names(entity, used)
    declared = (entry for entries in portfolio.library for entry in entries.values())
    for entry in (*declared, *portfolio.personas.values()):
        if entry.deprecated is not None:
            used.add(("", entry.deprecated.replaced_by))
    workspace = portfolio.workspace
    for view in workspace.views:
        for key, ids in view.where.items():
            used.update(
                (key.removesuffix("s"), str(id)) for id in (ids if isinstance(ids, tuple | list) else (ids,))
            )
    plain = [workspace.measure, *(metric.measure for metric in portfolio.library.metrics.values())]
    used.update(("", text) for each in plain for text in _texts_in(each))
    return frozenset(used)


def _note_names(entity: Any, used: set[tuple[str, str]]) -> None:
    """Add what one thing refers to; no places, which would cost most of the time."""
    for column, _, kind in _COLUMNS[type(entity)]:
        value = entity[column]
        if value:
            if type(value) is str:
                used.add((kind, value))
            else:
                used.update([(kind, id) for id in value])
    if type(entity) is Emotion and entity.persona:
        used.add(("persona", entity.persona))
    elif type(entity) is Touchpoint:
        used.update([("persona", thought.persona) for thought in entity.thoughts])


def _mentions_at(value: str | tuple[str, ...], kind: str, place: Place) -> Iterator[Mention]:
    if isinstance(value, str):
        yield Mention(kind, value, place)
    elif kind == "channel" and len(value) == 1:
        yield Mention(kind, value[0], place)  # one channel may be written without a list
    else:
        for i, id in enumerate(value):
            yield Mention(kind, id, place.child(i))


def _mentions_in_change(
    journey: Journey, target: str, fields: Mapping[str, Any], place: Place
) -> Iterator[Mention]:
    """Yield what the plain fields refer to that a change sets; items among them stand in the journey."""
    item = next((each for each in entities_of(journey) if getattr(each, "id", "") == target), None)
    for column, key, kind in _COLUMNS[type(item)] if item is not None else ():
        if fields.get(key) is not None and item is not None and item[column]:
            yield from _mentions_at(item[column], kind, place.child(key))


def _is_sought(value: str | tuple[str, ...], sought: set[str]) -> bool:
    return value in sought if type(value) is str else not sought.isdisjoint(value)


def _texts_in(value: Any) -> Iterator[str]:
    """Yield all texts in plain data."""
    pending = [value]
    while pending:
        each = pending.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, Mapping):
            pending.extend(each.values())
        elif isinstance(each, list | tuple):
            pending.extend(each)

"""Everything of a portfolio that has a name, with its address, and what refers to what."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from journeymap.model.claims import Evidence, Gain, Pain
from journeymap.model.journey import Exit, FeedbackLoop, Journey, Stage, Touchpoint
from journeymap.model.library import (
    BlueprintItem,
    Channel,
    Kpi,
    Library,
    Metric,
    Phase,
    Segment,
    SharedTouchpoint,
    Source,
    System,
    Team,
    Term,
)
from journeymap.model.opportunity import Action, Insight, Opportunity
from journeymap.model.persona import Persona
from journeymap.model.portfolio import Portfolio
from journeymap.model.summaries import kpis_of
from journeymap.named_tuples import NamedTuple


class Item(NamedTuple):
    """A journey, touchpoint, persona, channel … with its kind and address.

    ``names`` are what else it is called where it is clear which journey is meant: its bare id, and the
    ids it once had. ``journey`` is the journey that it is a part of.
    """

    kind: str
    address: str
    title: str
    value: Any
    names: tuple[str, ...] = ()
    journey: Journey | None = None


NOUNS: Final[Mapping[type, str]] = {
    Journey: "journey",
    Stage: "stage",
    Touchpoint: "touchpoint",
    Pain: "pain",
    Gain: "gain",
    Kpi: "KPI",
    BlueprintItem: "blueprint item",
    Opportunity: "opportunity",
    Action: "action",
    Insight: "insight",
    Evidence: "evidence",
    Exit: "exit",
    FeedbackLoop: "feedback loop",
    Persona: "persona",
    Channel: "channel",
    Metric: "metric",
    Team: "team",
    System: "system",
    Segment: "segment",
    Source: "source",
    SharedTouchpoint: "shared touchpoint",
    Phase: "phase",
    Term: "term",
}
"""Class → what one of its things is called."""

KINDS: Final = tuple(noun.lower().replace(" ", "-") for noun in NOUNS.values() if noun != "blueprint item")

_LIBRARY: Final[Mapping[str, str]] = {
    **{kind: kind.removesuffix("s") for kind in Library._fields},
    "touchpoints": "shared-touchpoint",
}
_REFERENCES: Final[Mapping[str, tuple[str, ...]]] = {
    "journey": ("expand", "extends", "journey", "replaced_by"),
    "persona": ("personas", "persona", "actor", "receiver"),
    "stage": ("to", "feeds", "replaced_by"),
    "touchpoint": ("to", "feeds", "replaced_by"),
    "pain": ("addresses",),
    "evidence": ("evidence",),
    "exit": ("exit",),
    "kpi": ("kpis", "kpi"),
    "channel": ("channels",),
    "metric": ("metric",),
    "team": ("owner",),
    "system": ("system", "systems"),
    "segment": ("segment", "segments"),
    "source": ("source", "sources"),
    "shared-touchpoint": ("uses",),
    "phase": ("phase",),
}
"""Kind → the fields whose texts are ids or addresses of its items."""


def items_of(portfolio: Portfolio) -> Iterator[Item]:
    """Yield everything with a name: journeys with their parts, personas, library entries."""
    for journey in portfolio.journeys:
        yield Item("journey", journey.id, journey.title, journey, journey.aliases)
        yield from _parts(journey, portfolio)
    for persona in portfolio.personas.values():
        yield Item("persona", persona.id, persona.title, persona, persona.aliases)
    for plural, kind in _LIBRARY.items():
        for entry in getattr(portfolio.library, plural).values():
            yield Item(kind, entry.id, entry.title, entry, entry.aliases)


def parts_of(journey: Journey) -> Iterator[Any]:
    """Yield everything in a journey that may have an id, inherited or not."""
    yield from journey.kpis
    for stage in journey.stages:
        yield stage
        yield from stage.kpis
        for touchpoint in stage.touchpoints:
            yield touchpoint
            yield from touchpoint.pains
            yield from touchpoint.gains
            yield from touchpoint.kpis
            for lane in touchpoint.blueprint:
                yield from lane
    yield from journey.exits
    for opportunity in journey.opportunities:
        yield opportunity
        yield from opportunity.own_kpis
        yield from opportunity.actions
    yield from journey.insights
    yield from journey.evidence
    yield from journey.feedback_loops
    yield from journey.local_personas


def split_kind(name: str) -> tuple[str, str]:
    """Return the kind and the rest of ``persona:mira``; a name without a known kind is all rest."""
    kind, colon, rest = name.partition(":")
    return (kind, rest) if colon and kind in KINDS else ("", name)


def nearness(item: Item, name: str) -> int | None:
    """Return how directly a name stands for an item, 0 the most, or nothing when it does not.

    Journeys come first, then personas and addresses that name their journey, then bare ids of any kind,
    then former ids.
    """
    kind, rest = split_kind(name)
    if kind and item.kind != kind:
        return None
    if item.address == rest:
        return 0 if item.kind == "journey" else 1 if item.kind == "persona" or "#" in rest else 2
    if rest not in item.names:
        return None
    return 2 if item.address.endswith((f"#{rest}", f"/{rest}")) else 3


def referrers_of(portfolio: Portfolio, item: Item) -> tuple[Item, ...]:
    """Return the items that refer to one, in the order of the portfolio."""
    fields = _REFERENCES.get(item.kind, ())
    return tuple(
        each
        for each in items_of(portfolio)
        if each != item and _speaks_of(each.value, fields, _names_for(each, item))
    )


def _names_for(speaker: Item, item: Item) -> frozenset[str]:
    """Return what an item is called by another: inside its journey an id is enough."""
    home = speaker.value if speaker.kind == "journey" else speaker.journey
    local = item.names if item.journey is not None and home == item.journey else ()
    return frozenset((item.address, *local))


def _parts(journey: Journey, portfolio: Portfolio) -> Iterator[Item]:
    for value in parts_of(journey):
        if value.id and not isinstance(value, BlueprintItem | Kpi):
            names = (value.id, *value.aliases)
            address = f"{journey.id}#{value.id}"
            yield Item(_kind_of(value), address, _title_of(value), value, names, journey)
    yield from _kpis(journey, portfolio)


def _kind_of(value: Any) -> str:
    return NOUNS[type(value)].replace(" ", "-")


def _title_of(value: Any) -> str:
    if isinstance(value, FeedbackLoop):
        return value.text or value.source
    title: str = value.title if hasattr(value, "title") else value.text
    return title


def _kpis(journey: Journey, portfolio: Portfolio) -> Iterator[Item]:
    for owned in kpis_of(journey):
        if owned.owner.id:
            mark = "" if owned.owner is journey else f"{journey.id}#"
            address = f"{mark}{owned.owner.id}/{owned.kpi.id}"
            metric = portfolio.library.metrics.get(owned.kpi.metric)
            title = metric.title if metric is not None else owned.kpi.metric
            yield Item("kpi", address, title, owned.kpi, (owned.address,), journey)


_CHILDREN: Final = ("stages", "touchpoints", "pains", "gains", "actions", "own_kpis", "changes", "moved")
"""Fields that hold items which speak for themselves."""
_CHILDREN_OF_JOURNEY: Final = (
    *("opportunities", "insights", "evidence", "exits", "feedback_loops", "local_personas"),
    "aliases",
)


def _speaks_of(value: Any, fields: tuple[str, ...], names: frozenset[str]) -> bool:
    skipped = (*_CHILDREN, *(_CHILDREN_OF_JOURNEY if isinstance(value, Journey) else ()))
    for name, each in value._asdict().items():
        if name in skipped:
            continue
        parts = each if isinstance(each, tuple) and not hasattr(each, "_fields") else (each,)
        for part in parts:
            if isinstance(part, str):
                if name in fields and part in names:
                    return True
            elif hasattr(part, "_fields") and not isinstance(part, Kpi) and _speaks_of(part, fields, names):
                return True
    return False

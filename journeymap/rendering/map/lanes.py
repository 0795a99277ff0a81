"""The lanes that a map can have, by the words that views use for them, and the zones they stand in."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from journeymap.model import Portfolio, Touchpoint
from journeymap.model.lanes import CUSTOM, declared_lanes, every_lane_word, lane_named, lane_words
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.map.entries import (
    Desk,
    Entry,
    list_channels,
    list_gains,
    list_items,
    list_kpis,
    list_opportunities,
    list_owner,
    list_pains,
    list_personalization,
    list_sources,
    list_systems,
    list_texts,
    list_thoughts,
)
from journeymap.rendering.templating import marked
from journeymap.rendering.words import write_span
from journeymap.suggesting import closest

Lister: TypeAlias = Callable[[Desk, Touchpoint], Iterable[Entry]]

FEELING = "feeling"


class LaneKind(NamedTuple):
    """A lane: its title, the zone of the blueprint it belongs to, and what its cells hold."""

    title: str
    zone: str
    entries: Lister


def _texts_of(field: str) -> Lister:
    """Return what lists a field of texts."""
    return lambda _, touchpoint: list_texts(*getattr(touchpoint, field))


def _blueprint(lane: str) -> Lister:
    """Return what lists a lane of the blueprint."""
    return lambda desk, touchpoint: list_items(desk, getattr(touchpoint.blueprint, lane))


def _durations(desk: Desk, touchpoint: Touchpoint) -> Iterable[Entry]:
    spans = (
        (marked("Time spent"), touchpoint.duration_active),
        (marked("Time that passes"), touchpoint.duration_elapsed),
    )
    for title, seconds in spans:
        if seconds is not None:
            yield Entry(write_span(seconds, lang=desk.lang), by=desk.word(title))


CUSTOMER, STEERING = "customer", "steering"

LANES: Mapping[str, LaneKind] = {
    "action": LaneKind(marked("Action"), CUSTOMER, lambda _, touchpoint: list_texts(touchpoint.action)),
    FEELING: LaneKind(marked("Feeling"), CUSTOMER, lambda *_: ()),
    "thinking": LaneKind(marked("Thinking"), CUSTOMER, list_thoughts),
    "motivations": LaneKind(marked("Motivation"), CUSTOMER, _texts_of("motivations")),
    "needs": LaneKind(marked("Needs"), CUSTOMER, _texts_of("needs")),
    "expectations": LaneKind(marked("Expectations"), CUSTOMER, _texts_of("expectations")),
    "channel": LaneKind(marked("Channel"), CUSTOMER, list_channels),
    "duration": LaneKind(marked("Duration"), CUSTOMER, _durations),
    "physical_evidence": LaneKind(marked("Evidence"), CUSTOMER, _blueprint("physical_evidence")),
    "pains": LaneKind(marked("Pains"), CUSTOMER, list_pains),
    "gains": LaneKind(marked("Gains"), CUSTOMER, list_gains),
    "personalization": LaneKind(marked("Personalised"), CUSTOMER, list_personalization),
    "frontstage": LaneKind(marked("Frontstage"), "frontstage", _blueprint("frontstage")),
    "backstage": LaneKind(marked("Backstage"), "backstage", _blueprint("backstage")),
    "support": LaneKind(marked("Support"), "support", _blueprint("support")),
    "systems": LaneKind(marked("Systems"), "support", list_systems),
    "policies": LaneKind(marked("Policies"), STEERING, _texts_of("policies")),
    "kpis": LaneKind(marked("KPIs"), STEERING, lambda desk, touchpoint: list_kpis(desk, touchpoint.kpis)),
    "opportunities": LaneKind(marked("Opportunities"), STEERING, list_opportunities),
    "owner": LaneKind(marked("Owner"), STEERING, list_owner),
    "sources": LaneKind(marked("Data sources"), STEERING, list_sources),
    "events": LaneKind(marked("Events"), STEERING, _texts_of("events")),
}
"""The word for a lane in views → the lane."""

DEFAULT_LANES = (
    *("action", FEELING, "thinking", "motivations", "channel", "physical_evidence", "pains", "gains"),
    *("frontstage", "backstage", "support", "kpis", "opportunities", "owner"),
)
"""The lanes of the whole map; those that a workspace declares follow."""

LINES: Mapping[str, str] = {
    "frontstage": marked("Line of interaction"),
    "backstage": marked("Line of visibility"),
    "support": marked("Line of internal interaction"),
    STEERING: marked("Steering"),
}
"""Zone → the line above it."""


def find_lane(portfolio: Portfolio, word: str) -> str:
    """Return the id of the lane that a word stands for; raise with the nearest word where there is none."""
    workspace = portfolio.workspace
    id = lane_named(workspace, word)
    if id:
        return id
    near = closest(word, every_lane_word(workspace))
    question = f"did you mean `{near}`? " if near else ""
    words = ", ".join(f"`{each}`" for each in lane_words(workspace))
    raise RenderingError(f"there is no lane `{word}`", f"{question}the lanes are {words}")


def zone_of(lane: str) -> str:
    """Return the zone of a lane by its id; those of a workspace steer."""
    return LANES[lane].zone if lane in LANES else STEERING


def default_lanes(portfolio: Portfolio) -> tuple[str, ...]:
    """Return the lanes of the whole map, those of the workspace at the end."""
    return (*DEFAULT_LANES, *_own_lanes(portfolio))


def every_lane(portfolio: Portfolio) -> tuple[str, ...]:
    """Return all lanes there are, those of the workspace at the end."""
    return (*LANES, *_own_lanes(portfolio))


def _own_lanes(portfolio: Portfolio) -> tuple[str, ...]:
    return tuple(f"{CUSTOM}{id}" for id in declared_lanes(portfolio.workspace))

"""Shared touchpoints: their facts become the defaults of every touchpoint that uses them."""

from collections.abc import Mapping
from typing import Final

from journeymap.building.budget import Budget
from journeymap.building.declaring import Catalogue
from journeymap.building.reading import Assembled, Node
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

FACTS: Final = (
    "title",
    "summary",
    "channel",
    "owner",
    "systems",
    "policies",
    "sources",
    "events",
    "kpis",
    "blueprint",
)
"""What a shared touchpoint may say; a field in the journey replaces the shared one whole."""


class Shared(NamedTuple):
    """A shared touchpoint, and how many values it holds."""

    node: Node
    values: int


def share_facts(journey: Node, shared: Mapping[str, Shared], names: Catalogue, budget: Budget) -> Node:
    """Return a journey whose touchpoints hold the facts of the shared ones they use.

    ``shared`` holds the shared touchpoints by id, ``names`` knows their former ids too. A fact keeps its
    place in the library. What goes beyond the budget is left out.
    """
    if not shared:
        return journey
    written = journey.items("stages")
    stages = [_share_in_stage(stage, shared, names, budget) for stage in written]
    if not any(stages):
        return journey
    whole = [found or _as_value(stage) for stage, found in zip(written, stages, strict=True)]
    return Node(_with_items(journey, "stages", whole), journey.place)


def _share_in_stage(
    stage: Node, shared: Mapping[str, Shared], names: Catalogue, budget: Budget
) -> Assembled | None:
    """Return a stage with shared facts, or nothing when none of its touchpoints uses any."""
    touchpoints = stage.items("touchpoints")
    found = [names.find("shared-touchpoint", touchpoint.text("uses")) for touchpoint in touchpoints]
    used = [shared.get(each.id) if each else None for each in found]
    if not any(used):
        return None
    whole = [
        _with_facts(touchpoint, facts.node)
        if facts and budget.allows(facts.values, touchpoint.place_of("uses"))
        else _as_value(touchpoint)
        for touchpoint, facts in zip(touchpoints, used, strict=True)
    ]
    return _with_items(stage, "touchpoints", whole)


def _with_facts(touchpoint: Node, shared: Node) -> Assembled:
    facts = {key: shared.data[key] for key in FACTS if shared.has(key) and key not in touchpoint.data}
    places: dict[str | int, Place] = dict(touchpoint.places)
    places.update((key, shared.place_of(key)) for key in facts)
    return Assembled({**touchpoint.data, **facts}, touchpoint.place, places)


def _with_items(owner: Node, key: str, items: list[Assembled]) -> Assembled:
    place = owner.place_of(key)
    return Assembled({**owner.data, key: Assembled(items, place)}, owner.place, owner.places)


def _as_value(node: Node) -> Assembled:
    return Assembled(node.data, node.place, node.places)

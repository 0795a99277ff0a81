"""Who compares the fields that have a shape of their own."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from journeymap.diffing.changes import Fact
from journeymap.diffing.experience import (
    compare_alt,
    compare_emotions,
    compare_image,
    compare_images,
    compare_links,
    compare_moment,
    compare_personalization,
    compare_thoughts,
)
from journeymap.diffing.fields import Names, Own, Parts
from journeymap.diffing.flowing import compare_branches, compare_stages, compare_touchpoints
from journeymap.diffing.settings import (
    compare_columns,
    compare_connections,
    compare_scale_of_emotions,
    compare_settings,
    compare_theme,
)
from journeymap.diffing.sides import Pair, Sides, is_empty, plain_of
from journeymap.diffing.status import compare_aliases, compare_deprecation, compare_status, compare_visibility
from journeymap.diffing.tables import compare_fields
from journeymap.diffing.values import compare_order, compare_sets, name_titles
from journeymap.model import Blueprint


def compare_cast(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield which shared personas a journey has; its own speak for themselves."""
    old, new = (_shared_cast(journey) for journey in (pair.before, pair.after))
    followed = tuple(sides.renames.follow("persona", name, pair.entity.journey) for name in old)
    names = Names(spec.name, "journey-persona-added", "journey-persona-removed", ref="persona")
    told = tuple(compare_sets(names, pair, sides, followed, new, spec.name))
    yield from told
    if not told:
        yield from _compare_cast_order(spec, pair, sides)


def _compare_cast_order(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that the personas stand in another order, those that are written in the journey among them."""
    follow = sides.renames.follow
    old = tuple(follow("persona", name, pair.entity.journey) for name in pair.before.personas)
    orders = tuple(
        tuple(name for name in side if name in other)
        for side, other in ((old, pair.after.personas), (pair.after.personas, old))
    )
    if orders[0] != orders[1]:
        yield pair.tell("order-changed", *orders, key=spec.name, about="personas")


def _shared_cast(journey: Any) -> tuple[str, ...]:
    own = {persona.id for persona in journey.local_personas}
    return tuple(dict.fromkeys(id for id in journey.personas if id not in own))


def compare_objective(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield what the organisation wants now."""
    old, new = pair.before.objective, pair.after.objective
    if old is None or new is None:
        id = "objective-added" if old is None else "objective-removed"
        yield pair.tell(id, old and old.text, new and new.text, key=spec.name)
    else:
        inner = pair.inside(old, new, spec.name)
        yield from (_about_objective(fact) for fact in compare_fields(inner, sides))


def _about_objective(fact: Fact) -> Fact:
    if fact.id != "text-changed":
        return fact
    return fact._replace(about="objective", context={**fact.context, "name": "objective"})


def compare_target(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that a target is easier or harder to reach, by the direction of its metric."""
    old, new = pair.before.target, pair.after.target
    metric = sides.after.library.metrics.get(pair.after.metric)
    former = sides.before.library.metrics.get(pair.before.metric)
    # Where up was better and down is now, or the other way round, only the numbers can be compared.
    directions = {each.direction if each is not None else "up" for each in (former, metric)}
    direction = directions.pop() if len(directions) == 1 else "up"
    if is_empty(old) or is_empty(new):
        id = "kpi-target-added" if is_empty(old) else "kpi-target-removed"
    else:
        id = f"kpi-target-{'tightened' if (new > old) == (direction == 'up') else 'loosened'}"
    unit = {"unit": metric.unit} if metric is not None and metric.unit else {}
    yield pair.tell(id, old, new, key=spec.name, direction=direction, **unit)


def compare_custom(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield the values of custom fields that changed, by the lane that declares them."""
    lanes = {lane.id: lane.title for side in (sides.before, sides.after) for lane in side.workspace.lanes}
    old, new = pair.before.fields, pair.after.fields
    for name in (*old, *(each for each in new if each not in old)):
        before, after = plain_of(old.get(name)), plain_of(new.get(name))
        if before == after:
            continue
        action = "added" if before is None else "removed" if after is None else "changed"
        titles = {"titles": {name: lanes[name]}} if lanes.get(name) else {}
        inner = pair._replace(base=pair.base.child(spec.name), head=pair.head.child(spec.name))
        yield inner.tell(f"field-value-{action}", before, after, key=name, about=name, **titles)


def compare_blueprint(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that the items of a lane stand in another order; each speaks for itself otherwise."""
    inner = pair.inside(pair.before.blueprint, pair.after.blueprint, spec.name)
    for lane in Blueprint._fields:
        yield from compare_order(Parts(lane, "blueprint-item"), inner, sides)


def compare_moves(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield which splits and merges are declared, apart from those that happen between the two sides."""
    journey = pair.entity.journey
    old = {
        move.source: tuple(dict.fromkeys(_list_heirs(move.targets, sides, journey)))
        for move in pair.before.moved
    }
    new = {move.source: move.targets for move in pair.after.moved}
    happening = {split.source.value.id for split in sides.splits.get(journey, ())}
    for source in (*old, *(each for each in new if each not in old)):
        if old.get(source) == new.get(source) or source in happening:
            continue
        names = (*old.get(source, ()), *new.get(source, ()))
        if source not in new:
            yield pair.tell("move-withdrawn", old[source], None, key=spec.name, about=source)
        elif source not in old:
            yield pair.tell("move-declared", None, new[source], key=spec.name, about=source)
        else:
            titles = name_titles("item", names, pair, sides)
            yield pair.tell("move-changed", old[source], new[source], key=spec.name, about=source, **titles)


def _list_heirs(targets: tuple[str, ...], sides: Sides, journey: str) -> Iterator[str]:
    """Yield what pieces are called now, those that were split as what they became."""
    heirs = sides.heirs_in(journey)
    for target in targets:
        yield from heirs.get(target) or (sides.renames.follow("item", target, journey),)


SHAPES: Final[Mapping[str, Callable[[Own, Pair, Sides], Iterator[Fact]]]] = {
    "aliases": compare_aliases,
    "alt": compare_alt,
    "blueprint": compare_blueprint,
    "branches": compare_branches,
    "cast": compare_cast,
    "columns": compare_columns,
    "connections": compare_connections,
    "custom": compare_custom,
    "deprecation": compare_deprecation,
    "emotions": compare_emotions,
    "image": compare_image,
    "images": compare_images,
    "links": compare_links,
    "moment": compare_moment,
    "moves": compare_moves,
    "objective": compare_objective,
    "personalization": compare_personalization,
    "scale": compare_scale_of_emotions,
    "settings": compare_settings,
    "stages": compare_stages,
    "status": compare_status,
    "target": compare_target,
    "theme": compare_theme,
    "thoughts": compare_thoughts,
    "touchpoints": compare_touchpoints,
    "visibility": compare_visibility,
}
"""Name of the shape in the tables → who compares it."""

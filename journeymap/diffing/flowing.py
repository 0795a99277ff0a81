"""Compares the order of a journey and the ways through it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journeymap.diffing.changes import Fact
from journeymap.diffing.fields import Own
from journeymap.diffing.sides import Pair, Sides
from journeymap.diffing.tables import compare_fields
from journeymap.model import Branch, Touchpoint


def compare_stages(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield which stages stand elsewhere in the order."""
    yield from _compare_places("stage", spec.name, pair, sides)


def compare_touchpoints(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield which touchpoints stand elsewhere in the order of their stage."""
    yield from _compare_places("touchpoint", spec.name, pair, sides)


def _compare_places(kind: str, name: str, pair: Pair, sides: Sides) -> Iterator[Fact]:
    old, new = getattr(pair.before, name), getattr(pair.after, name)
    positions = {id(item): position for position, item in enumerate(new)}
    stayed = [
        (item, new[positions[place]]) for item in old if (place := sides.partners.get(id(item))) in positions
    ]
    if not stayed:
        return
    here = {id(item) for _, item in stayed}
    names = {id(item): min(before.id, item.id) for before, item in stayed}
    first = [names[id(item)] for _, item in stayed]
    second = [names[id(item)] for item in new if id(item) in here]
    kept = find_kept_order(first, second)
    for before, item in stayed:
        if names[id(item)] not in kept:
            path = f"{pair.entity.path}/{kind}:{item.id}"
            stage = item.id if kind == "stage" else pair.entity.stage
            entity = pair.entity._replace(kind=kind, path=path, title=item.title, stage=stage)
            inner = pair._replace(
                before=before, after=item, entity=entity, base=before.at, head=item.at, at=pair.entity.title
            )
            places = old.index(before) + 1, positions[id(item)] + 1
            edge = (
                {"edge": edge} if kind == "stage" and (edge := _edge_of(places, len(old), len(new))) else {}
            )
            yield inner.tell(f"{kind}-reordered", *places, **edge)


def _edge_of(places: tuple[int, int], old: int, new: int) -> str:
    if 1 in places:
        return "first"
    return "last" if places[0] == old or places[1] == new else ""


def find_kept_order(first: Sequence[str], second: Sequence[str]) -> frozenset[str]:
    """Return as many names as possible that two orders of them agree about.

    Of several such choices the one whose names come first in the alphabet is taken, whichever order is
    asked first: what moved one way moved back the other way.
    """
    if first == second:
        return frozenset(first)
    ranks = {name: rank for rank, name in enumerate(sorted(first, reverse=True))}
    position = {name: place for place, name in enumerate(second)}
    # Weights that no two different sets share make the best choice the only one.
    best: list[tuple[int, int, tuple[Any, ...] | None]] = []
    for place, name in enumerate(first):
        before = max(
            (
                (*best[each][:2], best[each])
                for each in range(place)
                if position[first[each]] < position[name]
            ),
            key=lambda found: found[:2],
            default=(0, 0, None),
        )
        best.append((before[0] + 1, before[1] + (1 << ranks[name]), (name, before[2])))
    chain: Any = max(best, key=lambda found: found[:2])[2]
    kept = []
    while chain is not None:
        kept.append(chain[0])
        chain = chain[1][2] if chain[1] is not None else None
    return frozenset(kept)


def compare_branches(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield which ways on came and went, and whose share or condition changed."""
    journey = pair.entity.journey
    old = [_follow(branch, sides, journey) for branch in _ways_of(pair.before, sides)]
    new = list(_ways_of(pair.after, sides))
    pairs = _pair_ways(old, new, sides.heirs_in(journey))
    gone = [branch for branch in old if all(branch is not one for one, _ in pairs)]
    come = [branch for branch in new if all(branch is not other for _, other in pairs)]
    if sides.splits.get(journey):
        gone, come = _without_echoes(gone, come, pair, sides)
    for one, other in pairs:
        inner = pair.inside(one, other, spec.name)._replace(who=name_way(other))
        yield from compare_fields(
            inner._replace(context={**inner.context, **_titles(other, pair, sides)}), sides
        )
    for branch in gone:
        way = name_way(branch)
        inner = pair.inside(branch, branch, spec.name)._replace(head=pair.head)
        ref, name = ("journey", branch.journey) if branch.journey else ("item", branch.exit or branch.to)
        gone_too = sides.find_gone(ref, name, journey)
        yield inner.tell("branch-removed", way, None, about=way, **_titles(branch, pair, sides), **gone_too)
    for branch in come:
        way = name_way(branch)
        inner = pair.inside(branch, branch, spec.name)._replace(base=pair.base)
        yield inner.tell("branch-added", None, way, about=way, **_titles(branch, pair, sides))
    if len(pairs) == len(old) == len(new):
        became = {id(one): other for one, other in pairs}
        orders = [name_way(became[id(branch)]) for branch in old], [name_way(branch) for branch in new]
        if orders[0] != orders[1]:
            yield pair.tell("order-changed", *map(tuple, orders), key=spec.name, about="ways on")


def name_way(branch: Branch) -> str:
    """Return where a branch leads, as text: an id, or an exit or another journey with its kind."""
    if branch.exit:
        return f"exit:{branch.exit}"
    return f"journey:{branch.journey}" if branch.journey else branch.to


def _ways_of(touchpoint: Touchpoint, sides: Sides) -> tuple[Branch, ...]:
    """Return the ways on from a touchpoint; one that does not say leads to the following one."""
    if touchpoint.next is not None:
        return touchpoint.next
    following = sides.implied.get(id(touchpoint))
    return (Branch(to=following, at=touchpoint.at),) if following else ()


def _follow(branch: Branch, sides: Sides, journey: str) -> Branch:
    follow = sides.renames.follow
    return branch._replace(
        to=follow("item", branch.to, journey),
        exit=follow("item", branch.exit, journey),
        journey=follow("journey", branch.journey, journey),
    )


def _pair_ways(
    old: list[Branch], new: list[Branch], heirs: Mapping[str, tuple[str, ...]]
) -> list[tuple[Branch, Branch]]:
    """Return the branches that lead to the same place, those with the same condition first.

    Where a place became several, a way to one of these is the way that led there.
    """

    def says_the_same(one: Branch, other: Branch) -> bool:
        return (name_way(one), one.when) == (name_way(other), other.when)

    def leads_to_the_same(one: Branch, other: Branch) -> bool:
        return name_way(one) == name_way(other)

    def leads_to_an_heir(one: Branch, other: Branch) -> bool:
        return name_way(other) in heirs.get(name_way(one), ())

    left, right, pairs = list(old), list(new), []
    for is_same in (says_the_same, leads_to_the_same, leads_to_an_heir):
        for one in tuple(left):
            other = next((each for each in right if is_same(one, each)), None)
            if other is not None:
                pairs.append((one, other))
                left = [each for each in left if each is not one]
                right = [each for each in right if each is not other]
    return pairs


def _without_echoes(
    gone: list[Branch], come: list[Branch], pair: Pair, sides: Sides
) -> tuple[list[Branch], list[Branch]]:
    """Return the ways that came and went, without those of which a split or a merge is the cause.

    A way within what is one place now is no way any more; what became a part of a place brings its ways
    along; two ways to what was merged are one.
    """
    journey, here = pair.entity.journey, pair.after.id
    splits = sides.splits[journey]
    heirs = sides.heirs_in(journey)
    merged = {target for targets in heirs.values() for target in targets}
    kept = {name_way(branch) for branch in _ways_of(pair.after, sides)}
    left = [
        branch for branch in gone if not (name_way(branch) in merged and name_way(branch) in {here, *kept})
    ]
    brought = {
        name
        for source, targets in splits
        if isinstance(source.value, Touchpoint) and here in (part.value.id for part in targets)
        for branch in _ways_of(source.value, sides)
        for way in (name_way(_follow(branch, sides, journey)),)
        for name in heirs.get(way, (way,))
    }
    within = {target for targets in heirs.values() if here in targets for target in targets}
    return left, [branch for branch in come if name_way(branch) not in brought | within]


def _titles(branch: Branch, pair: Pair, sides: Sides) -> dict[str, Any]:
    way = name_way(branch)
    ref = "journey" if branch.journey else "item"
    title = sides.title(ref, branch.journey or branch.exit or branch.to, pair.entity.journey)
    return {"titles": {way: title}} if title else {}

"""Two journeys side by side, as it is and as it is to be: what was added, taken away, moved, felt otherwise.

Touchpoints are the same when they have the same id, or when the newer one once had the older one's.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from journeymap.model.claims import Number, Pain
from journeymap.model.journey import Journey, Stage, Touchpoint
from journeymap.model.summaries import journey_score, touchpoint_score
from journeymap.named_tuples import NamedTuple

Change: TypeAlias = Literal["added", "removed", "moved", "same"]


class Pair(NamedTuple):
    """A touchpoint as it is and as it is to be, one of them missing where it was added or taken away.

    ``resolved`` are the pains that it no longer has, ``new`` those that it did not have.
    """

    before: Touchpoint | None
    after: Touchpoint | None
    change: Change
    resolved: tuple[Pain, ...] = ()
    new: tuple[Pain, ...] = ()

    @property
    def scores(self) -> tuple[Number | None, Number | None]:
        """The scores before and after, nothing where nobody gave one."""
        return (
            touchpoint_score(self.before) if self.before else None,
            touchpoint_score(self.after) if self.after else None,
        )


class Comparison(NamedTuple):
    """Two journeys with their touchpoints in pairs, in the order of the newer one."""

    before: Journey
    after: Journey
    pairs: tuple[Pair, ...]

    @property
    def scores(self) -> tuple[Number | None, Number | None]:
        """The mean feelings of both journeys."""
        return journey_score(self.before), journey_score(self.after)

    def count(self, change: Change) -> int:
        """Return how many touchpoints changed in a way."""
        return sum(1 for pair in self.pairs if pair.change == change)


class _Spot(NamedTuple):
    stage: Stage
    touchpoint: Touchpoint


def compare_journeys(before: Journey, after: Journey) -> Comparison:
    """Return two journeys in comparison; what was taken away stands behind what it used to follow."""
    old = [_Spot(stage, touchpoint) for stage in before.stages for touchpoint in stage.touchpoints]
    new = [_Spot(stage, touchpoint) for stage in after.stages for touchpoint in stage.touchpoints]
    places = _match(old, new, after)
    stages = _names_of(after.stages)
    at_home = [
        place
        for spot in new
        if (place := places.get(spot.touchpoint.id)) is not None
        and stages.get(old[place].stage.id) == spot.stage.id
    ]
    stayed = _longest_rise(at_home)
    kept = {
        place: spot.touchpoint.id for spot in new if (place := places.get(spot.touchpoint.id)) is not None
    }
    gone = _group_removed(old, kept)
    left = {pain.id for spot in new for pain in spot.touchpoint.pains if pain.id}
    had = {pain.id for spot in old for pain in spot.touchpoint.pains if pain.id}

    pairs = [*gone.get("", ())]
    for spot in new:
        place = places.get(spot.touchpoint.id)
        if place is None:
            pairs.append(Pair(None, spot.touchpoint, "added", (), spot.touchpoint.pains))
            continue
        change: Change = "same" if place in stayed else "moved"
        pairs.append(_pair(old[place].touchpoint, spot.touchpoint, change))
        pairs.extend(gone.get(spot.touchpoint.id, ()))
    return Comparison(before, after, tuple(_without_moved_pains(pair, left, had) for pair in pairs))


def _match(old: Sequence[_Spot], new: Sequence[_Spot], after: Journey) -> dict[str, int]:
    """Return, by the id of a newer touchpoint, where the older one stands that it was."""
    places = {spot.touchpoint.id: place for place, spot in enumerate(old)}
    once: dict[str, list[str]] = {}
    for move in after.moved:
        for target in move.targets:
            once.setdefault(target, []).append(move.source)
    found: dict[str, int] = {}
    for spot in new:
        id = spot.touchpoint.id
        names = (id, *spot.touchpoint.aliases, *once.get(id, ()))
        known = next((name for name in names if name in places), None)
        if known is not None:
            found[id] = places.pop(known)
    return found


def _names_of(stages: Iterable[Stage]) -> Mapping[str, str]:
    """Return the id that a stage has today by each id it ever had."""
    return {name: stage.id for stage in stages for name in (*stage.aliases, stage.id)}


def _longest_rise(places: Sequence[int]) -> set[int]:
    """Return the most places that are in their old order: what is not among them has moved."""
    tails: list[int] = []
    before: list[int] = []
    ends: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(tails, place)
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [index]
        before.append(ends[length - 1] if length else -1)
    found: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        found.add(places[index])
        index = before[index]
    return found


def _group_removed(old: Sequence[_Spot], kept: Mapping[int, str]) -> dict[str, list[Pair]]:
    """Return what was taken away by the newer touchpoint that it stands behind."""
    gone: dict[str, list[Pair]] = {}
    last = ""
    for place, spot in enumerate(old):
        if place in kept:
            last = kept[place]
        else:
            pair = Pair(spot.touchpoint, None, "removed", spot.touchpoint.pains)
            gone.setdefault(last, []).append(pair)
    return gone


def _pair(before: Touchpoint, after: Touchpoint, change: Change) -> Pair:
    now = {name for pain in after.pains for name in _names(pain)}
    once = {name for pain in before.pains for name in _names(pain)}
    resolved = tuple(pain for pain in before.pains if not now & _names(pain))
    new = tuple(pain for pain in after.pains if not once & _names(pain))
    return Pair(before, after, change, resolved, new)


def _names(pain: Pain) -> set[str]:
    """Return what a pain is known by: its ids, or its words where it has none."""
    return {pain.id, *pain.aliases} if pain.id else {pain.text}


def _without_moved_pains(pair: Pair, left: set[str], had: set[str]) -> Pair:
    """Return a pair without the pains that only went to another touchpoint."""
    return pair._replace(
        resolved=tuple(pain for pain in pair.resolved if not pain.id or pain.id not in left),
        new=tuple(pain for pain in pair.new if not pain.id or pain.id not in had),
    )

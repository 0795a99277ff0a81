"""The journeys of a review: both states of each, touchpoint beside touchpoint, with what changed in it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from journeymap.diffing.changes import Level
from journeymap.diffing.parts import words_of
from journeymap.model import Journey, Pain, Stage, Touchpoint
from journeymap.model.comparing import Pair, compare_journeys
from journeymap.model.journey import Move
from journeymap.named_tuples import NamedTuple
from journeymap.reviewing.dossier import Dossier, Located

Mark: TypeAlias = Literal["added", "removed", "moved", "changed", "same"]

SIGNS: Mapping[Mark, str] = {"added": "+", "removed": "−", "moved": "→", "changed": "≠", "same": ""}  # noqa: RUF001
"""What happened to something → its sign."""


class Step(NamedTuple):
    """A touchpoint on both sides; ``stage`` is the one it stands in now, or stood in before it was removed.

    ``number`` is that stage's, from 1. ``into`` is the touchpoint that a removed one became a part of.
    """

    pair: Pair
    mark: Mark
    stage: Stage
    number: int
    into: Touchpoint | None = None

    @property
    def touchpoint(self) -> Touchpoint:
        """The touchpoint as it is, or as it was where it is gone."""
        touchpoint = self.pair.after or self.pair.before
        assert touchpoint is not None
        return touchpoint

    @property
    def is_same(self) -> bool:
        """Whether nothing about it changed."""
        return self.mark == "same"


class JourneyReview(NamedTuple):
    """A journey on both sides, its steps in order, the changes in it, and those elsewhere that reach it."""

    id: str
    before: Journey | None
    after: Journey | None
    steps: tuple[Step, ...]
    changes: tuple[Located, ...]
    reached: tuple[Located, ...] = ()

    @property
    def journey(self) -> Journey:
        """The journey as it is, or as it was where it is gone."""
        journey = self.after or self.before
        assert journey is not None
        return journey

    def split_pains(self, gone: Iterable[Pain]) -> tuple[list[Pain], list[Pain]]:
        """Return which pains that are gone were resolved, and which were only taken out of the map.

        Of those a change asks what resolved them.
        """
        asked = {
            each.change.fact.before
            for each in self.changes
            if each.change.id == "pain-removed" and each.change.level > Level.INFO
        }
        resolved: list[Pain] = []
        removed: list[Pain] = []
        for pain in gone:
            (removed if words_of(pain) in asked else resolved).append(pain)
        return resolved, removed

    @property
    def is_passed_on(self) -> bool:
        """Whether nothing was changed in the journey itself: it changes with something that it uses."""
        return not self.changes and self.mark == "changed"

    @property
    def mark(self) -> Mark:
        """What happened to the journey as a whole."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"


def review_journeys(dossier: Dossier) -> tuple[JourneyReview, ...]:
    """Return the journeys that changed, the gravest first, then in the order of the newer side."""
    homes, reach = _index(dossier.shown)
    found = []
    for before, after in _pair_journeys(dossier):
        ids = dict.fromkeys(journey.id for journey in (after, before) if journey)
        own = tuple(each for id in ids for each in homes.get(id, ()))
        if own or before != after:
            reached = tuple(each for id in ids for each in reach.get(id, ()))
            found.append(_review(dossier, before, after, own, reached))
    return tuple(sorted(found, key=_gravity))


def name_parts(journey: Journey) -> dict[str, str]:
    """Return the titles of the stages and touchpoints of a journey by id."""
    stages = {stage.id: stage.title for stage in journey.stages}
    return {**stages, **{touchpoint.id: touchpoint.title for touchpoint in journey.touchpoints()}}


def list_others(dossier: Dossier, reviews: tuple[JourneyReview, ...]) -> tuple[Located, ...]:
    """Return the changes that stand in no journey of the review."""
    known = {id(each) for review in reviews for each in review.changes}
    return tuple(each for each in dossier.shown if id(each) not in known)


def _pair_journeys(dossier: Dossier) -> Iterator[tuple[Journey | None, Journey | None]]:
    old = {journey.id: journey for journey in dossier.before.journeys}
    for after in dossier.after.journeys:
        name = next((name for name in (after.id, *after.aliases) if name in old), "")
        yield old.pop(name, None), after
    yield from ((before, None) for before in old.values())


def _index(changes: tuple[Located, ...]) -> tuple[dict[str, list[Located]], dict[str, list[Located]]]:
    """Return the changes by the journey they are in, and by the other journeys that they reach."""
    homes: dict[str, list[Located]] = {}
    reach: dict[str, list[Located]] = {}
    for each in changes:
        home = _home(each)
        homes.setdefault(home, []).append(each)
        paths = (path.partition("/")[0] for path in each.change.fact.affects)
        for id in dict.fromkeys(path.removeprefix("journey:") for path in paths):
            if id != home:
                reach.setdefault(id, []).append(each)
    return homes, reach


def _home(located: Located) -> str:
    """Return the id of the journey that a change is in, that of a journey itself included."""
    entity = located.change.fact.entity
    own = entity.path.partition("/")[0].removeprefix("journey:") if entity.kind == "journey" else ""
    return entity.journey or own


def _gravity(review: JourneyReview) -> int:
    return -max((int(each.change.level) for each in review.changes), default=-1)


def _review(
    dossier: Dossier,
    before: Journey | None,
    after: Journey | None,
    own: tuple[Located, ...],
    reached: tuple[Located, ...],
) -> JourneyReview:
    known = after or before
    assert known is not None
    nobody = known._replace(stages=(), moved=())
    pairs = compare_journeys(before or nobody, after or nobody).pairs
    base = dossier.after.journey(known.extends) if known.extends else None
    moved = (*(base.moved if base else ()), *known.moved)
    return JourneyReview(known.id, before, after, tuple(_steps(before, after, pairs, moved)), own, reached)


def _steps(
    before: Journey | None, after: Journey | None, pairs: tuple[Pair, ...], moved: tuple[Move, ...]
) -> Iterator[Step]:
    """Yield the pairs with their stages; what was removed stands with what it stood beside."""
    now, once = _stages_of(after), _stages_of(before)
    targets = {move.source: move.targets for move in moved}
    known = {touchpoint.id: touchpoint for touchpoint in after.touchpoints()} if after else {}
    for pair in pairs:
        if pair.after:
            stage, number = now[pair.after.id]
            yield Step(pair, _mark(pair), stage, number)
            continue
        assert pair.before is not None
        stage, number = once[pair.before.id]
        heirs = (known.get(target) for target in targets.get(pair.before.id, ()))
        yield Step(pair, "removed", stage, number, next(filter(None, heirs), None))


def _stages_of(journey: Journey | None) -> dict[str, tuple[Stage, int]]:
    stages = enumerate(journey.stages if journey else (), start=1)
    return {touchpoint.id: (stage, number) for number, stage in stages for touchpoint in stage.touchpoints}


def _mark(pair: Pair) -> Mark:
    if pair.change == "same" and pair.before != pair.after:
        return "changed"
    return pair.change

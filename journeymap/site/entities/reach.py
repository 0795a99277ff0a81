"""How far something reaches: the journeys, stages, touchpoints and people that its uses speak of."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from journeymap.model import Journey, Pain, Stage, Touchpoint
from journeymap.model.summaries import journey_score, mean, stage_score, touchpoint_score
from journeymap.model.uses import Use

_SEVERITIES: Final = ("critical", "high", "medium", "low")


class Spot(NamedTuple):
    """A touchpoint with the stage and journey it stands in."""

    journey: Journey
    stage: Stage
    touchpoint: Touchpoint


class Reach(NamedTuple):
    """What uses reach in what is there today; ``score`` is the mean of the touchpoints' scores."""

    journeys: tuple[Journey, ...]
    stages: int
    spots: tuple[Spot, ...]
    score: float | None

    @property
    def moments(self) -> int:
        """How many of the touchpoints are moments of truth."""
        return sum(spot.touchpoint.moment_of_truth for spot in self.spots)


def is_today(journey: Journey) -> bool:
    """Say whether a journey tells how it is, and not how it was or shall be."""
    return journey.state == "current" and journey.status != "retired"


def measure_reach(uses: Iterable[Use]) -> Reach:
    """Return what uses reach, each journey, stage and touchpoint once; of what is there today only."""
    journeys: dict[str, Journey] = {}
    stages: set[tuple[str, str]] = set()
    found: dict[tuple[str, str], Spot] = {}
    for use in uses:
        if use.journey is None or not is_today(use.journey):
            continue
        journeys[use.journey.id] = use.journey
        if use.stage:
            stages.add((use.journey.id, use.stage.id))
        for spot in spots_of(use):
            found[spot.journey.id, spot.touchpoint.id] = spot
    spots = tuple(found.values())
    score = mean(touchpoint_score(spot.touchpoint) for spot in spots)
    return Reach(tuple(journeys.values()), len(stages), spots, score)


def spots_of(use: Use) -> Iterator[Spot]:
    """Yield the touchpoints of a use: the one it stands at, or those of a stage that is named itself."""
    if use.journey is None or use.stage is None:
        return
    if use.touchpoint:
        yield Spot(use.journey, use.stage, use.touchpoint)
    elif use.item is use.stage:
        for touchpoint in use.stage.touchpoints:
            yield Spot(use.journey, use.stage, touchpoint)


def score_of(uses: Iterable[Use]) -> float | None:
    """Return how it feels where uses are: at their touchpoints, else in their stages, else all along."""
    touchpoints, stages, journeys = {}, {}, {}
    for use in uses:
        if use.touchpoint:
            touchpoints[use.touchpoint.id] = use.touchpoint
        elif use.stage:
            stages[use.stage.id] = use.stage
        elif use.journey:
            journeys[use.journey.id] = use.journey
    if touchpoints:
        return mean(map(touchpoint_score, touchpoints.values()))
    return mean(map(stage_score, stages.values())) if stages else mean(map(journey_score, journeys.values()))


def gravity_of(pain: Pain) -> int:
    """Return where a pain stands among others: the gravest first, those that nobody judged last."""
    return _SEVERITIES.index(pain.severity) if pain.severity else len(_SEVERITIES)


def drop_copies(parts: Iterable[tuple[Journey, Any]]) -> list[tuple[Journey, Any]]:
    """Return parts of journeys without those that a journey took over from the one it extends as they are."""
    all_parts = list(parts)
    known: dict[tuple[str, type, str], list[Any]] = {}
    for journey, part in all_parts:
        known.setdefault((journey.id, type(part), part.id), []).append(part)
    return [
        (journey, part)
        for journey, part in all_parts
        if not journey.extends or part not in known.get((journey.extends, type(part), part.id), ())
    ]

"""Paths through a journey: the main one, the worst one, every way out, and what the shares add up to.

A journey is read as an absorbing Markov chain: where people go depends on where they are, not on how they
came there. Loops are solved and never cut off. Scores are canonical, from -2 to +2, because means over
a scale with two sides of different length would say something else on each side.
"""

from collections.abc import Mapping
from typing import Final

from journeymap.model.crowds import Crowd, find_endless, spread_crowd
from journeymap.model.feelings import mean, persona_score, touchpoint_score
from journeymap.model.journey import Journey
from journeymap.model.settings import EmotionScale
from journeymap.model.ways import End, Way, Ways, find_ways
from journeymap.model.worst_ways import find_worst_way
from journeymap.named_tuples import NamedTuple

__all__ = ["End", "Path", "Strays", "Walk", "find_strays", "walk_journey"]

_USUAL_SCALE: Final = EmotionScale()


class Path(NamedTuple):
    """A way through a journey that comes nowhere twice.

    ``end`` is nothing where it could only go on in circles. ``emotion`` is the mean canonical score of
    its scored touchpoints, ``probability`` that of taking exactly this path, nothing where a share is
    unknown. ``exact`` is false for the worst path found where looking at all of them would take too long.
    """

    touchpoints: tuple[str, ...]
    end: End | None
    emotion: float | None = None
    probability: float | None = None
    exact: bool = True


class Walk(NamedTuple):
    """Everything that the paths of a journey tell, for everyone or for one persona.

    ``completion`` is the probability of achieving the goal: completed, or out by an exit whose outcome is
    ``achieved``. ``expected_visits`` counts how often somebody who starts comes by a touchpoint, ``reach``
    is the probability of ever doing so. ``expected_emotion`` is the mean canonical score of all moments
    that people live through: the sum of visits times score over the sum of visits, of what is scored.
    ``unreachable`` are the touchpoints that no way leads to, ``endless`` those that no end can be reached
    from. A number is nothing wherever it hangs on a share that nobody knows.
    """

    main: Path | None
    worst: Path | None
    ends: tuple[End, ...]
    completion: float | None
    expected_visits: Mapping[str, float | None]
    reach: Mapping[str, float | None]
    expected_emotion: float | None
    unreachable: tuple[str, ...]
    endless: tuple[str, ...]

    @property
    def success(self) -> float | None:
        """The completion where it tells something, else nothing.

        A journey with one way out says nothing about who takes it, and one of whose ways out none
        achieves the goal does not say what achieving it would be.
        """
        is_told = len(self.ends) > 1 and any(end.outcome == "achieved" for end in self.ends)
        return self.completion if is_told else None


class Strays(NamedTuple):
    """The touchpoints that are off every way: ``unreachable`` from the start, and without an end in reach."""

    unreachable: tuple[str, ...]
    endless: tuple[str, ...]


def find_strays(journey: Journey) -> Strays:
    """Return the touchpoints that no way leads to, and those that no end can be reached from."""
    ways = find_ways(journey)
    return _name_strays(ways, _find_reachable(ways), find_endless(ways))


def walk_journey(journey: Journey, persona: str = "", *, scale: EmotionScale = _USUAL_SCALE) -> Walk:
    """Return what the paths of a journey tell; with a persona, of what concerns that persona.

    ``scale`` is the one that the scores are on. Touchpoints that do not concern the persona are passed
    along: see ``find_ways``.
    """
    ways = find_ways(journey, persona)
    scores = _canonical_scores(ways, persona, scale)
    crowd = spread_crowd(ways, range(len(ways.ends)), len(ways.ends))
    ids = [touchpoint.id for touchpoint in ways.touchpoints]
    reachable = _find_reachable(ways)
    endless = find_endless(ways)
    strays = _name_strays(ways, reachable, endless)
    ways = ways._replace(ends=_describe_ends(ways, crowd, reachable, endless))
    return Walk(
        main=_follow_main_way(ways, scores, endless),
        worst=_follow_worst_way(ways, scores, endless),
        ends=tuple(end for end in ways.ends if end.taken_at),
        completion=_complete(ways, crowd),
        expected_visits=dict(zip(ids, crowd.visits, strict=True)),
        reach=dict(zip(ids, crowd.reach, strict=True)),
        expected_emotion=_expect_emotion(crowd, scores, reachable),
        unreachable=strays.unreachable,
        endless=strays.endless,
    )


def _name_strays(ways: Ways, reachable: set[int], endless: frozenset[int]) -> Strays:
    ids = [touchpoint.id for touchpoint in ways.touchpoints]
    return Strays(
        unreachable=tuple(id for number, id in enumerate(ids) if number not in reachable),
        endless=tuple(id for number, id in enumerate(ids) if number in endless),
    )


def _canonical_scores(ways: Ways, persona: str, scale: EmotionScale) -> list[float | None]:
    scores = (
        persona_score(touchpoint, persona) if persona else touchpoint_score(touchpoint)
        for touchpoint in ways.touchpoints
    )
    return [None if score is None else scale.canonical(score) for score in scores]


def _find_reachable(ways: Ways) -> set[int]:
    """Return the touchpoints that some way leads to, be its share nought."""
    found: set[int] = set()
    pending = [] if ways.start is None else [ways.start]
    while pending:
        number = pending.pop()
        if number not in found:
            found.add(number)
            pending += [way.head for way in ways.ways[number] if way.head >= 0]
    return found


def _describe_ends(ways: Ways, crowd: Crowd, reachable: set[int], endless: frozenset[int]) -> tuple[End, ...]:
    """Return the ends with their probabilities, and with the touchpoints that people take them from."""
    tails: list[list[str]] = [[] for _ in ways.ends]
    for number in sorted(reachable):
        heads = {way.head for way in ways.live[number] if way.head < 0}
        heads |= {-len(ways.ends)} if number in endless else set()
        for head in heads:
            tails[-1 - head].append(ways.touchpoints[number].id)
    return tuple(
        end._replace(probability=probability, taken_at=tuple(taken_at))
        for end, probability, taken_at in zip(ways.ends, crowd.ends, tails, strict=True)
    )


def _complete(ways: Ways, crowd: Crowd) -> float | None:
    """Return the probability of achieving the goal."""
    if ways.start is None:
        return None
    if None in crowd.ends:
        # Nobody knows how people leave, and yet perhaps how many of them achieve their goal.
        return spread_crowd(ways, [int(end.outcome == "achieved") for end in ways.ends], 2).ends[1]
    return sum((end.probability or 0.0 for end in ways.ends if end.outcome == "achieved"), 0.0)


def _expect_emotion(crowd: Crowd, scores: list[float | None], reachable: set[int]) -> float | None:
    known = [
        (crowd.visits[n], score) for n, score in enumerate(scores) if score is not None and n in reachable
    ]
    visits = [times for times, _ in known if times is not None]
    total = sum(visits)
    if not total or len(visits) < len(known):
        return None
    return sum((times or 0) * score for times, score in known) / total


def _follow_main_way(ways: Ways, scores: list[float | None], endless: frozenset[int]) -> Path | None:
    """Return the path that takes the largest share at each branch, and the first one listed without shares.

    It comes nowhere twice: where the likeliest way leads back, or to where all ways lead back, it takes
    the next best. Where no end can be reached, it stops before it would go round.
    """
    if ways.start is None:
        return None
    caught = -len(ways.ends)
    path: list[int] = [ways.start]
    seen = {ways.start}
    pending = [iter(_by_preference(ways, ways.start))]
    while True:
        head = next((way.head for way in pending[-1] if way.head not in seen and way.head != caught), None)
        if head is None and ways.start in endless:
            break
        if head is None:
            # The touchpoint is given up for good: it leads back to the path, or to others given up.
            pending.pop()
            path.pop()
        elif head < 0:
            return _write_path(ways, scores, path, head)
        else:
            seen.add(head)
            path.append(head)
            pending.append(iter(_by_preference(ways, head)))
    return _write_path(ways, scores, path, None)


def _by_preference(ways: Ways, number: int) -> list[Way]:
    return sorted(ways.live[number], key=lambda way: -(way.share or 0))


def _follow_worst_way(ways: Ways, scores: list[float | None], endless: frozenset[int]) -> Path | None:
    """Return the path to an end with the lowest mean emotion, if any path has a scored touchpoint."""
    if ways.start is None or ways.start in endless:
        return None
    found = find_worst_way(ways, scores, endless)
    if found is None:
        return None
    path = _write_path(ways, scores, found.touchpoints, found.end)
    return path._replace(exact=found.exact)


def _write_path(ways: Ways, scores: list[float | None], numbers: list[int], head: int | None) -> Path:
    probability: float | None = 1.0
    heads = [*numbers[1:], head]
    for number, onward in zip(numbers, heads, strict=True):
        share = next((way.share for way in ways.ways[number] if way.head == onward), 1.0)
        probability = None if probability is None or share is None else probability * share
    return Path(
        tuple(ways.touchpoints[number].id for number in numbers),
        None if head is None else ways.ends[-1 - head],
        mean(scores[number] for number in numbers),
        probability,
    )

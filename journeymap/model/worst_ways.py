"""The worst path: of all that come nowhere twice and lead to an end, the one with the lowest mean score.

The mean is a ratio, found as Dinkelbach does (*Management Science* 13, 1967): ask for the path whose
scores, each less the lowest mean so far, add up to least, until nothing is below nought. Without loops each
question takes one pass over the touchpoints. Inside a loop all paths are tried, those that cannot become
the lowest cut off; that can take for ever, which is why it is counted.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from journeymap.model.chains import find_components
from journeymap.model.ways import Ways
from journeymap.named_tuples import NamedTuple

MOST_STEPS: Final = 50_000
"""How many ways each question may look at inside loops before the best path found has to do."""

_DUST: Final = 1e-9
"""What a mean has to be lower by to be another one."""


class WorstWay(NamedTuple):
    """The path by number of touchpoint, the end that it leads to, and whether there is none worse."""

    touchpoints: list[int]
    end: int
    exact: bool


class _Rest(NamedTuple):
    """The lightest way from a touchpoint to an end: what it weighs, and how it gets out of its component."""

    weight: float
    touchpoints: tuple[int, ...]
    head: int


def find_worst_way(
    ways: Ways, scores: Sequence[float | None], endless: frozenset[int], *, most_steps: int = MOST_STEPS
) -> WorstWay | None:
    """Return the path from the start to an end with the lowest mean score, if any has a score."""
    assert ways.start is not None
    search = _Search(ways, endless, most_steps)
    # Above every score, so that the first path has one if any path has.
    lowest = max((score for score in scores if score is not None), default=0.0) + 1
    worst: WorstWay | None = None
    while True:
        weights = [0.0 if score is None else score - lowest for score in scores]
        path, end, exact = search.find_lightest(ways.start, weights)
        known = [score for number in path if (score := scores[number]) is not None]
        mean = sum(known) / len(known) if known else lowest
        if mean > lowest - _DUST:
            return worst._replace(exact=exact) if worst else None
        lowest, worst = mean, WorstWay(path, end, exact)


class _Search:
    """The search for lightest paths in one graph."""

    def __init__(self, ways: Ways, endless: frozenset[int], most_steps: int) -> None:
        assert ways.start is not None
        caught = {-1 - place for place, end in enumerate(ways.ends) if end.kind == "caught"}
        closed = endless | caught
        self._heads = [
            [way.head for way in ways.live[number] if way.head not in closed]
            for number in range(len(ways.ways))
        ]
        inner = [[head for head in heads if head >= 0] for heads in self._heads]
        self._components = [each for each in find_components(inner) if each[0] not in endless]
        component_of = {number: each[0] for each in self._components for number in each}
        self._entrances = {ways.start} | {
            head
            for number, component in component_of.items()
            for head in inner[number]
            if component_of[head] != component
        }
        self._most_steps = most_steps
        self._steps = 0

    def find_lightest(self, start: int, weights: Sequence[float]) -> tuple[list[int], int, bool]:
        """Return the path from the start to an end whose weights add up to least, that end, and its proof.

        The proof is whether all paths were looked at, or cut off for a reason.
        """
        self._steps = 0
        rests: dict[int, _Rest] = {}
        for component in self._components:
            out = self._ways_out(component, rests)
            for number in component:
                if number in self._entrances:
                    rests[number] = self._cross(number, frozenset(component), weights, out)
        path: list[int] = []
        head = start
        while head >= 0:
            path += rests[head].touchpoints
            head = rests[head].head
        return path, head, self._steps <= self._most_steps

    def _ways_out(self, component: Sequence[int], rests: Mapping[int, _Rest]) -> dict[int, tuple[float, int]]:
        """Return the lightest way on out of a component, for each touchpoint that has one."""
        inside = set(component)
        found: dict[int, tuple[float, int]] = {}
        for number in component:
            for head in self._heads[number]:
                weight = rests[head].weight if head >= 0 and head not in inside else 0.0
                if head not in inside and (number not in found or weight < found[number][0]):
                    found[number] = (weight, head)
        return found

    def _cross(
        self,
        start: int,
        inside: frozenset[int],
        weights: Sequence[float],
        out: Mapping[int, tuple[float, int]],
    ) -> _Rest:
        """Return the lightest way from a touchpoint out of its component and on to an end."""
        if len(inside) == 1:
            return _Rest(weights[start] + out[start][0], (start,), out[start][1])
        best = self._shortest(start, inside, weights, out)
        least_rest = min(weight for weight, _ in out.values())
        path: dict[int, None] = {}
        weight = 0.0
        hope = sum(min(weights[number], 0.0) for number in inside)
        pending: list[Iterator[int]] = [iter((start,))]
        while pending and self._steps <= self._most_steps:
            head = next(pending[-1], None)
            if head is None:
                pending.pop()
                if path:
                    left, _ = path.popitem()
                    weight -= weights[left]
                    hope += min(weights[left], 0.0)
                continue
            self._steps += 1
            if head in path or head not in inside:
                continue
            path[head] = None
            weight += weights[head]
            hope -= min(weights[head], 0.0)
            if head in out and weight + out[head][0] < best.weight - _DUST:
                best = _Rest(weight + out[head][0], tuple(path), out[head][1])
            promising = weight + hope + least_rest < best.weight - _DUST
            pending.append(iter(self._heads[head] if promising else ()))
        return best

    def _shortest(
        self,
        start: int,
        inside: frozenset[int],
        weights: Sequence[float],
        out: Mapping[int, tuple[float, int]],
    ) -> _Rest:
        """Return the shortest way out of a component: something to begin with, whatever comes."""
        came_from = {start: start}
        pending = deque([start])
        while pending[0] not in out:
            number = pending.popleft()
            for head in self._heads[number]:
                if head in inside and head not in came_from:
                    came_from[head] = number
                    pending.append(head)
        path = [pending[0]]
        while path[-1] != start:
            path.append(came_from[path[-1]])
        weight, head = out[path[0]]
        return _Rest(weight + sum(weights[number] for number in path), tuple(reversed(path)), head)

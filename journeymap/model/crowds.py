"""How a crowd spreads over a journey: who comes by where, and who leaves how.

Where people choose and nobody knows how, nothing is known about the ways from there, until they meet
again: whatever people choose, all of them come by the place where every choice leads. From there on
numbers are known again; in between they are nothing, and never a guess. A loop too entangled to be solved
in reasonable time counts as one in which nobody knows how people choose.
"""

from collections.abc import Sequence
from functools import cached_property

from journeymap.model.chains import Row, find_components, solve_loop
from journeymap.model.ways import Ways
from journeymap.named_tuples import NamedTuple


class Crowd(NamedTuple):
    """What becomes of those who start: by number of touchpoint, and by group of ends.

    ``visits`` are expected numbers of visits, ``reach`` the probabilities of ever coming by, ``ends`` of
    leaving in one of each group. What nobody knows is nothing; so are the visits to a loop without a way
    out, which have no end.
    """

    visits: tuple[float | None, ...]
    reach: tuple[float | None, ...]
    ends: tuple[float | None, ...]


def spread_crowd(ways: Ways, groups: Sequence[int], count: int) -> Crowd:
    """Return how a crowd spreads; ``groups[n]`` is the number of the group of ``ends[n]``, of ``count``."""
    return _Spreading(ways, groups, count).spread()


def find_endless(ways: Ways) -> frozenset[int]:
    """Return the touchpoints from which no end can be reached."""
    heads = _live_heads(ways)
    leaves = [
        any(way.head < 0 and ways.ends[-1 - way.head].kind != "caught" for way in ways.live[n])
        for n in range(len(ways.ways))
    ]
    endless: set[int] = set()
    for component in find_components(heads):
        onward = (head for number in component for head in heads[number])
        inside = set(component)
        if not any(leaves[number] for number in component) and all(
            head in inside or head in endless for head in onward
        ):
            endless.update(component)
    return frozenset(endless)


def _live_heads(ways: Ways) -> list[list[int]]:
    return [[way.head for way in ways.live[number] if way.head >= 0] for number in range(len(ways.ways))]


class _Spreading:
    """A crowd on its way through the components of a graph.

    Components and groups of ends are units, numbered so that each leads to lower numbers only; -1 is
    where all of them are over.
    """

    def __init__(self, ways: Ways, groups: Sequence[int], count: int) -> None:
        self.ways = ways
        self.groups = groups
        self.first = count
        self.caught = groups[-1]
        self.components = find_components(_live_heads(ways))
        self.unit = {
            number: self.first + place
            for place, component in enumerate(self.components)
            for number in component
        }
        self.inflow: list[Row] = [{} for _ in range(self.first + len(self.components))]
        self.clouded: set[int] = set()
        self.visits: list[float | None] = [0.0] * len(ways.ways)
        self.reach: list[float | None] = [0.0] * len(ways.ways)

    def spread(self) -> Crowd:
        """Let the crowd in at the start and follow it."""
        if self.ways.start is not None:
            self._arrive(self.ways.start, 1.0)
        for unit in reversed(range(self.first, len(self.inflow))):
            if self.inflow[unit]:
                self._pass(unit)
        for number, unit in self.unit.items():
            if unit in self.clouded:
                self.visits[number] = self.reach[number] = None
        ends = (
            None if unit in self.clouded else sum(self.inflow[unit].values(), 0.0)
            for unit in range(self.first)
        )
        return Crowd(tuple(self.visits), tuple(self.reach), tuple(ends))

    def _place(self, head: int) -> int:
        return self.unit[head] if head >= 0 else self.groups[-1 - head]

    def _arrive(self, head: int, crowd: float) -> None:
        arriving = self.inflow[self._place(head)]
        arriving[head] = arriving.get(head, 0.0) + crowd

    def _pass(self, unit: int) -> None:
        component = self.components[unit - self.first]
        inflow = self.inflow[unit]
        crowd = sum(inflow.values())
        live = {number: self.ways.live[number] for number in component}
        if all(self._place(way.head) == unit for ways in live.values() for way in ways):
            # Once inside, people come by everywhere, again and again.
            for number in component:
                self.visits[number], self.reach[number] = None, crowd
            self._meet_at(self.caught, crowd)
        elif any(way.share is None for ways in live.values() for way in ways):
            self._choose(unit, crowd)
        elif len(component) == 1 and all(way.head != component[0] for way in live[component[0]]):
            self.visits[component[0]] = self.reach[component[0]] = crowd
            for way in live[component[0]]:
                self._arrive(way.head, crowd * (way.share or 0))
        else:
            self._go_round(unit, component)

    def _go_round(self, unit: int, component: Sequence[int]) -> None:
        """Solve a loop, and let its crowd out."""
        rows: dict[int, Row] = {number: {} for number in component}
        leaving = dict.fromkeys(component, 0.0)
        for number in component:
            for way in self.ways.live[number]:
                if self._place(way.head) == unit:
                    rows[number][way.head] = way.share or 0
                else:
                    leaving[number] += way.share or 0
        loop = solve_loop(rows, leaving, self.inflow[unit])
        if loop is None:
            self._choose(unit, sum(self.inflow[unit].values()))
            return
        for number in component:
            self.visits[number] = loop.visits[number]
            self.reach[number] = loop.visits[number] / loop.returns[number]
            for way in self.ways.live[number]:
                if self._place(way.head) != unit:
                    self._arrive(way.head, loop.visits[number] * (way.share or 0))

    def _choose(self, unit: int, crowd: float) -> None:
        """Let a crowd choose in ways that nobody knows, and gather where all of the ways meet again."""
        component = self.components[unit - self.first]
        is_loop = len(component) > 1 or any(way.head == component[0] for way in self.ways.live[component[0]])
        for number in component:
            self.visits[number] = self.reach[number] = None if is_loop else crowd
        if len(self.inflow[unit]) == 1:
            self.reach[next(iter(self.inflow[unit]))] = crowd
        meeting = self._meetings[unit]
        while len(self._entrances.get(meeting, ())) > 1:
            # Whoever comes into a loop at different places goes round it differently.
            meeting = self._meetings[meeting]
        between: set[int] = set()
        pending = [unit]
        while pending:
            onward = self._onward(pending.pop()) - between - {meeting}
            between |= onward
            pending += onward
        self.clouded |= between
        self._meet_at(meeting, crowd)

    def _meet_at(self, unit: int, crowd: float) -> None:
        if unit >= self.first:
            self._arrive(next(iter(self._entrances[unit])), crowd)
        elif unit >= 0:
            self.inflow[unit][unit] = self.inflow[unit].get(unit, 0.0) + crowd

    def _onward(self, unit: int) -> set[int]:
        """Return the units that a unit leads to."""
        if unit < self.first:
            return set()
        heads = (way.head for number in self.components[unit - self.first] for way in self.ways.live[number])
        return set(map(self._place, heads)) - {unit} or {self.caught}

    @cached_property
    def _meetings(self) -> list[int]:
        """For each unit the first one that all ways from it come by: its immediate postdominator."""
        meetings = [-1] * self.first
        for unit in range(self.first, len(self.inflow)):
            first, *others = self._onward(unit)
            for other in others:
                while first != other:
                    first, other = min(first, other), meetings[max(first, other)]
            meetings.append(first)
        return meetings

    @cached_property
    def _entrances(self) -> dict[int, set[int]]:
        """For each unit of touchpoints that people come to, where they come in."""
        assert self.ways.start is not None
        found: dict[int, set[int]] = {self.unit[self.ways.start]: {self.ways.start}}
        for unit in reversed(range(self.first, len(self.inflow))):
            for number in self.components[unit - self.first] if unit in found else ():
                for way in self.ways.live[number]:
                    if way.head >= 0 and self.unit[way.head] != unit:
                        found.setdefault(self.unit[way.head], set()).add(way.head)
        return found

"""Absorbing Markov chains: where a crowd that follows the shares ends up, and how often it comes by.

With Q the probabilities among the touchpoints and R those of leaving, the fundamental matrix
N = (I - Q)^-1 holds the expected visits, and B = N R the probability of each end (Kemeny and Snell,
*Finite Markov Chains*, 1960, chapter III). The system is solved one strongly connected component after
another, in topological order, so that only loops cost anything. Within a loop states are eliminated with
the rule of Grassmann, Taksar and Heyman (*Operations Research* 33, 1985): what leaves a state is added up
and never taken from 1, so that nothing is subtracted anywhere and a loop that nearly everybody stays in is
solved as exactly as any other.
"""

import heapq
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from journeymap.named_tuples import NamedTuple

MOST_PRODUCTS: Final = 1_000_000
"""How many products a loop may cost before it is given up: some 140 touchpoints, each leading to each."""

Row: TypeAlias = dict[int, float]
"""Number of a state → the probability of going there."""


class Loop(NamedTuple):
    """What a loop does with those who come into it: visits per state, and how often one comes back.

    ``returns[state]`` is the expected number of visits of somebody who is at the state, this one counted.
    """

    visits: Row
    returns: Row


def find_components(heads: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected components of a graph, each before all that lead to it.

    This is the algorithm of Tarjan (*SIAM Journal on Computing* 1, 1972) without recursion.
    """
    order: dict[int, int] = {}
    lowest: dict[int, int] = {}
    open_nodes: dict[int, None] = {}
    components: list[list[int]] = []
    for root in range(len(heads)):
        pending = [(root, iter(heads[root]))] if root not in order else []
        while pending:
            node, others = pending[-1]
            if node not in order:
                order[node] = lowest[node] = len(order)
                open_nodes[node] = None
            for other in others:
                if other not in order:
                    pending.append((other, iter(heads[other])))
                    break
                if other in open_nodes:
                    lowest[node] = min(lowest[node], order[other])
            else:
                pending.pop()
                if pending:
                    lowest[pending[-1][0]] = min(lowest[pending[-1][0]], lowest[node])
                if lowest[node] == order[node]:
                    component: list[int] = []
                    while node not in component[-1:]:
                        component.append(open_nodes.popitem()[0])
                    components.append(sorted(component))
    return components


def solve_loop(
    rows: Mapping[int, Row],
    leaving: Mapping[int, float],
    inflow: Mapping[int, float],
    *,
    most_products: int = MOST_PRODUCTS,
) -> Loop | None:
    """Return the expected visits in a loop that has a way out, or nothing where that would take for ever.

    ``rows`` are the probabilities among the loop's states, ``leaving`` those of leaving it, ``inflow``
    who comes in where.
    """
    steps = _eliminate(rows, leaving, most_products)
    if steps is None:
        return None
    arriving = dict.fromkeys(rows, 0.0) | dict(inflow)
    for step in steps:
        for head, share in step.out.items():
            arriving[head] += arriving[step.state] * share
    visits: Row = {}
    for step in reversed(steps):
        through = sum(visits[tail] * share for tail, share in step.into.items())
        visits[step.state] = (arriving[step.state] + through) / step.away
    return Loop(visits, _count_returns(steps))


class _Step(NamedTuple):
    """The elimination of one state.

    ``into`` are the probabilities of coming from the states that were left, ``out`` those of going on to
    them once the state is left; ``away`` is the probability of leaving the state.
    """

    state: int
    into: Row
    out: Row
    away: float


def _eliminate(
    rows: Mapping[int, Row], leaving: Mapping[int, float], most_products: int
) -> list[_Step] | None:
    """Return the steps that take one state after another out of a loop, those with few ways first.

    Eliminating one state costs the product of its ways in and its ways out.
    """
    out = {
        state: {head: share for head, share in row.items() if head != state} for state, row in rows.items()
    }
    into: dict[int, Row] = {state: {} for state in rows}
    for state, row in out.items():
        for head, share in row.items():
            into[head][state] = share
    gone = dict(leaving)
    waiting = [(len(into[state]) * len(out[state]), state) for state in rows]
    heapq.heapify(waiting)
    steps: list[_Step] = []
    while waiting:
        weight, state = heapq.heappop(waiting)
        if state not in out or weight != len(into[state]) * len(out[state]):
            continue
        most_products -= weight
        if most_products < 0:
            return None
        heads, tails = out.pop(state), into.pop(state)
        away = sum(heads.values()) + gone[state]
        onward = {head: share / away for head, share in heads.items()}
        steps.append(_Step(state, tails, onward, away))
        for tail, share in tails.items():
            del out[tail][state]
            gone[tail] += share * gone[state] / away
        for head, share in onward.items():
            del into[head][state]
            for tail, came in tails.items():
                if tail != head:
                    out[tail][head] = into[head][tail] = out[tail].get(head, 0.0) + came * share
        for touched in {**heads, **tails}:
            heapq.heappush(waiting, (len(into[touched]) * len(out[touched]), touched))
    return steps


def _count_returns(steps: Sequence[_Step]) -> Row:
    """Return the diagonal of the fundamental matrix, from the steps of the elimination.

    Each entry of the matrix follows from entries between states that were eliminated later (Takahashi,
    Fagan and Chin, 1973); only those that the diagonal needs are worked out.
    """
    when = {step.state: place for place, step in enumerate(steps)}
    needed: list[dict[tuple[int, int], None]] = [{(step.state, step.state): None} for step in steps]
    for place, step in enumerate(steps):
        for pair in list(needed[place]):
            for other in _needed_for(pair, step):
                needed[min(when[other[0]], when[other[1]])][other] = None
    entries: dict[tuple[int, int], float] = {}
    for place in reversed(range(len(steps))):
        step = steps[place]
        for pair in needed[place]:
            entries[pair] = _entry(pair, step, entries)
    return {step.state: entries[step.state, step.state] for step in steps}


def _needed_for(pair: tuple[int, int], step: _Step) -> list[tuple[int, int]]:
    tail, head = pair
    if tail == step.state == head:
        return [(onward, came) for onward in step.out for came in step.into]
    if tail == step.state:
        return [(onward, head) for onward in step.out]
    return [(tail, came) for came in step.into]


def _entry(pair: tuple[int, int], step: _Step, entries: Mapping[tuple[int, int], float]) -> float:
    tail, head = pair
    if tail == step.state == head:
        round_trips = sum(
            share * came * entries[onward, origin]
            for onward, share in step.out.items()
            for origin, came in step.into.items()
        )
        return (1 + round_trips) / step.away
    if tail == step.state:
        return sum(share * entries[onward, head] for onward, share in step.out.items())
    return sum(entries[tail, origin] * came for origin, came in step.into.items()) / step.away

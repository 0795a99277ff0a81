"""Journeys that branch and loop at random, and somebody who walks them with no help from the engine."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any, NamedTuple, TypeAlias

from hypothesis import strategies as st

from journeymap.model import Branch, Emotion, Exit, Journey, Stage, Touchpoint

EXITS = (Exit("later", "Later", "deferred"), Exit("served", "Served", "achieved"), Exit("fed-up", "Fed up"))

Destination: TypeAlias = tuple[str, str]
"""Kind and id: ``("touchpoint", "t1")``, ``("exit", "served")``, ``("drop-off", "")``."""


class Choice(NamedTuple):
    """Where one may go from a touchpoint, and with which probability."""

    destination: Destination
    share: float | None


def step(id: str, *branches: Branch | str, score: float | None = None, **fields: Any) -> Touchpoint:
    """Return a touchpoint with its branches; a text is the id of what it leads to, ``"end"`` ends it."""
    ways = tuple(branch if isinstance(branch, Branch) else Branch(branch) for branch in branches)
    emotions = () if score is None else (Emotion(score),)
    following = () if branches == ("end",) else ways or None
    touchpoint = Touchpoint(id, id.title(), emotions=emotions, next=following)
    return touchpoint._replace(**fields)


def to(target: str, share: float | None = None) -> Branch:
    """Return a branch to a touchpoint or stage."""
    return Branch(to=target, share=share)


def leave(exit: str, share: float | None = None) -> Branch:
    """Return a branch out through an exit."""
    return Branch(exit=exit, share=share)


@st.composite
def journeys(draw: st.DrawFn, *, secretive: bool = False, most: int = 8) -> Journey:
    """Return a journey of a few stages, some of them empty; in a secretive one some shares are unknown."""
    sizes = draw(st.lists(st.integers(0, 3), min_size=1, max_size=4).filter(any))
    numbers = iter(range(most))
    stages = [
        Stage(
            f"s{place}",
            f"S{place}",
            touchpoints=tuple(
                Touchpoint(f"t{n}", f"T{n}") for _, n in zip(range(size), numbers, strict=False)
            ),
        )
        for place, size in enumerate(sizes)
    ]
    targets = [stage.id for stage in stages]
    targets += [touchpoint.id for stage in stages for touchpoint in stage.touchpoints]
    return Journey(
        "trip",
        "Trip",
        tuple(
            stage._replace(
                touchpoints=tuple(_fill(draw, each, targets, secretive) for each in stage.touchpoints)
            )
            for stage in stages
        ),
        exits=EXITS[:2],
    )


def _fill(draw: st.DrawFn, touchpoint: Touchpoint, targets: list[str], secretive: bool) -> Touchpoint:
    score = draw(st.none() | st.integers(-8, 8))
    emotions = () if score is None else (Emotion(score / 4),)
    count = draw(st.sampled_from((None, 0, 1, 2, 2, 3)))
    if count is None:
        return touchpoint._replace(emotions=emotions)
    places = st.sampled_from(targets).map(to)
    exits = st.sampled_from(EXITS).map(lambda each: leave(each.id))
    branch = places | places | exits | st.just(Branch(journey="returns"))
    branches = [draw(branch) for _ in range(count)]
    if branches and not (secretive and draw(st.booleans())):
        weights = [draw(st.integers(0, 9)) for _ in branches]
        rest = draw(st.sampled_from((0, 0, 1, 5)))
        total = sum(weights) + rest or 1
        silent = draw(st.sampled_from((None, *range(len(branches)))))
        branches = [
            each._replace(share=None if place == silent else weight / total)
            for place, (each, weight) in enumerate(zip(branches, weights, strict=True))
        ]
    return touchpoint._replace(emotions=emotions, next=tuple(branches))


def choices_of(journey: Journey) -> dict[str, list[Choice]]:
    """Return where each touchpoint leads, read from the language's rules and nothing else."""
    order = list(journey.touchpoints())
    following = {each.id: ("touchpoint", later.id) for each, later in pairwise(order)}
    entries: dict[str, Destination] = {each.id: ("touchpoint", each.id) for each in order}
    for place, stage in enumerate(journey.stages):
        inside = [each for later in journey.stages[place:] for each in later.touchpoints]
        entries[stage.id] = ("touchpoint", inside[0].id) if inside else ("completed", "")
    found = {}
    for each in order:
        if not each.next:
            end = ("completed", "")
            found[each.id] = [Choice(following.get(each.id, end) if each.next is None else end, 1.0)]
            continue
        stated = sum(branch.share or 0 for branch in each.next)
        silent = [branch for branch in each.next if branch.share is None]
        unknown = len(silent) == len(each.next) > 1
        rest = None if unknown else 1.0 if len(silent) == len(each.next) else max(0.0, 1 - stated)
        found[each.id] = [
            Choice(_destination(branch, entries), rest if branch.share is None else branch.share)
            for branch in each.next
        ]
        if not silent and rest and rest > 1e-9:
            found[each.id].append(Choice(("drop-off", ""), rest))
    return found


def _destination(branch: Branch, entries: dict[str, Destination]) -> Destination:
    if branch.exit:
        return ("exit", branch.exit)
    return ("journey", branch.journey) if branch.journey else entries[branch.to]


def trapped_in(choices: dict[str, list[Choice]]) -> set[str]:
    """Return the touchpoints from which nobody gets out."""
    trapped = set(choices)
    for _ in choices:
        for id, ways in choices.items():
            for way in ways:
                kind, target = way.destination
                if way.share != 0 and (kind != "touchpoint" or target not in trapped):
                    trapped.discard(id)
    return trapped


def wander(start: str, choices: dict[str, list[Choice]], random: Random) -> tuple[Counter[str], Destination]:
    """Walk from the start until it ends; return how often one came by where, and how it ended."""
    trapped = trapped_in(choices)
    visits: Counter[str] = Counter()
    at: Destination = ("touchpoint", start)
    while at[0] == "touchpoint":
        if at[1] in trapped:
            return visits, ("caught", "")
        visits[at[1]] += 1
        ways = choices[at[1]]
        (way,) = random.choices(ways, [way.share or 0 for way in ways])
        at = way.destination
    return visits, at


def simple_paths(start: str, choices: dict[str, list[Choice]]) -> Iterator[tuple[str, ...]]:
    """Yield every path from the start to an end that comes nowhere twice."""
    pending: list[tuple[str, ...]] = [(start,)]
    while pending:
        path = pending.pop()
        for way in choices[path[-1]]:
            kind, target = way.destination
            if way.share == 0:
                continue
            if kind != "touchpoint":
                yield path
            elif target not in path:
                pending.append((*path, target))

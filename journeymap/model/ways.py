"""Where each touchpoint of a journey leads, and with which probability: the graph that paths walk on."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, TypeAlias

from journeymap.model.claims import Number
from journeymap.model.journey import Branch, Journey, Touchpoint
from journeymap.named_tuples import NamedTuple

EndKind: TypeAlias = Literal["completed", "exit", "journey", "drop-off", "nowhere", "caught"]
Outcome: TypeAlias = Literal["achieved", "lost", "deferred", ""]

_TOLERANCE: Final = 1e-9
"""How far sums of written decimals may be from what they say."""


class End(NamedTuple):
    """One way out of a journey.

    ``id`` is the exit's or the other journey's. ``drop-off`` gathers the remainders that no branch takes,
    ``nowhere`` the branches whose target does not exist, ``caught`` those who go round in a loop without
    a way out. ``taken_at`` are the touchpoints from which people leave this way. ``outcome`` is ``""``
    where nobody can say: in another journey, nowhere, and caught.
    """

    kind: EndKind
    id: str = ""
    outcome: Outcome = ""
    probability: float | None = None
    taken_at: tuple[str, ...] = ()


class Way(NamedTuple):
    """One way on: to the touchpoint with the number ``head``, or to the end ``-1 - head``.

    ``share`` is the probability of taking it, or nothing when nobody knows.
    """

    head: int
    share: float | None


class Ways(NamedTuple):
    """The graph of a journey: ``ways[n]`` leads on from ``touchpoints[n]``, in the order of the branches.

    ``live[n]`` are those that somebody may take, which is all but those with a share of nought.

    ``start`` is the first touchpoint, or nothing where no touchpoint concerns the persona. Several
    branches to the same place are one way. The last of the ends is ``caught``, taken or not.
    """

    touchpoints: tuple[Touchpoint, ...]
    ways: tuple[tuple[Way, ...], ...]
    live: tuple[tuple[Way, ...], ...]
    ends: tuple[End, ...]
    start: int | None


def find_ways(journey: Journey, persona: str = "") -> Ways:
    """Return the graph of a journey; with a persona, of what concerns that persona.

    A touchpoint that does not concern the persona is passed along the likeliest of its ways that stay in
    the journey, and along the likeliest of all when none does.
    """
    return _Finder(journey).narrow(persona)


def shares_of(branches: Sequence[Branch]) -> tuple[tuple[float | None, ...], float]:
    """Return the probability of each branch, and of taking none of them.

    Without any share one branch alone is certain, and among several nobody knows. One branch without a
    share beside others takes the remainder. Shares that contradict each other say nothing.
    """
    stated = [branch.share for branch in branches if branch.share is not None]
    silent = len(branches) - len(stated)
    total = sum(stated)
    if not stated:
        return ((1.0,) if silent == 1 else (None,) * silent), 0.0
    if silent > 1 or total > 1 + _TOLERANCE or min(stated) < 0:
        return (None,) * len(branches), 0.0
    remainder = 1 - total if total < 1 - _TOLERANCE else 0.0
    # What is missing to 1, or above it, by no more than the rounding of decimals belongs to nobody.
    scale = 1.0 if remainder or not total else 1 / total
    known = tuple(remainder if branch.share is None else branch.share * scale for branch in branches)
    return known, 0.0 if silent else remainder


def likeliest_of(branches: Sequence[Branch]) -> Branch:
    """Return the branch with the largest share, the first one listed where shares are unknown."""
    shares, _ = shares_of(branches)
    return branches[max(range(len(branches)), key=lambda place: shares[place] or 0)]


class _Finder:
    """The touchpoints of a journey by number, and the ends that were come across."""

    def __init__(self, journey: Journey) -> None:
        self._touchpoints = tuple(journey.touchpoints())
        self._outcomes: dict[str, Outcome] = {each.id: each.outcome for each in reversed(journey.exits)}
        self._order = {each.id: place for place, each in enumerate(journey.exits)}
        self._places: dict[str, int] = {}
        for number, touchpoint in enumerate(self._touchpoints):
            self._places.setdefault(touchpoint.id, number)
        self._entries = dict(self._find_entries(journey))
        self._ends: dict[tuple[EndKind, str], int] = {}

    def narrow(self, persona: str) -> Ways:
        """Return the graph of what concerns a persona."""
        ways = [self._lead_on(number, touchpoint) for number, touchpoint in enumerate(self._touchpoints)]
        kept = [
            number
            for number, touchpoint in enumerate(self._touchpoints)
            if not persona or not touchpoint.personas or persona in touchpoint.personas
        ]
        if len(kept) < len(ways):
            places = {number: place for place, number in enumerate(kept)}
            heads = [self._pass_along(number, places, ways) for number in range(len(ways))]
            ways = [
                _merge(way._replace(head=heads[way.head]) if way.head >= 0 else way for way in ways[number])
                for number in kept
            ]
            start = heads[0]
        else:
            start = 0 if kept else -1
        touchpoints = tuple(self._touchpoints[number] for number in kept)
        return self._settle(touchpoints, ways, start if start >= 0 else None)

    def _find_entries(self, journey: Journey) -> Iterator[tuple[str, int | None]]:
        """Yield each stage with the number of the touchpoint at which it is entered, if there is one.

        A stage without touchpoints is passed through; after the last one the journey is completed.
        """
        entry: int | None = None
        for stage in reversed(journey.stages):
            entry = self._places[stage.touchpoints[0].id] if stage.touchpoints else entry
            yield stage.id, entry

    def _lead_on(self, number: int, touchpoint: Touchpoint) -> tuple[Way, ...]:
        if touchpoint.next is None and number + 1 < len(self._touchpoints):
            return (Way(number + 1, 1.0),)
        if not touchpoint.next:
            return (Way(self._end("completed"), 1.0),)
        shares, remainder = shares_of(touchpoint.next)
        ways = [Way(self._head(each), share) for each, share in zip(touchpoint.next, shares, strict=True)]
        if remainder:
            ways.append(Way(self._end("drop-off"), remainder))
        return _merge(ways)

    def _head(self, branch: Branch) -> int:
        if branch.exit:
            return self._end("exit", branch.exit)
        if branch.journey:
            return self._end("journey", branch.journey)
        if branch.to in self._places:
            return self._places[branch.to]
        if branch.to not in self._entries:
            return self._end("nowhere")
        entry = self._entries[branch.to]
        return entry if entry is not None else self._end("completed")

    def _end(self, kind: EndKind, id: str = "") -> int:
        return -1 - self._ends.setdefault((kind, id), len(self._ends))

    def _pass_along(self, number: int, places: dict[int, int], ways: Sequence[tuple[Way, ...]]) -> int:
        """Return the head that a way to a touchpoint has once those that do not concern one are passed."""
        passed: set[int] = set()
        while number not in places:
            if number in passed:
                return self._end("caught")
            passed.add(number)
            inside = [way for way in ways[number] if way.head >= 0]
            likeliest: Way = max(inside or ways[number], key=lambda way: way.share or 0)
            number = likeliest.head
            if number < 0:
                return number
        return places[number]

    def _settle(
        self, touchpoints: tuple[Touchpoint, ...], ways: Sequence[tuple[Way, ...]], start: int | None
    ) -> Ways:
        """Return the graph with its ends in order: completed, exits as declared, journeys, the others."""
        kinds: tuple[EndKind, ...] = ("completed", "exit", "journey", "drop-off", "nowhere", "caught")
        self._end("caught")
        found = sorted(
            self._ends,
            key=lambda end: (kinds.index(end[0]), self._order.get(end[1], len(self._order)), self._ends[end]),
        )
        moved = {-1 - self._ends[end]: -1 - place for place, end in enumerate(found)}
        settled = tuple(
            tuple(way if way.head >= 0 else way._replace(head=moved[way.head]) for way in each)
            for each in ways
        )
        ends = tuple(End(kind, id, self._outcome(kind, id)) for kind, id in found)
        live = tuple(tuple(way for way in each if way.share != 0) for each in settled)
        return Ways(touchpoints, settled, live, ends, start)

    def _outcome(self, kind: EndKind, id: str) -> Outcome:
        if kind == "exit":
            return self._outcomes.get(id, "lost")
        return "achieved" if kind == "completed" else "lost" if kind == "drop-off" else ""


def _merge(ways: Iterator[Way] | Sequence[Way]) -> tuple[Way, ...]:
    """Return one way to each place; when all ways lead to one place, that is certain."""
    shares: dict[int, list[Number | None]] = {}
    for way in ways:
        shares.setdefault(way.head, []).append(way.share)
    if len(shares) == 1:
        return (Way(next(iter(shares)), 1.0),)
    return tuple(
        Way(head, None if None in each else sum(share or 0 for share in each))
        for head, each in shares.items()
    )

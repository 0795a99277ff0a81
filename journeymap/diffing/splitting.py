"""What split and what merged between two sides, as the later one declares it under ``moved``."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journeymap.diffing.matching import Match, space_of
from journeymap.diffing.parts import Part
from journeymap.model import Journey, Portfolio
from journeymap.model.journey import Move
from journeymap.named_tuples import NamedTuple


class Split(NamedTuple):
    """A piece that is gone, and the pieces that it became: several, or one that it was merged into."""

    source: Part
    targets: tuple[Part, ...]


def find_splits(
    before: Portfolio,
    after: Portfolio,
    journeys: Sequence[tuple[Journey, Journey]],
    matches: Mapping[str, Match],
) -> dict[str, tuple[Split, ...]]:
    """Return what split and merged, by the id that the journey has on the later side.

    An overlay does not inherit what its base declares of the past, yet its pieces went the same way.
    """
    known = [{journey.id: journey for journey in side.journeys} for side in (before, after)]
    return {
        new.id: tuple(_find_in_journey(_moves_of(old, known[0]), _moves_of(new, known[1]), matches[new.id]))
        for old, new in journeys
        if new.id in matches
    }


def follow_merges(splits: Sequence[Split]) -> dict[tuple[str, str], str]:
    """Return the ids of what was merged, by their space: who refers to them means what they became."""
    return {
        (space_of(source), source.value.id): targets[0].value.id
        for source, targets in splits
        if len(targets) == 1
    }


def _moves_of(journey: Journey, journeys: Mapping[str, Journey]) -> tuple[Move, ...]:
    """Return what a journey and its bases declare, its own first."""
    chain: dict[str, Journey] = {}
    around: Journey | None = journey
    while around is not None and around.id not in chain:
        chain[around.id] = around
        around = journeys.get(around.extends)
    return tuple(move for each in chain.values() for move in each.moved)


def _find_in_journey(once: tuple[Move, ...], now: tuple[Move, ...], match: Match) -> Iterator[Split]:
    told = {move.source for move in once}
    moves = {move.source: move for move in reversed(now) if move.source not in told}
    if not moves:
        return
    living = {part.value.id: part for kind in match.kinds.values() for part in _later(kind.pairs, kind.added)}
    gone = {part.value.id: part for kind in match.kinds.values() for part in kind.removed}
    for move in reversed(moves.values()):
        targets = tuple(living[target] for target in move.targets if target in living)
        if targets and move.source in gone:
            yield Split(gone[move.source], targets)


def _later(pairs: Sequence[tuple[Any, Any]], added: Sequence[Any]) -> Iterator[Part]:
    yield from (new for _, new in pairs)
    yield from added

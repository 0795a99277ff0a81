"""Compares a journey on both sides: itself, its pieces, what split and merged, what is out of reach."""

from collections.abc import Iterator, Sequence
from typing import Final

from journeymap.diffing.changes import Entity, Fact
from journeymap.diffing.matching import Match
from journeymap.diffing.pieces import compare_pieces, pair_of_parts, tell_identity
from journeymap.diffing.sides import Pair, Sides, entity_of_part
from journeymap.diffing.splitting import Split
from journeymap.diffing.tables import compare_fields
from journeymap.model import Journey
from journeymap.model.paths import find_strays

_CUTTING: Final = (
    *("branch-removed", "branch-added", "touchpoint-removed", "touchpoint-moved", "touchpoint-reordered"),
    *("stage-removed", "stage-reordered", "stage-added", "touchpoint-added"),
)
"""Kinds of change that can put a stage out of reach, the likeliest first."""


def compare_journey(old: Journey, new: Journey, match: Match, entity: Entity, sides: Sides) -> Iterator[Fact]:
    """Yield every difference between two states of a journey."""
    sides.imply_ways(old)
    sides.imply_ways(new)
    pair = Pair(old, new, entity, old.at, new.at)
    splits = sides.splits.get(entity.journey, ())
    facts = [*tell_identity(pair), *compare_fields(pair, sides)]
    facts += _tell_splits(splits, entity, sides)
    facts += compare_pieces(match, entity, new, sides, silent=_silent_parts(splits, match))
    return iter(_mark_edges(_mark_lost_stages(facts, old, new, match), old, new))


def _tell_splits(splits: Sequence[Split], entity: Entity, sides: Sides) -> Iterator[Fact]:
    for source, targets in splits:
        inner = pair_of_parts(source, targets[0], entity, sides)
        kind = source.kind if source.kind in ("stage", "touchpoint") else "part"
        id = f"{kind}-{'split' if len(targets) > 1 else 'merged'}"
        titles = {part.value.id: part.words for part in (source, *targets)}
        into = tuple(part.value.id for part in targets)
        inner = inner._replace(entity=entity_of_part(source, entity), who="")
        yield inner.tell(id, source.value.id, into, titles=titles)


def _silent_parts(splits: Sequence[Split], match: Match) -> frozenset[int]:
    """Return the pieces whose coming, going or moving is told by a split or a merge."""
    silent = {id(part.value) for source, targets in splits for part in (source, *targets)}
    heirs = {id(source.value): {id(part.value) for part in targets} for source, targets in splits}
    for matched in match.kinds.values():
        for old, new in matched.pairs:
            if id(new.owner) in heirs.get(id(old.owner), ()):
                silent.add(id(new.value))
    return frozenset(silent)


def _mark_edges(facts: Sequence[Fact], old: Journey, new: Journey) -> list[Fact]:
    """Return the facts, those of a stage that was or is the first or the last with that."""
    ends = {
        "stage-removed": [stage.id for stage in old.stages],
        "stage-added": [stage.id for stage in new.stages],
    }
    marked = []
    for fact in facts:
        ids = ends.get(fact.id)
        if ids and len(ids) > 1 and fact.entity.stage in (ids[0], ids[-1]):
            edge = "first" if fact.entity.stage == ids[0] else "last"
            fact = fact._replace(context={**fact.context, "edge": edge})
        marked.append(fact)
    return marked


def _mark_lost_stages(facts: Sequence[Fact], old: Journey, new: Journey, match: Match) -> Sequence[Fact]:
    """Return the facts, the likeliest cause with the stages that no way leads to any more."""
    cutting = [fact for fact in facts if fact.id in _CUTTING]
    if not cutting:
        return facts
    lost = _find_lost_stages(old, new, match)
    if not lost:
        return facts
    cause = min(cutting, key=lambda fact: _CUTTING.index(fact.id))
    context = {**cause.context, "unreachable": lost}
    return [fact._replace(context=context) if fact is cause else fact for fact in facts]


def _find_lost_stages(old: Journey, new: Journey, match: Match) -> tuple[str, ...]:
    strays = find_strays(new).unreachable
    if not strays:
        return ()
    before = _stray_stages(old, find_strays(old).unreachable)
    after = _stray_stages(new, strays)
    return tuple(
        stage.value.title
        for former, stage in match.kinds["stage"].pairs
        if stage.value.id in after and former.value.id not in before
    )


def _stray_stages(journey: Journey, strays: Sequence[str]) -> frozenset[str]:
    lost = frozenset(strays)
    return frozenset(
        stage.id
        for stage in journey.stages
        if stage.touchpoints and all(touchpoint.id in lost for touchpoint in stage.touchpoints)
    )

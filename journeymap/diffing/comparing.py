"""All that is different between two portfolios, each cause once.

What is the same object, or equal, costs one comparison. Everything else is matched first, so that what
refers to a renamed thing can be compared as if it had followed, and then compared field by field.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journeymap.diffing.causes import pass_on
from journeymap.diffing.changes import Entity, Fact
from journeymap.diffing.hinting import hint_renames
from journeymap.diffing.journeys import compare_journey
from journeymap.diffing.matching import Match, Matched, match_entries, match_parts
from journeymap.diffing.parts import parts_of_journey, parts_of_shared
from journeymap.diffing.pieces import compare_pieces, tell_existence, tell_identity
from journeymap.diffing.renames import Renames
from journeymap.diffing.sides import LIBRARY, Pair, Sides, entity_of_journey
from journeymap.diffing.splitting import Split, find_splits, follow_merges
from journeymap.diffing.tables import compare_fields
from journeymap.model import Portfolio
from journeymap.named_tuples import NamedTuple

_WORKSPACE = Entity("workspace", "workspace", "")


class _Plan(NamedTuple):
    """What was matched: journeys, personas, library entries by kind, settings, and pieces by journey.

    ``pieces`` goes by the journey's id on the later side, or by that of a shared touchpoint; ``splits``, what
    pieces became others, by the journey's.
    """

    kinds: Mapping[str, Matched]
    pieces: Mapping[tuple[str, str], Match]
    splits: Mapping[str, tuple[Split, ...]]


def compare_portfolios(before: Portfolio, after: Portfolio) -> tuple[Fact, ...]:
    """Return every difference between two portfolios, in the order of the later one."""
    if before is after or before == after:
        return ()
    plan, renames = _match(before, after)
    sides = Sides(before, after, renames, plan.splits)
    for matched in (
        *plan.kinds.values(),
        *(each for one in plan.pieces.values() for each in one.kinds.values()),
    ):
        for old, new in matched.pairs:
            sides.take_pair(getattr(old, "value", old), getattr(new, "value", new))
    shared = (*_compare_workspace(plan, sides), *_compare_entries(plan, sides))
    journeys = dict(_compare_journeys(plan, sides))
    return hint_renames(pass_on(shared, journeys, sides))


def _match(before: Portfolio, after: Portfolio) -> tuple[_Plan, Renames]:
    kinds = {
        "journey": match_entries(before.journeys, after.journeys),
        "persona": match_entries(before.personas.values(), after.personas.values()),
        "lane": match_entries(before.workspace.lanes, after.workspace.lanes),
        "view": match_entries(before.workspace.views, after.workspace.views),
    }
    for name, kind in LIBRARY.items():
        old, new = (getattr(side.library, name).values() for side in (before, after))
        # Aliases of a term are other words for it, not ids that it had.
        kinds[kind] = match_entries(old, new, with_aliases=kind != "term")
    shared = {
        (kind, old.id): new.id
        for kind, matched in kinds.items()
        for old, new in matched.pairs
        if old.id != new.id
    }
    metrics, systems = (
        {old: new for (kind, old), new in shared.items() if kind == wanted} for wanted in ("metric", "system")
    )
    pieces = {}
    for kind, split in (("journey", parts_of_journey), ("shared-touchpoint", parts_of_shared)):
        for old, new in kinds[kind].pairs:
            if old is not new and old != new:
                pieces[kind, new.id] = match_parts(split(old), split(new), metrics, systems)
    inside = {id: match for (kind, id), match in pieces.items() if kind == "journey"}
    splits = find_splits(before, after, kinds["journey"].pairs, inside)
    parts = {id: {**match.renames, **follow_merges(splits[id])} for id, match in inside.items()}
    parts |= {new.id: {} for _, new in kinds["journey"].pairs if new.id not in parts}
    return _Plan(kinds, pieces, splits), Renames(shared, parts)


def _compare_workspace(plan: _Plan, sides: Sides) -> Iterator[Fact]:
    old, new = sides.before.workspace, sides.after.workspace
    entity = _WORKSPACE._replace(title=new.title or old.title)
    if old != new:
        yield from compare_fields(Pair(old, new, entity, old.at, new.at), sides)
    for kind in ("lane", "view"):
        yield from _compare_kind(kind, "workspace/", plan.kinds[kind], sides)


def _compare_entries(plan: _Plan, sides: Sides) -> Iterator[Fact]:
    for kind in LIBRARY.values():
        yield from _compare_kind(kind, "library/", plan.kinds[kind], sides)
        if kind == "shared-touchpoint":
            for _, new in plan.kinds[kind].pairs:
                match = plan.pieces.get((kind, new.id))
                if match is not None:
                    entity = _name_entry(kind, "library/", new)
                    yield from compare_pieces(match, entity, new, sides)
    yield from _compare_kind("persona", "", plan.kinds["persona"], sides)


def _compare_kind(kind: str, folder: str, matched: Matched, sides: Sides) -> Iterator[Fact]:
    for old in matched.removed:
        yield tell_existence(f"{kind}-removed", _name_entry(kind, folder, old), old, base=old.at)
    for old, new in matched.pairs:
        if old is new or old == new:
            continue
        pair = Pair(old, new, _name_entry(kind, folder, new), old.at, new.at)
        yield from tell_identity(pair)
        yield from compare_fields(pair, sides)
    for new in matched.added:
        yield tell_existence(f"{kind}-added", _name_entry(kind, folder, new), new, head=new.at)


def _name_entry(kind: str, folder: str, entry: Any) -> Entity:
    return Entity(kind, f"{folder}{kind}:{entry.id}", entry.title)


def _compare_journeys(plan: _Plan, sides: Sides) -> Iterator[tuple[Entity, Sequence[Fact]]]:
    matched = plan.kinds["journey"]
    for old in matched.removed:
        entity = entity_of_journey(old)
        held = tuple(stage.title for stage in old.stages)
        yield entity, (tell_existence("journey-removed", entity, old, base=old.at, held=held),)
    for old, new in matched.pairs:
        match = plan.pieces.get(("journey", new.id))
        if match is not None:
            # What the journey was says how much others relied on it.
            entity = entity_of_journey(new)._replace(status=old.status)
            yield entity, tuple(compare_journey(old, new, match, entity, sides))
    for new in matched.added:
        entity = entity_of_journey(new)
        held = tuple(stage.title for stage in new.stages)
        yield entity, (tell_existence("journey-added", entity, new, head=new.at, held=held),)

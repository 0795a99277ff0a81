"""Compares the pieces that a journey or a shared touchpoint is made of, once it is clear which is which."""

from collections.abc import Iterator
from typing import Any, Final

from journeymap.diffing.changes import Entity, Fact
from journeymap.diffing.matching import Match
from journeymap.diffing.parts import KINDS, Part, words_of
from journeymap.diffing.sides import Pair, Sides, entity_of_part
from journeymap.diffing.tables import compare_fields
from journeymap.source import Place

_VISIBLE: Final = ("physical_evidence", "frontstage")
"""The lanes of a blueprint that customers see."""
_MOVABLE: Final = ("touchpoint", "pain", "gain", "action", "kpi")


def compare_pieces(
    match: Match, home: Entity, whole: Any, sides: Sides, *, silent: frozenset[int] = frozenset()
) -> Iterator[Fact]:
    """Yield what happened to each piece.

    What hangs on something that came or went itself is part of that. ``silent`` are the pieces whose
    coming, going or moving is told already.
    """
    gone = {id(part.value) for kind in KINDS for part in match.kinds[kind].removed} - silent
    come = {id(part.value) for kind in KINDS for part in match.kinds[kind].added} - silent
    for kind in KINDS:
        matched = match.kinds[kind]
        for part in matched.removed:
            if id(part.owner) not in gone and id(part.value) not in silent:
                yield _tell_part("removed", part, home, sides, whole)
        for old, new in matched.pairs:
            if old.value is not new.value or old.owner is not new.owner:
                yield from _compare_pair(old, new, home, sides, silent)
        for part in matched.added:
            if id(part.owner) not in come and id(part.value) not in silent:
                yield _tell_part("added", part, home, sides, whole)


def tell_existence(
    id: str,
    entity: Entity,
    value: Any,
    *,
    base: Place | None = None,
    head: Place | None = None,
    **context: Any,
) -> Fact:
    """Return the fact that a thing is there now, or no longer; it is known by its title."""
    # A view may do without a title.
    name = words_of(value) or value.id
    before, after = (name, None) if base is not None else (None, name)
    deprecated = getattr(value, "deprecated", None)
    known = {} if deprecated is None else {"deprecated": True, **_dates_of(deprecated)}
    return Fact(id, entity, before, after, base=base, head=head, context={**known, **context})


def _dates_of(deprecated: Any) -> dict[str, str]:
    dates = {"since": deprecated.since, "sunset": deprecated.sunset}
    return {name: day for name, day in dates.items() if day}


def tell_identity(pair: Pair) -> Iterator[Fact]:
    """Yield that a thing goes by another id, with or without the old one being kept."""
    old, new = pair.before, pair.after
    kind = pair.entity.kind
    if old.id == new.id or (kind == "kpi" and (old.id, new.id) == (old.metric, new.metric)):
        return
    if not old.id or not new.id:
        yield pair.tell("id-added" if new.id else "id-removed", old.id, new.id, key="id")
    elif old.id in getattr(new, "aliases", ()):
        yield pair.tell(f"{kind}-renamed", old.id, new.id, key="id")
    elif new.id in getattr(old, "aliases", ()):
        yield pair.tell(f"{kind}-id-changed", old.id, new.id, key="id")


def pair_of_parts(old: Part, new: Part, home: Entity, sides: Sides) -> Pair:
    """Return a piece on both sides, named as on the later one."""
    entity = _name_part(new, home, sides)
    who = "" if new.value.id else _name_without_id(new) if old.lane == new.lane else new.words
    context = {} if new.rank < 0 else {"order": new.rank}
    return Pair(old.value, new.value, entity, old.value.at, new.value.at, _title_of(new.owner), who, context)


def _compare_pair(old: Part, new: Part, home: Entity, sides: Sides, silent: frozenset[int]) -> Iterator[Fact]:
    pair = pair_of_parts(old, new, home, sides)
    yield from tell_identity(pair)
    has_moved = sides.partners.get(id(old.owner)) != id(new.owner) and new.owner_kind not in (
        "journey",
        "shared-touchpoint",
    )
    if old.owner_kind != new.owner_kind:
        has_moved = True
    if has_moved and new.kind in _MOVABLE and id(new.value) not in silent:
        places = _title_of(old.owner), _title_of(new.owner)
        ids = {"from": old.owner.id, "to": new.owner.id}
        yield pair.tell(f"{new.kind}-moved", *places, **ids)
    if new.kind == "blueprint-item" and old.lane != new.lane:
        crossed = (old.lane in _VISIBLE) != (new.lane in _VISIBLE)
        id_ = "line-of-visibility-crossed" if crossed else "blueprint-item-moved"
        yield pair.tell(id_, old.lane, new.lane)
    if old.value != new.value:
        echo = _find_echo(old, new)
        for fact in compare_fields(pair, sides):
            if (fact.id, fact.context.get("name", "")) != echo:
                yield fact


def _find_echo(old: Part, new: Part) -> tuple[str, str] | None:
    """Return the change of a piece that is told where it comes from: its kind, and of which words.

    A persona written in a journey speaks as the journey does; an item that is only a system is called so.
    """
    if new.kind == "persona" and all(part.value.lang == part.owner.lang for part in (old, new)):
        return "language-changed", ""
    if new.kind == "blueprint-item" and all(part.value.text == part.value.system for part in (old, new)):
        return "text-changed", "text"
    return None


def _tell_part(action: str, part: Part, home: Entity, sides: Sides, whole: Any) -> Fact:
    entity = _name_part(part, home, sides)
    context: dict[str, Any] = {"at": _title_of(part.owner)}
    if part.rank >= 0:
        context["order"] = part.rank
    if part.kind == "touchpoint":
        context["held"] = tuple(words_of(pain) for pain in part.value.pains)
        if part.value.moment_of_truth:
            context["moment_of_truth"] = True
    if part.kind == "stage":
        context["held"] = tuple(touchpoint.title for touchpoint in part.value.touchpoints)
    if part.kind == "pain" and part.value.severity:
        context["severity"] = part.value.severity
    if part.kind == "pain" and action == "removed":
        context |= _find_resolution(part.value, whole, home.journey, sides)
    if part.kind == "blueprint-item":
        context["lane"] = part.lane
    at = part.value.at
    fact = tell_existence(
        f"{part.kind}-{action}",
        entity,
        part.value,
        base=at if action == "removed" else None,
        head=at if action == "added" else None,
        **context,
    )
    if not part.value.id:
        fact = fact._replace(about=_name_without_id(part))
    if action == "removed":
        fact = fact._replace(nearest=_find_nearest(part, home.journey, whole, sides))
    return fact


def _find_nearest(part: Part, journey: str, whole: Any, sides: Sides) -> Place:
    """Return where what a removed piece hung on, or became a part of, is written now, else what is around."""
    heirs = (
        split.targets[0].value for split in sides.splits.get(journey, ()) if split.source.value is part.owner
    )
    around = (sides.later.get(id(part.owner)), next(heirs, None), sides.later.get(id(part.stage)), whole)
    place: Place = next(each for each in around if each is not None).at
    return place


def _find_resolution(pain: Any, journey: Any, home: str, sides: Sides) -> dict[str, str]:
    """Return which opportunity resolved a pain that is gone: one that is done, or that an overlay names.

    What it addresses now can no longer be that pain; what it addressed before can.
    """
    names = {pain.id, f"{home}#{pain.id}"} if pain.id else set()
    once = next((each for each in sides.before.journeys if sides.later.get(id(each)) is journey), None)
    pairs = [(each, sides.later.get(id(each))) for each in once.opportunities] if once else []
    pairs += [(each, each) for each in getattr(journey, "opportunities", ())]
    for was, opportunity in pairs:
        if opportunity and opportunity.status == "done" and not names.isdisjoint(was.addresses):
            return {"resolved_by": opportunity.title}
    for change in getattr(journey, "changes", ()):
        if change.verb == "remove" and change.target == pain.id and change.resolved_by:
            titles = {each.id: each.title for each in journey.opportunities}
            return {"resolved_by": titles.get(change.resolved_by, change.resolved_by)}
    return {}


def _name_part(part: Part, home: Entity, sides: Sides) -> Entity:
    """Return how a piece is named; a KPI has the title of its metric."""
    entity = entity_of_part(part, home)
    if part.kind != "kpi":
        return entity
    for side in (sides.after, sides.before):
        metric = side.library.metrics.get(part.value.metric)
        if metric is not None:
            return entity._replace(title=metric.title)
    return entity


def _name_without_id(part: Part) -> str:
    """Return what tells a piece from others: its words, and the lane of what may stand in several."""
    return f"{part.lane.replace('_', ' ')}: {part.words}" if part.lane else part.words


def _title_of(owner: Any) -> str:
    return words_of(owner)

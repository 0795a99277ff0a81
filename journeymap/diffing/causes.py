"""One cause is one change: what a journey or a shared touchpoint passes on is told where it comes from.

A fact about something shared carries the paths of what changes with it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from journeymap.diffing.changes import Entity, Fact
from journeymap.diffing.fields import ids_of
from journeymap.diffing.sides import Sides
from journeymap.diffing.tables import FIELDS
from journeymap.model import Journey, Portfolio
from journeymap.model.uses import find_uses

_EVERYWHERE: Final = ("emotion-scale-changed", "opportunity-score-changed")
"""Changes of settings that every journey feels."""
_KNOWN_BY_ID: Final = ("touchpoint", "pain", "gain", "action")
"""Kinds of pieces that hang on others and have an id that no other piece of the journey has."""
_PLACES: Final = ("stage-reordered", "touchpoint-reordered")
_ORDER: Final = (*_PLACES, "order-changed")
"""Kinds whose places are counted anew wherever they are passed on."""

_NOT_INHERITED: Final = ("aliases", "moved", "deprecated", "state", "status", "reviewed")
_OWN_KINDS: Final = frozenset(
    id for spec in FIELDS[Journey] if spec.name in _NOT_INHERITED for id in ids_of(spec)
) - {id for spec in FIELDS[Journey] if spec.name not in _NOT_INHERITED for id in ids_of(spec)}


def pass_on(
    shared: Sequence[Fact], journeys: Mapping[Entity, Sequence[Fact]], sides: Sides
) -> tuple[Fact, ...]:
    """Return all facts, each cause once, with what changes because of it."""
    affected: dict[tuple[Any, ...], list[str]] = {}
    roots = dict(_shared_touchpoints(shared))
    kept: list[Fact] = []
    told: dict[str, dict[tuple[Any, ...], tuple[Any, ...]]] = {}
    after = {journey.id: journey for journey in sides.after.journeys}
    before = {journey.id: journey for journey in sides.before.journeys}
    facts_of = {entity.journey: facts for entity, facts in journeys.items()}
    for id in _bases_first(facts_of, after):
        journey, former = after.get(id), before.get(id)
        base = journey.extends if journey is not None and former is not None else ""
        inherited = told.get(base, {})
        used = _uses_in(journey) if journey is not None else {}
        told[id] = {}
        for fact in facts_of[id]:
            name = _name_within(fact, f"journey:{id}")
            passed_on = None if _is_own(fact) else inherited.get(name)
            cause = passed_on or _cause_in_shared(fact, used, roots)
            if cause is None and journey is not None and former is not None:
                cause = _cause_of_order(fact, inherited, journey, former)
            told[id][name] = cause or _name(fact)
            if cause is None:
                kept.append(fact)
            else:
                path = f"journey:{id}" if cause in inherited.values() else _touchpoint_of(fact)
                affected.setdefault(cause, []).append(path)
    users = _Users(sides)
    return tuple(
        fact._replace(affects=tuple(dict.fromkeys((*affected.get(_name(fact), ()), *users.of(fact)))))
        for fact in (*shared, *kept)
    )


def _is_own(fact: Fact) -> bool:
    """Say whether a fact is about what an overlay does not inherit: it can be the same by chance only."""
    return fact.entity.kind == "journey" and fact.id in _OWN_KINDS


def _name(fact: Fact) -> tuple[Any, ...]:
    return fact.id, fact.entity.kind, fact.entity.path, fact.about, fact.before, fact.after


def _name_within(fact: Fact, home: str) -> tuple[Any, ...]:
    """Return what a fact is, wherever its journey is, and wherever in it an overlay has put the thing."""
    values: tuple[Any, ...] = (_at_home(fact.before), _at_home(fact.after))
    if fact.id in _ORDER:
        values = ()
    elif "from" in fact.context:
        # Places are told by their titles, which an overlay may change.
        ids = fact.context["from"], fact.context["to"]
        values = tuple("" if f"journey:{each}" == home else each for each in ids)
    path = _path_by_id(fact.entity.path.removeprefix(home))
    return fact.id, fact.entity.kind, path, fact.about, *values


def _at_home(value: Any) -> Any:
    """Return a value without the journeys of its addresses: the one it names says less where it is."""
    if isinstance(value, str):
        return value.rpartition("#")[2] if " " not in value else value
    return tuple(map(_at_home, value)) if isinstance(value, tuple) else value


def _path_by_id(path: str) -> str:
    """Return a path within a journey without the steps that an id of the whole journey can do without."""
    steps = path.split("/")
    while len(steps) > 2 and steps[2].partition(":")[0] in _KNOWN_BY_ID:
        del steps[1]
    return "/".join(steps)


def _cause_of_order(
    fact: Fact, inherited: Mapping[tuple[Any, ...], tuple[Any, ...]], journey: Journey, former: Journey
) -> tuple[Any, ...] | None:
    """Return what moved in the base, where an overlay makes of that another move.

    What it puts in between changes which of several moved; only its own steps could move more.
    """
    if fact.id not in _PLACES or journey.changes != former.changes:
        return None
    return next((cause for cause in inherited.values() if cause[0] == fact.id), None)


def _shared_touchpoints(facts: Iterable[Fact]) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Yield what the facts about shared touchpoints are at those who use them."""
    for fact in facts:
        folder, _, rest = fact.entity.path.partition("shared-touchpoint:")
        if folder == "library/" and rest:
            id, slash, inside = rest.partition("/")
            values = _at_home(fact.before), _at_home(fact.after)
            yield (id, fact.id, slash + inside, fact.about, *values), _name(fact)


def _uses_in(journey: Journey) -> dict[str, str]:
    return {touchpoint.id: touchpoint.uses for touchpoint in journey.touchpoints() if touchpoint.uses}


def _cause_in_shared(
    fact: Fact, used: Mapping[str, str], roots: Mapping[tuple[Any, ...], tuple[Any, ...]]
) -> tuple[Any, ...] | None:
    head, mark, rest = fact.entity.path.partition("/touchpoint:")
    del head
    if not mark or not roots:
        return None
    id, slash, inside = rest.partition("/")
    shared = used.get(id)
    values = _at_home(fact.before), _at_home(fact.after)
    return roots.get((shared, fact.id, slash + inside, fact.about, *values)) if shared else None


def _touchpoint_of(fact: Fact) -> str:
    head, mark, rest = fact.entity.path.partition("/touchpoint:")
    return f"{head}{mark}{rest.partition('/')[0]}"


def _bases_first(facts: Mapping[str, Sequence[Fact]], journeys: Mapping[str, Journey]) -> Iterator[str]:
    """Yield the journeys with facts so that each comes after the one that it extends."""
    done: dict[str, None] = {}
    for id in facts:
        chain = [id]
        while (journey := journeys.get(chain[-1])) is not None and journey.extends:
            if journey.extends in chain:
                break
            chain.append(journey.extends)
        for each in reversed(chain):
            if each in facts and each not in done:
                done[each] = None
                yield each


class _Users:
    """Which journeys use what, asked for only where something shared has changed."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._found: dict[int, Mapping[tuple[str, str], tuple[Any, ...]]] = {}

    def of(self, fact: Fact) -> tuple[str, ...]:
        """Return the paths of the journeys that use what a fact is about."""
        entity = fact.entity
        if entity.journey:
            return ()
        if entity.kind == "workspace":
            is_felt = fact.id in _EVERYWHERE
            return tuple(f"journey:{each.id}" for each in self._sides.after.journeys) if is_felt else ()
        kind, _, id = entity.path.removeprefix("library/").partition("/")[0].partition(":")
        portfolio = (
            self._sides.before if fact.id.endswith("-removed") and fact.head is None else self._sides.after
        )
        return self._journeys(kind, id, portfolio)

    def _journeys(self, kind: str, id: str, portfolio: Portfolio) -> tuple[str, ...]:
        if identity_of(portfolio) not in self._found:
            self._found[identity_of(portfolio)] = find_uses(portfolio)
        uses = self._found[identity_of(portfolio)].get((kind, id), ())
        found = (f"journey:{use.journey.id}" for use in uses if use.journey is not None)
        return tuple(dict.fromkeys(found))


def identity_of(value: object) -> int:
    """Return the identity of an object, where ``id`` is the name of something else."""
    return id(value)

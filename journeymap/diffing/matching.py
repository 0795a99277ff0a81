"""Which thing of one side is which of the other: by id, by a declared rename, without ids by their words.

Nothing is guessed. A rename is declared by ``aliases`` of the later side; one that only the earlier side
declares was taken back. Things without an id are matched where they hang, by their text.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from journeymap.diffing.parts import KINDS, Part, Parts
from journeymap.named_tuples import NamedTuple

_BY_OWNER: Final = frozenset({"kpi", "blueprint-item"})
"""Kinds whose ids say nothing without what they hang on."""


class Matched(NamedTuple):
    """The pairs of one kind, and what has no counterpart on the other side."""

    pairs: tuple[tuple[Any, Any], ...] = ()
    removed: tuple[Any, ...] = ()
    added: tuple[Any, ...] = ()


class Match(NamedTuple):
    """How the pieces of a journey were matched, by kind, and the ids that changed: (space, old) → new.

    A space is a kind, or for KPIs and blueprint items the owner that they hang on.
    """

    kinds: Mapping[str, Matched]
    renames: Mapping[tuple[str, str], str]


class _Pairing:
    """The pairs found so far, and what is still alone, both in the order of their sides."""

    def __init__(self, before: Sequence[Any], after: Sequence[Any]) -> None:
        self.before = dict(enumerate(before))
        self.after = dict(enumerate(after))
        self.pairs: dict[int, tuple[Any, Any]] = {}

    def pair(
        self, old_key: Callable[[Any], Hashable | None], new_key: Callable[[Any], Hashable | None]
    ) -> None:
        """Pair what has the same key on both sides; of several with one key, the first with the first."""
        if not self.before or not self.after:
            return
        waiting: dict[Hashable, list[int]] = {}
        for place, value in self.before.items():
            key = old_key(value)
            if key is not None:
                waiting.setdefault(key, []).append(place)
        for place, value in list(self.after.items()):
            key = new_key(value)
            if key is not None and waiting.get(key):
                self._take(waiting[key].pop(0), place)

    def pair_by_aliases(
        self, old_scope: Callable[[Any], Hashable], new_scope: Callable[[Any], Hashable]
    ) -> None:
        """Pair what one side says the other one was called."""
        for places, others, scope, other_scope, turned in (
            (self.after, self.before, new_scope, old_scope, False),
            (self.before, self.after, old_scope, new_scope, True),
        ):
            known = {(other_scope(value), id_of(value)): place for place, value in others.items()}
            for place, value in list(places.items()):
                aliases = ((scope(value), alias) for alias in aliases_of(value))
                found = next((known.pop(alias) for alias in aliases if alias in known), None)
                if found is not None:
                    self._take(*((place, found) if turned else (found, place)))

    def finish(self) -> Matched:
        """Return all pairs in the order of the later side, and what stayed alone."""
        pairs = tuple(self.pairs[place] for place in sorted(self.pairs))
        return Matched(pairs, tuple(self.before.values()), tuple(self.after.values()))

    def _take(self, old: int, new: int) -> None:
        self.pairs[new] = (self.before.pop(old), self.after.pop(new))


def match_entries(before: Iterable[Any], after: Iterable[Any], *, with_aliases: bool = True) -> Matched:
    """Match things that are known by their id alone."""
    pairing = _Pairing(tuple(before), tuple(after))
    pairing.pair(id_of, id_of)
    if with_aliases:
        pairing.pair_by_aliases(_nowhere, _nowhere)
    return pairing.finish()


def match_parts(before: Parts, after: Parts, metrics: Mapping[str, str], systems: Mapping[str, str]) -> Match:
    """Match the pieces of a journey, or of a shared touchpoint, kind by kind.

    ``metrics`` are the metrics that got another id: a KPI that has no id of its own goes with them.
    ``systems`` are the systems that did: an item that is only the id of a system goes with them.
    """
    kinds: dict[str, Matched] = {}
    renames: dict[tuple[str, str], str] = {}
    partners: dict[int, int] = {}
    for kind in KINDS:
        matched = _match_kind(kind, before[kind], after[kind], partners, metrics, systems)
        kinds[kind] = matched
        for old, new in matched.pairs:
            partners[id(old.value)] = id(new.value)
            if old.value.id != new.value.id and old.value.id and new.value.id:
                renames[space_of(old), old.value.id] = new.value.id
    return Match(kinds, renames)


def space_of(part: Part) -> str:
    """Return the space that the id of a piece lives in."""
    if part.kind == "kpi":
        return f"kpi/{'' if part.owner_kind == 'journey' else part.owner.id}"
    return "persona" if part.kind == "persona" else "item"


def id_of(value: Any) -> str | None:
    """Return the id of a piece or an entry, if it has one."""
    return (value.value.id if isinstance(value, Part) else value.id) or None


def aliases_of(value: Any) -> tuple[str, ...]:
    """Return the ids that a piece or an entry once had."""
    return getattr(value.value if isinstance(value, Part) else value, "aliases", ())


def _match_kind(
    kind: str,
    before: Sequence[Part],
    after: Sequence[Part],
    partners: Mapping[int, int],
    metrics: Mapping[str, str],
    systems: Mapping[str, str],
) -> Matched:
    def old_home(part: Part) -> Hashable:
        return partners.get(id(part.owner), 0) if part.owner_kind not in _WHOLE else 1

    def new_home(part: Part) -> Hashable:
        return id(part.owner) if part.owner_kind not in _WHOLE else 1

    pairing = _Pairing(before, after)
    if kind in _BY_OWNER:
        old_id = partial(_follow_metric, metrics) if kind == "kpi" and metrics else id_of
        pairing.pair(_both(old_home, old_id), _both(new_home, id_of))
        pairing.pair_by_aliases(old_home, new_home)
    else:
        pairing.pair(id_of, id_of)
        pairing.pair_by_aliases(_nowhere, _nowhere)
    if kind == "kpi":
        _pair_moved(pairing)
        return pairing.finish()
    if kind == "blueprint-item":
        old_words = partial(_follow_system, systems) if systems else _lane_and_words
        pairing.pair(_both(old_home, old_words), _both(new_home, _lane_and_words))
    pairing.pair(_both(old_home, _words_without_id), _both(new_home, _words_without_id))
    # What got an id, or lost it, is still the same thing.
    pairing.pair(_both(old_home, _words_without_id), _both(new_home, _words))
    pairing.pair(_both(old_home, _words), _both(new_home, _words_without_id))
    return pairing.finish()


_WHOLE: Final = ("journey", "shared-touchpoint")
"""Owners of which there is one on each side, matched already."""


def _pair_moved(pairing: _Pairing) -> None:
    """Pair KPIs that went elsewhere: the only one left with an id and a metric, on both sides."""
    old, new = (Counter(map(_kpi_name, side.values())) for side in (pairing.before, pairing.after))

    def name(part: Part) -> Hashable | None:
        found = _kpi_name(part)
        return found if old[found] == new[found] == 1 else None

    pairing.pair(name, name)


def _kpi_name(part: Part) -> Hashable:
    return part.value.id, part.value.metric


def _both(
    home: Callable[[Part], Hashable], name: Callable[[Part], Hashable | None]
) -> Callable[[Part], Hashable | None]:
    def key(part: Part) -> Hashable | None:
        found = name(part)
        return None if found is None else (home(part), found)

    return key


def _nowhere(_: Any) -> Hashable:
    return None


def _follow_metric(metrics: Mapping[str, str], part: Part) -> str:
    id: str = part.value.id
    return metrics.get(id, id) if id == part.value.metric else id


def _words(part: Part) -> str | None:
    return part.words or None


def _words_without_id(part: Part) -> str | None:
    return None if part.value.id else part.words or None


def _lane_and_words(part: Part) -> Hashable | None:
    return None if part.value.id else (part.lane, part.words)


def _follow_system(systems: Mapping[str, str], part: Part) -> Hashable | None:
    if part.value.id or part.value.text != part.value.system:
        return _lane_and_words(part)
    return part.lane, systems.get(part.value.system, part.words)

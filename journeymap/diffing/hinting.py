"""Renames that nobody declared and that look like one: never assumed, only pointed out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from journeymap.diffing.changes import Fact

_ALIKE: Final = 0.75
"""How alike two titles are at least, 0 to 1, before one is taken for the other's new name."""
_MOST_PAIRS: Final = 10_000
"""How many pairs of one kind are looked at; beyond that, only titles that are the same count."""


def hint_renames(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts, those of a removed and an added thing that are much alike with a hint."""
    gone, come = _gather(facts, "-removed"), _gather(facts, "-added")
    hints: dict[int, str] = {}
    for group, removed in gone.items():
        for old, new in _find_pairs(removed, come.get(group, [])):
            hints[id(old)] = hints[id(new)] = _write_hint(_id_of(old), _id_of(new))
    return tuple(fact._replace(hint=hints[id(fact)]) if id(fact) in hints else fact for fact in facts)


def _gather(facts: Sequence[Fact], ending: str) -> dict[tuple[str, str], list[Fact]]:
    """Return the things that came or went, by their kind and the journey that they are in."""
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        entity = fact.entity
        if fact.id == f"{entity.kind}{ending}":
            home = "" if entity.kind == "journey" else entity.journey
            found.setdefault((entity.kind, home), []).append(fact)
    return found


def _find_pairs(removed: Sequence[Fact], added: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Yield those that look like each other, and like nothing else."""
    is_alike = _are_alike if len(removed) * len(added) <= _MOST_PAIRS else _are_same
    near = {id(old): [new for new in added if is_alike(old, new)] for old in removed}
    claims = Counter(id(new) for each in near.values() for new in each)
    for old in removed:
        if len(near[id(old)]) == 1 and claims[id(near[id(old)][0])] == 1:
            yield old, near[id(old)][0]


def _write_hint(old: str, new: str) -> str:
    if old and new:
        return f"looks like a rename of `{old}` to `{new}`; if it is one, add `aliases: [{old}]` to `{new}`"
    return "looks like the same thing in other words; with an `id` it would be known as one"


def _are_same(removed: Fact, added: Fact) -> bool:
    return str(removed.before).casefold() == str(added.after).casefold()


def _are_alike(removed: Fact, added: Fact) -> bool:
    from difflib import SequenceMatcher

    if _are_same(removed, added):
        return True
    one, other = str(removed.before).casefold()[:200], str(added.after).casefold()[:200]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _id_of(fact: Fact) -> str:
    kind, _, id = fact.entity.path.rpartition("/")[2].partition(":")
    return id if kind == fact.entity.kind else ""

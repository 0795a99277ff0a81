"""Conditions on rows as people type them: ``severity>=high``, ``channel=web``, ``!owner``.

A condition names a field path, then compares. Text is compared as it is shown and by the id behind it,
so that both ``owner=Checkout team`` and ``owner=checkout-team`` find the team; of a list any item will
do. Words of an ordered vocabulary are compared by their rank: ``high`` is above ``medium``.
"""

import re
from collections.abc import Callable, Mapping
from typing import get_args

from journeymap.model.claims import Confidence, Frequency, Severity
from journeymap.model.field_readers import Value
from journeymap.model.journey import State, Status
from journeymap.model.opportunity import OpportunityStatus
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.failures import RenderingError

SYNTAX = "write FIELD=VALUE, or !=, >=, <=, >, <, ~ (contains); FIELD alone: has a value; !FIELD: has none"

_FORM = re.compile(r"(!?)([^\s!=<>~]+)\s*(?:(!=|>=|<=|=|>|<|~)\s*(.*))?", re.DOTALL)
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_LEVELS = {
    "severity": get_args(Severity),
    "frequency": get_args(Frequency),
    "confidence": get_args(Confidence),
    "status": (*get_args(Status), *get_args(OpportunityStatus)),
    "state": get_args(State),
}
"""The last name of a field path → its words, from the least to the most."""


class Condition(NamedTuple):
    """A field path, an operator and a word; ``has`` and ``lacks`` need no word."""

    path: str
    operator: str
    word: str = ""


def read_condition(text: str) -> Condition:
    """Return the condition that a text spells."""
    found = _FORM.fullmatch(text.strip())
    if found is None or (found[1] and found[3]):
        raise RenderingError(f"`{text}` is no condition", SYNTAX)
    if found[3] is None:
        return Condition(found[2], "lacks" if found[1] else "has")
    return Condition(found[2], found[3], found[4].strip())


def require_order(condition: Condition) -> None:
    """Raise when a condition asks for more or less of something that has no order."""
    path, operator, word = condition
    is_known = rank_of(path, word) is not None or _DATE.fullmatch(word) or number_in(word) is not None
    if operator in _ORDERS and not is_known:
        levels = _LEVELS.get(_name(path))
        raise RenderingError(
            f"`{operator}` compares numbers, dates and levels, and `{word}` is none",
            f"the levels of {path} are {', '.join(levels)}" if levels else "compare with `=` or `~`",
        )


def holds(condition: Condition, value: Value, ids: tuple[str, ...] = ()) -> bool:
    """Say whether a condition is true of a value; ``ids`` stand behind its titles."""
    match condition.operator:
        case "has":
            return is_filled(value)
        case "lacks":
            return not is_filled(value)
        case "=":
            return _equals(value, condition.word) or condition.word in ids
        case "!=":
            return not (_equals(value, condition.word) or condition.word in ids)
        case "~":
            return any(condition.word.casefold() in str(item).casefold() for item in _items(value))
        case _:
            return any(_is_in_order(condition, item) for item in _items(value))


def is_filled(value: Value) -> bool:
    """Say whether a value says anything."""
    return value is not None and value not in ("", ())


def rank_of(path: str, word: str) -> int | None:
    """Return the place of a word in the ordered vocabulary of a field, if it has one."""
    levels = _LEVELS.get(_name(path), ())
    return levels.index(word) if word in levels else None


def _equals(value: Value, word: str) -> bool:
    if not is_filled(value):
        return not word
    return any(item == word if isinstance(item, str) else item == number_in(word) for item in _items(value))


def _is_in_order(condition: Condition, item: str | float) -> bool:
    word = condition.word
    left: float
    right: float | None
    if not isinstance(item, str):
        left, right = item, number_in(word)
        return right is not None and _ORDERS[condition.operator](_compare(left, right))
    ranks = rank_of(condition.path, item), rank_of(condition.path, word)
    if ranks[0] is not None and ranks[1] is not None:
        return _ORDERS[condition.operator](ranks[0] - ranks[1])
    if _DATE.fullmatch(item) and _DATE.fullmatch(word):
        return _ORDERS[condition.operator]((item > word) - (item < word))
    return False


_ORDERS: Mapping[str, Callable[[float], bool]] = {
    ">=": lambda sign: sign >= 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    "<": lambda sign: sign < 0,
}


def _compare(left: float, right: float) -> int:
    return (left > right) - (left < right)


def number_in(word: str) -> float | None:
    """Return the finite number that a word spells, with a hyphen or a true minus, or nothing."""
    plain = word.replace("\N{MINUS SIGN}", "-")
    return float(plain) if re.fullmatch(r"[+-]?\d{1,30}(\.\d{1,30})?", plain, re.ASCII) else None


def _items(value: Value) -> tuple[str | int | float, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _name(path: str) -> str:
    return path.rpartition(".")[2]

"""How values are written in a sentence: ids by their titles, seconds as durations, shares in percent."""

import re
from collections.abc import Mapping
from typing import Any, Final

from journeymap.diffing.shortening import quote
from journeymap.model.items import NOUNS as MODEL_NOUNS

_WORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]{0,60}")
_WEEK: Final = 604_800
_UNITS: Final = (("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1))
_SEEN: Final = {None: "where its journey is", "internal": "only inside", "public": "to everybody"}
_DIRECTIONS: Final = {"up": "the higher it is", "down": "the lower it is"}
_POSITIONS: Final = {
    "before": "before the core",
    "core": "in the core",
    "after": "after the core",
}
_TYPES: Final = {
    "text": "text",
    "number": "numbers",
    "list": "lists",
    "boolean": "yes or no",
    "url": "addresses",
}
_WORDS: Final[Mapping[str, Mapping[Any, str]]] = {
    "seen": _SEEN,
    "direction": _DIRECTIONS,
    "position": _POSITIONS,
    "type": _TYPES,
}


class Spelled:
    """A value in a sentence; how it is written stands behind the colon of its place."""

    def __init__(self, value: Any, titles: Mapping[str, str]) -> None:
        self._value = value
        self._titles = titles

    def __format__(self, how: str) -> str:
        value = self._value
        if how == "way":
            return _spell_way(str(value), self._titles)
        if how in _WORDS and value in _WORDS[how]:
            return _WORDS[how][value]
        if value is None or value == "":
            return "nothing"
        if how == "named":
            return quote(self._titles.get(value, spell(value)))
        if how == "time" and isinstance(value, int):
            return spell_time(value)
        if how == "share":
            return f"{round(100 * value, 6):g}%"  # sentences are English, in which the sign stands close
        if how == "range" and isinstance(value, tuple):
            return "..".join(map(spell, value))
        if how == "quoted" and isinstance(value, str):
            return quote(self._titles.get(value, value))
        if how == "bare":
            return quote(spell(value))[1:-1]
        return spell_word(value.replace("_", " ") if how == "words" else value)

    def __str__(self) -> str:
        return format(self)


def nouns() -> Mapping[str, str]:
    """Return what one thing of each kind is called, by kind."""
    own = {"lane": "custom field", "view": "view", "evidence": "evidence", "workspace": "workspace"}
    return {**{noun.lower().replace(" ", "-"): noun for noun in MODEL_NOUNS.values()}, **own}


def spell(value: Any) -> str:
    """Return a plain value as people write it."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, tuple):
        return ", ".join(map(spell, value))
    return str(value)


def spell_word(value: Any) -> str:
    """Return a word of ours, a date or a number as it is, and any other text in backticks."""
    text = spell(value)
    return quote(text) if isinstance(value, str) and not _WORD.fullmatch(text) else text


def spell_time(seconds: int) -> str:
    """Return seconds as a duration, such as ``1h 30m``."""
    if seconds and seconds % _WEEK == 0:
        return f"{seconds // _WEEK}w"
    parts = []
    for unit, size in _UNITS:
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count}{unit}")
    return " ".join(parts) or "0s"


def _spell_way(way: str, titles: Mapping[str, str]) -> str:
    kind, _, id = way.partition(":")
    if kind not in ("exit", "journey"):
        return quote(titles.get(way, way))
    return f"the {kind} {quote(titles.get(way, id))}"

"""What Excel can hold of a text: how long it may be, how wide it is, and what a sheet may be called."""

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import east_asian_width

LONGEST_TEXT: Final = 32_767
LONGEST_NAME: Final = 31
NARROWEST_COLUMN: Final = 10
WIDEST_COLUMN: Final = 60

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def name_sheets(titles: Iterable[tuple[str, str]]) -> list[str]:
    """Return a name for each title: Excel's length and signs, and no two that differ in case only.

    Of a title that leaves nothing, the second text is the name.
    """
    names: list[str] = []
    for title, other in titles:
        bare = _NOT_IN_NAMES.sub(" ", title).strip("' ") or other
        name, number = cut(bare, LONGEST_NAME).strip("' "), 1
        while name.casefold() in {*(taken.casefold() for taken in names), "history", ""}:
            number += 1
            ending = f" {number}"
            name = cut(bare, LONGEST_NAME - len(ending)).strip("' ") + ending
        names.append(name)
    return names


def measure_column(texts: Iterable[str]) -> int:
    """Return a column's width in characters: that of its longest line, within reason."""
    return min(WIDEST_COLUMN, max(NARROWEST_COLUMN, *map(_letters, texts)) + 2)


def shorten(text: str) -> str:
    """Return as much of a text as a cell holds."""
    return text if cut(text, LONGEST_TEXT) == text else cut(text, LONGEST_TEXT - 1) + "…"


def cut(text: str, length: int) -> str:
    """Return the beginning of a text; Excel counts a character beyond the first 65,536 as two."""
    if len(text) * 2 <= length:
        return text
    return text.encode("utf-16-le", "surrogatepass")[: length * 2].decode("utf-16-le", "ignore")


def _letters(text: str) -> int:
    """Return how many characters wide the longest line of a text is; ideographs count twice."""
    lines = text.splitlines() or [""]
    return max(sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line) for line in lines)

"""Tables of linked entries: what lists of the site are made of."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from journeymap.rendering.dates import Day
from journeymap.rendering.words import WORDS
from journeymap.site.pieces import Item, Link, Mood

RANKS: Final[Mapping[str, str]] = {
    value: str(rank)
    for vocabulary in ("level", "frequency", "confidence", "progress")
    for rank, value in enumerate(WORDS[vocabulary], start=1)
}
"""The values of vocabularies that go from less to more → what they sort by, whatever their words are."""


class Column(NamedTuple):
    """A column of a grid; ``kind`` says how its cells sort and stand.

    It is ``text``, ``word`` for what stays on one line, ``number``, ``feeling`` or ``day``.
    """

    title: str
    kind: str = "text"


class Cell(NamedTuple):
    """A cell of a grid: entries, a feeling, or a day with its age.

    ``sort`` is what it sorts by where that is not its text; ``every`` is after how many days the day
    is too long ago, 0 where nobody promised. ``notes`` stand below, smaller.
    """

    items: tuple[Item, ...] = ()
    mood: Mood | None = None
    sort: str = ""
    day: Day | None = None
    every: int = 0
    notes: tuple[Item, ...] = ()


class GridRow(NamedTuple):
    """A row of a grid; ``words`` are what a filter finds it by, ``id`` what its anchor is called."""

    cells: tuple[Cell, ...]
    id: str = ""
    words: str = ""


class Grid(NamedTuple):
    """A table of linked entries: the first cell of a row names it. ``more`` says what was left out."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]
    id: str = ""
    intro: str = ""
    downloads: tuple[Link, ...] = ()
    more: Link = Link("")


def rank_word(value: str | None) -> str:
    """Return what a value of a vocabulary sorts by, or nothing where its words do as well."""
    return RANKS.get(value or "", "")

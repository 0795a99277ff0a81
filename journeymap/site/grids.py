"""Tables of linked entries: what lists of the site are made of."""

from typing import NamedTuple

from journeymap.rendering.dates import Day
from journeymap.site.pieces import Item, Link, Mood


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

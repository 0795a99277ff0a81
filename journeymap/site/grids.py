"""Tables of linked entries: what lists of the site are made of."""

from typing import NamedTuple

from journeymap.site.pieces import Item, Link, Mood


class Column(NamedTuple):
    """A column of a grid; ``kind`` says how its cells sort and stand: ``text``, ``number`` or ``day``."""

    title: str
    kind: str = "text"


class Cell(NamedTuple):
    """A cell of a grid: entries, or a feeling; ``sort`` is what it sorts by where that is not its text."""

    items: tuple[Item, ...] = ()
    mood: Mood | None = None
    sort: str = ""


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

"""Tables of entries: cut where they would grow without end, and without columns that say nothing."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from journeymap.rendering.tables.csv_text import write_csv
from journeymap.rendering.tables.table import Column as TableColumn
from journeymap.rendering.tables.table import Table
from journeymap.site.desk import Desk
from journeymap.site.entities.places import count_more
from journeymap.site.grids import Cell, Column, Grid, GridRow
from journeymap.site.pieces import Link

Columns: TypeAlias = Sequence[tuple[str, str]]
"""Titles of ours, each with the kind of its cells."""

MOST: Final = 100
"""How many rows a table on the page of an entry has at most."""


def lay_grid(
    desk: Desk,
    id: str,
    title: str,
    columns: Columns,
    rows: Sequence[tuple[Cell, ...]],
    *,
    words: Sequence[str] = (),
    intro: str = "",
    file: str = "",
    most: int = MOST,
) -> Grid:
    """Return a table; ``columns`` are titles of ours with their kinds, ``file`` is where all of it stands.

    ``words`` are what each row is found by; without any it is by nothing. A column without a single
    entry is left out, but for the first.
    """
    shown = rows[:most]
    filled = [
        place for place in range(len(columns)) if not place or any(_is_filled(row[place]) for row in shown)
    ]
    left = len(rows) - len(shown)
    return Grid(
        title=desk.say(title),
        columns=tuple(Column(desk.say(columns[place][0]), columns[place][1]) for place in filled),
        rows=tuple(
            GridRow(tuple(row[place] for place in filled), words=words[number].casefold() if words else "")
            for number, row in enumerate(shown)
        ),
        id=id,
        intro=intro,
        downloads=(Link("CSV", file),) if file else (),
        more=Link(count_more(desk, left), file) if left else Link(""),
    )


def write_list(name: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> bytes:
    """Return rows as CSV, for whoever wants all of them; what is not known is an empty cell."""
    header = tuple(TableColumn(column) for column in columns)
    cells = tuple(tuple("" if cell is None else cell for cell in row) for row in rows)
    return write_csv(Table(name, name, header, cells)).encode()  # type: ignore[arg-type]


def _is_filled(cell: Cell) -> bool:
    return bool(cell.items or cell.mood or cell.day)

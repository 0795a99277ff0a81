"""The tables of a journey: on a page of their own, to which its page leads; a lone page holds them itself."""

from collections.abc import Sequence
from typing import Final

from journeymap.model import Journey
from journeymap.rendering.naming import write_number
from journeymap.rendering.tables.cells import Cell as TableCell
from journeymap.rendering.tables.cells import Plain, SpanUnit, Told, strip_cell, tell_cell
from journeymap.rendering.tables.table import Table
from journeymap.rendering.templating import escape_html, marked
from journeymap.site.addresses import journey_path, point_to
from journeymap.site.contexts import EntityContext
from journeymap.site.desk import Desk
from journeymap.site.grids import Cell, Column, Grid, GridRow, rank_word
from journeymap.site.pieces import Item, Link, Page, TableView

TABLES: Final = "tables/index.html"
"""The page of the tables as seen from the page of their journey."""


def name_tables(tables: Sequence[Table]) -> tuple[TableView, ...]:
    """Return the tables as the page of their journey names them, each with where it stands."""
    return tuple(TableView(table, (), f"{TABLES}#section_{table.name}") for table in tables)


def show_tables(desk: Desk, tables: Sequence[Table]) -> tuple[TableView, ...]:
    """Return the tables as a page shows them that has no other beside it."""
    return tuple(TableView(_word_table(table, desk.lang), ()) for table in map(_trim, tables))


def title_tables(desk: Desk, journey: Journey) -> str:
    """Return what the page of the tables is called."""
    return desk.say(marked("%(title)s: tables"), title=journey.title)


def lay_tables(desk: Desk, journey: Journey, tables: Sequence[Table], page: Page) -> EntityContext:
    """Return what the page of a journey's tables shows, with the way back to the journey."""
    back = Link(journey.title, point_to(journey_path(journey.id), page=desk.page))
    return EntityContext(
        page=page._replace(trail=(*page.trail[:-1], back, Link(desk.say(marked("Tables"))))),
        kind="journey",
        kind_word=desk.say(marked("Journey")),
        id=journey.id,
        title=page.title,
        lead=desk.prose(desk.say(marked("What the journey says as tables, to sort and to take along."))),
        retiring="",
        facts=(),
        figures=(),
        grids=tuple(_lay_grid(desk, table) for table in map(_trim, tables)),
        used=None,
        tags=(),
    )


def _lay_grid(desk: Desk, table: Table) -> Grid:
    rows = tuple(
        GridRow(
            tuple(_fill(cell, desk.lang) for cell in row),
            words=" ".join(_tell(tell_cell(cell), desk.lang) for cell in row).casefold(),
        )
        for row in table.rows
    )
    columns = tuple(Column(each.title, "number" if each.numeric else "text") for each in table.columns)
    return Grid(table.title, columns, rows, id=table.name, downloads=_list_files(table))


def _fill(cell: TableCell, lang: str) -> Cell:
    """Return a cell of the page; spans, amounts and days sort by what programs read, and words by rank."""
    text = _tell(tell_cell(cell), lang)
    if isinstance(cell, Told):
        sort = rank_word(cell.plain)
    else:
        sort = "" if isinstance(cell, str | SpanUnit) else str(strip_cell(cell))
    return Cell((Item(escape_html(text)),), sort=sort) if text else Cell()


def _trim(table: Table) -> Table:
    """Return a table without columns that nobody filled in: these stay in the files, which programs read."""
    said = [
        n for n in range(len(table.columns)) if n == 0 or any(tell_cell(row[n]) != "" for row in table.rows)
    ]
    return table._replace(
        columns=tuple(table.columns[n] for n in said),
        rows=tuple(tuple(row[n] for n in said) for row in table.rows),
    )


def _word_table(table: Table, lang: str) -> Table:
    rows = tuple(tuple(_tell(tell_cell(cell), lang) for cell in row) for row in table.rows)
    return table._replace(rows=rows)


def _tell(cell: Plain, lang: str) -> str:
    return cell if isinstance(cell, str) else write_number(cell, lang=lang)


def _list_files(table: Table) -> tuple[Link, ...]:
    return (Link("CSV", f"../{table.name}.csv"), Link("Markdown", f"../{table.name}.md"))

"""The last slides: what could be done about the journey, and what is measured."""

from collections.abc import Iterator
from typing import Literal

from journeymap.model import Journey, Portfolio, ViewColumn
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.documents.deck.grid import ASIDE, Cell, Grid, Row, draw_grid, split_grid
from journeymap.rendering.documents.deck.layouts import footer_box, title_box
from journeymap.rendering.documents.deck.look import SMALLEST, WIDTH, Look
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.documents.deck.writing import Paragraph, Run, say, shorten
from journeymap.rendering.geometry import Box
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import write_number
from journeymap.rendering.tables.cells import Plain, tell_cell
from journeymap.rendering.tables.handouts import KPIS, OPPORTUNITIES, build_handout
from journeymap.rendering.tables.table import Column, Table
from journeymap.rendering.templating import marked

# Slides have room for both values that the score is made of.
SLIDE_OPPORTUNITIES = OPPORTUNITIES._replace(
    columns=(
        *OPPORTUNITIES.columns[:2],
        ViewColumn("customer_value", marked("Customer value")),
        ViewColumn("business_value", marked("Business value")),
        ViewColumn("effort", marked("Effort")),
        ViewColumn("score", marked("Score")),
        *OPPORTUNITIES.columns[4:],
    )
)

HEADER_LINES = 3
NARROW, WIDE = 1.0, 2.6
"""The shares of columns with numbers or words, and with sentences; days and names are in between."""
_LETTERS = 9
"""So many letters are as wide as a narrow column."""


class _Sheet(NamedTuple):
    """What stands on a slide: its title, tables with the part of each that it shows, and notes."""

    title: str
    parts: tuple[tuple[Table, Grid], ...]
    notes: tuple[str, ...] = ()


def draw_lists(
    look: Look, portfolio: Portfolio, journey: Journey, *, footer: str, number: int
) -> list[SlideCanvas]:
    """Draw the slides of opportunities and KPIs, of which the first is ``number``."""
    sheets: list[_Sheet] = []
    for view, notes in ((SLIDE_OPPORTUNITIES, _tell_opportunities(journey)), (KPIS, ())):
        table = _without_empty(build_handout(view, portfolio, journey, lang=look.lang))
        if table.rows:
            sheets += _lay_sheets(look, table, tuple(notes))
    return [
        _draw_sheet(look, sheet, footer=footer, number=number + index)
        for index, sheet in enumerate(_join_sheets(look, sheets))
    ]


def _tell_opportunities(journey: Journey) -> Iterator[str]:
    """Yield what a speaker wants to know about opportunities: what they are, and what is done."""
    for opportunity in journey.opportunities:
        said = (opportunity.summary, *(action.text for action in opportunity.actions))
        for text in filter(str.strip, said):
            yield f"{one_line(opportunity.title)}: {one_line(text)}"


def _room(look: Look) -> Box:
    """Return where tables stand: between the title and the foot."""
    top = title_box(look).bottom + look.unit
    return Box(look.margin, top, WIDTH - 2 * look.margin, footer_box(look).y - look.unit - top)


def _lay_sheets(look: Look, table: Table, notes: tuple[str, ...]) -> list[_Sheet]:
    """Return a table on as few slides as hold it, in the largest text that they hold."""
    height = _room(look).height
    best: tuple[Grid, ...] = ()
    for size in sorted({look.body, look.small, SMALLEST}, reverse=True):
        pages = split_grid(_lay_table(look, table, size), height, height)
        if not best or len(pages) < len(best):
            best = pages
    places = [f" ({index + 1}/{len(best)})" if len(best) > 1 else "" for index in range(len(best))]
    return [
        _Sheet(f"{table.title}{place}", ((table, grid),), notes if index == 0 else ())
        for index, (place, grid) in enumerate(zip(places, best, strict=True))
    ]


def _join_sheets(look: Look, sheets: list[_Sheet]) -> list[_Sheet]:
    """Return sheets with two short tables on one."""
    heights = [grid.height + _gap(look) for sheet in sheets for _, grid in sheet.parts]
    if len(sheets) != 2 or sum(heights) - _gap(look) > _room(look).height:
        return sheets
    first, second = sheets
    title = f"{first.title} · {second.title}"
    return [_Sheet(title, (*first.parts, *second.parts), (*first.notes, *second.notes))]


def _gap(look: Look) -> float:
    return 4 * look.unit


def _draw_sheet(look: Look, sheet: _Sheet, *, footer: str, number: int) -> SlideCanvas:
    canvas = SlideCanvas(look)
    canvas.section = " · ".join(table.title for table, _ in sheet.parts)
    canvas.write_title(sheet.title)
    room = _room(look)
    y = room.y
    for table, grid in sheet.parts:
        columns = ", ".join(column.title for column in table.columns)
        place = Box(room.x, y, grid.width, 0)
        taken = draw_grid(canvas, grid, place, name=table.title, alt=f"{sheet.title}: {columns}")
        y = taken.bottom + _gap(look)
    canvas.notes += sheet.notes
    canvas.write_footer(footer, number)
    return canvas


def _lay_table(look: Look, table: Table, size: float) -> Grid:
    theme = look.theme
    shares = [_share(table, index) for index in range(len(table.columns))]
    widths = tuple((WIDTH - 2 * look.margin) * share / sum(shares) for share in shares)
    header = Row(
        tuple(
            Cell(
                (
                    shorten(
                        say(
                            column.title,
                            SMALLEST,
                            theme.muted,
                            bold=True,
                            align="end" if column.numeric else "start",
                        ),
                        width - 2 * ASIDE,
                        HEADER_LINES,
                    ),
                ),
                theme.surface,
            )
            for column, width in zip(table.columns, widths, strict=True)
        ),
        line=theme.border,
    )
    rows = tuple(
        Row(
            tuple(
                _say_cell(look, tell_cell(cell), size, column, is_name=index == 0)
                for index, (cell, column) in enumerate(zip(row, table.columns, strict=True))
            )
        )
        for row in table.rows
    )
    return Grid(widths, header, rows)


def _share(table: Table, index: int) -> float:
    """Return how much of the width a column asks for, by the longest text in it."""
    cells = (tell_cell(row[index]) for row in table.rows)
    longest = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    return min(WIDE, max(NARROW, longest / _LETTERS))


def _say_cell(look: Look, cell: Plain, size: float, column: Column, *, is_name: bool) -> Cell:
    if cell == "":
        return Cell(())
    text = one_line(cell) if isinstance(cell, str) else write_number(cell, lang=look.lang)
    run = Run(text, look.theme.text, bold=is_name and isinstance(cell, str))
    align: Literal["start", "end"] = "end" if column.numeric or not isinstance(cell, str) else "start"
    return Cell((Paragraph((run,), size, align),))


def _without_empty(table: Table) -> Table:
    """Return a table without columns that nobody filled in."""
    said = [
        n for n in range(len(table.columns)) if n == 0 or any(tell_cell(row[n]) != "" for row in table.rows)
    ]
    rows = tuple(tuple(row[n] for n in said) for row in table.rows)
    return table._replace(columns=tuple(table.columns[n] for n in said), rows=rows)

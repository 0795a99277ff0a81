"""The last slides: what could be done about the journey, and what is measured."""

from collections.abc import Iterator

from journeymap.model import Journey, Portfolio, View, ViewColumn
from journeymap.rendering.charts.opportunities import STATUSES
from journeymap.rendering.documents.deck.grid import ASIDE, Cell, Grid, Row, draw_grid, split_grid
from journeymap.rendering.documents.deck.layouts import footer_box, title_box
from journeymap.rendering.documents.deck.look import SMALLEST, WIDTH, Look
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.documents.deck.writing import Paragraph, Run, say, shorten
from journeymap.rendering.geometry import Box
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import write_number
from journeymap.rendering.tables.table import Table, build_view
from journeymap.rendering.templating import marked, translate

OPPORTUNITIES = View(
    "opportunities",
    marked("Opportunities"),
    "table",
    "opportunities",
    columns=(
        ViewColumn("title", marked("Opportunity")),
        ViewColumn("addresses", marked("Pains")),
        ViewColumn("customer_value", marked("Customer value")),
        ViewColumn("business_value", marked("Business value")),
        ViewColumn("effort", marked("Effort")),
        ViewColumn("score", marked("Score")),
        ViewColumn("status", marked("Status")),
        ViewColumn("owner", marked("Owner")),
    ),
)
KPIS = View("kpis", marked("KPIs"), "table", "kpis")

HEADER_LINES = 3
NARROW, WIDE = 1.0, 2.6
"""The shares of columns with numbers or words, and with sentences."""


def draw_lists(
    look: Look, portfolio: Portfolio, journey: Journey, *, footer: str, number: int
) -> list[SlideCanvas]:
    """Draw the slides of opportunities and KPIs, of which the first is ``number``."""
    slides: list[SlideCanvas] = []
    for view, notes in ((OPPORTUNITIES, _tell_opportunities(journey)), (KPIS, ())):
        table = _in_words(look, build_view(_translated(view, look.lang), portfolio, journey))
        if table.rows:
            drawn = _draw_table(look, table, footer=footer, number=number + len(slides))
            drawn[0].notes += notes
            slides += drawn
    return slides


def _tell_opportunities(journey: Journey) -> Iterator[str]:
    """Yield what a speaker wants to know about opportunities: what they are, and what is done."""
    for opportunity in journey.opportunities:
        said = (opportunity.summary, *(action.text for action in opportunity.actions))
        for text in filter(str.strip, said):
            yield f"{one_line(opportunity.title)}: {one_line(text)}"


def _draw_table(look: Look, table: Table, *, footer: str, number: int) -> list[SlideCanvas]:
    room = title_box(look)
    top = room.bottom + look.unit
    height = footer_box(look).y - look.unit - top
    best: tuple[Grid, ...] = ()
    for size in sorted({look.body, look.small, SMALLEST}, reverse=True):
        pages = split_grid(_lay_table(look, table, size), height, height)
        if not best or len(pages) < len(best):
            best = pages
    slides = []
    for index, grid in enumerate(best):
        canvas = SlideCanvas(look)
        place = f" ({index + 1}/{len(best)})" if len(best) > 1 else ""
        title = f"{table.title}{place}"
        canvas.write_title(title)
        columns = ", ".join(column.title for column in table.columns)
        draw_grid(
            canvas, grid, Box(look.margin, top, grid.width, 0), name=table.title, alt=f"{title}: {columns}"
        )
        canvas.write_footer(footer, number + index)
        slides.append(canvas)
    return slides


def _lay_table(look: Look, table: Table, size: float) -> Grid:
    theme = look.theme
    shares = [WIDE if _is_wordy(table, index) else NARROW for index in range(len(table.columns))]
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
        Row(tuple(_say_cell(look, cell, size, index) for index, cell in enumerate(row))) for row in table.rows
    )
    return Grid(widths, header, rows)


def _is_wordy(table: Table, index: int) -> bool:
    """Say whether a column holds sentences and not words or numbers."""
    return any(isinstance(row[index], str) and len(str(row[index])) > 16 for row in table.rows)


def _say_cell(look: Look, cell: str | float, size: float, index: int) -> Cell:
    if isinstance(cell, str):
        return Cell(
            (Paragraph((Run(one_line(cell), look.theme.text, bold=index == 0),), size),) if cell else ()
        )
    number = write_number(cell, lang=look.lang)
    return Cell((Paragraph((Run(number, look.theme.text),), size, "end"),))


def _translated(view: View, lang: str) -> View:
    """Return a view with its titles, which are ours, in a language."""
    columns = tuple(column._replace(title=translate(column.title, lang=lang)) for column in view.columns)
    return view._replace(title=translate(view.title, lang=lang), columns=columns)


def _in_words(look: Look, table: Table) -> Table:
    """Return a table with the states of opportunities in words, without columns that nobody filled in."""
    words = {status: translate(word, lang=look.lang) for status, word in STATUSES.items()}
    said = [n for n in range(len(table.columns)) if n == 0 or any(row[n] != "" for row in table.rows)]
    states = [column.field for column in OPPORTUNITIES.columns].index("status")
    status = states if table.name == OPPORTUNITIES.id else -1
    rows = tuple(
        tuple(words.get(str(row[n]), row[n]) if n == status else row[n] for n in said) for row in table.rows
    )
    return table._replace(columns=tuple(table.columns[n] for n in said), rows=rows)

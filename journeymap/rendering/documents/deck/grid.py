"""Tables on slides: native ones that can be edited, measured before they are written, divided into pages."""

from collections.abc import Iterator, Sequence

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.documents.deck.look import EMU, LEADING, SMALLEST, Look
from journeymap.rendering.documents.deck.shapes import Paint
from journeymap.rendering.documents.deck.slide import Placed, SlideCanvas
from journeymap.rendering.documents.deck.writing import (
    Paragraph,
    cut_lines,
    height_of,
    write_fill,
    write_paragraphs,
)
from journeymap.rendering.geometry import Box

ASIDE, ABOVE, BELOW = 6.0, 2.0, 5.0
"""The space between a cell's text and its borders; the leading of a line is above it already."""

_SHARES = (0.6, 0.7, 0.8, 0.9)
"""How much of a page may be filled where several share a table: the least that needs no more pages."""

_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style of tables that has neither lines nor colours: each cell brings its own."""


class Cell(NamedTuple):
    """A cell's paragraphs, and the colour it stands on."""

    paragraphs: tuple[Paragraph, ...] = ()
    fill: str = ""


class Row(NamedTuple):
    """A row; ``spans`` says that its first cell takes all columns, ``line`` which colour ends it.

    In a ``joined`` one the second cell takes all columns but the first.
    """

    cells: tuple[Cell, ...]
    spans: bool = False
    joined: bool = False
    line: str = ""


class Grid(NamedTuple):
    """A table: the widths of its columns, a header that every page repeats, and rows.

    In a ``labelled`` one the first cell of a row names it, also where a row goes on overleaf.
    """

    widths: tuple[float, ...]
    header: Row
    rows: tuple[Row, ...]
    labelled: bool = False

    @property
    def width(self) -> float:
        """The width of all columns."""
        return sum(self.widths)

    @property
    def height(self) -> float:
        """The height of the header and all rows."""
        return sum(row_height(row, self.widths) for row in (self.header, *self.rows))


def row_height(row: Row, widths: Sequence[float]) -> float:
    """Return the height that a row takes at most."""
    tallest = max(
        height_of(cell.paragraphs, width - 2 * ASIDE)
        for cell, width in zip(row.cells, _widths(row, widths), strict=True)
    )
    return ABOVE + BELOW + tallest


def split_grid(grid: Grid, first: float, following: float) -> tuple[Grid, ...]:
    """Return a table in as few pages of some height as hold it, filled as evenly as its rows allow."""
    fewest = _fill_pages(grid, first, following)
    for share in _SHARES if len(fewest) > 1 else ():
        pages = _fill_pages(grid, first * share, following * share)
        if len(pages) == len(fewest) and _count_rows(pages) == _count_rows(fewest):
            return pages
    return fewest


def _count_rows(pages: Sequence[Grid]) -> int:
    return sum(len(page.rows) for page in pages)


def _fill_pages(grid: Grid, first: float, following: float) -> tuple[Grid, ...]:
    """Return a table in pages, each as full as can be: rows stay whole where a page can hold them."""
    head = row_height(grid.header, grid.widths)
    pages: list[list[Row]] = [[]]
    room = first - head
    rows = list(grid.rows)
    while rows:
        row = rows.pop(0)
        height = row_height(row, grid.widths)
        # A line of the blueprint stands above something: it never ends a page.
        needed = height + (row_height(rows[0], grid.widths) if row.spans and rows else 0)
        if needed <= room or (row.spans and not pages[-1]):
            pages[-1].append(row)
            room -= height
            continue
        rows.insert(0, row)
        if not pages[-1]:
            upper, rows[0] = _cut_row(grid, row, room)
            pages[-1].append(upper)
        pages.append([])
        room = following - head
    return tuple(grid._replace(rows=tuple(page)) for page in pages if page) or (grid,)


def draw_grid(canvas: SlideCanvas, grid: Grid, place: Box, *, name: str, alt: str) -> Box:
    """Draw a table from the top of a place, and return the room that it takes."""
    look = canvas.look
    rows = (grid.header, *grid.rows)
    heights = [row_height(row, grid.widths) for row in rows]
    y = place.y
    for row, height in zip(rows, heights, strict=True):
        canvas.texts.extend(_place_cells(row, grid.widths, place.x, y, height))
        y += height
    columns = "".join(f'<a:gridCol w="{round(width * EMU)}"/>' for width in grid.widths)
    direction = ' rtl="1"' if look.mirrored else ""
    body = "".join(
        _write_row(row, height, len(grid.widths), look) for row, height in zip(rows, heights, strict=True)
    )
    markup = (
        f'<a:tbl><a:tblPr{direction} firstRow="1" firstCol="1"><a:tableStyleId>{_PLAIN_STYLE}'
        f"</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl>"
    )
    box = Box(place.x, place.y, grid.width, y - place.y)
    canvas.add_table(markup, box, name=name, alt=alt)
    return box


def _widths(row: Row, widths: Sequence[float]) -> tuple[float, ...]:
    if row.spans:
        return (sum(widths),)
    return (widths[0], sum(widths[1:])) if row.joined else tuple(widths)


def _cut_row(grid: Grid, row: Row, height: float) -> tuple[Row, Row]:
    """Return what of a row fits into a height, at least a line of each cell, and the rest."""
    widths = _widths(row, grid.widths)
    parts = [
        _cut_cell(cell, width - 2 * ASIDE, height - (ABOVE + BELOW))
        for cell, width in zip(row.cells, widths, strict=True)
    ]
    label = height_of(row.cells[0].paragraphs, widths[0] - 2 * ASIDE)
    # One that is taller than all there is has to be cut as well: it would never come to an end.
    if grid.labelled and not row.spans and label <= height - (ABOVE + BELOW):
        parts[0] = (row.cells[0], row.cells[0])
    return (
        row._replace(cells=tuple(upper for upper, _ in parts)),
        row._replace(cells=tuple(lower for _, lower in parts)),
    )


def _cut_cell(cell: Cell, width: float, height: float) -> tuple[Cell, Cell]:
    """Cut between paragraphs; within one only where it is taller than all there is."""
    fitting = 0
    while fitting < len(cell.paragraphs) and height_of(cell.paragraphs[: fitting + 1], width) <= height:
        fitting += 1
    upper, lower = cell.paragraphs[:fitting], cell.paragraphs[fitting:]
    if lower and not upper:
        first = lower[0]
        count = max(1, int((height - first.gap) / (first.size * LEADING)))
        head, tail = cut_lines(first, width, count)
        upper, lower = (head,), ((tail, *lower[1:]) if tail.runs else lower[1:])
    return cell._replace(paragraphs=upper), cell._replace(paragraphs=lower)


def _place_cells(row: Row, widths: Sequence[float], x: float, y: float, height: float) -> Iterator[Placed]:
    for cell, width in zip(row.cells, _widths(row, widths), strict=True):
        box = Box(x + ASIDE, y + ABOVE, width - 2 * ASIDE, height - (ABOVE + BELOW))
        if cell.paragraphs:
            yield Placed(cell.paragraphs, box, height_of(cell.paragraphs, box.width))
        x += width


def _write_row(row: Row, height: float, columns: int, look: Look) -> str:
    spans = [columns] if row.spans else [1, columns - 1] if row.joined else [1] * columns
    cells = []
    for cell, span in zip(row.cells, spans, strict=True):
        cells += [_write_cell(cell, row, look, span)] + [_write_cell(Cell(), row, look, 0)] * (span - 1)
    return f'<a:tr h="{round(height * EMU)}">{"".join(cells)}</a:tr>'


def _write_cell(cell: Cell, row: Row, look: Look, columns: int) -> str:
    """Return a cell as wide as some columns; with 0 it is one that another cell covers."""
    span = "" if columns == 1 else f' gridSpan="{columns}"' if columns else ' hMerge="1"'
    aside, above, below = (round(space * EMU) for space in (ASIDE, ABOVE, BELOW))
    # An empty paragraph has a height of its own.
    paragraphs = write_paragraphs(cell.paragraphs or (Paragraph((), SMALLEST),), look)
    none = "".join(f"<a:{side}><a:noFill/></a:{side}>" for side in ("lnL", "lnR", "lnT"))
    line = Paint(line=row.line or look.theme.line, width=1.0 if row.line else 0.75)
    bottom = f'<a:lnB w="{round(line.width * EMU)}">{write_fill(line.line, look)}</a:lnB>'
    return (
        f"<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
        f'<a:tcPr marL="{aside}" marR="{aside}" marT="{above}" marB="{below}" anchor="t">{none}{bottom}'
        f"{write_fill(cell.fill, look)}</a:tcPr></a:tc>"
    )

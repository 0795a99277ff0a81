"""The words below the curve: what each line feels in each column, in a pill with its number."""

from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.cells import ASCENT, leading_of
from journeymap.rendering.map.feeling import PILL_PAD, FeelingLane, Pill, PillRow
from journeymap.rendering.map.grid import Grid
from journeymap.rendering.map.signs import MARKERS, SHAPES, draw_shape, line_colour
from journeymap.rendering.metrics import text_width
from journeymap.themes.theme import Theme

FLAG = 11.0


def draw_rows(canvas: Canvas, theme: Theme, lane: FeelingLane, grid: Grid, top: float) -> None:
    """Draw the words of each line below the other."""
    y = top
    for row in lane.rows:
        _draw_row(canvas, theme, lane, grid, row, y)
        y += row.height


def _draw_row(canvas: Canvas, theme: Theme, lane: FeelingLane, grid: Grid, row: PillRow, top: float) -> None:
    """Draw the words of a line in pills below the plot."""
    size = theme.type.small
    leading = leading_of(size)
    if row.name:
        x = grid.margin
        if row.order < len(MARKERS) and len(lane.rows) > 1:
            draw_shape(canvas, row.order, (x + 6, top + 13), 5, fill=line_colour(theme, row.order))
            x += 18
        canvas.write_text(
            row.name,
            (x, top + 4 + round(size * ASCENT)),
            size,
            leading=leading,
            within=grid.title_cell(top, row.height),
            fill=theme.muted,
        )
    cells = (grid.cell(column, top, row.height) for column in range(len(row.pills)))
    pills = tuple((pill, cell) for pill, cell in zip(row.pills, cells, strict=True) if pill)
    boxes = tuple(_draw_pill(canvas, theme, pill, cell) for pill, cell in pills)
    # Words after all boxes: what they share is then said once.
    canvas.open_group(font_size=size, text_anchor="middle")
    for (pill, _), box in zip(pills, boxes, strict=True):
        _write_pill(canvas, theme, pill, box)
    canvas.close_group()
    for (pill, cell), box in zip(pills, boxes, strict=True):
        if pill.flags:
            _draw_flags(canvas, theme, pill.flags, cell, box.bottom)


def _draw_pill(canvas: Canvas, theme: Theme, pill: Pill, cell: Box) -> Box:
    """Draw the box of a pill; return it."""
    size = theme.type.small
    step = theme.step(pill.feeling.height or 0)
    width = max(text_width(line.rstrip(" "), size) for line in pill.lines) + 2 * PILL_PAD
    height = leading_of(size) * len(pill.lines) + 6
    box = Box(cell.x + (cell.width - width) / 2, cell.y, width, height)
    paint: dict[str, Paint] = {"fill": step.tint}
    if pill.feeling.confidence == "assumed":
        paint = {"fill": "none", "stroke": step.solid, "stroke_dasharray": "3 3"}
    canvas.draw_box(box, radius=min(11, box.height / 2), **paint)
    return box


def _write_pill(canvas: Canvas, theme: Theme, pill: Pill, box: Box) -> None:
    size = theme.type.small
    canvas.write_text(
        pill.lines,
        (box.x + box.width / 2, box.y + 3 + round(size * ASCENT)),
        size,
        leading=leading_of(size),
        anchor="middle",
        within=box,
        fill=theme.step(pill.feeling.height or 0).on_tint,
    )


def _draw_flags(canvas: Canvas, theme: Theme, words: tuple[str, ...], cell: Box, top: float) -> None:
    """Write what people remember of a feeling below its pill."""
    size = theme.type.small
    first = top + 2 + round(size * ASCENT)
    wide = max(text_width(line, size, bold=True) for line in words)
    x = cell.x + (cell.width - wide - FLAG - 3) / 2
    canvas.draw_glyph(SHAPES["flag"], (x, first - FLAG + 1.5), FLAG, fill=theme.text)
    canvas.write_text(
        words,
        (x + FLAG + 3, first),
        size,
        leading=leading_of(size),
        bold=True,
        within=cell,
        fill=theme.text,
    )

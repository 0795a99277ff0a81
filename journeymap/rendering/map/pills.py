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
    for column, pill in enumerate(row.pills):
        if pill:
            _draw_pill(canvas, theme, pill, grid.cell(column, top, row.height))


def _draw_pill(canvas: Canvas, theme: Theme, pill: Pill, cell: Box) -> None:
    size = theme.type.small
    leading = leading_of(size)
    step = theme.step(pill.feeling.height or 0)
    width = max(text_width(line.rstrip(" "), size) for line in pill.lines) + 2 * PILL_PAD
    centre = cell.x + cell.width / 2
    box = Box(centre - width / 2, cell.y, width, leading * len(pill.lines) + 6)
    paint: dict[str, Paint] = {"fill": step.tint}
    if pill.feeling.confidence == "assumed":
        paint = {"fill": "none", "stroke": step.solid, "stroke_dasharray": "3 3"}
    canvas.draw_box(box, radius=min(11, box.height / 2), **paint)
    canvas.write_text(
        pill.lines,
        (centre, cell.y + 3 + round(size * ASCENT)),
        size,
        leading=leading,
        anchor="middle",
        within=box,
        fill=step.on_tint,
    )
    if pill.flags:
        first = box.bottom + 2 + round(size * ASCENT)
        wide = max(text_width(line, size, bold=True) for line in pill.flags)
        x = centre - (wide + FLAG + 3) / 2
        canvas.draw_glyph(SHAPES["flag"], (x, first - FLAG + 1.5), FLAG, fill=theme.text)
        canvas.write_text(
            pill.flags,
            (x + FLAG + 3, first),
            size,
            leading=leading,
            bold=True,
            within=cell,
            fill=theme.text,
        )

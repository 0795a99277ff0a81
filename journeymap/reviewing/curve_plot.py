"""Two curves laid over each other: how it was, dashed and quiet, and how it is, solid with a face a step."""

from collections.abc import Sequence

from journeymap.model import EmotionScale
from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.charts.feelings import on_scale
from journeymap.rendering.charts.frame import LEADING, write_block, write_lines
from journeymap.rendering.curve import fit_curve, join_arcs
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.map.signs import draw_marker
from journeymap.rendering.metrics import one_line, text_width
from journeymap.rendering.templating import marked
from journeymap.reviewing.columns import Column
from journeymap.reviewing.feelings import FeltLine, FeltStep
from journeymap.reviewing.pen import Pen
from journeymap.themes.theme import Theme

LOW, HIGH = -2.0, 2.0
ABOVE, BELOW, HEIGHT = 4.5, 2.5, 15.0
"""Units above the highest step, below the lowest one, and between them."""
SCORES = 4.0
"""Units for the scores beside the first column."""


def plot_height(theme: Theme) -> float:
    """Return the height of one plot."""
    return (ABOVE + HEIGHT + BELOW) * theme.spacing.unit


def draw_plot(
    canvas: Canvas,
    theme: Theme,
    line: FeltLine,
    columns: Sequence[Column],
    place: Box,
    pen: Pen,
    own: EmotionScale,
) -> None:
    """Draw both curves of a line into a place; its gutter, left of the first column, has the names.

    ``own`` is the scale that the workspace writes scores on.
    """
    unit = theme.spacing.unit
    scale = Box(place.x, place.y + ABOVE * unit, place.width, HEIGHT * unit)
    _draw_scale(canvas, theme, line, columns, scale, pen, own)
    for side, paint in ((0, paint_before(theme)), (1, paint_after(theme))):
        for points in _trace(line.steps, columns, side, scale):
            canvas.draw_curve(points, **paint)
    for felt, column in zip(line.steps, columns, strict=True):
        _draw_points(canvas, theme, felt, column, scale)
    for felt, column in zip(line.steps, columns, strict=True):
        if not felt.is_same and column.is_wide:
            _write_change(canvas, theme, felt, column, scale, pen)


def paint_before(theme: Theme) -> dict[str, Paint]:
    """Return the paint of the curve as it was."""
    return {
        "stroke": theme.muted,
        "stroke_width": theme.spacing.line,
        "stroke_dasharray": "5 5",
        "stroke_linecap": "round",
    }


def paint_after(theme: Theme) -> dict[str, Paint]:
    """Return the paint of the curve as it is."""
    return {"stroke": theme.text, "stroke_width": theme.spacing.line * 1.5, "stroke_linecap": "round"}


def _draw_scale(
    canvas: Canvas,
    theme: Theme,
    line: FeltLine,
    columns: Sequence[Column],
    scale: Box,
    pen: Pen,
    own: EmotionScale,
) -> None:
    unit, size = theme.spacing.unit, theme.type.small
    start, end = columns[0].x, columns[-1].x + columns[-1].width
    for height in (LOW, 0.0, HIGH):
        y = _y(scale, height)
        dash = None if height else "2 5"
        canvas.draw_line((start + unit / 4, y), (end - unit / 4, y), stroke=theme.line, stroke_dasharray=dash)
        place = Box(start - SCORES * unit, y - size * LEADING / 2, (SCORES - 0.75) * unit, 0)
        write_block(canvas, pen.score(on_scale(height, own)), place, size, theme.muted, anchor="end")
    room = start - scale.x - SCORES * unit - unit / 2
    name = line.title or pen.say(marked("Everyone"))
    top = Box(scale.x, scale.y + scale.height / 2 - 2 * size * LEADING, room, 0)
    write_block(canvas, name, top, theme.type.body, theme.text, bold=True)


def _trace(felt: Sequence[FeltStep], columns: Sequence[Column], side: int, scale: Box) -> list[list[Point]]:
    """Return the runs of one side's curve: what is not there leaves no gap, what has no score does."""
    present = [
        number
        for number, step in enumerate(felt)
        if (step.step.pair.after if side else step.step.pair.before) is not None
    ]
    centres = [columns[number].centre for number in present]
    arcs = fit_curve([felt[number].heights[side] for number in present])

    def place(point: Point) -> Point:
        left = min(int(point[0]), len(centres) - 1)
        right = min(left + 1, len(centres) - 1)
        x = centres[left] + (point[0] - left) * (centres[right] - centres[left])
        return x, _y(scale, point[1])

    runs = join_arcs(arcs, [False] * len(arcs))
    return [[place(run[0].start), *(place(point) for arc in run for point in arc[1:])] for _, run in runs]


def _draw_points(canvas: Canvas, theme: Theme, felt: FeltStep, column: Column, scale: Box) -> None:
    unit = theme.spacing.unit
    before, after = felt.heights
    if before is not None and not felt.is_same:
        spot = (column.centre, _y(scale, before))
        if after is not None:
            canvas.draw_line(spot, (column.centre, _y(scale, after)), stroke=theme.border, stroke_width=1)
        canvas.draw_circle(
            spot, unit * 0.55, fill=theme.background, stroke=theme.muted, stroke_width=theme.spacing.line
        )
    if after is None:
        return
    spot = (column.centre, _y(scale, after))
    radius = unit * (1.35 if column.is_wide else 0.6)
    canvas.draw_circle(spot, radius + 1.5, fill=theme.background)
    if column.is_wide:
        hollow = felt.after is not None and felt.after.confidence == "assumed"
        draw_marker(canvas, theme, 0, after, spot, radius, hollow=hollow)
    else:
        canvas.draw_circle(spot, radius, fill=theme.step(after).solid)


def _write_change(canvas: Canvas, theme: Theme, felt: FeltStep, column: Column, scale: Box, pen: Pen) -> None:
    """Write both scores above the higher of two points."""
    known = [height for height in felt.heights if height is not None]
    text, size = tell_scores(felt, pen), theme.type.small
    colour = theme.text if len(known) > 1 else theme.muted
    width = min(text_width(text, size, bold=True) + 1, column.width)
    top = _y(scale, max(known)) - theme.spacing.unit * 1.9 - size * LEADING
    place = Box(column.centre - width / 2, top, width, 0)
    write_lines(canvas, (one_line(text),), place, size, colour, bold=True)


def tell_scores(felt: FeltStep, pen: Pen) -> str:
    """Return both scores with an arrow between them, or the one that there is."""
    known = [pen.score(score) for score in felt.scores if score is not None]
    return " → ".join(dict.fromkeys(known))


def _y(scale: Box, height: float) -> float:
    return scale.y + (HIGH - height) / (HIGH - LOW) * scale.height

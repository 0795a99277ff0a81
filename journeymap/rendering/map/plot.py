"""The curve of the map: lines through faces, flags at what people remember, names where lines end."""

from collections.abc import Sequence
from functools import partial

from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.map.cells import ASCENT, leading_of
from journeymap.rendering.map.emotion_lines import EmotionLine
from journeymap.rendering.map.feeling import AROUND, BELOW, FeelingLane, SideWord
from journeymap.rendering.map.grid import LABEL, Grid
from journeymap.rendering.map.pills import FLAG, draw_rows
from journeymap.rendering.map.signs import BEFORE, SHAPES, draw_shape, line_colour
from journeymap.rendering.map.strokes import draw_markers, draw_runs, list_markers, trace_runs
from journeymap.rendering.metrics import text_width
from journeymap.themes.theme import Theme


def draw_feelings(
    canvas: Canvas, theme: Theme, lane: FeelingLane, grid: Grid, top: float, borders: Sequence[float]
) -> None:
    """Draw the emotion lane from its top; ``borders`` are where stages meet, behind the curve."""
    panel = Box(grid.left, top, grid.column * grid.columns, lane.plot)
    canvas.draw_box(panel, radius=theme.spacing.radius, fill=theme.surface)
    for x in borders:
        canvas.draw_line((x, top - AROUND), (x, top + lane.height + AROUND), stroke=theme.line)
    _draw_scale(canvas, theme, lane, grid, top)
    alone = len(lane.lines) == 1
    if alone:
        _shade(canvas, theme, lane, grid, top)
    for index, line in enumerate(lane.lines):
        if any(end.before and end.order == index for end in lane.ends):
            _draw_before(canvas, theme, lane, grid, (line, index), top)
    for index, line in enumerate(lane.lines):
        place = partial(_place, lane, grid, index, top)
        draw_runs(canvas, theme, line, index, place, alone=alone, width=2.5 if alone else 2)
    for end in lane.ends:
        _draw_leader(canvas, theme, lane, grid, end, top)
    for index, line in enumerate(lane.lines):
        markers = list_markers(line, partial(_place, lane, grid, index, top))
        draw_markers(canvas, theme, index, markers, lane.face)
    if alone:
        _draw_flags(canvas, theme, lane, grid, top)
    for end in lane.ends:
        _write_end(canvas, theme, lane, grid, end, top)
    draw_rows(canvas, theme, lane, grid, top + lane.plot + BELOW)


def _draw_scale(canvas: Canvas, theme: Theme, lane: FeelingLane, grid: Grid, top: float) -> None:
    size, small = theme.type.body, theme.type.small
    cell = grid.title_cell(top, lane.plot)
    where = (grid.margin, top + 10 + round(size * ASCENT))
    canvas.write_text(
        lane.title, where, size, leading=leading_of(size), bold=True, within=cell, fill=theme.text
    )
    zero = top + lane.zero
    canvas.draw_line(
        (grid.left, zero), (grid.right, zero), stroke=theme.border, stroke_width=1, stroke_dasharray="4 5"
    )
    for word in lane.words:
        first = top + word.y - leading_of(small) * (len(word.lines) - 1) / 2 + small * 0.36
        canvas.write_text(
            word.lines,
            (grid.left - grid.pad, first),
            small,
            leading=leading_of(small),
            anchor="end",
            within=cell,
            fill=theme.muted,
        )


def _place(lane: FeelingLane, grid: Grid, index: int, top: float, point: Point) -> Point:
    """Return where a point of a line stands: its x is a column, its y a canonical score."""
    x, y = lane.shift(index, point[0])
    return (grid.centre(point[0]) + x, top + lane.y(point[1]) + y)


def _shade(canvas: Canvas, theme: Theme, lane: FeelingLane, grid: Grid, top: float) -> None:
    """Tint what lies between a line that is alone and the zero line."""
    place = partial(_place, lane, grid, 0, top)
    for _, points in trace_runs(lane.lines[0].heights, place):
        canvas.draw_area(points, top + lane.zero, fill=theme.accent, fill_opacity=0.09)


def _draw_before(
    canvas: Canvas, theme: Theme, lane: FeelingLane, grid: Grid, of: tuple[EmotionLine, int], top: float
) -> None:
    line, index = of
    colour = theme.muted if len(lane.lines) == 1 else line_colour(theme, index)
    place = partial(_place, lane, grid, index, top)
    for _, points in trace_runs(line.heights_before, place):
        canvas.draw_curve(points, stroke=colour, stroke_linecap="round", **BEFORE)
    ring: dict[str, Paint] = {"fill": theme.surface, "stroke": colour, "stroke_width": 1.25}
    canvas.open_group(**ring)
    for column, height in enumerate(line.heights_before):
        if height is not None:
            draw_shape(canvas, index, place((column, height)), 3.5, **ring)
    canvas.close_group()


def _draw_flags(canvas: Canvas, theme: Theme, lane: FeelingLane, grid: Grid, top: float) -> None:
    for column, (words, height) in enumerate(zip(lane.flags, lane.lines[0].heights, strict=True)):
        if words and height is not None:
            _draw_flag(canvas, theme, lane, grid, column, _place(lane, grid, 0, top, (column, height)), top)


def _draw_flag(
    canvas: Canvas, theme: Theme, lane: FeelingLane, grid: Grid, column: int, centre: Point, top: float
) -> None:
    """Write what people remember beside its face, on the side that the curve leaves free."""
    words, size = lane.flags[column], theme.type.small
    leading = leading_of(size)
    feeling = lane.lines[0].feelings[column]
    before = [height for height in lane.lines[0].heights[:column] if height is not None]
    falls = bool(before) and feeling is not None and (feeling.height or 0) < before[-1]
    moments = feeling.moments if feeling else ()
    is_below = "pit" in moments or ("peak" not in moments and falls)
    first = (
        centre[1] + lane.face + 4 + size
        if is_below
        else centre[1] - lane.face - 7 - leading * (len(words) - 1)
    )
    width = max(text_width(word, size, bold=True) for word in words)
    x = centre[0] - (width + FLAG + 3) / 2
    canvas.draw_glyph(SHAPES["flag"], (x, first - FLAG + 1.5), FLAG, fill=theme.text)
    canvas.write_text(
        words,
        (x + FLAG + 3, first),
        size,
        leading=leading,
        bold=True,
        within=grid.cell(column, top, lane.plot),
        fill=theme.text,
    )


def _draw_leader(
    canvas: Canvas, theme: Theme, lane: FeelingLane, grid: Grid, end: SideWord, top: float
) -> None:
    """Draw the hairline that leads from the end of a line to its name, behind all faces."""
    y = top + end.y
    last = grid.right + LABEL - 14
    start = (end.start[0] + lane.face + 3, top + end.start[1])
    middle = (start[0] + last) / 2
    leader = (start, (middle, start[1]), (middle, y), (last, y))
    canvas.draw_curve(leader, stroke=_colour_of(theme, lane, end), stroke_width=0.75)


def _colour_of(theme: Theme, lane: FeelingLane, end: SideWord) -> str:
    alone = len(lane.lines) == 1
    return theme.muted if end.before and alone else line_colour(theme, end.order)


def _write_end(
    canvas: Canvas, theme: Theme, lane: FeelingLane, grid: Grid, end: SideWord, top: float
) -> None:
    """Write the name of a line beside its end."""
    size = theme.type.small
    leading = leading_of(size)
    colour = _colour_of(theme, lane, end)
    y = top + end.y
    x = grid.right + LABEL
    if end.before:
        draw_shape(canvas, end.order, (x - 7, y), 3, fill=theme.background, stroke=colour, stroke_width=1.25)
    else:
        draw_shape(canvas, end.order, (x - 7, y), 4, fill=colour)
    canvas.write_text(
        end.lines,
        (x, y - leading * (len(end.lines) - 1) / 2 + size * 0.36),
        size,
        leading=leading,
        bold=False,
        within=Box(x, top, grid.gutter - LABEL, lane.plot),
        fill=colour,
    )

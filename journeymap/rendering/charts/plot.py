"""Emotion lines drawn into cells: curves, and a marker for each score; where none is, there is a gap."""

from collections.abc import Sequence
from functools import partial

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.map.crowding import Shifts, shift_at, spread_markers
from journeymap.rendering.map.emotion_lines import EmotionLine
from journeymap.rendering.map.signs import DASHES, MARKERS
from journeymap.rendering.map.strokes import (
    Marker,
    draw_markers,
    draw_runs,
    list_markers,
    paint_line,
    trace_runs,
)
from journeymap.themes.theme import Theme

LOW, HIGH = -2, 2
CROWDED = 0.5
"""How near to each other scores are whose markers would touch."""
RADIUS = 1.15
"""Units from the middle of a marker to its edge."""
APART_FROM_LINES = 1.5
"""Pixels of ground around a marker, which keep lines that pass behind it apart from it."""
APART, WIDTH = 2.6, 8.5
"""Units between markers that stand side by side, and how wide all of them are at most."""


class Track(NamedTuple):
    """How one of several lines is told from the others: by colour, dash, shape, and steps aside."""

    line: EmotionLine
    look: int
    shifts: Shifts


def lay_tracks(theme: Theme, lines: Sequence[EmotionLine]) -> tuple[Track, ...]:
    """Return lines with the looks that the map gives them, too."""
    unit = theme.spacing.unit
    shifts = spread_markers(
        [line.heights for line in lines], near=CROWDED, step=APART * unit, room=unit * WIDTH
    )
    return tuple(Track(line, index % len(MARKERS), shifts[index]) for index, line in enumerate(lines))


def plot_tracks(canvas: Canvas, theme: Theme, tracks: Sequence[Track], cell: Box, *, columns: range) -> None:
    """Draw what lies in some columns of lines, from the cell of the first one on.

    +2 is at a cell's upper edge, -2 at its lower one; lines run on to the borders of the columns. A line
    of the journey that these extend is drawn first, thin and quiet.
    """
    for track in tracks:
        _plot_before(canvas, theme, track, cell, columns)
    alone, width = len(tracks) == 1, _width_of(theme)
    for track in tracks:
        place = partial(_place, track, cell, columns)
        draw_runs(canvas, theme, track.line, track.look, place, alone=alone, width=width, columns=columns)
    for track in tracks:
        markers = list_markers(track.line, partial(_place, track, cell, columns), columns=columns)
        draw_markers(canvas, theme, track.look, markers, theme.spacing.unit * RADIUS, apart=APART_FROM_LINES)


def stroke_of(theme: Theme, track: Track) -> dict[str, Paint]:
    """Return the paint of a line."""
    return {**paint_line(theme, track.look, _width_of(theme)), "stroke_dasharray": DASHES[track.look]}


def stroke_before(theme: Theme) -> dict[str, Paint]:
    """Return the paint of the line of the journey that another one extends."""
    return {"stroke": theme.muted, "stroke_width": theme.spacing.line, "stroke_dasharray": "3 4"}


def spot_of(cell: Box, height: float) -> Point:
    """Return where a canonical height stands in a cell."""
    return cell.x + cell.width / 2, cell.y + (HIGH - height) / (HIGH - LOW) * cell.height


def draw_sample(canvas: Canvas, theme: Theme, look: int, centre: Point, *, hollow: bool) -> None:
    """Draw the marker of a line for a legend, with a neutral face."""
    markers = (Marker(0, centre, hollow),)
    draw_markers(canvas, theme, look, markers, theme.spacing.unit * RADIUS, apart=APART_FROM_LINES)


def _width_of(theme: Theme) -> float:
    return theme.spacing.line * 1.5


def _plot_before(canvas: Canvas, theme: Theme, track: Track, cell: Box, columns: range) -> None:
    paint = stroke_before(theme)
    place = partial(_place, track, cell, columns)
    for _, points in trace_runs(track.line.heights_before, place, columns=columns):
        canvas.draw_curve(points, **paint)
    for column, height in enumerate(track.line.heights_before):
        if height is not None and column in columns:
            ring = {**paint, "stroke_dasharray": None}
            canvas.draw_circle(
                place((column, height)), theme.spacing.unit * 0.4, fill=theme.background, **ring
            )


def _place(track: Track, cell: Box, columns: range, point: Point) -> Point:
    """Return where a point of a line stands: its x is a column, its y a canonical height."""
    column, height = point
    x, y = spot_of(cell, height)
    aside, down = shift_at(track.shifts, column)
    return x + (column - columns.start) * cell.width + aside, y + down

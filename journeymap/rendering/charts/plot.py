"""Emotion lines drawn into cells: curves, and a marker for each score; where none is, there is a gap."""

from collections.abc import Iterator, Sequence

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.curve import Bezier, fit_curve, join_arcs
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.map.crowding import Shifts, shift_at, spread_markers
from journeymap.rendering.map.emotion_lines import EmotionLine, Feeling, is_assumed
from journeymap.rendering.map.signs import ASSUMED, DASHES, MARKERS, draw_marker, draw_shape, line_colour
from journeymap.themes.theme import Theme

LOW, HIGH = -2, 2
CROWDED = 0.5
"""How near to each other scores are whose markers would touch."""
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


def plot_tracks(canvas: Canvas, theme: Theme, tracks: Sequence[Track], cells: Sequence[Box]) -> None:
    """Draw lines into the cells of their columns; +2 is at a cell's upper edge, -2 at its lower one.

    A line of the journey that these extend is drawn first, thin and quiet.
    """
    for track in tracks:
        _plot_before(canvas, theme, track, cells)
    for track in tracks:
        alone = len(tracks) == 1
        for assumed, points in _trace(track, fit_curve(track.line.heights), cells, alone=alone):
            paint = stroke_of(theme, track)
            canvas.draw_curve(points, **{**paint, "stroke_dasharray": ASSUMED} if assumed else paint)
    for track in tracks:
        for column, feeling in enumerate(track.line.feelings):
            if feeling and feeling.height is not None:
                draw_point(canvas, theme, track, feeling, _place(track, cells, (column, feeling.height)))


def stroke_of(theme: Theme, track: Track) -> dict[str, Paint]:
    """Return the paint of a line."""
    return {
        "stroke": line_colour(theme, track.look),
        "stroke_width": theme.spacing.line * 1.5,
        "stroke_linecap": "round",
        "stroke_dasharray": DASHES[track.look],
    }


def stroke_before(theme: Theme) -> dict[str, Paint]:
    """Return the paint of the line of the journey that another one extends."""
    return {"stroke": theme.muted, "stroke_width": theme.spacing.line, "stroke_dasharray": "3 4"}


def spot_of(cell: Box, height: float) -> Point:
    """Return where a canonical height stands in a cell."""
    return cell.x + cell.width / 2, cell.y + (HIGH - height) / (HIGH - LOW) * cell.height


def draw_point(canvas: Canvas, theme: Theme, track: Track, feeling: Feeling, centre: Point) -> None:
    """Draw the marker of a feeling, hollow where it is only assumed."""
    hollow = feeling.confidence == "assumed"
    radius = theme.spacing.unit * 1.15
    # The ground around a marker keeps it apart from lines that pass behind it.
    draw_shape(canvas, track.look, centre, radius + 1.5, fill=theme.background)
    draw_marker(canvas, theme, track.look, feeling.height or 0, centre, radius, hollow=hollow)


def draw_sample(canvas: Canvas, theme: Theme, look: int, centre: Point, *, hollow: bool) -> None:
    """Draw the marker of a line for a legend, with a neutral face."""
    radius = theme.spacing.unit * 1.15
    draw_shape(canvas, look, centre, radius + 1.5, fill=theme.background)
    draw_marker(canvas, theme, look, 0, centre, radius, hollow=hollow)


def _plot_before(canvas: Canvas, theme: Theme, track: Track, cells: Sequence[Box]) -> None:
    paint = stroke_before(theme)
    for _, points in _trace(track, fit_curve(track.line.heights_before), cells):
        canvas.draw_curve(points, **paint)
    for column, height in enumerate(track.line.heights_before):
        if height is not None:
            ring = {**paint, "stroke_dasharray": None}
            spot = _place(track, cells, (column, height))
            canvas.draw_circle(spot, theme.spacing.unit * 0.4, fill=theme.background, **ring)


def _place(track: Track, cells: Sequence[Box], point: Point) -> Point:
    """Return where a point of a line stands: its x is a column, its y a canonical height."""
    column, height = point
    x, y = spot_of(cells[0], height)
    aside, down = shift_at(track.shifts, column)
    return x + column * cells[0].width + aside, y + down


def _trace(
    track: Track, arcs: Sequence[Bezier], cells: Sequence[Box], *, alone: bool = False
) -> Iterator[tuple[bool, tuple[Point, ...]]]:
    """Yield each run of a curve: whether it is assumed, and its start, then controls and end of each arc.

    Only a line that is alone is told in kinds.
    """
    kinds = [alone and is_assumed(track.line, arc) for arc in arcs]
    for assumed, run in join_arcs(arcs, kinds):
        points = (run[0].start, *(point for arc in run for point in arc[1:]))
        yield assumed, tuple(_place(track, cells, point) for point in points)

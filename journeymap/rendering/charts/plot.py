"""Emotion lines drawn into cells: curves, and a marker for each score; where none is, there is a gap."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.curve import Bezier
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.map.emotion_lines import EmotionLine, Feeling
from journeymap.rendering.map.signs import DASHES, MARKERS, draw_marker, draw_shape, line_colour
from journeymap.themes.theme import Theme

LOW, HIGH = -2, 2


class Track(NamedTuple):
    """How one of several lines is told from the others: by colour, dash, shape, a step aside."""

    line: EmotionLine
    look: int
    aside: float = 0.0


def lay_tracks(theme: Theme, lines: Sequence[EmotionLine]) -> tuple[Track, ...]:
    """Return lines with the looks that the map gives them, too."""
    step, middle = theme.spacing.unit * 1.25, (len(lines) - 1) / 2
    return tuple(
        Track(line, index % len(MARKERS), step * (index - middle)) for index, line in enumerate(lines)
    )


def plot_tracks(canvas: Canvas, theme: Theme, tracks: Sequence[Track], cells: Sequence[Box]) -> None:
    """Draw lines into the cells of their columns; +2 is at a cell's upper edge, -2 at its lower one.

    A line of the journey that these extend is drawn first, thin and quiet.
    """
    for track in tracks:
        _plot_before(canvas, theme, track, cells)
    for track in tracks:
        for points in _trace(track.line.pieces, cells, track.aside):
            canvas.draw_curve(points, **stroke_of(theme, track))
    for track in tracks:
        for feeling, cell in zip(track.line.feelings, cells, strict=True):
            if feeling and feeling.height is not None:
                draw_point(canvas, theme, track, feeling, spot_of(cell, feeling.height, track.aside))


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


def spot_of(cell: Box, height: float, aside: float = 0.0) -> Point:
    """Return where a canonical height stands in a cell."""
    return cell.x + cell.width / 2 + aside, cell.y + (HIGH - height) / (HIGH - LOW) * cell.height


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
    for points in _trace(track.line.before, cells, track.aside):
        canvas.draw_curve(points, **paint)
    for height, cell in zip(track.line.heights_before, cells, strict=False):
        if height is not None:
            spot = spot_of(cell, height, track.aside)
            ring = {**paint, "stroke_dasharray": None}
            canvas.draw_circle(spot, theme.spacing.unit * 0.4, fill=theme.background, **ring)


def _trace(
    pieces: Sequence[Sequence[Bezier]], cells: Sequence[Box], aside: float
) -> Iterator[tuple[Point, ...]]:
    """Yield each unbroken run of a curve: its start, then two controls and an end for each arc."""
    run: list[Point] = []
    for arcs, cell in zip(pieces, cells, strict=False):
        for arc in arcs:
            start, *rest = ((cell.x + x * cell.width + aside, spot_of(cell, y)[1]) for x, y in arc)
            if run and abs(run[-1][0] - start[0]) + abs(run[-1][1] - start[1]) > 0.01:
                yield tuple(run)
                run = []
            run = [*(run or [start]), *rest]
    if run:
        yield tuple(run)

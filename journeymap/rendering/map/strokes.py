"""Lines of feelings as the map and charts draw them: the curve in its dashes, a face for each score."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.curve import cut_arc, fit_curve, join_arcs
from journeymap.rendering.geometry import Point
from journeymap.rendering.map.emotion_lines import EmotionLine, is_assumed
from journeymap.rendering.map.signs import (
    ASSUMED,
    DASHES,
    FACE_PAINT,
    draw_marker_face,
    draw_marker_shape,
    draw_shape,
    line_colour,
)
from journeymap.themes.theme import Theme

Place: TypeAlias = Callable[[Point], Point]
"""Returns where a point of a line stands: its x is a column, its y a canonical height."""


class Marker(NamedTuple):
    """A face in the making: its score, where it stands, and whether it is only assumed."""

    score: float
    centre: Point
    hollow: bool


def trace_runs(
    heights: Sequence[float | None],
    place: Place,
    line: EmotionLine | None = None,
    *,
    columns: range | None = None,
) -> Iterator[tuple[bool, tuple[Point, ...]]]:
    """Yield each run of a curve: whether it is assumed, and its start, then controls and end of each arc.

    Runs are told in kinds where the ``line`` they belong to is given, and end where ``columns`` do.
    """
    whole = fit_curve(heights)
    kinds = [line is not None and is_assumed(line, arc) for arc in whole]
    parts = [arc if columns is None else cut_arc(arc, columns) for arc in whole]
    arcs = [(arc, kind) for arc, kind in zip(parts, kinds, strict=True) if arc]
    for assumed, run in join_arcs([arc for arc, _ in arcs], [kind for _, kind in arcs]):
        points = (run[0].start, *(point for arc in run for point in arc[1:]))
        yield assumed, tuple(map(place, points))


def draw_runs(
    canvas: Canvas,
    theme: Theme,
    line: EmotionLine,
    look: int,
    place: Place,
    *,
    alone: bool,
    width: float,
    columns: range | None = None,
) -> None:
    """Draw a line; alone it is dashed where it is only assumed, among others it has its own dash."""
    paint = paint_line(theme, look, width)
    canvas.open_group(fill="none", **paint)
    for assumed, points in trace_runs(line.heights, place, line if alone else None, columns=columns):
        canvas.draw_curve(points, **paint, stroke_dasharray=ASSUMED if assumed else DASHES[look])
    canvas.close_group()


def paint_line(theme: Theme, look: int, width: float) -> dict[str, Paint]:
    """Return the paint that all parts of a line share, whatever their dash."""
    return {"stroke": line_colour(theme, look), "stroke_width": width, "stroke_linecap": "round"}


def list_markers(line: EmotionLine, place: Place, *, columns: range | None = None) -> tuple[Marker, ...]:
    """Return a marker for each score of a line, or for those in some columns."""
    return tuple(
        Marker(feeling.height, place((column, feeling.height)), feeling.confidence == "assumed")
        for column, feeling in enumerate(line.feelings)
        if feeling and feeling.height is not None and (columns is None or column in columns)
    )


def draw_markers(
    canvas: Canvas, theme: Theme, look: int, markers: Sequence[Marker], radius: float, *, apart: float = 0
) -> None:
    """Draw faces in the shape of their line; what all of them share is said once.

    A ground as wide as ``apart`` around a marker keeps it from lines that pass behind it.
    """
    for score, centre, hollow in markers:
        if apart:
            draw_shape(canvas, look, centre, radius + apart, fill=theme.background)
        draw_marker_shape(canvas, theme, look, score, centre, radius, hollow=hollow)
    canvas.open_group(**FACE_PAINT)
    for score, centre, hollow in markers:
        draw_marker_face(canvas, theme, look, score, centre, radius, hollow=hollow)
    canvas.close_group()

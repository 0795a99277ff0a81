"""The signs of the map: pains, gains, opportunities, flags, bars, and a marker for each line of the curve."""

from collections.abc import Mapping
from math import cos, pi, sin

from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.glyphs import EYES, MOUTHS
from journeymap.rendering.map.entries import Measure
from journeymap.themes.theme import Theme

SIGN_SIZE = 11.0
SIGN = SIGN_SIZE + 5
"""The room that a sign takes before a text."""

SHAPES: Mapping[str, str] = {
    "pain": "M2 4.5H22L12 21.5z",
    "gain": "M2 19.5H22L12 2.5z",
    "opportunity": "M12 1.5l3.2 6.9 7.5.9-5.5 5.2 1.4 7.4L12 18.2l-6.6 3.7 1.4-7.4L1.300 9.300l7.5-.9z",
    "flag": "M5 2v20h2v-8h13l-3.500-5L20 4H7V2z",
}
BAR = 13.0
"""The height that the bar of a KPI takes, with the room around it."""
_THICK = 5.0
MARKERS = ("circle", "square", "diamond", "triangle", "hexagon")
"""The shape of each line's points: lines are told apart without their colours, too."""
DASHES = (None, "9 5", "2 5", "13 5 2 5", "5 4")
"""The dash of each line."""
FACE_PAINT: Mapping[str, Paint] = {"fill": "none", "stroke_width": 2, "stroke_linecap": "round"}
"""How eyes and mouths are drawn, whatever their colour."""
ASSUMED = "3 6"
"""The dash of a line that is alone, where it is only assumed; several are told apart by their dashes."""
BEFORE: Mapping[str, Paint] = {"stroke_width": 1.75, "stroke_dasharray": "1 5"}
"""How a line is drawn that shows how it was before."""


def sign_colour(theme: Theme, mark: str) -> str:
    """Return the colour of a sign, or nothing for what has none."""
    return {"pain": theme.pain, "gain": theme.achieved, "opportunity": theme.opportunity}.get(mark, "")


def line_colour(theme: Theme, index: int) -> str:
    """Return the colour of a line of the curve."""
    return (theme.text, theme.accent, theme.lost, theme.achieved, theme.deferred)[index]


def draw_sign(canvas: Canvas, name: str, corner: Point, colour: str, *, hollow: bool = False) -> None:
    """Draw a sign at its top left corner, filled, or hollow for what is only assumed."""
    paint: dict[str, Paint] = {"fill": colour}
    if hollow:
        paint = {"fill": "none", "stroke": colour, "stroke_width": 2.6, "stroke_linejoin": "round"}
    canvas.draw_glyph(SHAPES[name], corner, SIGN_SIZE, **paint)


def draw_marker(
    canvas: Canvas, theme: Theme, index: int, score: float, centre: Point, radius: float, *, hollow: bool
) -> None:
    """Draw the face of a score in the shape of its line; an assumed one is hollow."""
    draw_marker_shape(canvas, theme, index, score, centre, radius, hollow=hollow)
    draw_marker_face(canvas, theme, index, score, centre, radius, hollow=hollow)


def draw_marker_shape(
    canvas: Canvas, theme: Theme, index: int, score: float, centre: Point, radius: float, *, hollow: bool
) -> None:
    """Draw what is behind a face: the shape of its line, hollow where it is only assumed."""
    step = theme.step(score)
    paint: dict[str, Paint] = {"fill": step.solid}
    if hollow:
        paint = {"fill": theme.background, "stroke": step.solid, "stroke_width": 1.75}
    draw_shape(canvas, index, centre, radius - (0.5 if hollow else 0), **paint)


def draw_marker_face(
    canvas: Canvas, theme: Theme, index: int, score: float, centre: Point, radius: float, *, hollow: bool
) -> None:
    """Draw the eyes and the mouth of a score."""
    step = theme.step(score)
    size = radius * (2 if index == 0 else 1.8)
    canvas.draw_glyph(
        EYES + MOUTHS[step.score + 2],
        (centre[0] - size / 2, centre[1] - size / 2),
        size,
        stroke=step.solid if hollow else step.on_solid,
        **FACE_PAINT,
    )


def draw_bar(canvas: Canvas, theme: Theme, measure: Measure, place: Box) -> None:
    """Draw how far a KPI has come from its baseline, at the start, to its target, at the end.

    What is behind its baseline or past its target ends there.
    """
    y = place.middle - _THICK / 2
    track = Box(place.x, y, place.width, _THICK)
    canvas.draw_box(track, radius=_THICK / 2, fill=theme.line)
    done = min(1.0, max(0.0, measure.progress or 0.0))
    if measure.actual and done:
        colour = {"met": theme.achieved, "near": theme.deferred}.get(measure.status or "", theme.accent)
        canvas.draw_box(Box(place.x, y, place.width * done, _THICK), radius=_THICK / 2, fill=colour)
    canvas.draw_box(Box(place.right - 2, y - 3, 2, _THICK + 6), fill=theme.text)


def draw_shape(canvas: Canvas, index: int, centre: Point, radius: float, **paint: Paint) -> None:
    """Draw the shape of a line's points."""
    x, y = centre
    shape = MARKERS[index]
    if shape == "circle":
        canvas.draw_circle(centre, radius, **paint)
    elif shape == "square":
        side = radius * 0.92
        canvas.draw_box(Box(x - side, y - side, 2 * side, 2 * side), radius=2, **paint)
    else:
        corners, turn, reach = {
            "diamond": (4, 0.0, 1.3),
            "triangle": (3, -pi / 2, 1.55),
            "hexagon": (6, 0.0, 1.15),
        }[shape]
        canvas.draw_polygon(_polygon(corners, turn, (x, y), radius * reach), **paint)


def _polygon(corners: int, turn: float, centre: Point, radius: float) -> tuple[Point, ...]:
    angles = (turn + 2 * pi * corner / corners for corner in range(corners))
    return tuple((centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)) for angle in angles)

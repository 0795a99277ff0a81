"""The small shapes of the flow, each in a square of 24: channels, ways out, faces."""

from collections.abc import Mapping

from journeymap.rendering.canvas import Canvas
from journeymap.rendering.geometry import Box, Point
from journeymap.themes.theme import Theme

MOUTHS = (
    "M7 17.6Q12 11.4 17 17.6",
    "M7.5 16.8Q12 13.6 16.5 16.8",
    "M7.5 15.6H16.5",
    "M7.5 14.6Q12 18 16.5 14.6",
    "M7 14Q12 20.4 17 14",
)
"""The mouths of the five faces, from very negative to very positive."""

EYES = "M8.5 8.4v1.8M15.5 8.4v1.8"

ICONS: Mapping[str, str] = {
    "digital": "M3 5.5h18v11H3zM8.5 20.5h7M12 16.5v4",
    "human": "M12 3.5a4 4 0 1 0 .01 0zM4.5 20.5c.4-4.6 3.4-7 7.5-7s7.1 2.4 7.5 7",
    "physical": "M12 21.5c-4.7-5-7-8.6-7-11.6a7 7 0 0 1 14 0c0 3-2.3 6.6-7 11.6zM12 7.7a2.2 2.2 0 1 0 .01 0z",
    "other": "M12 9.5a2.5 2.5 0 1 0 .01 0z",
    "action": "M8 3.5h8l4.5 4.5v8L16 20.5H8L3.5 16V8z",
    "internal": "M3.5 4.5h17v15h-17zM7.5 8.5h9v7h-9z",
    "achieved": "M4.5 12.8l5 5L19.5 6.8",
    "lost": "M6 6l12 12M18 6L6 18",
    "deferred": "M12 3.5a8.5 8.5 0 1 0 .01 0zM12 7.5v5l3.5 2.2",
    "drop-off": "M12 3.5v16M5.5 13l6.5 6.5 6.5-6.5",
    "journey": "M6 18L18 6M8.5 6H18v9.5",
    "start": "M12 7.5a4.5 4.5 0 1 0 .01 0z",
    "onward": "M4 12h15M13 6l6 6-6 6",
    "loop": "M5 5.5v5h5M5.3 10.5a7.6 7.6 0 1 1-.9 4",
}
"""Strokes for what has a sign: kinds of channel, and what start, end and outlets are."""

DIAMOND = "M12 1L23 12 12 23 1 12z"
"""A moment of truth."""


def draw_face(canvas: Canvas, theme: Theme, score: float, centre: Point, radius: float) -> None:
    """Draw the face of a canonical score."""
    step = theme.step(score)
    canvas.draw_circle(centre, radius, fill=step.solid)
    corner = (centre[0] - radius, centre[1] - radius)
    canvas.draw_glyph(
        EYES + MOUTHS[step.score + 2],
        corner,
        radius * 2,
        fill="none",
        stroke=step.on_solid,
        stroke_width=2,
        stroke_linecap="round",
    )


def draw_icon(canvas: Canvas, name: str, corner: Point, size: float, colour: str) -> None:
    """Draw an icon in strokes of one colour."""
    canvas.draw_glyph(
        ICONS[name],
        corner,
        size,
        fill=colour if name == "start" else "none",
        stroke=colour,
        stroke_width=2.4 if name in {"achieved", "lost", "drop-off", "journey", "onward"} else 1.9,
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def cut_corners(box: Box, cut: float) -> tuple[Point, ...]:
    """Return the corners of a rectangle with its corners cut off."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    above = ((x + cut, y), (right - cut, y), (right, y + cut))
    below = ((right, bottom - cut), (right - cut, bottom), (x + cut, bottom))
    return (*above, *below, (x, bottom - cut), (x, y + cut))

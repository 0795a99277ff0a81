"""The small pictures on pages, each by its name: faces, what hurts and what helps, moments of truth."""

from collections.abc import Callable

from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.documents.sheet_curves import name_face, name_marker
from journeymap.rendering.geometry import Box
from journeymap.rendering.glyphs import DIAMOND
from journeymap.rendering.map.emotion_lines import Feeling
from journeymap.rendering.map.entries import Measure
from journeymap.rendering.map.journey_map import JourneyMap
from journeymap.rendering.map.signs import (
    ASSUMED,
    BEFORE,
    SHAPES,
    SIGN_SIZE,
    draw_bar,
    draw_marker,
    draw_shape,
    draw_sign,
    line_colour,
    sign_colour,
)
from journeymap.themes.theme import Theme

_FACE = 11.0
_WIDE, _LOW = 40.0, 12.0
"""The size of a sample that is a line."""


def draw_signs(theme: Theme, drawn: JourneyMap) -> dict[str, str]:
    """Return the SVG of every sign that the pages of a map may show."""
    signs = {"truth": _draw_glyph(DIAMOND, theme.accent), "flag": _draw_glyph(SHAPES["flag"], theme.muted)}
    for mark in ("pain", "gain", "opportunity"):
        signs[mark] = _draw_mark(theme, mark, assumed=False)
        signs[f"{mark}-assumed"] = _draw_mark(theme, mark, assumed=True)
    for score in range(-2, 3):
        signs[f"scale-{score}"] = _draw_face(theme, 0, score, hollow=False)
    signs["bar"] = _draw(
        _WIDE, lambda canvas: draw_bar(canvas, theme, Measure(0.6, "0"), Box(0, 0, _WIDE, _LOW)), height=_LOW
    )
    signs["before"] = _draw(_WIDE, lambda canvas: _draw_line(canvas, theme, **BEFORE), height=_LOW)
    signs["assumed-line"] = _draw(
        _WIDE,
        lambda canvas: _draw_line(canvas, theme, stroke_width=2.5, stroke_dasharray=ASSUMED),
        height=_LOW,
    )
    signs["assumed"] = _draw_face(theme, 0, 0, hollow=True)
    for index, line in enumerate(drawn.lines):
        colour = line_colour(theme, index % 5)
        signs[name_marker(index)] = _draw_shape(index % 5, fill=colour)
        ring = theme.muted if len(drawn.lines) == 1 else colour
        signs[name_marker(index, "before")] = _draw_shape(
            index % 5, fill=theme.surface, stroke=ring, stroke_width=3.6
        )
        for feeling in line.feelings:
            if feeling and feeling.level is not None:
                signs.setdefault(name_face(index, feeling), _draw_feeling(theme, index, feeling))
    return signs


def _draw_feeling(theme: Theme, index: int, feeling: Feeling) -> str:
    return _draw_face(theme, index % 5, feeling.level or 0, hollow=feeling.confidence == "assumed")


def _draw_face(theme: Theme, index: int, score: int, *, hollow: bool) -> str:
    side = _FACE * 2.9
    return _draw(
        side,
        lambda canvas: draw_marker(canvas, theme, index, score, (side / 2, side / 2), _FACE, hollow=hollow),
    )


def _draw_mark(theme: Theme, mark: str, *, assumed: bool) -> str:
    colour = sign_colour(theme, mark)
    return _draw(SIGN_SIZE, lambda canvas: draw_sign(canvas, mark, (0, 0), colour, hollow=assumed))


def _draw_shape(index: int, **paint: Paint) -> str:
    side = _FACE * 2.9
    return _draw(side, lambda canvas: draw_shape(canvas, index, (side / 2, side / 2), _FACE, **paint))


def _draw_glyph(path: str, colour: str) -> str:
    return _draw(24, lambda canvas: canvas.draw_glyph(path, (0, 0), 24, fill=colour))


def _draw_line(canvas: Canvas, theme: Theme, **paint: Paint) -> None:
    third, y = _WIDE / 3, _LOW / 2
    ends = ((2, y), (third, y), (2 * third, y), (_WIDE - 2, y))
    canvas.draw_curve(ends, stroke=theme.muted, stroke_linecap="round", **paint)


def _draw(side: float, draw: Callable[[Canvas], None], *, height: float = 0) -> str:
    canvas = Canvas(side)
    draw(canvas)
    return canvas.finish(
        height or side, name="sign", title="", about="", lang="en", role="img", background="none"
    ).svg

"""Feelings in words: what stands beside a point of the curve, or below it when there are several lines."""

from collections.abc import Iterator

from journeymap.rendering.canvas import Canvas
from journeymap.rendering.charts.frame import block_height, write_block, write_lines
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.emotion_lines import Feeling
from journeymap.rendering.map.signs import SHAPES
from journeymap.rendering.metrics import text_width, wrap
from journeymap.rendering.naming import write_score
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import word_for

NOT_SCORED = marked("not scored")
_FLAG = 14.0
"""The room that a flag takes before a word."""


def feeling_height(feeling: Feeling, width: float, size: float, *, lang: str) -> float:
    """Return the height that the words of a feeling take in a width."""
    flags = block_height(_name_moments(feeling, lang), width - _FLAG, size, bold=True)
    return flags + sum(block_height(text, width, size, bold=bold) for text, bold in _texts(feeling, lang))


def write_feeling(
    canvas: Canvas, feeling: Feeling, place: Box, size: float, colour: str, *, lang: str, ground: str = ""
) -> None:
    """Write the moment, the words and the score of a feeling one below the other, from the top of a place."""
    y = _write_flag(canvas, _name_moments(feeling, lang), place, size, colour, ground)
    for text, bold in _texts(feeling, lang):
        line = place._replace(y=y)
        y = write_block(canvas, text, line, size, colour, bold=bold, anchor="middle", ground=ground)


def _write_flag(canvas: Canvas, words: str, place: Box, size: float, colour: str, ground: str) -> float:
    """Write what people remember behind a flag; return where it ends."""
    lines = wrap(words, place.width - _FLAG, size, bold=True)
    if not lines:
        return place.y
    width = max(text_width(line, size, bold=True) for line in lines)
    x = place.x + (place.width - width - _FLAG) / 2
    canvas.draw_glyph(SHAPES["flag"], (x, place.y + size * 0.12), _FLAG - 3, fill=colour)
    beside = Box(x + _FLAG, place.y, width, 0)
    return write_lines(canvas, lines, beside, size, colour, bold=True, ground=ground)


def _name_moments(feeling: Feeling, lang: str) -> str:
    return " · ".join(word_for("moment", moment, lang=lang) for moment in feeling.moments)


def _texts(feeling: Feeling, lang: str) -> Iterator[tuple[str, bool]]:
    """Yield the words and the score of a feeling, and whether they are bold."""
    yield feeling.words, False
    if feeling.score is None:
        yield translate(NOT_SCORED, lang=lang), False
    else:
        yield write_score(feeling.score, lang=lang), True

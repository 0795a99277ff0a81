"""The legend of the flow: each sign that the picture uses, drawn as it is used, with its words."""

from journeymap.model.summaries import DEFAULT_WORDS
from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.flow.graph import Flow
from journeymap.rendering.flow.words import SIGN_WORDS, signs_of
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.glyphs import DIAMOND, cut_corners, draw_face, draw_icon
from journeymap.rendering.metrics import text_width
from journeymap.rendering.templating import translate
from journeymap.themes.theme import Theme, outcome_colour

ROW = 24.0
SAMPLE = 18.0
GAP = 22.0
FACE = 9.0


def draw_legend(canvas: Canvas, flow: Flow, theme: Theme, place: Box) -> float:
    """Draw the legend from the top of a place, in as many rows as it takes; return where it ends."""
    size = theme.type.small
    x, y = place.x, place.y + ROW / 2
    if any(node.score is not None for node in flow.nodes):
        x = _draw_scale(canvas, flow, theme, (x, y)) + GAP
    for name in signs_of(flow):
        words = translate(SIGN_WORDS[name], lang=flow.lang)
        width = SAMPLE + 7 + text_width(words, size)
        if x + width > place.right and x > place.x:
            x, y = place.x, y + ROW
        _draw_sample(canvas, name, theme, (x, y))
        _write(canvas, theme, words, (x + SAMPLE + 7, y), place.right)
        x += width + GAP
    return y + ROW / 2


def _draw_scale(canvas: Canvas, flow: Flow, theme: Theme, start: Point) -> float:
    """Draw the five faces between the words for the worst and the best; return where they end."""
    x, y = start
    worst, best = (translate(DEFAULT_WORDS[index], lang=flow.lang) for index in (0, -1))
    _write(canvas, theme, worst, start, canvas.width)
    x += text_width(worst, theme.type.small) + 8
    for score in range(-2, 3):
        draw_face(canvas, theme, score, (x + FACE, y), FACE)
        x += FACE * 2 + 4
    _write(canvas, theme, best, (x + 4, y), canvas.width)
    return x + 4 + text_width(best, theme.type.small)


def _write(canvas: Canvas, theme: Theme, words: str, start: Point, right: float) -> None:
    """Write words whose letters stand in the middle of a row."""
    x, y = start
    size = theme.type.small
    row = Box(x, y - ROW / 2, right - x, ROW)
    canvas.write_text((words,), (x, y + size * 0.35), size, within=row, fill=theme.muted)


def _draw_sample(canvas: Canvas, name: str, theme: Theme, start: Point) -> None:
    x, y = start
    if name == "moment":
        canvas.draw_glyph(DIAMOND, (x + 2, y - 8), 16, fill=theme.accent)
    elif name in {"assumed", "action", "internal"}:
        _draw_outline(canvas, name, theme, Box(x, y - 6, SAMPLE, 12))
    elif name == "share":
        for height, width in ((-3.0, 1.5), (3.0, 4.5)):
            line = ((x, y + height), (x + 6, y + height), (x + 12, y + height), (x + SAMPLE, y + height))
            canvas.draw_curve(line, stroke=theme.muted, stroke_width=width, stroke_linecap="round")
    else:
        colours = {"drop-off": theme.lost, "loop": theme.accent}
        draw_icon(canvas, name, (x + 2, y - 7), 14, colours.get(name) or outcome_colour(theme, name))


def _draw_outline(canvas: Canvas, name: str, theme: Theme, box: Box) -> None:
    paint: dict[str, Paint] = {"fill": "none", "stroke": theme.muted, "stroke_width": 1.5}
    if name == "assumed":
        canvas.draw_box(box, radius=4, stroke_dasharray="4 3", **paint)
    elif name == "internal":
        canvas.draw_box(box, radius=1, **paint)
        canvas.draw_box(Box(box.x + 3, box.y + 3, box.width - 6, box.height - 6), radius=0, **paint)
    else:
        canvas.draw_polygon(cut_corners(box, 4), **paint)

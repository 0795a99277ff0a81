"""The legend of the map: each sign that it uses, drawn as it is used, with its words."""

from collections.abc import Mapping

from journeymap.model.summaries import DEFAULT_WORDS
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Canvas
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.glyphs import DIAMOND, draw_face
from journeymap.rendering.map.cells import leading_of
from journeymap.rendering.map.entries import Measure
from journeymap.rendering.map.feeling import has_before
from journeymap.rendering.map.journey_map import JourneyMap
from journeymap.rendering.map.signs import BAR, BEFORE, SHAPES, SIGN_SIZE, draw_bar, draw_sign, sign_colour
from journeymap.rendering.metrics import text_width, wrap
from journeymap.rendering.templating import marked, translate
from journeymap.themes.theme import Theme

GAP = 22.0
BETWEEN = 8.0
SAMPLES: Mapping[str, float] = {"faces": 95.0, "bar": 40.0, "before": 36.0, "assumed": 24.0, "hollow": 24.0}
"""The width of a sample; most are small."""
SMALL_SAMPLE = 20.0
FACE = 8.0

SIGNS: Mapping[str, str] = {
    "moment": marked("Moment of truth"),
    "pain": marked("Pain"),
    "gain": marked("Gain"),
    "opportunity": marked("Opportunity"),
    "flag": marked("Peak, pit and end: what people remember"),
    "before": marked("As it is today"),
    "bar": marked("From baseline to target, filled as far as it has come"),
    "assumed": marked("Hollow or dashed: assumed, not researched"),
    "hollow": marked("Hollow: assumed, not researched"),
}
"""Each sign that needs a word, in the order of the legend."""


class _Item(NamedTuple):
    """A sign of the legend, with the words before it and after it."""

    sign: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    indent: float
    width: float


def draw_legend(canvas: Canvas, theme: Theme, drawn: JourneyMap, place: Box, *, lang: str) -> float:
    """Draw each sign that the map uses, in as many rows as they take; return where they end."""
    leading = leading_of(theme.type.small)
    items = [_lay_item(name, place.width, theme, lang) for name in _used_signs(drawn)]
    rows: list[list[_Item]] = []
    used = place.width
    for item in items:
        if used + GAP + item.width > place.width:
            rows.append([])
            used = -GAP
        rows[-1].append(item)
        used += GAP + item.width
    y = place.y
    for row in rows:
        height = leading * max(1, *(max(len(item.before), len(item.after)) for item in row))
        x = place.x
        for item in row:
            _draw_item(canvas, theme, item, Box(x, y, item.width, height))
            x += item.width + GAP
        y += height + BETWEEN
    return y - BETWEEN if rows else y


def _lay_item(sign: str, width: float, theme: Theme, lang: str) -> _Item:
    size = theme.type.small
    sample = SAMPLES.get(sign, SMALL_SAMPLE)
    if sign == "faces":
        worst, best = (translate(DEFAULT_WORDS[index], lang=lang) for index in (0, -1))
        room = (width - sample - 2 * BETWEEN) / 2
        before, after = wrap(worst, room, size), wrap(best, room, size)
        indent = _width(before, size) + BETWEEN
        return _Item(sign, before, after, indent, indent + sample + _width(after, size))
    after = wrap(translate(SIGNS[sign], lang=lang), width - sample, size)
    return _Item(sign, (), after, 0.0, sample + _width(after, size))


def _width(lines: tuple[str, ...], size: float) -> float:
    return max(text_width(line.rstrip(" "), size) for line in lines)


def _draw_item(canvas: Canvas, theme: Theme, item: _Item, place: Box) -> None:
    size = theme.type.small
    leading = leading_of(size)
    sample = SAMPLES.get(item.sign, SMALL_SAMPLE)
    y = place.y + leading / 2
    for lines, x in ((item.before, place.x), (item.after, place.x + item.indent + sample)):
        if lines:
            where = (x, y + size * 0.36)
            canvas.write_text(lines, where, size, leading=leading, within=place, fill=theme.muted)
    _draw_sample(canvas, theme, item.sign, (place.x + item.indent, y))


def _used_signs(drawn: JourneyMap) -> tuple[str, ...]:
    """Return the signs that stand somewhere on the map."""
    used: set[str] = {"faces"} if any(lane.line for lane in drawn.lanes) else set()
    for column in drawn.columns:
        if column.touchpoint and column.touchpoint.moment_of_truth:
            used.add("moment")
    for lane in drawn.lanes:
        if lane.line and has_before(lane.line):
            used.add("before")
        for feeling in lane.line.feelings if lane.line else ():
            if feeling and feeling.moments:
                used.add("flag")
            if feeling and feeling.confidence == "assumed":
                used.add("assumed")
        for cell in lane.cells:
            for entry in cell:
                used.add(entry.mark)
                if entry.assumed:
                    used.add("assumed")
                if entry.measure and entry.measure.is_measured:
                    used.add("bar")
    if "assumed" in used and sum(bool(lane.line) for lane in drawn.lanes) > 1:
        # Among several lines dashes tell whose a line is.
        used = used - {"assumed"} | {"hollow"}
    return tuple(name for name in ("faces", *SIGNS) if name in used)


def _draw_sample(canvas: Canvas, theme: Theme, name: str, start: Point) -> None:
    """Draw a sign from the middle of its start."""
    x, y = start
    corner = (x + 2, y - SIGN_SIZE / 2)
    if name == "faces":
        for score in range(-2, 3):
            draw_face(canvas, theme, score, (x + FACE + (score + 2) * (2 * FACE + 2), y), FACE)
    elif name == "moment":
        canvas.draw_glyph(DIAMOND, corner, SIGN_SIZE + 1, fill=theme.accent)
    elif name == "flag":
        canvas.draw_glyph(SHAPES["flag"], corner, SIGN_SIZE, fill=theme.text)
    elif name == "before":
        line = ((x, y), (x + 8, y), (x + 16, y), (x + SAMPLES[name] - 8, y))
        canvas.draw_curve(line, stroke=theme.muted, stroke_linecap="round", **BEFORE)
    elif name == "bar":
        draw_bar(canvas, theme, Measure(0.6, "0"), Box(x, y - BAR / 2, SAMPLES["bar"] - 8, BAR))
    elif name in {"assumed", "hollow"}:
        box = Box(x, y - 6, SAMPLES[name] - 6, 12)
        canvas.draw_box(box, radius=5, fill="none", stroke=theme.muted, stroke_dasharray="3 3")
    else:
        draw_sign(canvas, name, corner, sign_colour(theme, name))

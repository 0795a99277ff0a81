"""What the charts have around them: a title, a legend in rows, and where it comes from."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from journeymap.model import Journey, Portfolio
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Anchor, Canvas, Drawing, Paint
from journeymap.rendering.dates import write_day
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.metrics import one_line, text_width, wrap
from journeymap.rendering.naming import name_team
from journeymap.rendering.templating import direction, marked, translate
from journeymap.themes.theme import Theme

REVIEWED = marked("Last review: %(day)s")

LEADING = 1.3
"""The height of a line of text, in sizes of its font."""

Sample: TypeAlias = Callable[[Canvas, Point], None]
"""Draws a sign of the legend; the point is the middle of its left edge."""


class Sign(NamedTuple):
    """An entry of a legend: what it says, how wide its sample is, and what draws that."""

    words: str
    width: float
    draw: Sample


def margin_of(theme: Theme) -> float:
    """Return the room between the edge of a chart and all that it shows."""
    return theme.spacing.unit * 3.5


def language_of(portfolio: Portfolio, journey: Journey | None = None) -> str:
    """Return the language of a chart's own words."""
    return (journey.lang if journey else "") or portfolio.workspace.lang


def open_chart(theme: Theme, width: float, lang: str, title: str, subtitle: str) -> tuple[Canvas, float]:
    """Return a canvas with its headings, and where they end."""
    canvas = Canvas(width, mirrored=direction(lang) == "rtl")
    margin, unit = margin_of(theme), theme.spacing.unit
    room = width - 2 * margin
    y = write_block(canvas, title, Box(margin, margin, room, 0), theme.type.title, theme.text, bold=True)
    y = write_block(canvas, subtitle, Box(margin, y + unit / 2, room, 0), theme.type.body, theme.muted)
    return canvas, y + unit * 2


def write_block(
    canvas: Canvas,
    text: str,
    place: Box,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    anchor: Anchor = "start",
    ground: str = "",
) -> float:
    """Write a text in as many lines as the width of a place asks for, from its top; return where it ends."""
    lines = wrap(one_line(text), place.width, size, bold=bold)
    return write_lines(canvas, lines, place, size, colour, bold=bold, anchor=anchor, ground=ground)


def write_lines(
    canvas: Canvas,
    lines: Sequence[str],
    place: Box,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    anchor: Anchor = "start",
    ground: str = "",
) -> float:
    """Write lines from the top of a place; return where they end.

    ``ground`` is the colour behind them, where it has to hide what the letters would cross.
    """
    if not lines:
        return place.y
    leading = size * LEADING
    within = Box(place.x, place.y, place.width, leading * len(lines))
    x = place.x + {"start": 0.0, "middle": place.width / 2, "end": place.width}[anchor]
    first = place.y + leading / 2 + size * 0.34
    paint: dict[str, Paint] = {"fill": colour}
    if ground:
        paint |= {"stroke": ground, "stroke_width": 4, "stroke_linejoin": "round", "paint_order": "stroke"}
    canvas.write_text(
        lines, (x, first), size, leading=leading, bold=bold, anchor=anchor, within=within, **paint
    )
    return within.bottom


def block_height(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """Return the height of a text that is wrapped into a width."""
    return len(wrap(one_line(text), width, size, bold=bold)) * size * LEADING


def draw_signs(canvas: Canvas, theme: Theme, signs: Sequence[Sign], place: Box) -> float:
    """Draw a legend from the top of a place, in as many rows as it takes; return where it ends."""
    size, unit = theme.type.small, theme.spacing.unit
    row, gap, between = unit * 3, unit * 0.75, unit * 2.5
    x, y = place.x, place.y
    for sign in signs:
        words = text_width(sign.words, size)
        width = sign.width + gap + words
        if x > place.x and x + width > place.right:
            x, y = place.x, y + row
        sign.draw(canvas, (x, y + row / 2))
        text = Box(x + sign.width + gap, y + (row - size * LEADING) / 2, words, 0)
        write_lines(canvas, (sign.words,), text, size, theme.muted)
        x += width + between
    return y + row if signs else y


def close_chart(canvas: Canvas, theme: Theme, y: float, source: str, lang: str, **names: str) -> Drawing:
    """Write where a chart comes from below all else, and return the finished picture."""
    margin, unit = margin_of(theme), theme.spacing.unit
    place = Box(margin, y + unit, canvas.width - 2 * margin, 0)
    bottom = write_block(canvas, source, place, theme.type.small, theme.muted)
    return canvas.finish(
        bottom + margin,
        lang=lang,
        role="img",
        background=theme.background,
        fonts=theme.type.family,
        **names,
    )


def write_source(portfolio: Portfolio, journey: Journey, *, lang: str) -> str:
    """Return who answers for a journey, when it was last reviewed, and what research it rests on."""
    parts = []
    if journey.owner:
        parts.append(
            translate(marked("Owner: %(name)s"), lang=lang) % {"name": name_team(portfolio, journey.owner)}
        )
    day = write_day(journey.reviewed, lang=lang)
    if day:
        parts.append(translate(REVIEWED, lang=lang) % {"day": day.text})
    titles = "; ".join(evidence.title for evidence in journey.evidence)
    if titles:
        parts.append(translate(marked("Evidence: %(titles)s"), lang=lang) % {"titles": titles})
    return " · ".join(parts)

"""The list below the opportunity matrix: every opportunity with its values, the placed ones first."""

from collections.abc import Sequence

from journeymap.rendering.canvas import Anchor, Canvas
from journeymap.rendering.charts.frame import LEADING, write_block
from journeymap.rendering.charts.markers import StatusMarker
from journeymap.rendering.charts.opportunities import HEADERS, Placed, list_values
from journeymap.rendering.geometry import Box
from journeymap.rendering.naming import write_number
from journeymap.rendering.templating import marked, translate
from journeymap.themes.theme import Theme

DASH = "\N{EN DASH}"
_WIDTHS = (5, 0, 7.5, 7.5, 7.5, 11, 12.5, 18)
"""The widths of the columns in units; the title has what is left."""


def draw_list(
    canvas: Canvas, theme: Theme, placed: Sequence[Placed], place: Box, marker: float, *, lang: str
) -> float:
    """Draw a row for each opportunity from the top of a place; return where the list ends."""
    if not placed:
        return place.y
    unit = theme.spacing.unit
    y = _draw_row(canvas, theme, [translate(text, lang=lang) for text, _ in HEADERS], place, heading=True)
    for one in (each for each in placed if each.quadrant):
        y = _draw_one(canvas, theme, one, place._replace(y=y), marker, lang)
    missing = [one for one in placed if not one.quadrant]
    if missing:
        words = translate(marked("Not placed, for want of a value or an effort"), lang=lang)
        heading = place._replace(y=y + unit)
        y = write_block(canvas, words, heading, theme.type.body, theme.text, bold=True) + unit / 2
    for one in missing:
        y = _draw_one(canvas, theme, one, place._replace(y=y), marker, lang)
    return y


def _draw_one(canvas: Canvas, theme: Theme, one: Placed, place: Box, marker: float, lang: str) -> float:
    """Draw an opportunity; its marker stands for its number."""
    _, *values = list_values(one, lang=lang)
    texts = (each if isinstance(each, str) else write_number(each, lang=lang) for each in values)
    bottom = _draw_row(canvas, theme, ["", *(text or DASH for text in texts)], place, heading=False)
    middle = place.y + theme.spacing.unit + theme.type.body * LEADING / 2
    sign = StatusMarker(theme, one.opportunity.status, marker * 0.85)
    sign.draw(canvas, (place.x + marker / 2, middle), str(one.number))
    return bottom


def _draw_row(canvas: Canvas, theme: Theme, cells: Sequence[str], place: Box, *, heading: bool) -> float:
    unit = theme.spacing.unit
    size = theme.type.small if heading else theme.type.body
    colour = theme.muted if heading else theme.text
    x, top = place.x, place.y + unit
    bottom = top + size * LEADING
    for (_, numeric), cell, width in zip(HEADERS, cells, _widths(theme, place.width), strict=True):
        anchor: Anchor = "end" if numeric else "start"
        within = Box(x, top, width - unit * 2.5, 0)
        bottom = max(bottom, write_block(canvas, cell, within, size, colour, anchor=anchor))
        x += width
    canvas.draw_line((place.x, bottom + unit), (place.right, bottom + unit), stroke=theme.line)
    return bottom + unit


def _widths(theme: Theme, total: float) -> list[float]:
    fixed = [theme.spacing.unit * width for width in _WIDTHS]
    return [width or total - sum(fixed) for width in fixed]

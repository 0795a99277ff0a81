"""How pictures show what happened to something: a sign in a disc, a sign before a remark, a legend."""

from journeymap.rendering.canvas import Canvas
from journeymap.rendering.charts.frame import LEADING, Sample, write_block
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.metrics import text_width
from journeymap.reviewing.journeys import SIGNS, Mark
from journeymap.reviewing.remarks import RemarkMark
from journeymap.themes.theme import Theme


def draw_mark(canvas: Canvas, theme: Theme, mark: Mark, centre: Point) -> None:
    """Draw what happened to something: its sign in a disc, so that it is read without its colour, too."""
    radius, size = theme.spacing.unit * 1.1, theme.type.body
    colour = mark_colour(theme, mark)
    canvas.draw_circle(centre, radius, fill=theme.background, stroke=colour, stroke_width=1.5)
    width = text_width(SIGNS[mark], size, bold=True)
    place = Box(centre[0] - width / 2, centre[1] - size * LEADING / 2, width + 0.5, 0)
    write_block(canvas, SIGNS[mark], place, size, colour, bold=True)


def remark_look(theme: Theme, mark: RemarkMark) -> tuple[str, str]:
    """Return the sign and the colour of a remark; without a sign it gets a dot."""
    if mark in ("better", "gain"):
        return "gain", theme.achieved
    if mark in ("worse", "pain"):
        return "pain", theme.pain
    return ("opportunity", theme.opportunity) if mark == "opportunity" else ("", theme.accent)


def mark_colour(theme: Theme, mark: Mark) -> str:
    """Return the colour of what happened to something."""
    colours = {"added": theme.achieved, "removed": theme.pain, "moved": theme.deferred}
    return colours.get(mark, theme.accent)


def sample_of(theme: Theme, mark: Mark) -> Sample:
    """Return what draws a mark in a legend."""

    def draw(canvas: Canvas, point: Point) -> None:
        draw_mark(canvas, theme, mark, (point[0] + theme.spacing.unit * 1.25, point[1]))

    return draw

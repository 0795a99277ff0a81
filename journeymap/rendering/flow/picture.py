"""The flow of a journey as a picture: stages as bands, steps as cards, ways as curves, and a legend.

The layout engine says where; everything seen is drawn here, from the model. The finished picture passes
the same allowlist as a stranger's would. A long flow stands in columns, so that it is no endless strip.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt

from journeymap.model import Journey, Portfolio
from journeymap.rendering.canvas import Canvas, Drawing
from journeymap.rendering.flow.column import Column, draw_arrow, draw_column, lay_column
from journeymap.rendering.flow.dividing import divide_flow, share_out
from journeymap.rendering.flow.graph import Flow, build_flow
from journeymap.rendering.flow.graphviz import TIMEOUT
from journeymap.rendering.flow.legend import draw_legend
from journeymap.rendering.flow.placing import Route
from journeymap.rendering.flow.words import describe_flow
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.links import NO_LINKS, Links
from journeymap.rendering.metrics import one_line, wrap
from journeymap.rendering.templating import direction
from journeymap.themes.theme import LIGHT, Theme

MARGIN = 28.0
GAP = 56.0
TALLEST = 4000.0
"""How tall a picture in one column may be, some thirty touchpoints; a taller one stands in several."""
BEND = 16.0


def draw_flow(
    portfolio: Portfolio,
    journey: Journey,
    *,
    theme: Theme = LIGHT,
    links: Links = NO_LINKS,
    engine: str = "",
    timeout: float = TIMEOUT,
    in_columns: bool = True,
) -> Drawing:
    """Return the flow of a journey as a picture; on a page that scrolls, a long one needs no columns.

    Raises ``LayoutFailed`` when no layout engine is there or it does not finish.
    """
    flow = build_flow(portfolio, journey)
    column = lay_column(flow, theme.type, engine=engine, timeout=timeout)
    columns = [column]
    if in_columns and column.room.height > TALLEST:
        parts = divide_flow(flow, _choose_columns(column))
        columns = [lay_column(part, theme.type, engine=engine, timeout=timeout) for part in parts]
    return _draw(flow, columns, theme, links)


def _choose_columns(column: Column) -> tuple[int, ...]:
    """Return the column of each stage so that the picture becomes about as wide as it is tall."""
    heights = [column.band(stage).height for stage in column.flow.stages]
    return share_out(heights, max(2, round(sqrt(column.room.height / column.room.width))))


def _draw(flow: Flow, columns: Sequence[Column], theme: Theme, links: Links) -> Drawing:
    width = sum(column.room.width for column in columns) + GAP * (len(columns) - 1) + 2 * MARGIN
    canvas = Canvas(float(round(width)), mirrored=direction(flow.lang) == "rtl")
    top = _write_title(canvas, flow, theme)
    placed = list(_line_up(columns, top))
    for column in placed:
        draw_column(canvas, column, theme, links)
    for before, after in pairwise(placed):
        _join(canvas, before, after, theme)
    shown = flow._replace(nodes=tuple(node for column in placed for node in column.flow.nodes))
    bottom = max(column.room.bottom for column in placed) + 26
    bottom = draw_legend(canvas, shown, theme, Box(MARGIN, bottom, canvas.width - 2 * MARGIN, 0))
    return canvas.finish(
        bottom + MARGIN,
        name=f"flow-{flow.journey.id}-{theme.name}",
        title=one_line(flow.journey.title),
        about=describe_flow(flow),
        lang=flow.lang,
        role="group" if any(links) else "img",
        background=theme.background,
        fonts=theme.type.family,
    )


def _write_title(canvas: Canvas, flow: Flow, theme: Theme) -> float:
    """Write the title, and return where it ends."""
    size = theme.type.title
    room = canvas.width - 2 * MARGIN
    lines = wrap(one_line(flow.journey.title), room, size, bold=True) or ("",)
    height = size * 1.3 * len(lines) + 14
    place = Box(MARGIN, MARGIN, room, height)
    canvas.write_text(
        lines, (MARGIN, MARGIN + size), size, leading=size * 1.3, bold=True, within=place, fill=theme.text
    )
    return place.bottom


def _line_up(columns: Sequence[Column], top: float) -> Iterator[Column]:
    x = MARGIN
    for column in columns:
        yield column.moved(x, top)
        x += column.room.width + GAP


def _join(canvas: Canvas, before: Column, after: Column, theme: Theme) -> None:
    """Draw the way from the end of one column, up between the two, to the start of the next."""
    if "end" not in before.boxes or "start" not in after.boxes:
        return
    tail, head = before.boxes["end"], after.boxes["start"]
    between = (before.room.right + after.room.x) / 2
    start, end = (tail.right, tail.middle), (head.x - 8, head.middle)
    corners = ((between, tail.middle), (between, head.middle))
    points: list[Point] = [start]
    for corner, to in zip(corners, ((0, -1), (1, 0)), strict=True):
        x, y = corner
        came = (x - BEND, y) if to == (0, -1) else (x, y + BEND)
        left = (x + BEND * to[0], y + BEND * to[1])
        points += [points[-1], came, came, corner, corner, left]
    route = Route((*points, points[-1], end, end), (head.x, head.middle))
    canvas.draw_curve(route.points, stroke=theme.muted, stroke_width=theme.spacing.line)
    draw_arrow(canvas, route, theme.muted)

"""The flow of a journey as a picture: stages as bands, steps as cards, ways as curves, and a legend.

The layout engine says where; everything seen is drawn here, from the model. The finished picture passes
the same allowlist as a stranger's would.
"""

from collections.abc import Iterator

from journeymap.model import Journey, Portfolio
from journeymap.rendering.canvas import Canvas
from journeymap.rendering.cards import STACK_GAP, STAGE_WIDTH, Card, lay_card, lay_label, lay_stage
from journeymap.rendering.dot import write_skeleton
from journeymap.rendering.flow_graph import Flow, FlowEdge, FlowNode, build_flow, is_step
from journeymap.rendering.flow_nodes import draw_outlet, draw_step, draw_text
from journeymap.rendering.flow_words import describe_flow, edge_text
from journeymap.rendering.graphviz import TIMEOUT, LayoutFailed, lay_out
from journeymap.rendering.legend import draw_legend
from journeymap.rendering.links import NO_LINKS, Links
from journeymap.rendering.metrics import one_line, wrap
from journeymap.rendering.placing import Box, Placement, Point, Route, read_placement
from journeymap.rendering.svg_cleaning import clean_svg
from journeymap.rendering.templating import direction
from journeymap.rendering.theme import THEMES, Theme

MARGIN = 28.0
GUTTER = STAGE_WIDTH + 36.0
NARROWEST = 640.0
TITLE = 22.0


def draw_flow(
    portfolio: Portfolio,
    journey: Journey,
    *,
    theme: str | Theme = "light",
    links: Links = NO_LINKS,
    engine: str = "",
    timeout: float = TIMEOUT,
) -> str:
    """Return the flow of a journey as SVG.

    Raises ``LayoutFailed`` when no layout engine is there or it does not finish.
    """
    flow = build_flow(portfolio, journey)
    cards = {node.name: lay_card(node) for node in flow.nodes}
    colours = THEMES[theme] if isinstance(theme, str) else theme
    answer = lay_out(write_skeleton(flow, cards), engine=engine, timeout=timeout)
    try:
        picture = _Picture(flow, cards, read_placement(answer), colours, links)
    except (ValueError, KeyError, TypeError):
        raise LayoutFailed("the layout engine gave an answer that is not a layout; is it Graphviz?") from None
    return clean_svg(picture.draw())


class _Picture:
    """One picture in the making."""

    def __init__(
        self, flow: Flow, cards: dict[str, Card], placement: Placement, theme: Theme, links: Links
    ) -> None:
        self.flow = flow
        self.cards = cards
        self.theme = theme
        self.links = links
        content = max(placement.width, NARROWEST - GUTTER)
        self.width = float(round(content + GUTTER + 2 * MARGIN))
        title = one_line(flow.journey.title)
        self.title = wrap(title, self.width - 2 * MARGIN, TITLE, bold=True) or ("",)
        self.top = MARGIN + TITLE * 1.3 * len(self.title) + 14
        self.placement = placement.moved(MARGIN + GUTTER + (content - placement.width) / 2, self.top)
        self.boxes = dict(self._unstack())
        count = len(flow.journey.stages)
        self.bands = [self.placement.stages[f"cluster_{number}"] for number in range(1, count + 1)]
        mirrored = direction(flow.lang) == "rtl"
        self.canvas = Canvas(self.width, mirrored=mirrored)

    def draw(self) -> str:
        """Return the picture as SVG."""
        flow, theme = self.flow, self.theme
        self.canvas.write_text(
            self.title, (MARGIN, MARGIN + TITLE), TITLE, leading=TITLE * 1.3, bold=True, fill=theme.text
        )
        for index in range(len(flow.journey.stages)):
            self._draw_stage(index)
        for edge in flow.edges:
            self._draw_edge(edge)
        for edge in flow.edges:
            self._write_label(edge)
        for node in flow.nodes:
            self._draw_node(node)
        bottom = self.top + self.placement.height + 26
        bottom = draw_legend(self.canvas, flow, theme, Box(MARGIN, bottom, self.width - 2 * MARGIN, 0))
        return self.canvas.write_svg(
            bottom + MARGIN,
            name=f"flow-{flow.journey.id}-{theme.name}",
            title=one_line(flow.journey.title),
            about=describe_flow(flow),
            lang=flow.lang,
            role="group" if any(self.links) else "img",
            background=theme.background,
        )

    def _unstack(self) -> Iterator[tuple[str, Box]]:
        """Yield the box of each node; outlets of one step stand above each other in one place."""
        for node in self.flow.nodes:
            if not is_step(node) and node.stage is not None:
                continue
            yield node.name, self.placement.nodes[node.name]
            outlets = self.flow.outlets(node.name)
            if not outlets:
                continue
            x, y, _, _ = self.placement.nodes[outlets[0]]
            for name in outlets:
                card = self.cards[name]
                yield name, Box(x, y, card.width, card.height)
                y += card.height + STACK_GAP

    def _draw_stage(self, index: int) -> None:
        place = self.bands[index]
        band = Box(MARGIN, place.y, self.width - 2 * MARGIN, place.height)
        self.canvas.draw_box(band, radius=14, fill=self.theme.surface, stroke=self.theme.line)
        head = lay_stage(index + 1, self.flow.journey.stages[index])
        corner = (MARGIN + 18, place.y + 12)
        for text in head.texts:
            colour = self.theme.text if text.bold else self.theme.muted
            draw_text(self.canvas, text, corner, colour)

    def _draw_edge(self, edge: FlowEdge) -> None:
        if edge.kind in {"outlet", "detail"}:
            route = self._route_out(edge)
        elif edge.name in self.placement.routes:
            route = self.placement.routes[edge.name]
        else:  # engines have been seen to give up on a way in crowded graphs
            route = self._route_straight(edge)
        colour = self.theme.accent if edge.kind == "loop" else self.theme.muted
        width = 1.5 + 3.5 * (edge.share or 0)
        dashes = "1 5" if edge.kind == "detail" else None
        self.canvas.draw_curve(
            route.points, stroke=colour, stroke_width=width, stroke_linecap="round", stroke_dasharray=dashes
        )
        if edge.kind != "detail":
            self.canvas.draw_polygon(_arrow(route), fill=colour)

    def _route_out(self, edge: FlowEdge) -> Route:
        """Return the way from a step to an outlet beside it, below a loop of the step to itself."""
        step, outlet = self.boxes[edge.tail], self.boxes[edge.head]
        outlets = self.flow.outlets(edge.tail)
        part = (outlets.index(edge.head) + 1) / (len(outlets) + 1)
        start = outlet.middle if len(outlets) == 1 else step.y + step.height * part
        end = (outlet.x - 8 if edge.kind == "outlet" else outlet.x, outlet.middle)
        bend = (step.right + end[0]) / 2
        points: tuple[Point, ...] = ((bend, start), (bend, end[1]), end)
        if any(other.tail == other.head == edge.tail for other in self.flow.edges):
            start = step.bottom - 6 - 8 * (1 - part)
            turn = (end[0] - 48, start)
            points = (turn, turn, turn, (end[0] - 24, start), (end[0] - 24, end[1]), end)
        return Route(((step.right, start), *points), (outlet.x, outlet.middle))

    def _route_straight(self, edge: FlowEdge) -> Route:
        """Return the way from the foot of one node to the head of another."""
        tail, head = self.boxes[edge.tail], self.boxes[edge.head]
        start = (tail.x + tail.width / 2, tail.bottom)
        tip = (head.x + head.width / 2, head.y)
        end = (tip[0], tip[1] - 8)
        middle = (start[1] + end[1]) / 2
        label = ((start[0] + end[0]) / 2, middle)
        return Route((start, (start[0], middle), (end[0], middle), end), tip, label)

    def _write_label(self, edge: FlowEdge) -> None:
        label = lay_label(edge_text(edge))
        if not label.lines:
            return
        route = self.placement.routes.get(edge.name) or self._route_straight(edge)
        x, y = route.label or route.points[0]
        first = y - label.leading * (len(label.lines) - 1) / 2 + label.size * 0.36
        colour = self.theme.accent if edge.kind == "loop" else self.theme.text
        self.canvas.write_text(
            label.lines,
            (x, first),
            label.size,
            leading=label.leading,
            anchor="middle",
            fill=colour,
            stroke=self.theme.surface,
            stroke_width=4,
            stroke_linejoin="round",
            paint_order="stroke",
        )

    def _draw_node(self, node: FlowNode) -> None:
        box = self.boxes[node.name]
        url = self.links.address(node.kind, node.id)
        if url:
            self.canvas.open_link(url)
        draw = draw_step if is_step(node) else draw_outlet
        draw(self.canvas, self.theme, node, self.cards[node.name], box)
        if url:
            self.canvas.close_link()


def _arrow(route: Route) -> tuple[Point, ...]:
    """Return the triangle at the end of a way, from where its line ends to where it points."""
    (x1, y1), (x2, y2) = route.points[-1], route.tip
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
    across, along = (y1 - y2) / length * 4.5, (x2 - x1) / length * 4.5
    return ((x1 + across, y1 + along), (x2, y2), (x1 - across, y1 - along))

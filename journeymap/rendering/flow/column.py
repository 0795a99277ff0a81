"""A flow where it stands in a picture: its bands, cards and ways, all of the flow or one part of it."""

from collections.abc import Iterator, Mapping
from math import dist

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Canvas
from journeymap.rendering.failures import LayoutFailed
from journeymap.rendering.flow.cards import STACK_GAP, STAGE_WIDTH, Card, lay_card, lay_label, lay_stage
from journeymap.rendering.flow.dot import write_skeleton
from journeymap.rendering.flow.graph import Flow, FlowEdge, FlowNode, is_step
from journeymap.rendering.flow.graphviz import lay_out
from journeymap.rendering.flow.labels import place_label, room_of
from journeymap.rendering.flow.nodes import DIAMOND_INSET, DIAMOND_SIZE, draw_outlet, draw_step, draw_text
from journeymap.rendering.flow.placing import Placement, Route, keep_off, read_placement
from journeymap.rendering.flow.words import edge_text
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.links import Links
from journeymap.themes.theme import Theme, Typography

GUTTER = STAGE_WIDTH + 36.0
NARROWEST = 640.0
ASIDE = 10.0
"""How far a way back keeps from the way there."""
HEAD = (18.0, 12.0)
"""Where the head of a stage stands in its band."""


class Column(NamedTuple):
    """A flow with the places of its nodes and ways, ``room`` being all that it takes."""

    flow: Flow
    cards: Mapping[str, Card]
    placement: Placement
    boxes: Mapping[str, Box]
    room: Box

    def moved(self, right: float, down: float) -> "Column":
        """Return everything moved."""
        placement = self.placement.moved(right, down)
        room = self.room._replace(x=self.room.x + right, y=self.room.y + down)
        return self._replace(
            placement=placement, boxes=dict(_unstack(self.flow, self.cards, placement)), room=room
        )

    def band(self, stage: int) -> Box:
        """Return the band of a stage, as wide as the column."""
        place = self.placement.stages[f"cluster_{stage + 1}"]
        return Box(self.room.x, place.y, self.room.width, place.height)


def lay_column(flow: Flow, type: Typography, *, engine: str, timeout: float) -> Column:
    """Return a flow as the layout engine places it, from the top left corner.

    Raises ``LayoutFailed`` when no layout engine is there or it does not finish.
    """
    cards = {node.name: lay_card(node, type) for node in flow.nodes}
    answer = lay_out(write_skeleton(flow, cards, type), engine=engine, timeout=timeout)
    try:
        placed = read_placement(answer)
        content = max(placed.width, NARROWEST - GUTTER)
        placement = placed.moved(GUTTER + (content - placed.width) / 2, 0)
        boxes = dict(_unstack(flow, cards, placement))
        column = Column(flow, cards, placement, boxes, Box(0, 0, content + GUTTER, placed.height))
        for stage in flow.stages:
            column.band(stage)
    except (ValueError, KeyError, TypeError):
        raise LayoutFailed("the layout engine gave an answer that is not a layout; is it Graphviz?") from None
    return column


def draw_column(canvas: Canvas, column: Column, theme: Theme, links: Links) -> None:
    """Draw a flow: bands below ways, ways below their texts, cards above all."""
    for stage in column.flow.stages:
        _draw_stage(canvas, column, stage, theme)
    for edge in column.flow.edges:
        _draw_edge(canvas, column, edge, theme)
    _write_labels(canvas, column, theme)
    for node in column.flow.nodes:
        _draw_node(canvas, column, node, theme, links)


def draw_arrow(canvas: Canvas, route: Route, colour: str) -> None:
    """Draw the triangle at the end of a way, from where its line ends to where it points."""
    (x1, y1), (x2, y2) = route.points[-1], route.tip
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
    across, along = (y1 - y2) / length * 4.5, (x2 - x1) / length * 4.5
    canvas.draw_polygon(((x1 + across, y1 + along), (x2, y2), (x1 - across, y1 - along)), fill=colour)


def route_of(column: Column, edge: FlowEdge) -> Route:
    """Return the way of an edge; engines have been seen to give up on one in crowded graphs."""
    route = column.placement.routes.get(edge.name) or _route_straight(column, edge)
    if _runs_beside(column, edge, route):
        return route.moved(ASIDE, 0)
    return keep_off(route, [box for name, box in column.boxes.items() if name not in {edge.tail, edge.head}])


def corner_of(column: Column, box: Box) -> Point:
    """Return where the sign of a moment of truth stands: at the corner where no way begins or ends."""
    routes = [route_of(column, edge) for edge in column.flow.edges if edge.kind in {"way", "loop"}]
    ends = [end for route in routes for end in (route.points[0], route.tip)]
    corners = [(box.right - DIAMOND_INSET, box.y), (box.x + DIAMOND_INSET, box.y)]
    free = (corner for corner in corners if not any(dist(corner, end) < DIAMOND_SIZE for end in ends))
    return next(free, corners[0])


def _unstack(flow: Flow, cards: Mapping[str, Card], placement: Placement) -> Iterator[tuple[str, Box]]:
    """Yield the box of each node; outlets of one step stand above each other in one place."""
    for node in flow.nodes:
        if not is_step(node) and node.stage is not None:
            continue
        yield node.name, placement.nodes[node.name]
        outlets = flow.outlets(node.name)
        if not outlets:
            continue
        x, y, _, _ = placement.nodes[outlets[0]]
        for name in outlets:
            card = cards[name]
            yield name, Box(x, y, card.width, card.height)
            y += card.height + STACK_GAP


def _draw_stage(canvas: Canvas, column: Column, stage: int, theme: Theme) -> None:
    band = column.band(stage)
    canvas.draw_box(band, radius=1.4 * theme.spacing.radius, fill=theme.surface, stroke=theme.line)
    head = lay_stage(stage + 1, column.flow.journey.stages[stage], theme.type)
    room = Box(band.x, band.y, GUTTER, band.height)
    for text in head.texts:
        colour = theme.text if text.bold else theme.muted
        draw_text(canvas, text, (band.x + HEAD[0], band.y + HEAD[1]), colour, within=room)


def _draw_edge(canvas: Canvas, column: Column, edge: FlowEdge, theme: Theme) -> None:
    route = _route_out(column, edge) if edge.kind in {"outlet", "detail"} else route_of(column, edge)
    head = next(node for node in column.flow.nodes if node.name == edge.head)
    colour = theme.accent if "loop" in {edge.kind, head.kind} else theme.muted
    width = 1.5 + 3.5 * (edge.share or 0)
    dashes = "1 5" if edge.kind == "detail" else None
    canvas.draw_curve(
        route.points, stroke=colour, stroke_width=width, stroke_linecap="round", stroke_dasharray=dashes
    )
    if edge.kind != "detail":
        draw_arrow(canvas, route, colour)


def _runs_beside(column: Column, edge: FlowEdge, route: Route) -> bool:
    """Say whether a way back, from the top of a card to the foot of another, has the way there beside it."""
    is_there_and_back = edge.tail != edge.head and any(
        (other.tail, other.head) == (edge.head, edge.tail) for other in column.flow.edges
    )
    right = min(column.boxes[edge.tail].right, column.boxes[edge.head].right) - 2 * ASIDE
    return edge.kind == "loop" and is_there_and_back and max(route.points[0][0], route.tip[0]) < right


def _route_out(column: Column, edge: FlowEdge) -> Route:
    """Return the way from a step to an outlet beside it, below a loop of the step to itself."""
    step, outlet = column.boxes[edge.tail], column.boxes[edge.head]
    outlets = column.flow.outlets(edge.tail)
    part = (outlets.index(edge.head) + 1) / (len(outlets) + 1)
    start = outlet.middle if len(outlets) == 1 else step.y + step.height * part
    end = (outlet.x - 8 if edge.kind == "outlet" else outlet.x, outlet.middle)
    bend = (step.right + end[0]) / 2
    points: tuple[Point, ...] = ((bend, start), (bend, end[1]), end)
    if any(other.tail == other.head == edge.tail for other in column.flow.edges):
        start = step.bottom - 6 - 8 * (1 - part)
        turn = (end[0] - 48, start)
        points = (turn, turn, turn, (end[0] - 24, start), (end[0] - 24, end[1]), end)
    return Route(((step.right, start), *points), (outlet.x, outlet.middle))


def _route_straight(column: Column, edge: FlowEdge) -> Route:
    """Return the way from the foot of one node to the head of another."""
    tail, head = column.boxes[edge.tail], column.boxes[edge.head]
    start = (tail.x + tail.width / 2, tail.bottom)
    tip = (head.x + head.width / 2, head.y)
    end = (tip[0], tip[1] - 8)
    middle = (start[1] + end[1]) / 2
    label = ((start[0] + end[0]) / 2, middle)
    return Route((start, (start[0], middle), (end[0], middle), end), tip, label)


def _write_labels(canvas: Canvas, column: Column, theme: Theme) -> None:
    """Write the texts on ways, each where neither a card nor another text stands."""
    taken = list(column.boxes.values())
    x, y, width, height = column.room
    frame = Box(x + GUTTER, y, width - GUTTER, height)
    for edge in column.flow.edges:
        label = lay_label("" if edge.kind in {"outlet", "detail"} else edge_text(edge), theme.type)
        if not label.lines:
            continue
        middle = place_label(label, route_of(column, edge), taken, frame)
        room = room_of(label, middle)
        taken.append(room)
        canvas.write_text(
            label.lines,
            (middle[0], room.y + label.size * 0.8),
            label.size,
            leading=label.leading,
            anchor="middle",
            within=frame,
            fill=theme.accent if edge.kind == "loop" else theme.text,
            stroke=theme.surface,
            stroke_width=4,
            stroke_linejoin="round",
            paint_order="stroke",
        )


def _draw_node(canvas: Canvas, column: Column, node: FlowNode, theme: Theme, links: Links) -> None:
    box = column.boxes[node.name]
    url = links.address(node.kind, node.id)
    if url:
        canvas.open_link(url)
    if is_step(node):
        draw_step(canvas, theme, node, column.cards[node.name], box, diamond=corner_of(column, box))
    else:
        draw_outlet(canvas, theme, node, column.cards[node.name], box)
    if url:
        canvas.close_link()

"""Where everything of the flow stands: the engine's answer as coordinates of the picture.

The engine counts upwards from the bottom left; here the origin is the top left corner of what it placed,
and a point is a pixel.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.geometry import Box, Point

OFF = 7.0
"""How far ways keep off the edges of boxes that are not theirs."""


class Route(NamedTuple):
    """The way of an edge: Bézier points from its tail, where it points to, the middle of its label."""

    points: tuple[Point, ...]
    tip: Point
    label: Point | None = None

    def moved(self, right: float, down: float) -> "Route":
        """Return everything moved."""

        def move(point: Point) -> Point:
            return (point[0] + right, point[1] + down)

        return Route(tuple(map(move, self.points)), move(self.tip), self.label and move(self.label))


class Placement(NamedTuple):
    """The places of nodes, edges and stages by their names in the graph, and the size of it all."""

    width: float
    height: float
    nodes: Mapping[str, Box]
    routes: Mapping[str, Route]
    stages: Mapping[str, Box]

    def moved(self, right: float, down: float) -> "Placement":
        """Return everything moved."""

        def move_box(box: Box) -> Box:
            return box._replace(x=box.x + right, y=box.y + down)

        return self._replace(
            nodes={name: move_box(box) for name, box in self.nodes.items()},
            stages={name: move_box(box) for name, box in self.stages.items()},
            routes={name: route.moved(right, down) for name, route in self.routes.items()},
        )


def read_placement(answer: str) -> Placement:
    """Read what a layout engine wrote as JSON.

    Raises ``ValueError``, ``KeyError`` or ``TypeError`` when it is not what an engine writes.
    """
    graph: dict[str, Any] = json.loads(answer)
    left, bottom, right, top = _numbers(graph["bb"])
    nodes: dict[str, Box] = {}
    stages: dict[str, Box] = {}
    for thing in graph.get("objects", ()):
        if "bb" in thing:
            x1, y1, x2, y2 = _numbers(thing["bb"])
            stages[thing["name"]] = Box(x1 - left, top - y2, x2 - x1, y2 - y1)
        elif "pos" in thing:
            x, y = _numbers(thing["pos"])
            width, height = float(thing["width"]) * 72, float(thing["height"]) * 72
            nodes[thing["name"]] = Box(x - left - width / 2, top - y - height / 2, width, height)
    routes = {
        edge["id"]: _read_route(edge, left, top)
        for edge in graph.get("edges", ())
        if "id" in edge and "pos" in edge
    }
    return Placement(right - left, top - bottom, nodes, routes, stages)


def keep_off(route: Route, boxes: Sequence[Box]) -> Route:
    """Return a way that does not run along the upper or lower edge of others' boxes, as engines let it.

    Curves stay between their points, so it is enough to move those; the ends stay. A joint takes its
    handles with it, and a handle goes nearer to its joint: so the way stays smooth.
    """
    points = list(route.points)
    for joint in range(3, len(points) - 1, 3):
        down = _way_off(points[joint], boxes)
        for index in (joint - 1, joint, joint + 1):
            points[index] = (points[index][0], points[index][1] + down)
    for index in range(1, len(points) - 1):
        if index % 3:
            points[index] = _draw_in(points[index], points[index - 1 if index % 3 == 1 else index + 1], boxes)
    return route._replace(points=tuple(points))


def _draw_in(handle: Point, joint: Point, boxes: Sequence[Box]) -> Point:
    """Return a handle as near to its joint as it takes to be off the edges of boxes."""
    (x, y), (to_x, to_y) = handle, joint
    down = _way_off(handle, boxes)
    part = min(1.0, down / (to_y - y)) if down * (to_y - y) > 0 else 0.0
    return (x + part * (to_x - x), y + part * (to_y - y))


def _way_off(point: Point, boxes: Sequence[Box]) -> float:
    """Return how far down, or up, a point is to be moved so that it is off the edges of boxes."""
    x, y = point
    for box in boxes:
        if box.x - 3 * OFF < x < box.right + 3 * OFF:
            if box.y - OFF < y < box.y + 2 * OFF:
                return box.y - OFF - y
            if box.bottom - 2 * OFF < y < box.bottom + OFF:
                return box.bottom + OFF - y
    return 0.0


def _read_route(edge: Mapping[str, str], left: float, top: float) -> Route:
    def place(text: str) -> Point:
        x, y = _numbers(text)
        return (x - left, top - y)

    tip: Point | None = None
    points = []
    for part in edge["pos"].split(";")[0].split():
        if part.startswith("e,"):
            tip = place(part[2:])
        elif not part.startswith("s,"):
            points.append(place(part))
    return Route(tuple(points), tip or points[-1], place(edge["lp"]) if "lp" in edge else None)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]

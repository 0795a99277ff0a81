"""Where the texts on ways stand: where the engine kept room, or elsewhere along the way if that is taken."""

from collections.abc import Iterator, Sequence

from journeymap.rendering.flow.cards import TextBlock
from journeymap.rendering.flow.placing import Route
from journeymap.rendering.geometry import Box, Point

GAP = 6.0
DUST = 1e-6
PARTS = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)
"""How far along its way a text is tried, the middle first."""
RINGS = 12
AROUND = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
"""Where a text is tried around the middle of its way, ring by ring, once all of the way is taken."""


def place_label(label: TextBlock, route: Route, taken: Sequence[Box], frame: Box) -> Point:
    """Return the middle of a text: the first place inside of the frame where nothing else stands.

    Where even its surroundings are taken it is the place where least is covered.
    """
    best: Point | None = None
    least = float("inf")
    for middle in _candidates(label, route):
        box = room_of(label, middle)
        covered = sum(_overlap(box, other) for other in taken) + box.width * box.height - _overlap(box, frame)
        if covered < least:
            best, least = middle, covered
        if covered < DUST:
            break
    assert best is not None
    return best


def room_of(label: TextBlock, middle: Point) -> Box:
    """Return the room that a text takes around its middle."""
    height = label.size + label.leading * (len(label.lines) - 1)
    return Box(middle[0] - label.width / 2, middle[1] - height / 2, label.width, height)


def _candidates(label: TextBlock, route: Route) -> Iterator[Point]:
    if route.label:
        yield route.label
    side = label.width / 2 + GAP
    for part in PARTS:
        x, y = _point_at(route.points, part)
        yield (x + side, y)
        yield (x - side, y)
    x, y = _point_at(route.points, 0.5)
    for ring in range(RINGS):
        for right, down in AROUND:
            yield (x + ring * right * side, y + ring * down * 2 * label.leading)


def _point_at(points: Sequence[Point], part: float) -> Point:
    """Return a point of a way, all its curves taken for equally long."""
    curves = (len(points) - 1) // 3
    place = part * curves
    number = min(int(place), curves - 1)
    t = place - number
    a, b, c, d = points[3 * number : 3 * number + 4]
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return (
        sum(weight * point[0] for weight, point in zip(weights, (a, b, c, d), strict=True)),
        sum(weight * point[1] for weight, point in zip(weights, (a, b, c, d), strict=True)),
    )


def _overlap(one: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width * height if width > 0 and height > 0 else 0.0

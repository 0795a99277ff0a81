"""Where markers and their labels go, so that none lies on another: places are tried until one is free."""

from collections.abc import Iterable, Iterator, Sequence
from math import cos, hypot, pi, sin

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Anchor
from journeymap.rendering.charts.frame import LEADING
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.metrics import one_line, text_width, wrap

CROWD = 12
"""From so many neighbours on a marker has its number only: more labels would hide each other's markers."""

_RINGS = 40
_IN_RING = 6
"""How many markers stand around a point in the first ring."""
_TRIED = 60
"""In how many free places a marker is tried before it stands behind another one."""
_STEP = 6.0
_DOT = 3.0
"""The room that the point of a marker that was moved needs to be seen."""


class Label(NamedTuple):
    """Lines of text in their box, flush to the side where their marker is.

    ``leader`` is where a line from the marker meets it, if one is needed.
    """

    lines: tuple[str, ...]
    box: Box
    anchor: Anchor
    leader: Point | None = None


def spread_markers(
    points: Sequence[Point], size: float, within: Box, *, taken: Sequence[Box] = ()
) -> tuple[Point, ...]:
    """Return a place for each marker: its point or, where several would touch, one in a ring around it.

    The points of those that are moved stay in sight, and so does what is taken. In a field that is full
    a marker stands where it should, on others.
    """
    room = Box(within.x + size / 2, within.y + size / 2, within.width - size, within.height - size)
    places = [_clamp(point, room) for point in points]
    crowds = [crowd for crowd in _gather(places, size) if len(crowd) > 1]
    moved = {index for crowd in crowds for index in crowd}
    origins = [places[index] for index in sorted(moved)]
    placed = [place for index, place in enumerate(places) if index not in moved]
    for crowd in crowds:
        for order, index in enumerate(crowd):
            turn = order / len(crowd) if len(crowd) <= _IN_RING else 0
            free = [
                place
                for place in _around(places[index], size, room, turn)
                if _is_apart(place, origins, size / 2 + _DOT)
                and _is_apart(place, placed, size)
                and _is_free(_square(place, size), taken, within)
            ]
            # The nearest place whose line runs behind no other marker, if there is one not much farther.
            seen = (place for place in free[:_TRIED] if _is_in_sight(place, places[index], placed, size))
            places[index] = next(seen, free[0] if free else places[index])
            placed.append(places[index])
    return tuple(places)


def _square(middle: Point, size: float) -> Box:
    return Box(middle[0] - size / 2, middle[1] - size / 2, size, size)


def _is_in_sight(place: Point, origin: Point, others: Sequence[Point], size: float) -> bool:
    """Say whether a line between two points runs behind no marker."""
    count = max(1, round(hypot(place[0] - origin[0], place[1] - origin[1]) / _STEP))
    steps = (
        (origin[0] + (place[0] - origin[0]) * step / count, origin[1] + (place[1] - origin[1]) * step / count)
        for step in range(count)
    )
    return all(_is_apart(step, others, size / 2) for step in steps)


def _clamp(point: Point, room: Box) -> Point:
    x, y = point
    return min(max(x, room.x), room.right), min(max(y, room.y), room.bottom)


def _gather(places: Sequence[Point], size: float) -> list[list[int]]:
    """Return the indices of places in groups, in which each is too near to another one."""
    crowds: list[list[int]] = []
    for index, place in enumerate(places):
        near = [crowd for crowd in crowds if not _is_apart(place, (places[each] for each in crowd), size)]
        crowds = [crowd for crowd in crowds if crowd not in near]
        crowds.append(sorted([*(each for crowd in near for each in crowd), index]))
    return sorted(crowds)


def _around(point: Point, size: float, room: Box, turn: float) -> Iterator[Point]:
    """Yield places in rings around a point, beginning at a turn from 0 to 1."""
    for ring in range(1, _RINGS):
        for step in range(_IN_RING * ring):
            angle = 2 * pi * (turn + step / (_IN_RING * ring))
            place = (point[0] + size * ring * cos(angle), point[1] + size * ring * sin(angle))
            if place == _clamp(place, room):
                yield place


def _is_apart(point: Point, others: Iterable[Point], size: float) -> bool:
    reach = (size - 0.01) ** 2
    return all((point[0] - x) ** 2 + (point[1] - y) ** 2 >= reach for x, y in others)


def place_labels(
    texts: Sequence[str],
    markers: Sequence[Point],
    size: float,
    font: float,
    *,
    taken: Sequence[Box],
    avoided: Sequence[Box],
    within: Box,
) -> tuple[Label | None, ...]:
    """Return a label for each marker, or nothing where there is no room for one.

    What is taken stays free of labels; what is avoided does as long as another place is as near.
    """
    boxes = [*taken, *(Box(x - size / 2, y - size / 2, size, size) for x, y in markers)]
    labels: list[Label | None] = []
    for text, marker in zip(texts, markers, strict=True):
        label = None
        if _count_near(marker, markers, size * 3) <= CROWD:
            options = tuple(_options(one_line(text), marker, size, font))
            free = [
                each
                for each in options
                if _is_free(each.box, boxes, within)
                and all(_is_free(step, boxes, within) for step in _steps(marker, each.leader, size))
            ]
            clear = [each for each in free if _is_free(each.box, avoided, within) and not each.leader]
            label = next(iter([*clear, *free]), None)
        if label:
            boxes += [label.box, *_steps(marker, label.leader, size)]
        labels.append(label)
    return tuple(labels)


def _options(text: str, marker: Point, size: float, font: float) -> Iterator[Label]:
    """Yield the labels a marker could have, the best first: beside it, above, below, then at a distance."""
    x, y = marker
    shapes: list[tuple[tuple[str, ...], float, float]] = []
    longest = max((text_width(word, font) for word in text.split()), default=0.0)
    for share in sorted((14, 10, 22), key=lambda share: font * share < longest):
        lines = wrap(text, font * share, font)
        if lines and len(lines) <= 4 and lines not in [known for known, _, _ in shapes]:
            width = max(text_width(line, font) for line in lines)
            shapes.append((lines, width, len(lines) * font * LEADING))
    near = size / 2 + 4
    for lines, width, height in shapes:
        places: tuple[tuple[float, float, Anchor], ...] = (
            (x + near, y - height / 2, "start"),
            (x - near - width, y - height / 2, "end"),
            (x - width / 2, y - near - height, "middle"),
            (x - width / 2, y + near, "middle"),
        )
        for left, top, anchor in places:
            yield Label(lines, Box(left, top, width, height), anchor)
    for reach in (size * 1.1, size * 1.8, size * 2.6):
        for lines, width, height in shapes:
            for across, down in ((1, -1), (1, 1), (-1, -1), (-1, 1)):
                left = x + reach if across > 0 else x - reach - width
                top = y + down * reach - height / 2
                end = (left - 3 if across > 0 else left + width + 3, top + height / 2)
                yield Label(lines, Box(left, top, width, height), "start" if across > 0 else "end", end)


def _steps(marker: Point, end: Point | None, size: float) -> Iterator[Box]:
    """Yield small boxes along the line from the edge of a marker to its label."""
    if end is None:
        return
    length = hypot(end[0] - marker[0], end[1] - marker[1])
    count = max(1, round((length - size) / _STEP))
    for step in range(count + 1):
        part = (size + (length - size) * step / count) / length
        x, y = (start + (stop - start) * part for start, stop in zip(marker, end, strict=True))
        yield Box(x - 1, y - 1, 2, 2)


def _count_near(point: Point, others: Iterable[Point], reach: float) -> int:
    return sum(abs(point[0] - x) <= reach and abs(point[1] - y) <= reach for x, y in others)


def _is_free(box: Box, taken: Iterable[Box], within: Box) -> bool:
    inside = (
        within.x <= box.x and box.right <= within.right and within.y <= box.y and box.bottom <= within.bottom
    )
    return inside and not any(
        box.x < other.right and other.x < box.right and box.y < other.bottom and other.y < box.bottom
        for other in taken
    )

"""The map on paper: whole where it fits on a sheet, else cut between stages, in the largest letters that fit.

Heights are reckoned from the widths of letters, so that a sheet is filled and never spilled over for long.
"""

from collections.abc import Sequence
from typing import Final

from journeymap.rendering.map.journey_map import JourneyMap, MapLane
from journeymap.rendering.metrics import wrap

WIDEST: Final = 14
"""How many touchpoints stand on one sheet side by side."""
SIZES: Final = (12.0, 11.0, 10.0, 9.0, 8.5, 8.0, 7.5, 7.0)
"""The sizes of letters on paper, in points; the last one is the floor."""
_EASY: Final = 7.5
"""The size below which stages rather stand on sheets of their own than share one."""

_WIDTH, _HEIGHT = 1145.0, 730.0
"""The room of an A3 sheet inside its margins, below the heading and the signs, in points."""
_LANES = 9.5
"""How wide the column of lanes is, in letters' heights."""
_LEADING, _PADDING, _CURVE = 1.45, 0.95, 11.8


def cut_map(drawn: JourneyMap) -> tuple[JourneyMap, ...]:
    """Return a map as it stands on sheets: whole, or cut between stages where it is too wide for one.

    Neighbours share a sheet as long as all of it is read with ease.
    """
    if len(drawn.columns) <= WIDEST:
        return (drawn,)
    parts: list[JourneyMap] = []
    first, end = 0, 0
    for index, span in enumerate(drawn.stages):
        start = end - len(parts[-1].columns) if parts else 0
        end += span.width
        shared = _cut(drawn, first, index + 1, start, end)
        if parts and len(shared.columns) <= WIDEST and choose_size(shared) >= _EASY:
            parts[-1] = shared
        else:
            first = index
            parts.append(_cut(drawn, index, index + 1, end - span.width, end))
    return tuple(parts)


def choose_size(drawn: JourneyMap) -> float:
    """Return the largest size of letters in which a part of a map fits on a sheet, or else the floor."""
    columns = max(1, len(drawn.columns))
    for size in SIZES:
        width = (_WIDTH - _LANES * size) / columns - 1.1 * size
        if sum(_reckon(lane, width, size) for lane in drawn.lanes) + 6 * size <= _HEIGHT:
            return size
    return SIZES[-1]


def name_size(drawn: JourneyMap) -> str:
    """Return the class of the style sheet that gives a part of a map its size of letters on paper."""
    return f"pt{choose_size(drawn):g}".replace(".", "_")


def _cut(drawn: JourneyMap, first: int, after: int, start: int, end: int) -> JourneyMap:
    """Return the part of a map from one stage until before another, which are so many columns."""
    lines = {
        id(line): line._replace(
            feelings=line.feelings[start:end],
            pieces=line.pieces[start:end],
            before=line.before[start:end],
            heights_before=line.heights_before[start:end],
        )
        for line in drawn.lines
    }

    def cut_lane(lane: MapLane) -> MapLane:
        return lane._replace(
            cells=lane.cells[start:end], line=None if lane.line is None else lines[id(lane.line)]
        )

    zones = (zone._replace(lanes=_fill(list(map(cut_lane, zone.lanes)))) for zone in drawn.zones)
    return drawn._replace(
        stages=drawn.stages[first:after],
        columns=drawn.columns[start:end],
        zones=tuple(zone for zone in zones if zone.lanes),
        lines=tuple(lines.values()),
    )


def _fill(lanes: Sequence[MapLane]) -> tuple[MapLane, ...]:
    return tuple(lane for lane in lanes if lane.line or any(lane.cells))


def _reckon(lane: MapLane, width: float, size: float) -> float:
    """Return how tall a lane becomes."""
    if lane.line:
        return _CURVE * size
    lines = (
        sum(len(wrap(entry.text, width, size)) + bool(entry.detail) + 0.3 + bool(entry.by) for entry in cell)
        for cell in lane.cells
    )
    return (max([1.0, len(wrap(lane.title, _LANES * size, size)), *lines]) * _LEADING + _PADDING) * size

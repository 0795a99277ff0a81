"""What a lane says of a stage as a whole, apart from what it says of its touchpoints."""

from typing import TypeAlias

from journeymap.rendering.map.entries import Entry
from journeymap.rendering.map.journey_map import JourneyMap, MapLane

Cells: TypeAlias = tuple[tuple[Entry, ...], ...]


def split_lane(drawn: JourneyMap, lane: MapLane) -> tuple[Cells, Cells]:
    """Return what a lane holds for each stage, which spans its columns, and for each column.

    On the map a stage's KPIs come first in its first column, with its name; spanning it they need none.
    """
    shared: list[tuple[Entry, ...]] = []
    own: list[tuple[Entry, ...]] = []
    start = 0
    for span in drawn.stages:
        cells = lane.cells[start : start + span.width]
        is_spanned = lane.id == "kpis" and drawn.columns[start].touchpoint is not None
        count = len(span.stage.kpis) if is_spanned else 0
        shared.append(tuple(entry._replace(by="") for entry in cells[0][:count]))
        own += [cells[0][count:], *cells[1:]]
        start += span.width
    return tuple(shared), tuple(own)

"""The journey map as values: lanes, cells, blueprint zones, emotion lines and markers.

Owns what stands where on the map; pages and pictures only place it. Every text is ready to print, in the
language asked for.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from journeymap.model import Journey, Lane, Portfolio, Stage, Touchpoint
from journeymap.model.lanes import CUSTOM
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.map.emotion_lines import EmotionLine, draw_lines
from journeymap.rendering.map.entries import Desk, Entry, list_kpis, list_texts, write_values
from journeymap.rendering.map.lanes import FEELING, LANES, LINES, default_lanes, zone_of
from journeymap.rendering.map.views import MapPlan

__all__ = ["Column", "Entry", "JourneyMap", "MapLane", "StageSpan", "Zone", "draw_map", "write_values"]


class MapLane(NamedTuple):
    """A row of the map: one tuple of entries a column, or an emotion line."""

    id: str
    title: str
    cells: tuple[tuple[Entry, ...], ...] = ()
    line: EmotionLine | None = None


class Zone(NamedTuple):
    """Lanes between two lines of the blueprint; ``line`` names the line drawn above them."""

    id: str
    line: str
    lanes: tuple[MapLane, ...]


class Column(NamedTuple):
    """A column of the map: a touchpoint, or a stage as a whole."""

    stage: Stage
    touchpoint: Touchpoint | None
    first: bool

    @property
    def id(self) -> str:
        """The id of what stands in the column."""
        return self.owner.id

    @property
    def owner(self) -> Stage | Touchpoint:
        """The touchpoint, or the stage where there is none."""
        return self.touchpoint or self.stage

    @property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """The touchpoints whose texts stand in the column."""
        return (self.touchpoint,) if self.touchpoint else self.stage.touchpoints


class StageSpan(NamedTuple):
    """A stage's header: its number from 1, and how many columns it spans."""

    stage: Stage
    number: int
    width: int


class JourneyMap(NamedTuple):
    """A journey laid out as a map."""

    journey: Journey
    stages: tuple[StageSpan, ...]
    columns: tuple[Column, ...]
    zones: tuple[Zone, ...]
    lines: tuple[EmotionLine, ...]

    @property
    def lanes(self) -> tuple[MapLane, ...]:
        """The lanes of all zones, from top to bottom."""
        return tuple(lane for zone in self.zones for lane in zone.lanes)


def draw_map(
    portfolio: Portfolio, journey: Journey, *, lang: str = "en", plan: MapPlan | None = None
) -> JourneyMap:
    """Lay a journey out as a map in a language; lanes and zones that say nothing are left out."""
    chosen = plan or MapPlan("full", lanes=default_lanes(portfolio))
    columns = tuple(_columns(portfolio, journey, chosen))
    owners = tuple(column.owner for column in columns)
    lines = draw_lines(portfolio, journey, lang=lang, owners=owners, personas=chosen.personas)
    desk = Desk(portfolio, journey, lang, chosen.personas)
    zones = []
    for zone, ids in groupby(chosen.lanes, key=zone_of):
        lanes = tuple(
            lane
            for id in ids
            for lane in _lanes(desk, id, columns, lines, whole=plan is not None)
            if lane.line or any(lane.cells)
        )
        if lanes:
            zones.append(Zone(zone, desk.word(LINES[zone]) if zone in LINES else "", lanes))
    return JourneyMap(journey, _spans(journey, columns), columns, tuple(zones), lines)


def _columns(portfolio: Portfolio, journey: Journey, plan: MapPlan) -> Iterator[Column]:
    for stage in journey.stages:
        if plan.by_stage:
            if _is_shown(portfolio, journey, plan.where, stage, None):
                yield Column(stage, None, first=True)
            continue
        shown = [
            touchpoint
            for touchpoint in stage.touchpoints or (None,)
            if _is_shown(portfolio, journey, plan.where, stage, touchpoint)
        ]
        for index, touchpoint in enumerate(shown):
            yield Column(stage, touchpoint, first=index == 0)


def _is_shown(
    portfolio: Portfolio,
    journey: Journey,
    where: Mapping[str, Any],
    stage: Stage,
    touchpoint: Touchpoint | None,
) -> bool:
    """Say whether a column meets the conditions of a view."""
    if not where:
        return True
    from journeymap.model.fields import Row, find_field
    from journeymap.rendering.tables.conditions import is_filled
    from journeymap.rendering.tables.rows import meets, words_of

    row = Row(portfolio, journey, stage=stage, touchpoint=touchpoint)
    kind = "touchpoints" if touchpoint else "stages"
    for path in words_of(where.get("has")):
        field = find_field(portfolio, kind, path)
        if field is None and find_field(portfolio, "touchpoints", path) is None:
            raise RenderingError(f"the view asks for `{path}`, which is no field of touchpoints")
        if field is None or not is_filled(field(row)):
            return False
    return meets(row, where)


def _spans(journey: Journey, columns: Iterable[Column]) -> tuple[StageSpan, ...]:
    numbers = {id(stage): number for number, stage in enumerate(journey.stages, start=1)}
    spans = []
    for _, group in groupby(columns, key=lambda column: id(column.stage)):
        members = tuple(group)
        stage = members[0].stage
        spans.append(StageSpan(stage, numbers[id(stage)], len(members)))
    return tuple(spans)


def _lanes(
    desk: Desk, id: str, columns: tuple[Column, ...], lines: tuple[EmotionLine, ...], *, whole: bool
) -> Iterator[MapLane]:
    """Yield the rows of a lane: one, or for feelings one a line.

    ``whole`` maps have the KPIs of stages, too; pages show those beside the map.
    """
    if id == FEELING:
        title = desk.word(LANES[FEELING].title)
        for line in lines:
            yield MapLane(f"{FEELING}-{line.id or 'all'}", title, line=line)
        return
    if id.startswith(CUSTOM):
        lane = next(lane for lane in desk.portfolio.workspace.lanes if f"{CUSTOM}{lane.id}" == id)
        yield MapLane(id, lane.title, tuple(_custom_cell(lane, column) for column in columns))
        return
    kind = LANES[id]
    cells = []
    for column in columns:
        entries = [entry for touchpoint in column.touchpoints for entry in kind.entries(desk, touchpoint)]
        if id == "kpis" and whole and column.first:
            of = "" if column.touchpoint is None else column.stage.title
            entries = [*list_kpis(desk, column.stage.kpis, of=of), *entries]
        # What several touchpoints of a stage share is said once.
        cells.append(tuple(dict.fromkeys(entries)) if column.touchpoint is None else tuple(entries))
    yield MapLane(id, desk.word(kind.title), tuple(cells))


def _custom_cell(lane: Lane, column: Column) -> tuple[Entry, ...]:
    """Return what a lane of the workspace says; a stage's value stands in the stage's first column."""
    if lane.on == "stage":
        values = [column.stage.fields.get(lane.id)] if column.first else []
    else:
        values = [touchpoint.fields.get(lane.id) for touchpoint in column.touchpoints]
    return tuple(entry for value in values for entry in list_texts(*write_values(value)))

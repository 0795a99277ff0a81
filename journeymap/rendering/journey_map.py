"""The journey map as values: lanes, cells, blueprint zones, emotion lines and markers.

Owns what stands where on the map; pages and pictures only place it. Every text is ready to print, in the
language asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, NamedTuple, TypeAlias

from journeymap.model import BlueprintItem, Journey, Portfolio, Stage, Touchpoint
from journeymap.model.summaries import channel_title, opportunities_within
from journeymap.rendering.emotion_lines import EmotionLine, draw_lines
from journeymap.rendering.naming import name_kpi, name_persona, name_system, name_team, write_kpi
from journeymap.rendering.templating import marked, translate

Mark: TypeAlias = Literal["", "pain", "gain", "opportunity", "quote"]


class Entry(NamedTuple):
    """One text in a cell; ``id`` addresses the item it stands for, ``by`` names who it holds for."""

    text: str
    id: str = ""
    mark: Mark = ""
    by: str = ""
    detail: str = ""
    level: str = ""


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
    """A column of the map: a touchpoint, or a stage that has none."""

    stage: Stage
    touchpoint: Touchpoint | None
    first: bool

    @property
    def id(self) -> str:
        """The id of what stands in the column."""
        return self.touchpoint.id if self.touchpoint else self.stage.id


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


def draw_map(portfolio: Portfolio, journey: Journey, *, lang: str = "en") -> JourneyMap:
    """Lay a journey out as a map in a language; lanes and zones that say nothing are left out."""
    columns = tuple(_columns(journey))
    lines = draw_lines(portfolio, journey, lang=lang)
    zones = []
    for id, line, lanes in _zones(_Desk(portfolio, journey, columns, lang), lines):
        filled = tuple(lane for lane in lanes if lane.line or any(lane.cells))
        if filled:
            zones.append(Zone(id, line, filled))
    spans = tuple(
        StageSpan(stage, number, max(1, len(stage.touchpoints)))
        for number, stage in enumerate(journey.stages, start=1)
    )
    return JourneyMap(journey, spans, columns, tuple(zones), lines)


def _columns(journey: Journey) -> Iterator[Column]:
    for stage in journey.stages:
        for index, touchpoint in enumerate(stage.touchpoints or (None,)):
            yield Column(stage, touchpoint, first=index == 0)


class _Desk(NamedTuple):
    """What the lanes are made from."""

    portfolio: Portfolio
    journey: Journey
    columns: tuple[Column, ...]
    lang: str

    def word(self, text: str) -> str:
        return translate(text, lang=self.lang)

    def voice(self, persona: str) -> str:
        return name_persona(self.portfolio, self.journey, persona) if persona else ""

    def lane(self, id: str, title: str, entries: Callable[[Touchpoint], Iterable[Entry]]) -> MapLane:
        cells = (tuple(entries(column.touchpoint)) if column.touchpoint else () for column in self.columns)
        return MapLane(id, self.word(title), tuple(cells))

    def blueprint(self, id: str, title: str) -> MapLane:
        return self.lane(id, title, lambda touchpoint: _items(self, getattr(touchpoint.blueprint, id)))


def _zones(desk: _Desk, lines: tuple[EmotionLine, ...]) -> Iterator[tuple[str, str, list[MapLane]]]:
    """Yield each zone's id, line and lanes, in the order of a service blueprint."""
    yield (
        "customer",
        "",
        [
            desk.lane("action", marked("Action"), lambda touchpoint: _texts(touchpoint.action)),
            *(
                MapLane(f"feeling-{line.id or 'all'}", desk.word(marked("Feeling")), line=line)
                for line in lines
            ),
            desk.lane("thinking", marked("Thinking"), lambda touchpoint: _thoughts(desk, touchpoint)),
            desk.lane(
                "motivations", marked("Motivation"), lambda touchpoint: _texts(*touchpoint.motivations)
            ),
            desk.lane("channel", marked("Channel"), lambda touchpoint: _channels(desk, touchpoint)),
            desk.blueprint("physical_evidence", marked("Evidence")),
            desk.lane("pains", marked("Pains"), _pains),
            desk.lane("gains", marked("Gains"), _gains),
        ],
    )
    interaction, visibility = marked("Line of interaction"), marked("Line of visibility")
    internal = marked("Line of internal interaction")
    yield "frontstage", desk.word(interaction), [desk.blueprint("frontstage", marked("Frontstage"))]
    yield "backstage", desk.word(visibility), [desk.blueprint("backstage", marked("Backstage"))]
    yield "support", desk.word(internal), [desk.blueprint("support", marked("Support"))]
    yield (
        "steering",
        desk.word(marked("Steering")),
        [
            desk.lane("kpis", marked("KPIs"), lambda touchpoint: _kpis(desk, touchpoint)),
            desk.lane("opportunities", marked("Opportunities"), lambda t: _opportunities(desk, t)),
            desk.lane("owner", marked("Owner"), lambda t: _texts(name_team(desk.portfolio, t.owner))),
            *_custom_lanes(desk),
        ],
    )


def _texts(*texts: str) -> Iterator[Entry]:
    return (Entry(text) for text in texts if text)


def _thoughts(desk: _Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    for thought in touchpoint.thoughts:
        yield Entry(thought.text, by=desk.voice(thought.persona))
    for emotion in touchpoint.emotions:
        if emotion.quote:
            yield Entry(emotion.quote, mark="quote", by=desk.voice(emotion.persona))


def _channels(desk: _Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    return (Entry(channel_title(desk.portfolio, channel)) for channel in touchpoint.channels)


def _pains(touchpoint: Touchpoint) -> Iterator[Entry]:
    return (Entry(pain.text, pain.id, "pain", level=pain.severity or "") for pain in touchpoint.pains)


def _gains(touchpoint: Touchpoint) -> Iterator[Entry]:
    return (Entry(gain.text, gain.id, "gain") for gain in touchpoint.gains)


def _items(desk: _Desk, items: tuple[BlueprintItem, ...]) -> Iterator[Entry]:
    for item in items:
        system = name_system(desk.portfolio, item.system) if item.system else ""
        text = system if item.text in {"", item.system} else item.text
        yield Entry(text, item.id, detail=system if text != system else "")


def _kpis(desk: _Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    for kpi in touchpoint.kpis:
        yield Entry(name_kpi(desk.portfolio, kpi), detail=write_kpi(desk.portfolio, kpi, lang=desk.lang))


def _opportunities(desk: _Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    for opportunity in opportunities_within(desk.journey, touchpoint):
        yield Entry(opportunity.title, opportunity.id, "opportunity")


def _custom_lanes(desk: _Desk) -> Iterator[MapLane]:
    """Yield the lanes a workspace declares; a stage's value stands in the stage's first column."""
    for lane in desk.portfolio.workspace.lanes:
        if lane.on == "journey":
            continue
        cells = []
        for column in desk.columns:
            owner: Stage | Touchpoint | None = column.touchpoint
            if lane.on == "stage":
                owner = column.stage if column.first else None
            cells.append(tuple(_texts(*write_values(owner.fields.get(lane.id) if owner else None))))
        yield MapLane(f"field-{lane.id}", lane.title, tuple(cells))


def write_values(value: Any) -> Iterator[str]:
    """Yield the texts of a custom field's value."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from write_values(item)
    elif isinstance(value, bool):
        yield "✓" if value else "✗"
    elif value is not None:
        yield str(value)

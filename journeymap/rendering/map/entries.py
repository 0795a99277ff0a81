"""What stands in the cells of the map: the texts of a touchpoint, lane by lane, ready to print."""

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

from journeymap.model import BlueprintItem, Journey, Kpi, Portfolio, Touchpoint
from journeymap.model.kpis import KpiStatus, kpi_progress, kpi_status
from journeymap.model.summaries import opportunities_within
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.built_in import name_channel
from journeymap.rendering.naming import (
    add_unit,
    name_kpi,
    name_persona,
    name_segment,
    name_source,
    name_system,
    name_team,
    unit_of,
    write_kpi,
    write_number,
)
from journeymap.rendering.templating import translate

Mark: TypeAlias = Literal["", "pain", "gain", "opportunity", "quote"]


class Measure(NamedTuple):
    """How far a KPI has come: 0 at its baseline, 1 at its target, and what was measured, in words."""

    progress: float | None
    actual: str = ""
    status: KpiStatus | None = None

    @property
    def is_measured(self) -> bool:
        """Say whether a way can be shown: one that nobody has measured yet is not one of zero."""
        return self.progress is not None and bool(self.actual)


class Entry(NamedTuple):
    """One text in a cell; ``id`` addresses the item it stands for, ``by`` names who it holds for.

    ``assumed`` is what no research backs. ``measure`` is there for a KPI with a way to go.
    """

    text: str
    id: str = ""
    mark: Mark = ""
    by: str = ""
    detail: str = ""
    level: str = ""
    assumed: bool = False
    measure: Measure | None = None


class Desk(NamedTuple):
    """What the texts are made from; ``personas`` are those the map is about, or all of them."""

    portfolio: Portfolio
    journey: Journey
    lang: str
    personas: tuple[str, ...] = ()

    def word(self, text: str) -> str:
        """Return one of our own words in the language of the map."""
        return translate(text, lang=self.lang)

    def voice(self, persona: str) -> str:
        """Return the name of a persona, or nothing for everyone."""
        return name_persona(self.portfolio, self.journey, persona) if persona else ""

    def concerns(self, personas: tuple[str, ...]) -> bool:
        """Say whether what holds for some personas is about those of the map."""
        return not (personas and self.personas) or not set(personas).isdisjoint(self.personas)


def list_texts(*texts: str) -> Iterator[Entry]:
    """Yield plain texts, without the empty ones."""
    return (Entry(text) for text in texts if text)


def list_thoughts(desk: Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    """Yield thoughts and quotes with who has them."""
    for thought in touchpoint.thoughts:
        if desk.concerns((thought.persona,) if thought.persona else ()):
            yield Entry(thought.text, by=desk.voice(thought.persona))
    for emotion in touchpoint.emotions:
        if emotion.quote and desk.concerns((emotion.persona,) if emotion.persona else ()):
            yield Entry(emotion.quote, mark="quote", by=desk.voice(emotion.persona))


def list_channels(desk: Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    """Yield the titles of channels."""
    return (Entry(name_channel(desk.portfolio, channel, lang=desk.lang)) for channel in touchpoint.channels)


def list_pains(desk: Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    """Yield pains with their severity."""
    for pain in touchpoint.pains:
        if desk.concerns(pain.personas):
            assumed = pain.confidence == "assumed"
            yield Entry(pain.text, pain.id, "pain", level=pain.severity or "", assumed=assumed)


def list_gains(desk: Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    """Yield gains."""
    for gain in touchpoint.gains:
        if desk.concerns(gain.personas):
            yield Entry(gain.text, gain.id, "gain", assumed=gain.confidence == "assumed")


def list_items(desk: Desk, items: tuple[BlueprintItem, ...]) -> Iterator[Entry]:
    """Yield blueprint items with the systems behind them."""
    for item in items:
        system = name_system(desk.portfolio, item.system) if item.system else ""
        text = system if item.text in {"", item.system} else item.text
        yield Entry(text, item.id, detail=system if text != system else "")


def list_kpis(desk: Desk, kpis: tuple[Kpi, ...], *, of: str = "") -> Iterator[Entry]:
    """Yield KPIs with their way from baseline to target; ``of`` names what they are measured on."""
    for kpi in kpis:
        detail = write_kpi(desk.portfolio, kpi, lang=desk.lang)
        yield Entry(name_kpi(desk.portfolio, kpi), by=of, detail=detail, measure=_measure(desk, kpi))


def _measure(desk: Desk, kpi: Kpi) -> Measure | None:
    metric = desk.portfolio.library.metrics.get(kpi.metric)
    unit = unit_of(metric)
    actual = "" if kpi.actual is None else write_number(kpi.actual, lang=desk.lang)
    actual = actual and add_unit(actual, unit, lang=desk.lang)
    if kpi.baseline is None or kpi.target is None or kpi.baseline == kpi.target:
        return Measure(None, actual) if actual else None
    status = kpi_status(kpi, metric.direction if metric else "up")
    return Measure(kpi_progress(kpi) or 0.0, actual, status)


def list_opportunities(desk: Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    """Yield the opportunities that address a touchpoint's pains."""
    for opportunity in opportunities_within(desk.journey, touchpoint):
        yield Entry(opportunity.title, opportunity.id, "opportunity")


def list_personalization(desk: Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    """Yield what differs for whom."""
    for each in touchpoint.personalization:
        if desk.concerns((each.persona,) if each.persona else ()):
            segment = name_segment(desk.portfolio, each.segment) if each.segment else ""
            yield Entry(each.text, by=desk.voice(each.persona) or segment)


def list_sources(desk: Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    """Yield the titles of the sources that feed a touchpoint."""
    return (Entry(name_source(desk.portfolio, source)) for source in touchpoint.sources)


def list_systems(desk: Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    """Yield the titles of the systems behind a touchpoint."""
    return (Entry(name_system(desk.portfolio, system)) for system in touchpoint.systems)


def list_owner(desk: Desk, touchpoint: Touchpoint) -> Iterator[Entry]:
    """Yield the team that answers for a touchpoint."""
    return list_texts(name_team(desk.portfolio, touchpoint.owner))


def write_values(value: Any) -> Iterator[str]:
    """Yield the texts of a custom field's value."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from write_values(item)
    elif isinstance(value, bool):
        yield "✓" if value else "✗"
    elif value is not None:
        yield str(value)

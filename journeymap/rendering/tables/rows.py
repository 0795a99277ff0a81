"""Which rows a table has: the items of a journey by kind, and the conditions of a view."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from journeymap.model import Channel, Journey, Phase, Portfolio
from journeymap.model.fields import Row
from journeymap.model.summaries import (
    DEFAULT_WORDS,
    OwnedKpi,
    actions_of,
    journey_channels,
    kpis_of,
    own_title,
    pains_of,
    stage_channels,
)


def rows_of(
    kind: str,
    portfolio: Portfolio,
    journey: Journey,
    *,
    per_kpi: bool = False,
    words: Sequence[str] = DEFAULT_WORDS,
    entitle: Callable[[Channel | Phase], str] = own_title,
) -> Iterator[Row]:
    """Yield the rows of a kind in the journey's order.

    With ``per_kpi`` a stage or touchpoint has a row for each of its KPIs, and one if it has none. ``words``
    are those for scores, ``entitle`` names channels and phases, for a translation.
    """
    for row in _ROWS[kind](Row(portfolio, journey, words=words, entitle=entitle)):
        owner = row.touchpoint or row.stage
        if per_kpi and owner and owner.kpis:
            yield from (row._replace(kpi=OwnedKpi(owner, row.stage, kpi)) for kpi in owner.kpis)
        else:
            yield row


def meets(row: Row, where: Mapping[str, Any]) -> bool:
    """Whether a row meets a view's conditions: of each, at least one word is true of the row."""
    return all(
        not set(words_of(where[name])).isdisjoint(read(row))
        for name, read in _CONDITIONS.items()
        if where.get(name) is not None
    )


def words_of(value: Any) -> tuple[str, ...]:
    """Return the words of a condition: one, or a list of them."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def _stages(row: Row) -> Iterator[Row]:
    return (row._replace(stage=stage) for stage in row.journey.stages)


def _touchpoints(row: Row) -> Iterator[Row]:
    for inner in _stages(row):
        for touchpoint in inner.stage.touchpoints if inner.stage else ():
            yield inner._replace(touchpoint=touchpoint)


def _pains(row: Row) -> Iterator[Row]:
    for owned in pains_of(row.journey):
        yield row._replace(stage=owned.stage, touchpoint=owned.touchpoint, pain=owned.pain)


def _opportunities(row: Row) -> Iterator[Row]:
    return (row._replace(opportunity=opportunity) for opportunity in row.journey.opportunities)


def _actions(row: Row) -> Iterator[Row]:
    for owned in actions_of(row.journey):
        yield row._replace(opportunity=owned.opportunity, action=owned.action)


def _insights(row: Row) -> Iterator[Row]:
    return (row._replace(insight=insight) for insight in row.journey.insights)


def _kpis(row: Row) -> Iterator[Row]:
    return (row._replace(stage=owned.stage, kpi=owned) for owned in kpis_of(row.journey))


def _journeys(row: Row) -> Iterator[Row]:
    yield row


def _personas_in(row: Row) -> Iterator[Row]:
    """Yield the inline personas of a journey: the shared ones belong to none."""
    return (row._replace(persona=persona) for persona in row.journey.local_personas)


_ROWS: Mapping[str, Callable[[Row], Iterator[Row]]] = {
    "journeys": _journeys,
    "personas": _personas_in,
    "stages": _stages,
    "touchpoints": _touchpoints,
    "pains": _pains,
    "opportunities": _opportunities,
    "actions": _actions,
    "insights": _insights,
    "kpis": _kpis,
}


def _tags(row: Row) -> Iterable[str]:
    """Return the tags of a row's item and of everything it belongs to."""
    within = (row.journey, row.stage, row.touchpoint, row.pain, row.opportunity, row.action, row.insight)
    return [tag for item in within if item is not None for tag in item.tags]


def _personas(row: Row) -> Iterable[str]:
    """Return whom a row concerns: what says nothing of its own concerns those of what it belongs to."""
    return (
        (row.pain.personas if row.pain else ())
        or (row.touchpoint.personas if row.touchpoint else ())
        or row.journey.personas
    )


def _channels(row: Row) -> Iterable[str]:
    if row.touchpoint:
        return row.touchpoint.channels
    return stage_channels(row.stage) if row.stage else journey_channels(row.journey)


def _phases(row: Row) -> Iterable[str]:
    return (row.stage.phase,) if row.stage else ()


_CONDITIONS: Mapping[str, Callable[[Row], Iterable[str]]] = {
    "tags": _tags,
    "personas": _personas,
    "segments": lambda row: row.journey.segments,
    "channels": _channels,
    "phases": _phases,
    "state": lambda row: (row.journey.state,),
    "status": lambda row: (row.journey.status,),
}
"""Condition → the words that are true of a row. ``has`` names fields and is read with the columns."""

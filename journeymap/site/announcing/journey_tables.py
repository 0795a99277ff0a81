"""What a journey adds up to, as tables: stages, pains, opportunities, KPIs, insights, ways out, evidence."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from journeymap.rendering.templating import marked
from journeymap.site.announcing.pieces import fill_cell, trim
from journeymap.site.contexts import JourneyContext
from journeymap.site.desk import Desk
from journeymap.site.grids import Column, Grid, GridRow
from journeymap.site.pieces import Item


class _Section(NamedTuple):
    """A table in the making: its title, its columns, and the values of its rows."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def tabulate_journey(desk: Desk, context: JourneyContext) -> Iterator[Grid]:
    """Yield what the journey adds up to, a table each; what it does not speak of has none."""
    for section in _list_sections(context):
        if section.rows:
            columns = tuple(Column(desk.say(each)) for each in section.columns)
            rows = tuple(GridRow(tuple(map(fill_cell, row))) for row in section.rows)
            yield trim(Grid(desk.say(section.title), columns, rows))


_STAGES: Final = (marked("Stage"), marked("Phase"), marked("Feeling"), marked("Touchpoints"))
_PAINS: Final = (
    *(marked("Pain"), marked("Where"), marked("Severity"), marked("Frequency"), marked("Certainty")),
    *(marked("Personas"), marked("Answered by"), marked("Evidence")),
)
_OPPORTUNITIES: Final = (
    *(marked("Opportunity"), marked("Status"), marked("Values"), marked("Owner"), marked("Due")),
    *(marked("Answers"), marked("KPIs"), marked("Actions"), marked("Summary")),
)
_KPIS: Final = (
    *(marked("KPI"), marked("Where"), marked("Baseline"), marked("Target"), marked("Actual")),
    *(marked("Unit"), marked("Due"), marked("Owner")),
)
_INSIGHTS: Final = (
    *(marked("Insight"), marked("Source"), marked("Data"), marked("Action"), marked("Certainty")),
)
_LOOPS: Final = (
    *(marked("Feedback loop"), marked("Source"), marked("How often"), marked("Owner"), marked("Feeds")),
)
_ENDS: Final = (marked("Way out"), marked("Outcome"), marked("Share"), marked("Taken at"))
_EVIDENCE: Final = (
    *(marked("Evidence"), marked("Kind"), marked("Date"), marked("Sample"), marked("Source")),
    marked("Summary"),
)
_SOURCES: Final = (marked("Source"), marked("Kind"), marked("Privacy"))


def _list_sections(context: JourneyContext) -> Iterator[_Section]:
    stages = [
        (
            f"{stage.number} · {stage.title}",
            stage.phase,
            stage.mood,
            tuple(each.title for each in stage.cards),
        )
        for stage in context.stages
    ]
    yield _Section(marked("Stages"), _STAGES, stages)
    pains = [
        (
            *(pain.text, pain.where, pain.severity, pain.frequency, pain.certainty_word),
            *(pain.personas, pain.answers, pain.evidence),
        )
        for pain in context.pains
    ]
    yield _Section(marked("Pains"), _PAINS, pains)
    opportunities = [
        (
            f"{one.number} · {one.title}",
            one.status,
            tuple(f"{gauge.label} {gauge.value}" for gauge in one.gauges),
            *(one.owner, one.due, one.addresses, one.kpis),
            tuple(Item(action.text, action.url, detail=action.status) for action in one.actions),
            one.summary,
        )
        for one in context.opportunities
    ]
    yield _Section(marked("Opportunities"), _OPPORTUNITIES, opportunities)
    kpis = [
        (
            *(kpi.title, kpi.where, kpi.baseline, kpi.target, kpi.actual),
            *(kpi.unit, kpi.due, kpi.owner),
        )
        for kpi in context.kpis
    ]
    yield _Section(marked("KPIs"), _KPIS, kpis)
    insights = [
        (insight.text, insight.source, insight.data, insight.action, insight.certainty_word)
        for insight in context.insights
    ]
    yield _Section(marked("Insights"), _INSIGHTS, insights)
    loops = [(loop.text, loop.source, loop.cadence, loop.owner, loop.feeds) for loop in context.loops]
    yield _Section(marked("Feedback loops"), _LOOPS, loops)
    ends = [
        *(
            (end.title, end.word, end.share, end.taken_at)
            for end in (context.walk.ends if context.walk else ())
        ),
        *((exit._replace(detail=""), exit.detail, "", ()) for exit in context.exits),
    ]
    yield _Section(marked("Ways out"), _ENDS, ends)
    evidence = [
        (one.title, one.kind, one.day, one.sample, one.source, one.summary) for one in context.evidence
    ]
    yield _Section(marked("Evidence"), _EVIDENCE, evidence)
    sources = [(one.title, one.kind, one.privacy) for one in context.sources]
    yield _Section(marked("Sources"), _SOURCES, sources)

"""What a journey adds up to on its page: pains, opportunities, KPIs, insights, evidence, loops."""

from collections.abc import Iterator

from journeymap.model import Action, Kpi, Metric, Opportunity
from journeymap.model.claims import Number
from journeymap.model.summaries import (
    OwnedKpi,
    evidence_coverage,
    kpi_gap,
    kpis_of,
    opportunities_for,
    pains_of,
)
from journeymap.rendering.dates import write_day
from journeymap.rendering.links import safe_url
from journeymap.rendering.markdown import render_line
from journeymap.rendering.naming import (
    add_unit,
    is_span,
    unit_of,
    write_count,
    write_number,
    write_score,
    write_seconds,
)
from journeymap.rendering.templating import marked
from journeymap.rendering.words import write_rhythm
from journeymap.site.addresses import anchor_of
from journeymap.site.desk import Desk
from journeymap.site.journey.index import Index
from journeymap.site.journey.names import link_metric, link_persona, link_source, link_team
from journeymap.site.journey.rows import (
    ActionRow,
    EvidenceRow,
    Gauge,
    InsightRow,
    KpiRow,
    LoopRow,
    OpportunityRow,
    PainRow,
    SourceRow,
)
from journeymap.site.pieces import Coverage, Link

_LEVELS = {"low": 1, "medium": 2, "high": 3, "critical": 4}


def list_pains(desk: Desk, index: Index) -> tuple[PainRow, ...]:
    """Return the pains in the order they are met."""
    return tuple(
        PainRow(
            id=pain.id,
            text=render_line(pain.text),
            where=Link(touchpoint.title, f"#{touchpoint.id}"),
            severity=desk.word("severity", pain.severity),
            level=_LEVELS.get(pain.severity or "", 0),
            frequency=desk.word("frequency", pain.frequency),
            certainty=pain.confidence,
            certainty_word=desk.word("confidence", pain.confidence),
            personas=tuple(link_persona(desk, index.journey, id) for id in pain.personas),
            evidence=tuple(index.item(id) for id in pain.evidence),
            answers=tuple(
                Link(answer.title, f"#{answer.id}" if answer.id else "")
                for answer in opportunities_for(index.journey, pain)
            ),
        )
        for _, touchpoint, pain in pains_of(index.journey)
    )


def list_opportunities(desk: Desk, index: Index) -> tuple[OpportunityRow, ...]:
    """Return the opportunities in the order their author gave them."""
    return tuple(
        OpportunityRow(
            id=opportunity.id,
            number=number,
            title=opportunity.title,
            summary=desk.prose(opportunity.summary),
            status=desk.word("progress", opportunity.status),
            gauges=tuple(_gauges(desk, opportunity)),
            owner=link_team(desk, opportunity.owner),
            due=write_day(opportunity.due, lang=desk.lang),
            addresses=tuple(index.item(address) for address in opportunity.addresses),
            kpis=tuple(index.kpi(address) for address in opportunity.kpis),
            actions=tuple(_show_action(desk, action) for action in opportunity.actions),
            links=tuple(map(desk.link, opportunity.links)),
        )
        for number, opportunity in enumerate(index.journey.opportunities, start=1)
    )


def list_kpis(desk: Desk, index: Index) -> tuple[KpiRow, ...]:
    """Return the KPIs of the journey, its stages, touchpoints and opportunities."""
    return tuple(_show_kpi(desk, index, owned) for owned in kpis_of(index.journey))


def list_insights(desk: Desk, index: Index) -> tuple[InsightRow, ...]:
    """Return the insights."""
    return tuple(
        InsightRow(
            id=insight.id,
            data=insight.data,
            source=link_source(desk, insight.source),
            text=render_line(insight.text),
            action=render_line(insight.action),
            certainty=insight.confidence,
            certainty_word=desk.word("confidence", insight.confidence),
        )
        for insight in index.journey.insights
    )


def list_evidence(desk: Desk, index: Index) -> tuple[EvidenceRow, ...]:
    """Return the evidence."""
    return tuple(
        EvidenceRow(
            id=evidence.id,
            title=Link(evidence.title, safe_url(evidence.url) or ""),
            kind=desk.word("evidence", evidence.kind),
            day=write_day(evidence.date, lang=desk.lang),
            sample="" if evidence.sample is None else write_count(evidence.sample, lang=desk.lang),
            source=link_source(desk, evidence.source),
            summary=render_line(evidence.summary),
        )
        for evidence in index.journey.evidence
    )


def list_sources(desk: Desk, index: Index) -> tuple[SourceRow, ...]:
    """Return the journey's sources of data."""
    rows = []
    for id in index.journey.sources:
        source = desk.portfolio.library.sources.get(id)
        rows.append(
            SourceRow(
                title=link_source(desk, id),
                kind=desk.word("source", source.kind) if source else "",
                personal=bool(source and source.personal),
                privacy=render_line(source.privacy if source else ""),
            )
        )
    return tuple(rows)


def list_loops(desk: Desk, index: Index) -> tuple[LoopRow, ...]:
    """Return the feedback loops."""
    return tuple(
        LoopRow(
            id=loop.id,
            text=render_line(loop.text),
            source=link_source(desk, loop.source),
            cadence=write_rhythm(loop.cadence, lang=desk.lang),
            owner=link_team(desk, loop.owner),
            feeds=tuple(index.item(address) for address in loop.feeds),
        )
        for loop in index.journey.feedback_loops
    )


def measure_coverage(desk: Desk, index: Index) -> Coverage | None:
    """Return how much of what is claimed rests on research, or nothing when nothing is claimed."""
    known, total = evidence_coverage(index.journey, desk.portfolio.personas_of(index.journey))
    if not total:
        return None
    text = marked("%(known)d of %(total)d claims rest on research; the others are assumed.")
    return Coverage(desk.say(text, known=known, total=total), round(100 * known / total))


def _gauges(desk: Desk, opportunity: Opportunity) -> Iterator[Gauge]:
    values = (
        (marked("Customer value"), opportunity.customer_value),
        (marked("Business value"), opportunity.business_value),
        (marked("Effort"), opportunity.effort),
    )
    for label, value in values:
        if value is not None:
            filled = max(0, min(5, round(value)))
            yield Gauge(desk.say(label), write_number(value, lang=desk.lang), filled)


def _show_action(desk: Desk, action: Action) -> ActionRow:
    return ActionRow(
        id=action.id,
        text=render_line(action.text),
        impact=render_line(action.impact),
        example=render_line(action.example),
        status=desk.word("progress", action.status),
        owner=link_team(desk, action.owner),
        url=safe_url(action.link) or "",
    )


def _show_kpi(desk: Desk, index: Index, owned: OwnedKpi) -> KpiRow:
    owner, _, kpi = owned
    metric = desk.portfolio.library.metrics.get(kpi.metric)
    direction = metric.direction if metric else "up"
    gap = kpi_gap(kpi, direction)
    whole = owner is index.journey
    unit = "" if is_span(metric) else unit_of(metric)
    return KpiRow(
        id=anchor_of(owned.address),
        title=link_metric(desk, kpi),
        definition=render_line(metric.definition if metric else ""),
        where=Link(desk.say(marked("Whole journey")) if whole else owner.title, _address(index, owned)),
        baseline=_value(desk, metric, kpi.baseline),
        target=_value(desk, metric, kpi.target),
        actual=_value(desk, metric, kpi.actual),
        gap=_change(desk, metric, kpi),
        unit=unit,
        behind=add_unit("", unit, lang=desk.lang),
        direction=desk.word("direction", direction) if metric else "",
        arrow="" if gap is None or gap <= 0 else direction,
        due=write_day(kpi.due, lang=desk.lang),
        owner=link_team(desk, kpi.owner),
    )


def _address(index: Index, owned: OwnedKpi) -> str:
    return "" if owned.owner is index.journey or not owned.owner.id else f"#{owned.owner.id}"


def _value(desk: Desk, metric: Metric | None, value: Number | None) -> str:
    if value is None:
        return ""
    write = write_seconds if is_span(metric) else write_number
    return write(value, lang=desk.lang)


def _change(desk: Desk, metric: Metric | None, kpi: Kpi) -> str:
    """Return the way from baseline to target with its sign."""
    if kpi.baseline is None or kpi.target is None:
        return ""
    change = round(kpi.target - kpi.baseline, 9)
    if not is_span(metric):
        return write_score(change, lang=desk.lang)
    return f"{'+' if change > 0 else ''}{write_seconds(change, lang=desk.lang)}"

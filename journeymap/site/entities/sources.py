"""Where claims come from: the sources of data, and every piece of evidence with what it supports."""

from collections.abc import Iterator

from journeymap.artifacts import Artifact
from journeymap.model import Evidence, Insight, Metric, Source
from journeymap.model.journey import FeedbackLoop
from journeymap.model.uses import Use
from journeymap.rendering.markdown import render_line
from journeymap.rendering.templating import marked
from journeymap.rendering.words import write_span
from journeymap.site.desk import Desk
from journeymap.site.entities.catalogues import Catalogue
from journeymap.site.entities.evidence import (
    EVIDENCE_FILE,
    Claims,
    find_claims,
    gather_evidence,
    lay_evidence,
    write_evidence,
)
from journeymap.site.entities.facts import tell_source, write_personal
from journeymap.site.entities.listing import Columns, lay_grid
from journeymap.site.entities.places import (
    count,
    link_journey,
    link_part,
    link_team,
    word,
)
from journeymap.site.grids import Cell, Grid
from journeymap.site.pieces import Item
from journeymap.site.plan import Plan

_MOST = 300


def catalogue_sources(plan: Plan) -> Catalogue:
    """Return the kind of the sources, whose list has the evidence of all journeys as well."""
    claims = find_claims(plan.portfolio)
    return Catalogue(
        "source",
        lambda plan: plan.portfolio.library.sources.values(),
        marked("Source"),
        marked("Sources and evidence"),
        marked("Where what is claimed comes from."),
        columns=(
            (marked("Kind"), "word"),
            (marked("Personal data"), "word"),
            (marked("Privacy"), "text"),
            (marked("Evidence"), "number"),
        ),
        cells=_row_source,
        tell=tell_source,
        show=lambda desk, _, uses: _show_source(desk, uses, claims),
        figures=lambda *_: iter(()),
        gather=lambda desk: _list_all(desk, claims),
        totals=("journeys", "touchpoints"),
        section=marked("Sources"),
    )


def write_source_files(plan: Plan) -> Iterator[Artifact]:
    """Yield every piece of evidence as CSV, where there is any."""
    if any(journey.evidence for journey in plan.portfolio.journeys):
        yield Artifact(EVIDENCE_FILE, write_evidence(plan))


def _row_source(desk: Desk, source: Source, uses: tuple[Use, ...]) -> tuple[Cell, ...]:
    return (
        word(desk.word("source", source.kind)),
        word(write_personal(desk, source)),
        Cell((Item(render_line(source.privacy)),)) if source.privacy else Cell(),
        count(sum(isinstance(use.item, Evidence) for use in uses)),
    )


def _list_all(desk: Desk, claims: Claims) -> Iterator[Grid]:
    """Yield all evidence, the latest first: what is old is of less worth."""
    found = sorted(gather_evidence(desk.portfolio), key=lambda each: each[1].date, reverse=True)
    if found:
        yield lay_evidence(
            desk, marked("All evidence"), found, claims, file="evidence.csv", most=_MOST, source=True
        )


def _show_source(desk: Desk, uses: tuple[Use, ...], claims: Claims) -> Iterator[Grid]:
    """Yield what comes from a source: evidence, insights, feedback and metrics."""
    evidence = [(use.journey, use.item) for use in uses if isinstance(use.item, Evidence) and use.journey]
    if evidence:
        yield lay_evidence(desk, marked("Evidence from it"), evidence, claims)
    insights = [
        (
            Cell((link_part(desk, use.journey, use.item),)),
            word(use.item.data),
            Cell((link_journey(desk, use.journey),)),
        )
        for use in uses
        if isinstance(use.item, Insight) and use.journey
    ]
    if insights:
        columns: Columns = (
            (marked("Insight"), "text"),
            (marked("Data"), "text"),
            (marked("Journey"), "text"),
        )
        yield lay_grid(desk, "insights", marked("Insights from it"), columns, insights)
    loops = [
        (
            Cell((link_part(desk, use.journey, use.item),)),
            word(write_span(use.item.cadence, lang=desk.lang)),
            Cell(link_team(desk, use.item.owner)),
            Cell((link_journey(desk, use.journey),)),
        )
        for use in uses
        if isinstance(use.item, FeedbackLoop) and use.journey
    ]
    if loops:
        columns = (
            (marked("Feedback"), "text"),
            (marked("Every"), "word"),
            (marked("Owner"), "text"),
            (marked("Journey"), "text"),
        )
        yield lay_grid(desk, "feedback", marked("Feedback loops"), columns, loops)
    metrics = [
        (Cell((desk.entry("metric", use.item.id, use.item.title),)), Cell(link_team(desk, use.item.owner)))
        for use in uses
        if isinstance(use.item, Metric)
    ]
    if metrics:
        columns = ((marked("Metric"), "text"), (marked("Owner"), "text"))
        yield lay_grid(desk, "metrics", marked("Metrics from it"), columns, metrics)

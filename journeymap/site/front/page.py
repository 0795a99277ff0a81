"""The front page: every journey at a glance, the lifecycle they cover, and the people who make them."""

from collections.abc import Iterator

from journeymap.model import Portfolio
from journeymap.model.coverage import PersonaRow, PhaseCell, PhaseCoverage, phase_coverage
from journeymap.model.hierarchy import Detail, grow_hierarchy
from journeymap.model.summaries import pains_of
from journeymap.rendering.naming import spell_id
from journeymap.rendering.templating import marked_count
from journeymap.site.cards import show_card
from journeymap.site.chart_views import show_heat
from journeymap.site.contexts import PortfolioContext
from journeymap.site.desk import Desk
from journeymap.site.entities.personas import show_persona
from journeymap.site.pieces import (
    CoverageCell,
    CoverageRow,
    Figure,
    Link,
    Page,
    TreeNode,
)


def show_portfolio(desk: Desk, page: Page) -> PortfolioContext:
    """Return what the front page shows."""
    portfolio = desk.portfolio
    covered = phase_coverage(portfolio)
    return PortfolioContext(
        page=page,
        title=page.title,
        counts=tuple(_counts(desk)),
        journeys=tuple(show_card(desk, journey) for journey in portfolio.journeys),
        states=tuple(
            (state, desk.word("state", state))
            for state in ("current", "future", "ideal")
            if any(journey.state == state for journey in portfolio.journeys)
        ),
        tree=tuple(_show_detail(desk, each) for each in grow_hierarchy(portfolio)),
        lifecycle=show_heat(desk),
        covered_phases=tuple(_name_phase(portfolio, id) for id in covered.phases),
        coverage=_coverage(desk, covered),
        personas=tuple(show_persona(desk, persona) for persona in portfolio.personas.values()),
    )


def _show_detail(desk: Desk, detail: Detail) -> TreeNode:
    journey, part = detail.journey, detail.part
    return TreeNode(
        Link(journey.title, desk.atlas.journey(journey.id, page=desk.page)),
        part.title if part else "",
        tuple(_show_detail(desk, each) for each in detail.details),
    )


def _counts(desk: Desk) -> Iterator[Figure]:
    journeys = desk.portfolio.journeys
    touchpoints = sum(1 for journey in journeys for _ in journey.touchpoints())
    pains = sum(len(pains_of(journey)) for journey in journeys)
    opportunities = sum(len(journey.opportunities) for journey in journeys)
    for forms, count in (
        (marked_count("journey", "journeys"), len(journeys)),
        (marked_count("persona", "personas"), len(desk.portfolio.personas)),
        (marked_count("touchpoint", "touchpoints"), touchpoints),
        (marked_count("pain", "pains"), pains),
        (marked_count("opportunity", "opportunities"), opportunities),
    ):
        if count:
            yield Figure(desk.say_count(forms, count), str(count))


def _coverage(desk: Desk, covered: PhaseCoverage) -> tuple[CoverageRow, ...]:
    """Return who is looked at in which phase, where there is more than one persona or phase to tell apart."""
    reached = {
        phase for row in covered.rows for phase, cell in zip(covered.phases, row.cells, strict=True) if cell
    }
    if not reached or len(reached) == len(covered.rows) == 1:
        return ()
    return tuple(
        CoverageRow(
            desk.person(row.persona, url=_address(desk, row) if row.journey else None),
            tuple(_cover(desk, cell) if cell else None for cell in row.cells),
        )
        for row in covered.rows
    )


def _address(desk: Desk, row: PersonaRow) -> str:
    return desk.atlas.journey(row.journey, page=desk.page, anchor=f"persona_{row.persona.id}")


def _cover(desk: Desk, cell: PhaseCell) -> CoverageCell:
    count = desk.say_count(marked_count("%(count)s touchpoint", "%(count)s touchpoints"), cell.touchpoints)
    return CoverageCell(count, desk.mood(cell.score))


def _name_phase(portfolio: Portfolio, id: str) -> str:
    phase = portfolio.library.phases.get(id)
    return phase.title if phase else spell_id(id)

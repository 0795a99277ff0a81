"""The front page: every journey at a glance, the lifecycle they cover, and the people who make them."""

from collections.abc import Iterator

from journeymap.model import Journey, Persona, Portfolio
from journeymap.model.coverage import PersonaRow, PhaseCell, PhaseCoverage, phase_coverage
from journeymap.model.hierarchy import Detail, grow_hierarchy
from journeymap.rendering.charts.heat import measure_heat, pick_worst
from journeymap.rendering.templating import marked_count
from journeymap.site.cards import show_card
from journeymap.site.contexts import PortfolioContext
from journeymap.site.desk import Desk
from journeymap.site.entities.personas import show_persona
from journeymap.site.entities.places import link_persona
from journeymap.site.front.attention import find_sores, find_tasks
from journeymap.site.front.doors import count_main, list_doors
from journeymap.site.front.grid import offer_filters, show_grid
from journeymap.site.overviews.pains import gather_pains
from journeymap.site.overviews.wording import say_more
from journeymap.site.pieces import CoverageCell, CoverageRow, Link, Page, PersonaView, TreeNode

MOST = 60
"""How many journeys have a line in the grid at most, those that feel worst; the list has them all."""
_CARDS = 30
"""How many journeys may there be for each to have a card beside its line."""
_PEOPLE = 12
"""How many personas have cards."""


def show_portfolio(desk: Desk, page: Page) -> PortfolioContext:
    """Return what the front page shows."""
    portfolio = desk.portfolio
    covered = phase_coverage(portfolio)
    people = tuple(_list_people(portfolio))
    grid = pick_worst(measure_heat(portfolio, lang=desk.lang), MOST)
    shown = [row.journey for row in grid.rows]
    cards = tuple(show_card(desk, journey) for journey in shown)
    return PortfolioContext(
        page=page,
        title=page.title,
        counts=tuple(count_main(desk)),
        sores=find_sores(desk),
        unanswered=_count_unanswered(desk),
        tasks=find_tasks(desk),
        journeys=cards if len(cards) <= _CARDS else (),
        filters=offer_filters(desk, shown),
        grid=show_grid(desk, grid, cards),
        tree=tuple(_show_detail(desk, each) for each in grow_hierarchy(portfolio)),
        covered_phases=tuple(desk.phase(id) for id in covered.phases),
        coverage=_coverage(desk, covered),
        personas=tuple(_introduce(desk, *each) for each in people[:_PEOPLE]),
        people_more=Link(say_more(desk, len(people) - _PEOPLE), desk.atlas.list("personas", page=desk.page)),
        doors=tuple(list_doors(desk)),
    )


def _list_people(portfolio: Portfolio) -> Iterator[tuple[Persona, Journey | None]]:
    """Yield the personas that journeys share, then those that only one journey knows, with that journey."""
    yield from ((persona, None) for persona in portfolio.personas.values())
    for journey in portfolio.journeys:
        yield from ((persona, journey) for persona in journey.local_personas)


def _introduce(desk: Desk, persona: Persona, home: Journey | None) -> PersonaView:
    view = show_persona(desk, persona)
    if home is None:
        return view
    return view._replace(person=desk.person(persona, url=link_persona(desk, home, persona).url))


def _count_unanswered(desk: Desk) -> Link:
    """Return how many pains nobody answers, as a link to them."""
    count = sum(not hurt.is_answered for hurt in gather_pains(desk.portfolio))
    if not count:
        return Link("")
    forms = marked_count("%(count)d pain that nobody answers yet", "%(count)d pains that nobody answers yet")
    address = desk.atlas.list("pains", page=desk.page, anchor="section_open")
    return Link(desk.say_count(forms, count), address)


def _show_detail(desk: Desk, detail: Detail) -> TreeNode:
    journey, part = detail.journey, detail.part
    return TreeNode(
        Link(journey.title, desk.atlas.journey(journey.id, page=desk.page)),
        part.title if part else "",
        tuple(_show_detail(desk, each) for each in detail.details),
    )


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

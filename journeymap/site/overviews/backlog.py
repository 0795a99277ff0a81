"""The overview of opportunities: the backlog of all journeys in order of rank, and the matrix of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from journeymap.artifacts import Artifact
from journeymap.model import Journey, Opportunity, Portfolio
from journeymap.model.claims import Number
from journeymap.model.priorities import FORMULAS
from journeymap.model.summaries import kpis_of, pains_of
from journeymap.rendering.charts.opportunities import CLOSED, QUADRANTS, Ranked, rank_opportunities
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.naming import name_kpi, spell_id, write_number
from journeymap.rendering.tables.csv_text import write_csv
from journeymap.rendering.tables.table import Column, Table
from journeymap.rendering.templating import marked, marked_count
from journeymap.site.addresses import list_path, point_to
from journeymap.site.chart_views import show_backlog_matrix, write_backlog_matrix
from journeymap.site.desk import Desk
from journeymap.site.frames import lay_page
from journeymap.site.overviews.contexts import OpportunitiesContext
from journeymap.site.overviews.lines import OpportunityLine
from journeymap.site.overviews.wording import link_journey, link_place, link_team, say_more, show_due
from journeymap.site.pieces import Figure, Link
from journeymap.site.plan import Options, Plan

FOLDER = "opportunities"
MOST = 200
"""How many opportunities the page shows at most, those that rank best; the file beside it has them all."""
_FILE = "opportunities/opportunities.csv"

HEADERS: Final = (
    ("No.", True),
    ("Opportunity", False),
    ("Journey", False),
    ("Status", False),
    ("Customer value", True),
    ("Business value", True),
    ("Effort", True),
    ("Score", True),
    ("Corner", False),
    ("Owner", False),
    ("Due", False),
    ("Pains", False),
    ("KPIs", False),
)
"""The columns of the file, which programs read in every language, and which of them hold numbers."""


def has_opportunities(portfolio: Portfolio, _options: Options) -> bool:
    """Say whether there is any opportunity."""
    return any(journey.opportunities for journey in portfolio.journeys)


def build_opportunities(plan: Plan) -> Iterator[OpportunitiesContext | Artifact]:
    """Yield the overview, the file of all opportunities, and those of the matrix."""
    desk = plan.desk(list_path(FOLDER))
    ranked = rank_opportunities(plan.portfolio)
    names = _name_targets(plan.portfolio)
    yield _show_all(desk, ranked, names)
    yield Artifact(_FILE, write_csv(_tabulate(desk, ranked, names)).encode())
    for name, content in write_backlog_matrix(plan.portfolio):
        yield Artifact(f"{FOLDER}/{name}", content)


def _show_all(desk: Desk, ranked: Sequence[Ranked], names: Mapping[str, str]) -> OpportunitiesContext:
    title = desk.say(marked("Opportunities"))
    lead = desk.say(marked("What could be done for customers, what it is worth, and what it takes."))
    formula = FORMULAS.get(desk.portfolio.workspace.opportunity_score)
    file = point_to(_FILE, page=desk.page)
    return OpportunitiesContext(
        page=lay_page(desk, title, lead),
        title=title,
        lead=lead,
        figures=tuple(_count(desk, ranked)),
        lines=tuple(_show_line(desk, one, names) for one in ranked[:MOST]),
        more=Link(say_more(desk, len(ranked) - MOST), file),
        formula=desk.say(formula.title) if formula else "",
        formula_words=desk.say(formula.explanation) if formula else "",
        matrix=show_backlog_matrix(desk),
        downloads=(Link("CSV", file),),
    )


def _show_line(desk: Desk, ranked: Ranked, names: Mapping[str, str]) -> OpportunityLine:
    placed, journey = ranked
    opportunity = placed.opportunity

    def write(number: Number | None) -> str:
        return "" if number is None else write_number(round(number, 2), lang=desk.lang)

    return OpportunityLine(
        number=placed.number,
        title=link_place(desk, journey, opportunity.id, opportunity.title),
        journey=link_journey(desk, journey),
        status=opportunity.status,
        status_word=desk.word("progress", opportunity.status),
        customer=write(opportunity.customer_value),
        business=write(opportunity.business_value),
        effort=write(opportunity.effort),
        score=write(placed.score),
        corner=desk.say(QUADRANTS[placed.quadrant]) if placed.quadrant else "",
        owner=link_team(desk, opportunity.owner),
        due=show_due(desk, opportunity.due, is_open=opportunity.status not in CLOSED),
        pains=tuple(_link_target(desk, journey, each, names) for each in opportunity.addresses),
        kpis=tuple(_link_target(desk, journey, each, names) for each in _kpis(opportunity)),
        words=f"{opportunity.title} {journey.title} {placed.owner}".casefold(),
    )


def _kpis(opportunity: Opportunity) -> Iterator[str]:
    """Yield the addresses of what an opportunity should move: what it names, and what hangs on it."""
    yield from opportunity.kpis
    if opportunity.id:
        yield from (f"{opportunity.id}/{kpi.id}" for kpi in opportunity.own_kpis)


def _link_target(desk: Desk, journey: Journey, address: str, names: Mapping[str, str]) -> Link:
    """Return a pain or KPI as a link; one that nobody knows is its id in words."""
    whole = _complete(journey, address, names)
    if whole not in names:
        return Link(spell_id(address.rpartition("#")[2].rpartition("/")[2]))
    home, _, anchor = whole.partition("#")
    return Link(names[whole], desk.atlas.journey(home, page=desk.page, anchor=anchor))


def _complete(journey: Journey, address: str, names: Mapping[str, str]) -> str:
    """Return an address as seen from the workspace; a KPI may be named by its id where only one has it."""
    whole = address if "#" in address else f"{journey.id}#{address}"
    if whole in names or "/" in address:
        return whole
    found = [each.address for each in kpis_of(journey) if each.kpi.id == address]
    return f"{journey.id}#{found[0]}" if len(found) == 1 else whole


def _name_targets(portfolio: Portfolio) -> dict[str, str]:
    """Return the titles of pains and KPIs by their address in the workspace."""
    names: dict[str, str] = {}
    for journey in portfolio.journeys:
        for owned in pains_of(journey):
            title = strip_markup(owned.pain.text)
            if owned.pain.id:
                names[f"{journey.id}#{owned.pain.id}"] = title
        names.update(
            (f"{journey.id}#{owned.address}", name_kpi(portfolio, owned.kpi)) for owned in kpis_of(journey)
        )
    return names


def _count(desk: Desk, ranked: Sequence[Ranked]) -> Iterator[Figure]:
    statuses = [one.placed.opportunity.status for one in ranked]
    open_ = [one.placed for one in ranked if one.placed.opportunity.status not in CLOSED]
    wins = sum(placed.quadrant == "quick-win" for placed in open_)
    for forms, count in (
        (marked_count("opportunity", "opportunities"), len(ranked)),
        (marked_count("quick win", "quick wins"), wins),
        (marked_count("in progress", "in progress"), statuses.count("in-progress")),
        (marked_count("done", "done"), statuses.count("done")),
    ):
        if count:
            yield Figure(desk.say_count(forms, count), str(count))


def _tabulate(desk: Desk, ranked: Sequence[Ranked], names: Mapping[str, str]) -> Table:
    columns = tuple(Column(title, numeric) for title, numeric in HEADERS)
    rows = tuple(_values(desk, one, names) for one in ranked)
    return Table("opportunities", "Opportunities", columns, rows)


def _values(desk: Desk, ranked: Ranked, names: Mapping[str, str]) -> tuple[str | int | float, ...]:
    placed, journey = ranked
    opportunity = placed.opportunity
    numbers = (opportunity.customer_value, opportunity.business_value, opportunity.effort, placed.score)
    return (
        placed.number,
        opportunity.title,
        journey.title,
        opportunity.status,
        *("" if number is None else round(number, 2) for number in numbers),
        placed.quadrant or "",
        placed.owner,
        opportunity.due,
        ", ".join(_link_target(desk, journey, each, names).text for each in opportunity.addresses),
        ", ".join(_link_target(desk, journey, each, names).text for each in _kpis(opportunity)),
    )

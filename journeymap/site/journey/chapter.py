"""The chapter of the journeys: each one's page, with its diagrams and tables beside it."""

from collections.abc import Iterator

from journeymap.artifacts import Artifact
from journeymap.model import Journey, Portfolio
from journeymap.rendering.tables.table import choose_tables
from journeymap.site.addresses import journey_path
from journeymap.site.contexts import JourneyContext
from journeymap.site.frames import lay_page
from journeymap.site.journey.files import write_journey_files
from journeymap.site.journey.flow_view import DrawnFlow, draw_flow_for_page
from journeymap.site.journey.page import BUNDLES, describe, show_journey
from journeymap.site.plan import Options, Plan

_ENGINES = 2
"""How many flows are laid out at a time."""


def build_journeys(plan: Plan) -> Iterator[Artifact | JourneyContext]:
    """Yield the page and the files of each journey, in order."""
    portfolio, options = plan.portfolio, plan.options
    for journey, flow in zip(portfolio.journeys, _draw_flows(portfolio, options), strict=True):
        yield from _build_journey(plan, journey, flow)
        if options.on_page:
            options.on_page(journey_path(journey.id))


def _draw_flows(portfolio: Portfolio, options: Options) -> Iterator[DrawnFlow]:
    """Yield the flow of each journey in order; layout engines are processes that work side by side."""
    from concurrent.futures import ThreadPoolExecutor

    def draw(journey: Journey) -> DrawnFlow:
        return draw_flow_for_page(portfolio, journey, "../{id}/index.html", engine=options.engine)

    with ThreadPoolExecutor(max_workers=_ENGINES) as pool:
        yield from pool.map(draw, portfolio.journeys)


def _build_journey(plan: Plan, journey: Journey, flow: DrawnFlow) -> Iterator[Artifact | JourneyContext]:
    """Yield a journey's files and its page."""
    desk = plan.desk(journey_path(journey.id), journey.lang)
    tables = choose_tables(plan.portfolio, journey)
    for name, content in write_journey_files(plan.portfolio, journey, flow, tables):
        yield Artifact(journey_path(journey.id, name), content)
    page = lay_page(desk, journey.title, describe(journey), bundles=BUNDLES)
    yield show_journey(desk, journey, page, flow=flow, tables=tables, alone=False)

"""The chapter of the journeys: each one's page, with its diagrams and tables beside it."""

from collections.abc import Iterator

from journeymap.artifacts import Artifact
from journeymap.model import Journey
from journeymap.rendering.map.journey_map import draw_map
from journeymap.rendering.tables.table import choose_tables
from journeymap.site.addresses import journey_path
from journeymap.site.frames import lay_page
from journeymap.site.journey.embed import BUNDLES as EMBEDDED
from journeymap.site.journey.embed import FILE as EMBED
from journeymap.site.journey.embed import show_embedded
from journeymap.site.journey.files import PAPER, write_journey_files
from journeymap.site.journey.flow_view import DrawnFlow, draw_flow_for_page
from journeymap.site.journey.page import BUNDLES, describe, show_journey
from journeymap.site.journey.paper import lay_on_paper
from journeymap.site.journey.tables import TABLES, lay_tables, title_tables
from journeymap.site.pages import Leaf
from journeymap.site.plan import Plan
from journeymap.site.remembering import Answers, watch

_ENGINES = 2
"""How many flows are laid out at a time."""


def build_journeys(plan: Plan) -> Iterator[Leaf]:
    """Yield the page and the files of each journey, in order."""
    return build_some_journeys(plan, plan.portfolio.journeys)


def build_some_journeys(plan: Plan, journeys: tuple[Journey, ...]) -> Iterator[Leaf]:
    """Yield the pages and the files of some journeys, in order."""
    memory = plan.options.memory
    known = {each.id: memory.recall(journey_path(each.id), plan) for each in journeys} if memory else {}
    made = _make_journeys(plan, [each for each in journeys if known.get(each.id) is None])
    for journey in journeys:
        yield from known.get(journey.id) or next(made)
        if plan.options.on_page:
            plan.options.on_page(journey_path(journey.id))


def _make_journeys(plan: Plan, journeys: list[Journey]) -> Iterator[tuple[Leaf, ...]]:
    """Yield the leaves of each journey; layout engines are processes that work side by side."""
    from concurrent.futures import ThreadPoolExecutor

    memory = plan.options.memory
    seen: list[tuple[Plan, Answers]] = [watch(plan) if memory else (plan, {}) for _ in journeys]
    with ThreadPoolExecutor(max_workers=_ENGINES) as pool:
        flows = pool.map(_draw_flow, (each for each, _ in seen), journeys)
        for journey, (own, answers), flow in zip(journeys, seen, flows, strict=True):
            leaves = tuple(_build_journey(own, own.portfolio.journey(journey.id) or journey, flow))
            if memory:
                memory.keep(journey_path(journey.id), answers, leaves)
            yield leaves


def _draw_flow(plan: Plan, journey: Journey) -> DrawnFlow:
    return draw_flow_for_page(plan.portfolio, journey, "../{id}/index.html", engine=plan.options.engine)


def _build_journey(plan: Plan, journey: Journey, flow: DrawnFlow) -> Iterator[Leaf]:
    """Yield a journey's files and its page."""
    desk = plan.desk(journey_path(journey.id), journey.lang)
    tables = choose_tables(plan.portfolio, journey)
    for name, content in write_journey_files(plan.portfolio, journey, flow, tables):
        yield Artifact(journey_path(journey.id, name), content)
    page = lay_page(desk, journey.title, describe(journey), bundles=BUNDLES)
    drawn = draw_map(plan.portfolio, journey, lang=desk.lang)
    shown = show_journey(desk, journey, page, flow=flow, tables=tables, alone=False, drawn=drawn)
    yield shown
    if tables:
        beside = plan.desk(journey_path(journey.id, TABLES), journey.lang)
        framed = lay_page(beside, title_tables(beside, journey), describe(journey))
        yield lay_tables(beside, journey, tables, framed)
    on_paper = plan.desk(journey_path(journey.id, PAPER), journey.lang)
    sheet = lay_page(on_paper, journey.title, describe(journey), bundles=BUNDLES)
    yield lay_on_paper(on_paper, shown, drawn, sheet)
    in_frame = plan.desk(journey_path(journey.id, EMBED), journey.lang)
    yield show_embedded(
        in_frame, shown, lay_page(in_frame, journey.title, describe(journey), bundles=EMBEDDED)
    )

"""The page of a journey: the lens on top, the map, its stages in full, then what they add up to."""

from collections.abc import Iterator

from journeymap.model import Journey, Persona
from journeymap.model.paths import walk_journey
from journeymap.rendering.flow.graph import build_flow
from journeymap.rendering.map.journey_map import JourneyMap, draw_map
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.tables.table import Table
from journeymap.rendering.templating import Html, escape_html, marked
from journeymap.rendering.words import write_span
from journeymap.site.chart_views import show_priorities
from journeymap.site.contexts import JourneyContext
from journeymap.site.desk import Desk
from journeymap.site.entities.personas import show_persona
from journeymap.site.journey.compare_view import show_comparisons
from journeymap.site.journey.files import FLOW_PICTURE, PAPER, list_downloads
from journeymap.site.journey.findings import (
    list_evidence,
    list_insights,
    list_kpis,
    list_loops,
    list_opportunities,
    list_pains,
    list_sources,
    measure_coverage,
)
from journeymap.site.journey.flow_view import DrawnFlow, list_steps, show_picture, steps_by_touchpoint
from journeymap.site.journey.former import list_former_ids
from journeymap.site.journey.index import index_journey
from journeymap.site.journey.map_cells import MapView
from journeymap.site.journey.map_view import show_map
from journeymap.site.journey.names import (
    NO_LINK,
    as_names,
    link_journey,
    link_segment,
    link_tag,
    link_team,
)
from journeymap.site.journey.stage_views import show_stages
from journeymap.site.journey.summary import list_figures, tell_curve
from journeymap.site.journey.tables import name_tables, show_tables
from journeymap.site.journey.walks import show_walk
from journeymap.site.pieces import Fact, Item, Link, Page

BUNDLES = ("journey.css", "journey.js")
"""What the pages of journeys load beside what all pages do."""


def show_journey(
    desk: Desk,
    journey: Journey,
    page: Page,
    *,
    flow: DrawnFlow,
    tables: tuple[Table, ...],
    alone: bool,
    drawn: JourneyMap | None = None,
) -> JourneyContext:
    """Return what the page of a journey shows; ``alone`` when nothing stands beside it.

    ``drawn`` is its map where that is known already.
    """
    index = index_journey(desk, journey)
    graph = build_flow(desk.portfolio, journey)
    laid_out = drawn or draw_map(desk.portfolio, journey, lang=desk.lang)
    objective = journey.objective
    walk = walk_journey(journey, scale=desk.scale)
    shown_walk = show_walk(desk, journey, walk)
    ways_out = {end.id for end in shown_walk.ends} if shown_walk else set()
    context = JourneyContext(
        page=page,
        title=journey.title,
        state=journey.state,
        state_word=desk.word("state", journey.state),
        status=journey.status,
        status_word=desk.word("status", journey.status),
        retiring=desk.retiring(journey.deprecated),
        lead=desk.prose(journey.summary),
        scenario=desk.prose(journey.scenario),
        goal=desk.prose(journey.goal),
        objective=desk.prose(objective.text if objective else ""),
        objective_kpi=index.kpi(objective.kpi) if objective and objective.kpi else NO_LINK,
        trigger=desk.prose(journey.trigger),
        outcome=desk.prose(journey.outcome),
        personas=tuple(
            desk.person(
                persona,
                url=None
                if desk.atlas.has("persona", persona.id) and not _is_local(journey, persona)
                else f"#persona_{persona.id}",
            )
            for persona in desk.portfolio.personas_of(journey)
        ),
        owner=link_team(desk, journey.owner),
        review=desk.review(journey),
        base=link_journey(desk, journey.extends),
        facts=tuple(_facts(desk, journey)),
        tags=tuple(link_tag(desk, tag) for tag in journey.tags),
        links=tuple(map(desk.link, journey.links)),
        downloads=() if alone else tuple(list_downloads(desk, flow, tables)),
        sections=(),
        figures=tuple(list_figures(desk, index, walk)),
        sentence=tell_curve(desk, journey),
        map=show_map(desk, laid_out),
        flow=Html(flow.svg if alone else ""),
        flow_image=None if alone else show_picture(flow, graph, FLOW_PICTURE[0]),
        flow_failure=flow.failure,
        steps=list_steps(desk, graph),
        walk=shown_walk,
        exits=tuple(
            Item(escape_html(e.title), detail=desk.word("outcome", e.outcome), id=e.id)
            for e in journey.exits
            if e.id not in ways_out
        ),
        stages=show_stages(desk, index, steps_by_touchpoint(desk, graph)),
        pains=list_pains(desk, index),
        opportunities=list_opportunities(desk, index),
        matrix=show_priorities(desk, journey, alone=alone),
        kpis=list_kpis(desk, index),
        insights=list_insights(desk, index),
        tables=show_tables(desk, tables) if alone else name_tables(tables),
        loops=list_loops(desk, index),
        people=tuple(
            show_persona(desk, persona)
            for persona in desk.portfolio.personas_of(journey)
            if alone or _is_local(journey, persona)
        ),
        evidence=list_evidence(desk, index),
        sources=list_sources(desk, index),
        coverage=measure_coverage(desk, index),
        comparisons=show_comparisons(desk, journey),
        former=list_former_ids(journey),
        paper="" if alone else PAPER,
    )
    return context._replace(sections=tuple(_sections(desk, context)))


def _is_local(journey: Journey, persona: Persona) -> bool:
    return any(persona.id == local.id for local in journey.local_personas)


def _facts(desk: Desk, journey: Journey) -> Iterator[Fact]:
    segments = as_names(*(link_segment(desk, id) for id in journey.segments))
    if segments:
        yield Fact(desk.say(marked("Segments")), segments)
    seconds = sum(touchpoint.duration_elapsed or 0 for touchpoint in journey.touchpoints())
    if seconds:
        yield Fact(
            desk.say(marked("Time that passes")), (Item(escape_html(write_span(seconds, lang=desk.lang))),)
        )


def _sections(desk: Desk, context: JourneyContext) -> Iterator[Link]:
    """Yield the sections that have something to show, for the page's own navigation."""
    present = (
        ("map", marked("Map"), _has_map(context.map)),
        ("stages", marked("Stages"), bool(context.stages)),
        ("compare", marked("As it is ↔ to be"), bool(context.comparisons)),
        ("flow", marked("Flow"), bool(context.steps)),
        ("pains", marked("Pains & opportunities"), bool(context.pains or context.opportunities)),
        ("kpis", marked("KPIs"), bool(context.kpis)),
        ("insights", marked("Insights"), bool(context.insights or context.loops)),
        ("people", marked("People"), bool(context.people)),
        ("evidence", marked("Evidence"), bool(context.evidence or context.sources or context.coverage)),
        ("tables", marked("Tables"), bool(context.tables)),
    )
    for id, title, shown in present:
        if shown:
            yield Link(desk.say(title), f"#section_{id}")


def _has_map(view: MapView) -> bool:
    return bool(view.points)


def describe(journey: Journey) -> str:
    """Return a journey in one plain sentence or two, for search engines and previews."""
    return strip_markup(journey.summary or journey.goal or journey.scenario or journey.title)

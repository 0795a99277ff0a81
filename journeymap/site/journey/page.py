"""The page of a journey: the lens on top, the map, the flow, then everything in full."""

from collections import Counter
from collections.abc import Iterator

from journeymap.model import Journey, Persona
from journeymap.model.paths import Walk, walk_journey
from journeymap.model.summaries import (
    Peaks,
    journey_score,
    moments_of_truth,
    pains_of,
    peaks,
    touchpoint_score,
    variability,
)
from journeymap.rendering.flow.graph import build_flow
from journeymap.rendering.map.journey_map import draw_map
from journeymap.rendering.map.words import choose_story
from journeymap.rendering.markdown import render_prose, strip_markup
from journeymap.rendering.naming import name_segment, name_team, write_number, write_score
from journeymap.rendering.tables.cells import tell_cell
from journeymap.rendering.tables.table import Table
from journeymap.rendering.templating import Html, escape_html, marked, marked_count
from journeymap.rendering.words import WORDS, write_span
from journeymap.site.chart_views import show_priorities
from journeymap.site.contexts import JourneyContext
from journeymap.site.desk import Desk
from journeymap.site.entities.personas import show_persona
from journeymap.site.journey.files import list_downloads
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
from journeymap.site.journey.flow_view import DrawnFlow, list_steps, steps_by_touchpoint
from journeymap.site.journey.index import Index, index_journey
from journeymap.site.journey.map_cells import MapView
from journeymap.site.journey.map_view import show_map
from journeymap.site.journey.stage_views import show_stages
from journeymap.site.journey.walks import show_walk, write_completion
from journeymap.site.pieces import Fact, Figure, Item, Link, Page, TableView

BUNDLES = ("journey.css",)
"""What the pages of journeys load beside what all pages do."""


def show_journey(
    desk: Desk, journey: Journey, page: Page, *, flow: DrawnFlow, tables: tuple[Table, ...], alone: bool
) -> JourneyContext:
    """Return what the page of a journey shows; ``alone`` when nothing stands beside it."""
    index = index_journey(desk, journey)
    graph = build_flow(desk.portfolio, journey)
    drawn = show_map(desk, draw_map(desk.portfolio, journey, lang=desk.lang))
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
        lead=render_prose(journey.summary),
        scenario=render_prose(journey.scenario),
        goal=render_prose(journey.goal),
        objective=render_prose(objective.text if objective else ""),
        objective_kpi=index.kpi(objective.kpi) if objective and objective.kpi else Link(""),
        trigger=render_prose(journey.trigger),
        outcome=render_prose(journey.outcome),
        personas=tuple(
            desk.person(
                persona,
                url=None
                if desk.atlas.has("persona", persona.id) and not _is_local(journey, persona)
                else f"#persona_{persona.id}",
            )
            for persona in desk.portfolio.personas_of(journey)
        ),
        owner=Link(name_team(desk.portfolio, journey.owner)) if journey.owner else Link(""),
        review=desk.review(journey),
        base=_base(desk, journey),
        facts=tuple(_facts(desk, journey)),
        tags=journey.tags,
        links=tuple(map(desk.link, journey.links)),
        downloads=() if alone else tuple(list_downloads(desk, flow, tables)),
        sections=(),
        figures=tuple(_figures(desk, index, walk)),
        sentence=_sentence(desk, journey),
        map=drawn,
        flow=Html(flow.svg),
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
        tables=tuple(_show_table(table, alone=alone) for table in tables),
        loops=list_loops(desk, index),
        people=tuple(
            show_persona(desk, persona)
            for persona in desk.portfolio.personas_of(journey)
            if alone or _is_local(journey, persona)
        ),
        evidence=list_evidence(desk, index),
        sources=list_sources(desk, index),
        coverage=measure_coverage(desk, index),
    )
    return context._replace(sections=tuple(_sections(desk, context)))


def _is_local(journey: Journey, persona: Persona) -> bool:
    return any(persona.id == local.id for local in journey.local_personas)


def _base(desk: Desk, journey: Journey) -> Link:
    base = desk.portfolio.journey(journey.extends) if journey.extends else None
    return Link(base.title, desk.atlas.journey(base.id, page=desk.page)) if base else Link("")


def _facts(desk: Desk, journey: Journey) -> Iterator[Fact]:
    segments = tuple(Item(escape_html(name_segment(desk.portfolio, id))) for id in journey.segments)
    if segments:
        yield Fact(desk.say(marked("Segments")), segments)
    seconds = sum(touchpoint.duration_elapsed or 0 for touchpoint in journey.touchpoints())
    if seconds:
        yield Fact(
            desk.say(marked("Time that passes")), (Item(escape_html(write_span(seconds, lang=desk.lang))),)
        )


def _show_table(table: Table, *, alone: bool) -> TableView:
    # Columns that nobody filled in stay in the files, which programs read, and leave the page.
    rows = [tuple(map(tell_cell, row)) for row in table.rows]
    said = [n for n in range(len(table.columns)) if n == 0 or any(row[n] != "" for row in rows)]
    shown = table._replace(
        columns=tuple(table.columns[n] for n in said),
        rows=tuple(tuple(row[n] for n in said) for row in rows),
    )
    files = (Link("CSV", f"{table.name}.csv"), Link("Markdown", f"{table.name}.md"))
    return TableView(shown, () if alone else files)


def _figures(desk: Desk, index: Index, walk: Walk) -> Iterator[Figure]:
    """Yield the numbers of the summary strip; what is not known is left out."""
    journey = index.journey
    completion = write_completion(desk, walk)
    if completion:
        ways = desk.say_count(marked_count("%(count)d way out", "%(count)d ways out"), len(walk.ends))
        yield Figure(desk.say(marked("Reach the goal")), completion, (Link(ways, "#section_flow"),))
    mood = desk.mood(journey_score(journey))
    extremes = peaks(journey)
    if mood and extremes:
        notes = tuple(Link(text) for text in (mood.words, _write_variability(desk, journey)) if text)
        yield Figure(desk.say(marked("Mean feeling")), mood.score, notes, face=mood.face)
        yield _extreme(desk, marked("Lowest point"), extremes, "pit")
        yield _extreme(desk, marked("How it ends"), extremes, "end")
    truths = moments_of_truth(journey)
    if truths:
        label = desk.say_count(marked_count("Moment of truth", "Moments of truth"), len(truths))
        links = tuple(Link(touchpoint.title, f"#{touchpoint.id}") for touchpoint in truths)
        yield Figure(label, str(len(truths)), links, kind="truth")
    pains = len(pains_of(journey))
    if pains:
        label = desk.say_count(marked_count("Pain", "Pains"), pains)
        answered = sum(1 for row in list_pains(desk, index) if row.answers)
        note = desk.say_count(marked_count("%(count)d is answered", "%(count)d are answered"), answered)
        yield Figure(label, str(pains), (Link(note, "#section_pains"),), kind="pain")
    count = len(journey.opportunities)
    if count:
        label = desk.say_count(marked_count("Opportunity", "Opportunities"), count)
        states: Counter[str] = Counter(one.status for one in journey.opportunities)
        known = (state for state in WORDS["progress"] if states[state])
        note = " · ".join(f"{desk.word('progress', state)}: {states[state]}" for state in known)
        yield Figure(label, str(count), (Link(note),), kind="opportunity")


def _write_variability(desk: Desk, journey: Journey) -> str:
    """Return how far scores are from their mean, where the scale measures both sides with the same unit."""
    scale = desk.scale
    spread = variability(journey, scale)
    if not spread or scale.max - scale.neutral != scale.neutral - scale.min:
        return ""
    shown = round(spread * (scale.max - scale.neutral) / 2, 1)
    return desk.say(marked("deviation %(spread)s"), spread=write_number(shown, lang=desk.lang))


def _extreme(desk: Desk, label: str, extremes: Peaks, which: str) -> Figure:
    touchpoint = getattr(extremes, which)
    mood = desk.mood(touchpoint_score(touchpoint))
    assert mood is not None
    return Figure(desk.say(label), mood.score, (Link(touchpoint.title, f"#{touchpoint.id}"),), face=mood.face)


def _sentence(desk: Desk, journey: Journey) -> Html:
    """Return one sentence that tells the curve."""
    extremes = peaks(journey)
    if extremes is None:
        return Html("")
    scores = [touchpoint_score(touchpoint) for touchpoint in extremes]
    values = {
        name: f'<strong dir="ltr">{write_score(score or 0, lang=desk.lang)}</strong>'
        for name, score in zip(("peak", "pit", "end"), scores, strict=True)
    }
    for name, touchpoint in extremes._asdict().items():
        values[f"{name}_at"] = f'<a href="#{touchpoint.id}">{escape_html(touchpoint.title)}</a>'
    return Html(desk.say(choose_story(journey, extremes), **values))


def _sections(desk: Desk, context: JourneyContext) -> Iterator[Link]:
    """Yield the sections that have something to show, for the page's own navigation."""
    present = (
        ("map", marked("Map"), _has_map(context.map)),
        ("flow", marked("Flow"), bool(context.steps)),
        ("stages", marked("Stages"), bool(context.stages)),
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

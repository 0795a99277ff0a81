"""The list of all journeys, to sort and filter, and to take along as a file."""

from collections.abc import Iterator
from typing import Final

from journeymap.artifacts import Artifact
from journeymap.model import Journey
from journeymap.model.summaries import journey_score, moments_of_truth, pains_of, peaks, touchpoint_score
from journeymap.rendering.naming import name_team
from journeymap.rendering.templating import escape_html, marked, marked_count
from journeymap.site.addresses import list_path, point_to
from journeymap.site.contexts import CatalogueContext
from journeymap.site.desk import DAY, Desk
from journeymap.site.entities.listing import lay_grid, write_list
from journeymap.site.entities.places import (
    count,
    count_more,
    feel,
    link_journey,
    link_part,
    link_persona,
    link_tags,
    link_team,
    list_some,
    show_review,
)
from journeymap.site.frames import lay_page
from journeymap.site.grids import Cell
from journeymap.site.pieces import Item, Link
from journeymap.site.plan import Plan

FILE: Final = "journeys/journeys.csv"
MOST: Final = 250
"""How many journeys a page of the list has at most; the next page goes on from there."""

_COLUMNS: Final = (
    (marked("Journey"), "text"),
    (marked("State"), "word"),
    (marked("Personas"), "text"),
    (marked("Touchpoints"), "number"),
    (marked("Mean feeling"), "feeling"),
    (marked("Lowest point"), "feeling"),
    (marked("Pains"), "number"),
    (marked("Opportunities"), "number"),
    (marked("Owner"), "text"),
    (marked("Reviewed"), "day"),
)


def build_journey_list(plan: Plan) -> Iterator[Artifact | CatalogueContext]:
    """Yield the pages that list all journeys, and the same as a file."""
    journeys = plan.portfolio.journeys
    if "journeys" not in plan.atlas.lists:
        return
    for first in range(0, len(journeys), MOST):
        yield _list_from(plan, first)
    yield Artifact(FILE, _write_journeys(journeys))


def _list_from(plan: Plan, first: int) -> CatalogueContext:
    """Return the page of the list that begins with a journey; it leads on to the next one."""
    journeys = plan.portfolio.journeys
    shown = journeys[first : first + MOST]
    desk = plan.desk(_name_page(first))
    title = desk.say(marked("Journeys"))
    grid = lay_grid(
        desk,
        "journeys",
        marked("Journeys"),
        _COLUMNS,
        [_row(desk, journey) for journey in shown],
        words=[_words(desk, journey) for journey in shown],
        file="journeys.csv",
        most=MOST,
    )
    last, count = first + len(shown), len(journeys)
    lead = desk.say(marked("Every journey, how it feels, and who looks after it."))
    if count > MOST:
        title = desk.say(
            marked("Journeys %(first)d to %(last)d of %(count)d"), first=first + 1, last=last, count=count
        )
        grid = grid._replace(title=title)
    if last < count:
        further = point_to(_name_page(last), page=desk.page)
        grid = grid._replace(more=Link(count_more(desk, count - last), further))
    return CatalogueContext(lay_page(desk, title, lead), title, lead, (), (grid,))


def _name_page(first: int) -> str:
    """Return the path of the page that begins with a journey; no journey's own page has such a path."""
    return f"journeys/list-{first // MOST + 1}.html" if first else list_path("journeys")


def _row(desk: Desk, journey: Journey) -> tuple[Cell, ...]:
    extremes = peaks(journey)
    lowest = Cell()
    if extremes:
        place = (link_part(desk, journey, extremes.pit),)
        lowest = feel(desk, touchpoint_score(extremes.pit))._replace(items=place)
    people = desk.portfolio.personas_of(journey)
    return (
        Cell((link_journey(desk, journey),), notes=link_tags(desk, journey.tags)),
        _stand(desk, journey),
        list_some(desk, (link_persona(desk, journey, person) for person in people), 3),
        _measure(desk, journey),
        feel(desk, journey_score(journey)),
        lowest,
        count(len(pains_of(journey))),
        count(len(journey.opportunities)),
        Cell(link_team(desk, journey.owner)),
        show_review(desk, journey),
    )


def _words(desk: Desk, journey: Journey) -> str:
    """Return what a journey is found by: also how it stands, and who makes and owns it."""
    people = (person.title for person in desk.portfolio.personas_of(journey))
    standing = (desk.word("state", journey.state), desk.word("status", journey.status))
    owner = name_team(desk.portfolio, journey.owner) if journey.owner else ""
    return " ".join((journey.title, journey.id, *standing, owner, *people, *journey.tags))


def _stand(desk: Desk, journey: Journey) -> Cell:
    state = escape_html(desk.word("state", journey.state))
    return Cell((Item(state, detail=desk.word("status", journey.status)),))


def _measure(desk: Desk, journey: Journey) -> Cell:
    stages = desk.say_count(marked_count("in %(count)d stage", "in %(count)d stages"), len(journey.stages))
    touchpoints = sum(1 for _ in journey.touchpoints())
    return Cell((Item(escape_html(str(touchpoints)), detail=stages),), sort=str(touchpoints))


def _write_journeys(journeys: tuple[Journey, ...]) -> bytes:
    columns = (
        *("id", "title", "state", "status", "owner", "personas", "segments", "stages", "touchpoints"),
        *("mean feeling", "lowest feeling", "lowest point", "moments of truth", "pains", "opportunities"),
        *("reviewed", "review every (days)", "tags"),
    )
    return write_list("journeys", columns, [_record(journey) for journey in journeys])


def _record(journey: Journey) -> tuple[object, ...]:
    extremes = peaks(journey)
    score = journey_score(journey)
    return (
        *(journey.id, journey.title, journey.state, journey.status, journey.owner),
        *(", ".join(journey.personas), ", ".join(journey.segments)),
        *(len(journey.stages), sum(1 for _ in journey.touchpoints())),
        None if score is None else round(score, 3),
        touchpoint_score(extremes.pit) if extremes else None,
        extremes.pit.id if extremes else "",
        *(len(moments_of_truth(journey)), len(pains_of(journey)), len(journey.opportunities)),
        *(journey.reviewed, journey.review_every // DAY if journey.review_every else None),
        ", ".join(journey.tags),
    )

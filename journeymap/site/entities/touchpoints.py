"""Touchpoints: those that journeys share, and all there are, the worst in sight even where there are many."""

from collections.abc import Iterator
from typing import Final

from journeymap.artifacts import Artifact
from journeymap.model import SharedTouchpoint
from journeymap.model.summaries import touchpoint_score
from journeymap.model.uses import Use
from journeymap.rendering.naming import name_kpi, write_kpi
from journeymap.rendering.templating import marked
from journeymap.site.desk import Desk
from journeymap.site.entities.catalogues import Catalogue
from journeymap.site.entities.facts import tell_touchpoint
from journeymap.site.entities.listing import lay_grid, write_list
from journeymap.site.entities.places import (
    count,
    feel,
    link_journey,
    link_moment,
    link_part,
    link_team,
    name_standing,
    ranked,
    show_day,
    word,
)
from journeymap.site.entities.reach import Spot, gravity_of
from journeymap.site.grids import Cell, Grid
from journeymap.site.pieces import Item
from journeymap.site.plan import Plan

FILE: Final = "touchpoints/touchpoints.csv"
_MOST: Final = 250


def write_touchpoint_files(plan: Plan) -> Iterator[Artifact]:
    """Yield every touchpoint as CSV, where there is any."""
    if "touchpoints" in plan.atlas.lists:
        yield Artifact(FILE, _write_touchpoints(plan))


def _row_touchpoint(desk: Desk, touchpoint: SharedTouchpoint, _: tuple[Use, ...]) -> tuple[Cell, ...]:
    return Cell(_link_channels(desk, touchpoint.channels)), Cell(link_team(desk, touchpoint.owner))


def _link_channels(desk: Desk, ids: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(desk.entry("channel", id, desk.channel(id)) for id in ids)


def _list_spots(desk: Desk) -> list[Spot]:
    """Return all touchpoints in the order of the portfolio."""
    return [
        Spot(journey, stage, touchpoint)
        for journey in desk.portfolio.journeys
        for stage in journey.stages
        for touchpoint in stage.touchpoints
    ]


def _list_all(desk: Desk) -> Iterator[Grid]:
    """Yield the touchpoints of all journeys; of too many those that feel worst."""
    spots = _list_spots(desk)
    intro = ""
    if len(spots) > _MOST:
        spots.sort(key=_badness)
        intro = desk.say(
            marked("The %(shown)d that feel worst, of %(all)d. The file has all of them."),
            shown=_MOST,
            all=len(spots),
        )
    columns = (
        (marked("Touchpoint"), "text"),
        (marked("Journey"), "text"),
        (marked("State"), "word"),
        (marked("Stage"), "text"),
        (marked("Channel"), "text"),
        (marked("Owner"), "text"),
        (marked("Pains"), "number"),
        (marked("Feeling"), "feeling"),
    )
    rows = [_row_spot(desk, spot) for spot in spots[:_MOST]]
    rows += [()] * (len(spots) - len(rows))
    words = [f"{spot.touchpoint.title} {spot.journey.title} {spot.stage.title}" for spot in spots[:_MOST]]
    if rows:
        yield lay_grid(
            desk,
            "all",
            marked("All touchpoints"),
            columns,
            rows,
            words=words,
            intro=intro,
            file="touchpoints.csv",
            most=_MOST,
        )


def _badness(spot: Spot) -> tuple[bool, float]:
    score = touchpoint_score(spot.touchpoint)
    return score is None, score or 0


def _row_spot(desk: Desk, spot: Spot) -> tuple[Cell, ...]:
    journey, stage, touchpoint = spot
    return (
        Cell((link_moment(desk, journey, touchpoint),)),
        Cell((link_journey(desk, journey),)),
        word(name_standing(desk, journey)),
        Cell((link_part(desk, journey, stage),)),
        Cell(_link_channels(desk, touchpoint.channels)),
        Cell(link_team(desk, touchpoint.owner)),
        count(len(touchpoint.pains)),
        feel(desk, touchpoint_score(touchpoint)),
    )


def _show_touchpoint(desk: Desk, touchpoint: SharedTouchpoint, uses: tuple[Use, ...]) -> Iterator[Grid]:
    """Yield what hurts at a shared touchpoint in any journey, and what is measured there."""
    pains = [
        (use.journey, use.touchpoint, pain)
        for use in uses
        if use.journey and use.touchpoint
        for pain in use.touchpoint.pains
    ]
    pains.sort(key=lambda each: gravity_of(each[2]))
    rows = [
        (
            Cell((link_part(desk, journey, pain),)),
            ranked(desk, "severity", pain.severity),
            Cell((link_moment(desk, journey, place),)),
            Cell((link_journey(desk, journey),)),
        )
        for journey, place, pain in pains
    ]
    if rows:
        columns = (
            (marked("Pain"), "text"),
            (marked("Severity"), "word"),
            (marked("Where"), "text"),
            (marked("Journey"), "text"),
        )
        yield lay_grid(desk, "pains", marked("What hurts there"), columns, rows)
    kpis = [
        (
            Cell((desk.entry("metric", kpi.metric, name_kpi(desk.portfolio, kpi)),)),
            word(write_kpi(desk.portfolio, kpi, lang=desk.lang)),
            show_day(desk, kpi.due),
            Cell(link_team(desk, kpi.owner)),
        )
        for kpi in touchpoint.kpis
    ]
    if kpis:
        columns = (
            (marked("KPI"), "text"),
            (marked("From → to"), "word"),
            (marked("Due"), "day"),
            (marked("Owner"), "text"),
        )
        yield lay_grid(desk, "kpis", marked("KPIs"), columns, kpis)


def _write_touchpoints(plan: Plan) -> bytes:
    columns = (
        *("journey", "state", "stage", "id", "title", "type", "channels", "owner", "shared touchpoint"),
        *("score", "moment of truth", "pains", "gains"),
    )
    rows = [
        (
            journey.id,
            journey.state,
            stage.id,
            touchpoint.id,
            touchpoint.title,
            touchpoint.type,
            ", ".join(touchpoint.channels),
            touchpoint.owner,
            touchpoint.uses,
            touchpoint_score(touchpoint),
            "yes" if touchpoint.moment_of_truth else "no",
            len(touchpoint.pains),
            len(touchpoint.gains),
        )
        for journey, stage, touchpoint in _list_spots(plan.desk(FILE))
    ]
    return write_list("touchpoints", columns, rows)


TOUCHPOINTS: Final = Catalogue(
    "shared-touchpoint",
    lambda plan: plan.portfolio.library.touchpoints.values(),
    marked("Shared touchpoint"),
    marked("Touchpoints"),
    marked("Every moment in which customer and organisation meet, in all journeys."),
    columns=((marked("Channel"), "text"), (marked("Owner"), "text")),
    cells=_row_touchpoint,
    tell=tell_touchpoint,
    show=_show_touchpoint,
    gather=_list_all,
    section=marked("Shared touchpoints"),
)
"""The kind of the shared touchpoints, whose list has the touchpoints of all journeys as well."""

"""What a failure of a system would touch: its blast radius."""

from collections.abc import Iterator

from journeymap.model import Kpi, Persona, Portfolio, SharedTouchpoint, System
from journeymap.model.uses import Use
from journeymap.rendering.naming import name_kpi, write_kpi
from journeymap.rendering.templating import marked, marked_count
from journeymap.site.desk import Desk
from journeymap.site.entities.listing import Columns, lay_grid
from journeymap.site.entities.places import (
    link_journey,
    link_part,
    link_persona,
    link_team,
    list_some,
    word,
)
from journeymap.site.entities.reach import Reach, Spot, measure_reach
from journeymap.site.grids import Cell, Grid
from journeymap.site.pieces import Figure, Item


def measure_blast(desk: Desk, uses: tuple[Use, ...]) -> Iterator[Figure]:
    """Yield how much a failure would touch today, from the journeys down to what is at stake."""
    reach = measure_reach(uses)
    people = _list_people(desk.portfolio, reach)
    for forms, count in (
        (marked_count("journey", "journeys"), len(reach.journeys)),
        (marked_count("stage", "stages"), reach.stages),
        (marked_count("touchpoint", "touchpoints"), len(reach.spots)),
        (marked_count("moment of truth", "moments of truth"), reach.moments),
        (marked_count("persona", "personas"), len(people)),
        (marked_count("KPI at stake", "KPIs at stake"), sum(1 for _ in _list_kpis(reach))),
    ):
        if count:
            yield Figure(desk.say_count(forms, count), str(count))


def show_blast(desk: Desk, _system: System, uses: tuple[Use, ...]) -> Iterator[Grid]:
    """Yield who would feel a failure today, which KPIs would, and what else depends on the system."""
    reach = measure_reach(uses)
    people = _list_people(desk.portfolio, reach)
    if people:
        rows = [
            (
                Cell((link_persona(desk, spots[0].journey, person),)),
                list_some(desk, (link_part(desk, spot.journey, spot.touchpoint) for spot in spots)),
            )
            for person, spots in people
        ]
        columns: Columns = ((marked("Persona"), "text"), (marked("Where"), "text"))
        yield lay_grid(desk, "people", marked("Who would feel it"), columns, rows)
    kpis = [_show_kpi(desk, spot, place, kpi) for spot, place, kpi in _list_kpis(reach)]
    if kpis:
        columns = (
            (marked("KPI"), "text"),
            (marked("Where"), "text"),
            (marked("From → to"), "word"),
            (marked("Owner"), "text"),
        )
        yield lay_grid(desk, "kpis", marked("KPIs at stake"), columns, kpis)
    shared = [use.item for use in uses if isinstance(use.item, SharedTouchpoint)]
    if shared:
        rows = [
            (Cell((desk.entry("shared-touchpoint", one.id, one.title),)), Cell(link_team(desk, one.owner)))
            for one in dict.fromkeys(shared)
        ]
        columns = ((marked("Touchpoint"), "text"), (marked("Owner"), "text"))
        yield lay_grid(desk, "shared", marked("Shared touchpoints that depend on it"), columns, rows)


def _list_people(portfolio: Portfolio, reach: Reach) -> list[tuple[Persona, list[Spot]]]:
    """Return the personas that come to the touchpoints, each with those that concern them."""
    people: dict[tuple[str, str], tuple[Persona, list[Spot]]] = {}
    known = {journey.id: portfolio.personas_of(journey) for journey in reach.journeys}
    for spot in reach.spots:
        for person in known[spot.journey.id]:
            if not spot.touchpoint.personas or person.id in spot.touchpoint.personas:
                local = any(person is each for each in spot.journey.local_personas)
                home = spot.journey.id if local else ""
                people.setdefault((home, person.id), (person, []))[1].append(spot)
    return list(people.values())


def _list_kpis(reach: Reach) -> Iterator[tuple[Spot, object, Kpi]]:
    """Yield the KPIs of the touchpoints and of the stages around them, each with where it hangs."""
    seen = set()
    for spot in reach.spots:
        if (spot.journey.id, spot.stage.id) not in seen:
            seen.add((spot.journey.id, spot.stage.id))
            for kpi in spot.stage.kpis:
                yield spot, spot.stage, kpi
        for kpi in spot.touchpoint.kpis:
            yield spot, spot.touchpoint, kpi


def _show_kpi(desk: Desk, spot: Spot, place: object, kpi: Kpi) -> tuple[Cell, ...]:
    where: tuple[Item, ...] = (link_part(desk, spot.journey, place), link_journey(desk, spot.journey))
    return (
        Cell((desk.entry("metric", kpi.metric, name_kpi(desk.portfolio, kpi)),)),
        Cell(where),
        word(write_kpi(desk.portfolio, kpi, lang=desk.lang)),
        Cell(link_team(desk, kpi.owner)),
    )

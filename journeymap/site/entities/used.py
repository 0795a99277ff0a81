"""Where something is used, one row a journey: so a page stays small however much uses it."""

from collections.abc import Iterable

from journeymap.model.journey import Journey
from journeymap.model.summaries import mean, touchpoint_score
from journeymap.model.uses import Use
from journeymap.rendering.templating import escape_html, marked, marked_count
from journeymap.site.desk import Desk
from journeymap.site.grids import Cell, Column, Grid, GridRow
from journeymap.site.pieces import Item

_SHOWN = 6
"""How many touchpoints of a journey are named before the rest is counted."""


def show_use(desk: Desk, uses: Iterable[Use]) -> Grid | None:
    """Return where something is used with how it feels there, or nothing where nothing uses it."""
    by_journey: dict[str, list[Use]] = {}
    for use in uses:
        if use.journey:
            by_journey.setdefault(use.journey.id, []).append(use)
    if not by_journey:
        return None
    columns = (
        Column(desk.say(marked("Journey"))),
        Column(desk.say(marked("Where"))),
        Column(desk.say(marked("Mean feeling there")), "number"),
    )
    rows = tuple(_row(desk, found) for found in by_journey.values())
    return Grid(desk.say(marked("Used in")), columns, rows, id="used")


def _row(desk: Desk, uses: list[Use]) -> GridRow:
    journey = uses[0].journey
    assert journey is not None
    places = {use.touchpoint.id: use.touchpoint for use in uses if use.touchpoint}
    scores = [score for each in places.values() if (score := touchpoint_score(each)) is not None]
    return GridRow(
        (
            Cell((desk.entry("journey", journey.id, journey.title),)),
            Cell(_name_places(desk, journey, uses)),
            Cell(mood=desk.mood(mean(scores))),
        ),
        words=journey.title.casefold(),
    )


def _name_places(desk: Desk, journey: Journey, uses: list[Use]) -> tuple[Item, ...]:
    places = {item.id: item.title for use in uses if (item := use.touchpoint or use.stage)}
    named = [
        Item(escape_html(title), desk.atlas.journey(journey.id, page=desk.page, anchor=id))
        for id, title in list(places.items())[:_SHOWN]
    ]
    left = len(places) - len(named)
    if left:
        more = desk.say_count(marked_count("and %(count)d more", "and %(count)d more"), left)
        named.append(Item(escape_html(more)))
    return tuple(named)

"""Where something is used, one row a journey: so a page stays small however much uses it."""

from collections.abc import Iterable, Sequence

from journeymap.model.uses import Use
from journeymap.rendering.templating import marked
from journeymap.site.desk import Desk
from journeymap.site.entities.listing import MOST, lay_grid, write_list
from journeymap.site.entities.places import (
    count,
    feel,
    link_journey,
    link_use,
    list_some,
    name_part,
    name_standing,
    word,
)
from journeymap.site.entities.reach import is_today, score_of, spots_of
from journeymap.site.grids import Cell, Grid

FILE = "used-in.csv"
"""The whole of where something is used, beside its page."""
_TODAY = marked(
    "The numbers on top are those of today: of journeys in their current state that are not retired."
)

_COLUMNS = (
    (marked("Journey"), "text"),
    (marked("State"), "word"),
    (marked("Where"), "text"),
    (marked("Moments of truth"), "number"),
    (marked("Mean feeling there"), "feeling"),
)


def group_by_journey(uses: Iterable[Use]) -> list[list[Use]]:
    """Return the uses within journeys, those of each journey together, in the order of the portfolio."""
    groups: dict[str, list[Use]] = {}
    for use in uses:
        if use.journey:
            groups.setdefault(use.journey.id, []).append(use)
    return list(groups.values())


def show_use(desk: Desk, uses: Iterable[Use], *, title: str = "", summed: bool = True) -> Grid | None:
    """Return where something is used with how it feels there, or nothing where nothing uses it.

    ``summed`` says whether numbers of today stand above, which then may differ from what is listed.
    """
    groups = group_by_journey(uses)
    if not groups:
        return None
    mixed = any(not is_today(journey) for group in groups if (journey := group[0].journey))
    rows = [_row(desk, group, state=mixed) for group in groups[:MOST]]
    # Rows past the last shown one only count, so that nobody waits for names that nobody sees.
    rows += [()] * (len(groups) - len(rows))
    return lay_grid(
        desk,
        "used",
        title or marked("Used in"),
        _COLUMNS,
        rows,
        words=[_words(group) for group in groups[:MOST]],
        intro=desk.say(_TODAY) if mixed and summed else "",
        file=FILE,
    )


def write_use(desk: Desk, uses: Sequence[Use]) -> bytes:
    """Return every use as CSV, in the words that programs read in every language."""
    english = desk._replace(lang="en")
    columns = ("journey", "journey title", "state", "stage", "touchpoint", "item", "field")
    rows = [
        (
            use.journey.id,
            use.journey.title,
            use.journey.state,
            use.stage.title if use.stage else "",
            use.touchpoint.title if use.touchpoint else "",
            name_part(english, use.item) if _is_entry(use) else "",
            use.field,
        )
        for use in uses
        if use.journey
    ]
    return write_list("used-in", columns, rows)


def _is_entry(use: Use) -> bool:
    """Say whether a use is by something that hangs on its place, and not by the place itself."""
    return not any(use.item is place for place in (use.journey, use.stage, use.touchpoint))


def _row(desk: Desk, uses: list[Use], *, state: bool) -> tuple[Cell, ...]:
    journey = uses[0].journey
    assert journey is not None
    spots = {spot.touchpoint.id: spot.touchpoint for use in uses for spot in spots_of(use)}
    moments = sum(touchpoint.moment_of_truth for touchpoint in spots.values())
    return (
        Cell((link_journey(desk, journey),)),
        word(name_standing(desk, journey)) if state else Cell(),
        list_some(desk, (link_use(desk, use) for use in _closest(uses))),
        count(moments),
        feel(desk, score_of(uses)),
    )


def _closest(uses: list[Use]) -> list[Use]:
    """Return the uses that say where in the journey; that all of it is meant is worth saying alone only."""
    closer = [use for use in uses if use.item is not use.journey]
    return closer or uses


def _words(uses: list[Use]) -> str:
    titles = [part.title for use in uses[:50] for part in (use.journey, use.stage, use.touchpoint) if part]
    return " ".join(dict.fromkeys(titles))

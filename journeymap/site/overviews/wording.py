"""What several overviews say in the same words."""

from journeymap.model import Journey
from journeymap.rendering.dates import write_day
from journeymap.rendering.naming import name_team
from journeymap.rendering.templating import marked_count
from journeymap.site.desk import Desk
from journeymap.site.overviews.lines import Due
from journeymap.site.pieces import Link


def say_more(desk: Desk, left: int) -> str:
    """Return how many entries were left out, or nothing where none were."""
    return desk.say_count(marked_count("and %(count)d more", "and %(count)d more"), left) if left > 0 else ""


def link_team(desk: Desk, team: str) -> Link:
    """Return a team as a link, or an empty one where nobody is named."""
    if not team:
        return Link("")
    return Link(name_team(desk.portfolio, team), desk.atlas.find("team", team, page=desk.page))


def link_journey(desk: Desk, journey: Journey) -> Link:
    """Return a journey as a link."""
    return Link(journey.title, desk.atlas.journey(journey.id, page=desk.page))


def link_place(desk: Desk, journey: Journey, id: str, title: str) -> Link:
    """Return a place on the page of a journey as a link; without an id it is the page."""
    return Link(title, desk.atlas.journey(journey.id, page=desk.page, anchor=id))


def show_due(desk: Desk, iso: str, *, is_open: bool = True) -> Due | None:
    """Return a day by which something should be done, or nothing where nobody named one."""
    day = write_day(iso, lang=desk.lang)
    return Due(day, is_open) if day else None

"""What is said about an entry of the library beside its title and where it is used."""

from collections.abc import Iterator

from journeymap.model.library import Channel, Segment, Source, System, Team
from journeymap.rendering.links import safe_url
from journeymap.rendering.markdown import render_line
from journeymap.rendering.templating import escape_html, marked
from journeymap.site.desk import Desk
from journeymap.site.pieces import Fact, Item


def tell_channel(desk: Desk, channel: Channel) -> Iterator[Fact]:
    """Yield what kind of channel it is."""
    if channel.kind:
        yield Fact(desk.say(marked("Kind")), (Item(escape_html(channel.kind)),))


def tell_team(desk: Desk, team: Team) -> Iterator[Fact]:
    """Yield where a team belongs and how to reach it."""
    if team.department:
        yield Fact(desk.say(marked("Department")), (Item(escape_html(team.department)),))
    if team.contact:
        yield Fact(desk.say(marked("Contact")), (Item(escape_html(team.contact), _reach(team.contact)),))


def tell_system(desk: Desk, system: System) -> Iterator[Fact]:
    """Yield whose system it is and where it runs."""
    if system.owner:
        title = desk.portfolio.library.teams[system.owner].title if _is_team(desk, system.owner) else ""
        yield Fact(desk.say(marked("Owner")), (desk.entry("team", system.owner, title or system.owner),))
    if system.kind:
        yield Fact(desk.say(marked("Kind")), (Item(escape_html(system.kind)),))
    if system.url:
        yield Fact(desk.say(marked("Link")), (Item(escape_html(system.url), safe_url(system.url) or ""),))


def tell_segment(desk: Desk, segment: Segment) -> Iterator[Fact]:
    """Yield who belongs to a segment."""
    if segment.criteria:
        yield Fact(desk.say(marked("Criteria")), (Item(render_line(segment.criteria)),))


def tell_source(desk: Desk, source: Source) -> Iterator[Fact]:
    """Yield what kind of data a source has, and what protects it."""
    yield Fact(desk.say(marked("Kind")), (Item(escape_html(source.kind)),))
    if source.privacy:
        yield Fact(desk.say(marked("Privacy")), (Item(render_line(source.privacy)),))


def _reach(contact: str) -> str:
    """Return the address behind a contact, where it is one and not a text such as the name of a room."""
    if "@" in contact and " " not in contact:
        return safe_url(f"mailto:{contact}") or ""
    return (safe_url(contact) or "") if contact.startswith(("https://", "http://")) else ""


def _is_team(desk: Desk, id: str) -> bool:
    return id in desk.portfolio.library.teams

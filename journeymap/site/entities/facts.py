"""What is said about an entry of the library beside its title and where it is used."""

from collections.abc import Iterator

from journeymap.model.library import Channel, Phase, Segment, SharedTouchpoint, Source, System, Team
from journeymap.rendering.links import safe_url
from journeymap.rendering.markdown import render_line
from journeymap.rendering.naming import write_percent
from journeymap.rendering.templating import Html, escape_html, marked
from journeymap.site.desk import Desk, as_items
from journeymap.site.entities.places import link_source, link_system, link_team
from journeymap.site.pieces import Fact, Item


def tell_channel(desk: Desk, channel: Channel) -> Iterator[Fact]:
    """Yield what kind of channel it is."""
    yield from _tell_word(desk, marked("Kind"), desk.word("channel", channel.kind))


def tell_phase(desk: Desk, phase: Phase) -> Iterator[Fact]:
    """Yield where in the lifecycle a phase stands."""
    yield from _tell_word(desk, marked("Position"), desk.word("position", phase.position))


def tell_team(desk: Desk, team: Team) -> Iterator[Fact]:
    """Yield where a team belongs and how to reach it."""
    yield from _tell_word(desk, marked("Department"), team.department)
    if team.contact:
        yield Fact(desk.say(marked("Contact")), (Item(escape_html(team.contact), _reach(team.contact)),))


def tell_system(desk: Desk, system: System) -> Iterator[Fact]:
    """Yield whose system it is and where it runs."""
    yield from _tell(desk, marked("Owner"), link_team(desk, system.owner))
    yield from _tell_word(desk, marked("Kind"), desk.word("system", system.kind))
    if system.url:
        yield Fact(desk.say(marked("Link")), (Item(escape_html(system.url), safe_url(system.url) or ""),))


def tell_segment(desk: Desk, segment: Segment) -> Iterator[Fact]:
    """Yield who belongs to a segment, and how many that are."""
    yield from _tell_word(desk, marked("Share of all customers"), write_share(desk, segment))
    yield from _tell(desk, marked("Criteria"), as_items(segment.criteria))


def tell_source(desk: Desk, source: Source) -> Iterator[Fact]:
    """Yield what kind of data a source has, whether it identifies people, and what protects them."""
    yield from _tell_word(desk, marked("Kind"), desk.word("source", source.kind))
    yield from _tell_word(desk, marked("Personal data"), write_personal(desk, source))
    yield from _tell(desk, marked("Privacy"), as_items(source.privacy))


def tell_touchpoint(desk: Desk, touchpoint: SharedTouchpoint) -> Iterator[Fact]:
    """Yield the facts that all journeys share about a touchpoint."""
    channels = tuple(desk.entry("channel", id, desk.channel(id)) for id in touchpoint.channels)
    yield from _tell(desk, marked("Channel"), channels)
    yield from _tell(desk, marked("Owner"), link_team(desk, touchpoint.owner))
    yield from _tell(desk, marked("Systems"), tuple(link_system(desk, id) for id in touchpoint.systems))
    sources = tuple(item for id in touchpoint.sources for item in link_source(desk, id))
    yield from _tell(desk, marked("Data sources"), sources)
    yield from _tell(desk, marked("Policies"), tuple(Item(render_line(each)) for each in touchpoint.policies))
    events = (Item(Html(f"<code>{escape_html(event)}</code>")) for event in touchpoint.events)
    yield from _tell(desk, marked("Events"), tuple(events))


def write_share(desk: Desk, segment: Segment) -> str:
    """Return the share of a segment in percent, or nothing where nobody knows it."""
    return "" if segment.share is None else write_percent(segment.share, lang=desk.lang)


def write_personal(desk: Desk, source: Source) -> str:
    """Return in a word whether a source identifies people, or nothing where nobody says."""
    if source.personal is None:
        return ""
    return desk.say(marked("Yes")) if source.personal else desk.say(marked("No"))


def _tell(desk: Desk, label: str, items: tuple[Item, ...]) -> Iterator[Fact]:
    if items:
        yield Fact(desk.say(label), items)


def _tell_word(desk: Desk, label: str, text: str) -> Iterator[Fact]:
    yield from _tell(desk, label, (Item(escape_html(text)),) if text else ())


def _reach(contact: str) -> str:
    """Return the address behind a contact, where it is one and not a text such as the name of a room."""
    if "@" in contact and " " not in contact:
        return safe_url(f"mailto:{contact}") or ""
    return (safe_url(contact) or "") if contact.startswith(("https://", "http://")) else ""

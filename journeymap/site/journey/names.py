"""What a journey refers to by id, as names that lead to the pages of what is published."""

from journeymap.model.journey import Journey
from journeymap.model.library import Kpi
from journeymap.rendering.naming import (
    name_journey,
    name_kpi,
    name_persona,
    name_segment,
    name_source,
    name_system,
    name_team,
)
from journeymap.rendering.templating import escape_html
from journeymap.site.desk import Desk
from journeymap.site.pieces import Item, Link

NO_LINK = Link("")


def link_team(desk: Desk, id: str) -> Link:
    """Return a team by its name."""
    return _lead_to(desk, "team", id, name_team(desk.portfolio, id))


def link_system(desk: Desk, id: str) -> Link:
    """Return a system by its name."""
    return _lead_to(desk, "system", id, name_system(desk.portfolio, id))


def link_segment(desk: Desk, id: str) -> Link:
    """Return a segment by its name."""
    return _lead_to(desk, "segment", id, name_segment(desk.portfolio, id))


def link_source(desk: Desk, id: str) -> Link:
    """Return a source of data by its name."""
    return _lead_to(desk, "source", id, name_source(desk.portfolio, id))


def link_channel(desk: Desk, id: str) -> Link:
    """Return a channel by its name."""
    return _lead_to(desk, "channel", id, desk.channel(id))


def link_journey(desk: Desk, id: str, anchor: str = "") -> Link:
    """Return a journey by its title."""
    url = desk.atlas.journey(id, page=desk.page, anchor=anchor)
    return Link(name_journey(desk.portfolio, id), url) if id else NO_LINK


def link_persona(desk: Desk, journey: Journey, id: str) -> Link:
    """Return a persona by name: an inline one leads to its place on the journey's page."""
    local = any(persona.id == id for persona in journey.local_personas)
    url = f"#persona_{id}" if local else desk.atlas.persona(id, page=desk.page)
    return Link(name_persona(desk.portfolio, journey, id), url) if id else NO_LINK


def link_metric(desk: Desk, kpi: Kpi) -> Link:
    """Return what a KPI measures by its name."""
    return _lead_to(desk, "metric", kpi.metric, name_kpi(desk.portfolio, kpi)) if kpi.metric else NO_LINK


def link_tag(desk: Desk, tag: str) -> Link:
    """Return a tag."""
    return Link(tag, desk.atlas.find("tag", tag, page=desk.page))


def as_names(*links: Link) -> tuple[Item, ...]:
    """Return links as the entries of a fact, those of nothing left out."""
    return tuple(Item(escape_html(link.text), link.url) for link in links if link.text)


def _lead_to(desk: Desk, kind: str, id: str, title: str) -> Link:
    return Link(title, desk.atlas.find(kind, id, page=desk.page)) if id else NO_LINK

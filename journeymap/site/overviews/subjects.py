"""What on the site a finding is about: its path of ids as a link, as far down as there is an anchor."""

from journeymap.model import Journey
from journeymap.site.desk import Desk
from journeymap.site.journey.index import index_journey
from journeymap.site.pieces import Link


def find_subject(desk: Desk, entity: str) -> Link:
    """Return what a path such as ``journey:a/stage:b/touchpoint:c`` leads to; nothing where nobody knows."""
    steps = [(kind, id) for kind, _, id in (step.partition(":") for step in entity.split("/"))]
    kind, id = steps[0]
    journey = desk.portfolio.journey(id) if kind == "journey" else None
    if journey:
        return _find_within(desk, journey, [id for _, id in steps[1:]])
    for kind, id in reversed(steps):
        title = _name(desk, kind, id)
        if title:
            return Link(title, desk.atlas.find(kind, id, page=desk.page))
    return Link("")


def _find_within(desk: Desk, journey: Journey, ids: list[str]) -> Link:
    titles = index_journey(desk, journey).titles
    anchor = next((id for id in reversed(ids) if id in titles), "")
    return Link(
        titles.get(anchor) or journey.title, desk.atlas.journey(journey.id, page=desk.page, anchor=anchor)
    )


def _name(desk: Desk, kind: str, id: str) -> str:
    library = desk.portfolio.library
    if kind == "persona":
        return desk.portfolio.personas[id].title if id in desk.portfolio.personas else ""
    field = "touchpoints" if kind == "shared-touchpoint" else f"{kind}s"
    entry = getattr(library, field, {}).get(id)
    return str(entry.title) if entry else ""

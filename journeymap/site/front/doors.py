"""The ways from the front page to everything else, each with how much is behind it."""

from collections.abc import Iterator, Mapping
from typing import Final

from journeymap.model.summaries import kpis_of, pains_of
from journeymap.rendering.templating import marked_count
from journeymap.site.addresses import FOLDERS
from journeymap.site.desk import Desk
from journeymap.site.frames import ENTRANCES
from journeymap.site.pieces import Figure, Link

_COUNTED: Final = {
    "journeys": marked_count("journey", "journeys"),
    "personas": marked_count("persona", "personas"),
    "touchpoints": marked_count("touchpoint", "touchpoints"),
    "pains": marked_count("pain", "pains"),
    "opportunities": marked_count("opportunity", "opportunities"),
    "kpis": marked_count("KPI", "KPIs"),
}
"""The folders that the head of the page counts, in its order."""


def count_main(desk: Desk) -> Iterator[Figure]:
    """Yield how much there is of what journeys are made of; the note leads to it where there is a page."""
    counts = _count(desk)
    for folder, forms in _COUNTED.items():
        if counts[folder]:
            address = desk.atlas.list(folder, page=desk.page)
            notes = (Link("", address),) if address else ()
            yield Figure(desk.say_count(forms, counts[folder]), str(counts[folder]), notes)


def list_doors(desk: Desk) -> Iterator[Figure]:
    """Yield every other page that lists something, by its name and how many entries it has."""
    kinds = {folder: kind for kind, folder in FOLDERS.items()}
    for entrance in ENTRANCES:
        address = desk.atlas.list(entrance.folder, page=desk.page)
        if address and entrance.folder not in _COUNTED:
            entries = desk.atlas.entities.get(kinds.get(entrance.folder, ""), ())
            yield Figure(desk.say(entrance.title), str(len(entries)) if entries else "", (Link("", address),))


def _count(desk: Desk) -> Mapping[str, int]:
    journeys = desk.portfolio.journeys
    return {
        "journeys": len(journeys),
        "personas": len(desk.portfolio.personas) + sum(len(journey.local_personas) for journey in journeys),
        "touchpoints": sum(1 for journey in journeys for _ in journey.touchpoints()),
        "pains": sum(len(pains_of(journey)) for journey in journeys),
        "opportunities": sum(len(journey.opportunities) for journey in journeys),
        "kpis": sum(len(kpis_of(journey)) for journey in journeys),
    }

"""The ids that a journey's parts once had: links to them from elsewhere still arrive."""

from collections.abc import Iterator, Mapping

from journeymap.model import Journey, Persona
from journeymap.model.items import parts_of
from journeymap.model.library import BlueprintItem, Kpi
from journeymap.model.summaries import kpis_of
from journeymap.site.addresses import anchor_of


def list_former_ids(journey: Journey) -> Mapping[str, tuple[str, ...]]:
    """Return the former ids of each part by the id it has now; what has another owner today is left out."""
    parts = [part for part in parts_of(journey) if part.id and not isinstance(part, BlueprintItem | Kpi)]
    taken = {part.id for part in parts} | {owned.address for owned in kpis_of(journey)}
    found: dict[str, list[str]] = {}
    for now, once in _list_changes(journey, parts):
        if once not in taken:
            taken.add(once)
            found.setdefault(now, []).append(once)
    return {anchor_of(now): tuple(map(anchor_of, ids)) for now, ids in found.items()}


def _list_changes(journey: Journey, parts: list[object]) -> Iterator[tuple[str, str]]:
    """Yield what an id is today with what it was; what was split leads to its first part."""
    for part in parts:
        if not isinstance(part, Persona):
            for alias in part.aliases:  # type: ignore[attr-defined]
                yield part.id, alias  # type: ignore[attr-defined]
    for owned in kpis_of(journey):
        owners = (owned.owner.id, *owned.owner.aliases)
        ids = (owned.kpi.id, *owned.kpi.aliases)
        for once in (f"{owner}/{id}" for owner in owners for id in ids):
            yield owned.address, once
    for move in journey.moved:
        for target in move.targets[:1]:
            yield target, move.source

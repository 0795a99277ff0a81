"""What is declared, what is on its way out, and where fields of items were written."""

from collections.abc import Iterable, Iterator
from typing import Any

from journeymap.model import Journey, Portfolio
from journeymap.model.items import parts_of
from journeymap.problems import Spot
from journeymap.source import Place


def declared_things(portfolio: Portfolio) -> Iterator[Any]:
    """Yield the personas and library entries that the workspace itself declares."""
    yield from portfolio.personas.values()
    for entries in portfolio.library:
        yield from (entry for entry in entries.values() if entry.at.file)


def deprecated_things(portfolio: Portfolio) -> tuple[tuple[Any, Place], ...]:
    """Return all that is on its way out, and where that is written; items of retired journeys left aside."""
    found = [
        (thing, thing.at.child("deprecated"))
        for thing in declared_things(portfolio)
        if thing.deprecated is not None
    ]
    for journey in living_journeys(portfolio):
        if journey.deprecated is not None:
            found += [(journey, journey.at.child("deprecated"))]
        for item in parts_of(journey):
            if item.deprecated is not None:
                found += [(item, place_of_field(journey, item, "deprecated"))]
    distinct = {(place.file, place.pointer): (thing, place) for thing, place in reversed(found)}
    return tuple(reversed(distinct.values()))


def living_journeys(portfolio: Portfolio) -> Iterator[Journey]:
    """Yield the journeys that are not retired."""
    return (journey for journey in portfolio.journeys if journey.status != "retired")


def place_of_field(journey: Journey, item: Any, *steps: str) -> Place:
    """Return where a field of an item was written: with the item, or in the change that set it."""
    at: Place = item.at
    for change in journey.changes:
        if change.verb == "set" and change.target == item.id and steps[0] in change.fields:
            at = change.at.child("fields")
    return at.child(*steps)


def own_first(spots: Iterable[Spot], journey: Journey) -> tuple[Spot, ...]:
    """Return places in a journey's own file before those in other files."""
    return tuple(sorted(spots, key=lambda spot: spot.place.file != journey.at.file))


def in_words(count: int, noun: str) -> str:
    """Return a number of things in words, such as ``a pain`` or ``2 pains``."""
    if count == 1:
        return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
    return f"{count} {noun[:-1]}ies" if noun.endswith("ty") else f"{count} {noun}s"

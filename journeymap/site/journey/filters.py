"""What the map can be narrowed to: the touchpoints of a persona, a segment, a channel, and where it hurts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from journeymap.model import Journey, Touchpoint
from journeymap.rendering.map.journey_map import Column
from journeymap.rendering.naming import find_persona, name_persona, name_segment
from journeymap.rendering.templating import marked
from journeymap.site.desk import Desk


class Filter(NamedTuple):
    """A choice of one thing among several: its name in addresses, its label, and id and title of each."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


def list_filters(desk: Desk, journey: Journey, columns: Sequence[Column]) -> tuple[Filter, ...]:
    """Return the filters that tell columns of a map apart; one that would keep them all is left out."""
    kinds = (
        ("persona", marked("Persona")),
        ("segment", marked("Segment")),
        ("channel", marked("Channel")),
    )
    names = [set(name_column(desk, journey, column)) for column in columns]
    filters = (
        Filter(kind, desk.say(label), tuple(_list_options(desk, journey, kind, names)))
        for kind, label in kinds
    )
    return tuple(one for one in filters if one.options and _divides(one, names))


def name_column(desk: Desk, journey: Journey, column: Column) -> tuple[str, ...]:
    """Return what a column is found by, such as ``channel:web``: kind and id, and ``pain`` where it hurts."""
    if column.touchpoint is None:
        return ()
    touchpoint = column.touchpoint
    people = touchpoint.personas or _list_people(journey)
    found = [
        *(_spell("persona", id) for id in people),
        *(_spell("segment", id) for id in _list_segments(desk, journey, touchpoint, people)),
        *(_spell("channel", id) for id in touchpoint.channels),
    ]
    return tuple(dict.fromkeys([*found, "pain"] if touchpoint.pains else found))


def _spell(kind: str, id: str) -> str:
    """Return a name in one word: channels that nobody declared may have several."""
    return f"{kind}:{'_'.join(id.split())}"


def _list_people(journey: Journey) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*journey.personas, *(persona.id for persona in journey.local_personas)]))


def _list_segments(
    desk: Desk, journey: Journey, touchpoint: Touchpoint, people: Iterable[str]
) -> Iterator[str]:
    """Yield the segments a touchpoint is for: those of its people, and those it is personalised for."""
    if not touchpoint.personas:
        yield from journey.segments
    for id in people:
        persona = find_persona(desk.portfolio, journey, id)
        if persona and persona.segment:
            yield persona.segment
    for rule in touchpoint.personalization:
        if rule.segment:
            yield rule.segment


def _list_options(
    desk: Desk, journey: Journey, kind: str, names: Iterable[Iterable[str]]
) -> Iterator[tuple[str, str]]:
    found = {name.partition(":")[2] for each in names for name in each if name.startswith(f"{kind}:")}
    titles = {id: _title(desk, journey, kind, id) for id in found}
    yield from sorted(titles.items(), key=lambda option: (option[1].casefold(), option[0]))


def _title(desk: Desk, journey: Journey, kind: str, id: str) -> str:
    if kind == "persona":
        return name_persona(desk.portfolio, journey, id)
    return name_segment(desk.portfolio, id) if kind == "segment" else desk.channel(id)


def _divides(one: Filter, names: Sequence[set[str]]) -> bool:
    """Say whether any option keeps some columns and not others; personas change whose feelings are shown."""
    if one.name == "persona" and len(one.options) > 1:
        return True
    return any(not all(f"{one.name}:{id}" in each for each in names) for id, _ in one.options)

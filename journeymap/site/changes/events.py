"""What happened on which day, and what is to happen: read from the model, and from commits if any.

Nothing here knows which day it is. What lies behind us in its nature, such as a review, has happened;
what somebody set a day for is planned, also when that day has gone by.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from journeymap.history import Commit, History
from journeymap.model import Deprecation, Journey, Portfolio
from journeymap.model.items import Item, items_of
from journeymap.model.summaries import kpis_of
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.naming import name_kpi

if TYPE_CHECKING:
    from journeymap.diffing import Change

Told: TypeAlias = Mapping[str, tuple["Change", ...]]
"""What commits changed for the customer, by their ids."""

DAY: Final = 86_400
_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FINISHED: Final = frozenset({"done", "rejected"})
_ANCHORED: Final = frozenset(
    {"stage", "touchpoint", "pain", "gain", "opportunity", "action", "insight", "evidence", "exit"}
)
"""Kinds of parts that have a place of their own on the page of their journey."""


class Thing(NamedTuple):
    """What an event is about. A part of a journey has its id; ``anchor`` is its place on that one's page."""

    kind: str
    id: str
    title: str
    journey: str = ""
    anchor: str = ""


class Event(NamedTuple):
    """Something on a day: ``what`` is one of ``happenings.WORDS``; ``name`` tells it from all others.

    ``subject`` is the text of a commit, ``by`` who made it and ``changes`` what it changed for the
    customer; they are empty for all else.
    """

    day: str
    what: str
    things: tuple[Thing, ...]
    name: str
    subject: str = ""
    note: str = ""
    by: str = ""
    changes: tuple["Change", ...] = ()


def list_happened(
    portfolio: Portfolio, history: History | None, told: Told = MappingProxyType({})
) -> tuple[Event, ...]:
    """Return what has happened, latest first; events of one day stay in the order of the workspace."""
    events = [*_reviews(portfolio), *_retirements(portfolio), *_research(portfolio)]
    if history:
        events += _commits(portfolio, history, told)
    return tuple(sorted(_settle(portfolio, events), key=lambda event: event.day, reverse=True))


def list_planned(portfolio: Portfolio) -> tuple[Event, ...]:
    """Return what somebody set a day for, soonest first."""
    events = [
        *_sunsets(portfolio),
        *_reviews_due(portfolio),
        *_targets(portfolio),
        *_opportunities(portfolio),
    ]
    return tuple(sorted(_settle(portfolio, events), key=lambda event: event.day))


def _settle(portfolio: Portfolio, events: list[Event]) -> Iterator[Event]:
    """Yield the events that have a day, without those that a journey only has from what it extends."""
    bases = {journey.id: journey.extends for journey in portfolio.journeys}
    known = {_key(event, event.things[0].journey) for event in events}
    for event in events:
        base = bases.get(event.things[0].journey)
        if _ISO_DAY.fullmatch(event.day) and not (base and _key(event, base) in known):
            yield event


def _key(event: Event, journey: str) -> tuple[str, ...]:
    return event.day, event.what, event.things[0].kind, event.things[0].id, journey


def _journey(journey: Journey) -> Thing:
    return Thing("journey", journey.id, journey.title)


def _reviews(portfolio: Portfolio) -> Iterator[Event]:
    for journey in portfolio.journeys:
        yield Event(journey.reviewed, "reviewed", (_journey(journey),), f"journeys/{journey.id}/reviewed")


def _research(portfolio: Portfolio) -> Iterator[Event]:
    for journey in portfolio.journeys:
        for each in journey.evidence:
            thing = Thing("evidence", each.id, each.title, journey.id, each.id)
            name = f"journeys/{journey.id}/evidence/{each.id}"
            yield Event(each.date, "evidence", (thing, _journey(journey)), name)


def _retirements(portfolio: Portfolio) -> Iterator[Event]:
    for name, things, deprecated in _retired(portfolio):
        yield Event(deprecated.since, "retiring", things, f"{name}/retiring", note=deprecated.reason)


def _sunsets(portfolio: Portfolio) -> Iterator[Event]:
    for name, things, deprecated in _retired(portfolio):
        yield Event(deprecated.sunset, "sunset", things, f"{name}/sunset", note=deprecated.reason)


def _retired(portfolio: Portfolio) -> Iterator[tuple[str, tuple[Thing, ...], Deprecation]]:
    """Yield what is on its way out: its name, it and its journey, and what is said about that."""
    for item in items_of(portfolio):
        if deprecated := item.value.deprecated:
            yield f"{item.kind}/{item.address.replace('#', '/')}", place(item), deprecated


def place(item: Item) -> tuple[Thing, ...]:
    """Return an item and, where it is a part of one, its journey."""
    title, journey = _name(item), item.journey
    if journey is None:
        return (Thing(item.kind, item.value.id, title),)
    anchor = item.value.id if item.kind in _ANCHORED else ""
    return Thing(item.kind, item.value.id, title, journey.id, anchor), _journey(journey)


def _reviews_due(portfolio: Portfolio) -> Iterator[Event]:
    for journey in portfolio.journeys:
        if journey.review_every and journey.status != "retired":
            day = _add(journey.reviewed, journey.review_every)
            yield Event(day, "review", (_journey(journey),), f"journeys/{journey.id}/review")


def _add(day: str, seconds: int) -> str:
    """Return the day that is so many seconds later, or nothing where that is no day."""
    try:
        return (date.fromisoformat(day) + timedelta(days=seconds // DAY)).isoformat()
    except (ValueError, OverflowError):
        return ""


def _targets(portfolio: Portfolio) -> Iterator[Event]:
    for journey in portfolio.journeys:
        for owned in kpis_of(journey):
            id = owned.kpi.id if owned.owner is journey else owned.address
            thing = Thing("kpi", id, name_kpi(portfolio, owned.kpi), journey.id, owned.address)
            name = f"journeys/{journey.id}/kpis/{id}"
            yield Event(owned.kpi.due, "target", (thing, _journey(journey)), name)


def _opportunities(portfolio: Portfolio) -> Iterator[Event]:
    for journey in portfolio.journeys:
        for number, each in enumerate(journey.opportunities, start=1):
            if each.status not in _FINISHED:
                thing = Thing("opportunity", each.id or str(number), each.title, journey.id, each.id)
                name = f"journeys/{journey.id}/opportunities/{thing.id}"
                yield Event(each.due, "opportunity", (thing, _journey(journey)), name)


def _commits(portfolio: Portfolio, history: History, told: Told) -> Iterator[Event]:
    """Yield the commits that touched the file of something which the audience may see."""
    things = _things_by_file(portfolio)
    for commit in history.commits:
        touched = dict.fromkeys(thing for file in commit.files for thing in things.get(file, ()))
        if touched:
            yield _tell_commit(commit, touched)._replace(changes=told.get(commit.id, ()))


def _tell_commit(commit: Commit, touched: Iterable[Thing]) -> Event:
    name = f"commits/{commit.id}"
    return Event(commit.day, "commit", tuple(touched), name, commit.subject, by=commit.author)


def _things_by_file(portfolio: Portfolio) -> Mapping[str, tuple[Thing, ...]]:
    """Return what each file of the workspace holds: journeys, personas and entries of the library."""
    found: dict[str, list[Thing]] = {}
    held: list[tuple[str, Any]] = [("journey", journey) for journey in portfolio.journeys]
    held += [("persona", persona) for persona in portfolio.personas.values()]
    held += [(item.kind, item.value) for item in items_of(portfolio._replace(journeys=(), personas={}))]
    for kind, value in held:
        if value.at.file:
            found.setdefault(value.at.file, []).append(Thing(kind, value.id, value.title))
    return {file: tuple(things) for file, things in found.items()}


def _name(item: Item) -> str:
    """Return what an item is called: a title is plain text already, that of a pain may have markup."""
    is_prose = item.kind != "kpi" and not hasattr(item.value, "title")
    return strip_markup(item.title) if is_prose else item.title

"""Events in the words and links of a page: months with their days, and what came to be called otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from journeymap.model import Journey, Portfolio
from journeymap.model.items import items_of
from journeymap.rendering.dates import Day, write_day, write_month
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.naming import spell_id
from journeymap.rendering.templating import Html, escape_html, marked, marked_count, marked_in
from journeymap.site.changes.events import Event, Thing, place
from journeymap.site.desk import Desk
from journeymap.site.grids import Cell, Column, Grid, GridRow
from journeymap.site.pieces import Item

if TYPE_CHECKING:
    from journeymap.diffing import Change

WORDS: Final[Mapping[str, str]] = {
    "reviewed": marked_in("change", "Reviewed"),
    "retiring": marked("On its way out"),
    "evidence": marked("Evidence"),
    "commit": marked("Changed"),
    "sunset": marked("Last day"),
    "review": marked("Review due"),
    "target": marked("Target due"),
    "opportunity": marked("Opportunity due"),
}
"""What an event is called."""

VERBS: Final = (
    ("set", marked_count("%(count)d thing is different", "%(count)d things are different")),
    ("add", marked_count("%(count)d is new", "%(count)d are new")),
    ("remove", marked_count("%(count)d is gone", "%(count)d are gone")),
    ("move", marked_count("%(count)d has moved", "%(count)d have moved")),
)
"""What a journey to be does with what it extends."""

LEVELS: Final[Mapping[str, str]] = {"breaking": marked("breaking"), "warning": marked("warning")}
"""What the levels are called that weigh enough to be named."""
DETAIL: Final = "detail"

TOLD: Final = 3
"""How many changes of a commit are told, the gravest first."""

NAMED: Final = 4
"""How many things a commit names; one that touched a library may have touched them all."""


class Told(NamedTuple):
    """A change in words: the key of its level, the word for that where it weighs, and the sentence."""

    level: str
    word: str
    text: Html


class Happening(NamedTuple):
    """An event to show; ``what`` is its key, ``word`` what it is called, ``more`` how many were left out.

    ``told`` is what it changed for the customer, ``untold`` how much more that is, and ``told_lang`` the
    language of these sentences where it is not the page's.
    """

    what: str
    word: str
    items: tuple[Item, ...]
    subject: str
    note: str
    by: str
    more: str
    told: tuple[Told, ...] = ()
    untold: str = ""
    told_lang: str = ""


class DayOfEvents(NamedTuple):
    """A day with what happens on it; ``number`` is the day of its month."""

    day: Day
    number: str
    happenings: tuple[Happening, ...]


class Month(NamedTuple):
    """A month with its days."""

    title: str
    days: tuple[DayOfEvents, ...]


def show_months(desk: Desk, events: Sequence[Event]) -> tuple[Month, ...]:
    """Return events by month and day, in their order."""
    return tuple(
        Month(
            write_month(month, lang=desk.lang),
            tuple(_show_day(desk, day, days) for day, days in groupby(monthly, lambda event: event.day)),
        )
        for month, monthly in groupby(events, lambda event: event.day[:7])
    )


def _show_day(desk: Desk, iso: str, events: Iterable[Event]) -> DayOfEvents:
    day = write_day(iso, lang=desk.lang) or Day(iso, iso)
    return DayOfEvents(day, str(int(iso[8:])), tuple(_show_event(desk, event) for event in events))


def _show_event(desk: Desk, event: Event) -> Happening:
    left = len(event.things) - NAMED
    more = marked_count("and %(count)d more", "and %(count)d more")
    weighty = [change for change in event.changes if change.level.word != DETAIL]
    untold = len(weighty) - TOLD
    return Happening(
        event.what,
        desk.say(WORDS[event.what]),
        tuple(show_thing(desk, thing) for thing in event.things[:NAMED]),
        event.subject,
        strip_markup(event.note),
        event.by,
        desk.say_count(more, left) if left > 0 else "",
        tuple(_tell(desk, change) for change in weighty[:TOLD]),
        desk.say_count(more, untold) if untold > 0 else "",
        "" if desk.lang.partition("-")[0] == "en" else "en",
    )


def _tell(desk: Desk, change: "Change") -> Told:
    word = LEVELS.get(change.level.word)
    parts = [escape_html(part).text for part in change.message.split("`")]
    # What stands between two signs is a name; an odd one belongs to a text.
    if len(parts) % 2 == 0:
        parts[-2:] = [f"{parts[-2]}`{parts[-1]}"]
    names = (f'<b dir="auto">{part}</b>' if index % 2 else part for index, part in enumerate(parts))
    return Told(change.level.word, desk.say(word) if word else "", Html("".join(names)))


def show_thing(desk: Desk, thing: Thing) -> Item:
    """Return a thing by its title, linked to its page or its place on its journey's page."""
    return Item(escape_html(thing.title), lead_to(desk, thing))


def name_things(event: Event) -> str:
    """Return what an event is about in one line."""
    titles = [thing.title for thing in event.things]
    return (", " if event.what == "commit" else " · ").join(titles)


def lead_to(desk: Desk, thing: Thing) -> str:
    """Return the address of a thing, or nothing where it has none."""
    if thing.journey:
        return desk.atlas.journey(thing.journey, page=desk.page, anchor=thing.anchor)
    return desk.atlas.find(thing.kind, thing.id, page=desk.page)


def show_renames(desk: Desk, portfolio: Portfolio, most: int) -> Grid | None:
    """Return what was once called otherwise, and what became of what was divided or merged."""
    rows = [*_renames(desk, portfolio), *_moves(desk, portfolio)]
    if not rows:
        return None
    columns = (
        Column(desk.say(marked("Was"))),
        Column(desk.say(marked("Is now"))),
        Column(desk.say(marked("Journey"))),
    )
    return Grid(desk.say(marked("Renamed, divided, merged")), columns, tuple(rows[:most]), "renames")


def _renames(desk: Desk, portfolio: Portfolio) -> Iterator[GridRow]:
    """Yield the former ids of things; other words for a term are no former ids."""
    for item in items_of(portfolio):
        journey = item.journey
        if item.kind == "term" or (journey and journey.extends):
            continue
        for alias in item.value.aliases:
            now = show_thing(desk, place(item)[0])
            yield _row(desk, alias, (now,), journey)


def _moves(desk: Desk, portfolio: Portfolio) -> Iterator[GridRow]:
    for journey in portfolio.journeys:
        titles = {stage.id: stage.title for stage in journey.stages}
        titles |= {touchpoint.id: touchpoint.title for touchpoint in journey.touchpoints()}
        for move in journey.moved:
            now = tuple(
                Item(
                    escape_html(titles.get(id, spell_id(id))),
                    desk.atlas.journey(journey.id, page=desk.page, anchor=id) if id in titles else "",
                )
                for id in move.targets
            )
            yield _row(desk, move.source, now, journey)


def _row(desk: Desk, was: str, now: tuple[Item, ...], journey: Journey | None) -> GridRow:
    there = (desk.entry("journey", journey.id, journey.title),) if journey else ()
    return GridRow((Cell((Item(escape_html(was)),)), Cell(now), Cell(there)), words=was)


def show_overlays(desk: Desk, portfolio: Portfolio, most: int) -> Grid | None:
    """Return the journeys that say what another one is to become, and how much of it changes."""
    rows = tuple(
        GridRow(
            (
                Cell((desk.entry("journey", journey.id, journey.title),)),
                Cell((desk.entry("journey", base.id, base.title),)),
                Cell((Item(escape_html(desk.word("state", journey.state))),)),
                Cell((Item(escape_html(_sum_up(desk, journey))),)),
            )
        )
        for journey in portfolio.journeys
        if journey.extends and (base := portfolio.journey(journey.extends))
    )
    if not rows:
        return None
    columns = (
        Column(desk.say(marked("Journey"))),
        Column(desk.say(marked("Starts from"))),
        Column(desk.say(marked("State"))),
        Column(desk.say(marked("What changes"))),
    )
    title = desk.say(marked("From what is to what shall be"))
    return Grid(title, columns, rows[:most], "overlays")


def _sum_up(desk: Desk, journey: Journey) -> str:
    counts = {verb: sum(1 for change in journey.changes if change.verb == verb) for verb, _ in VERBS}
    return ", ".join(desk.say_count(forms, counts[verb]) for verb, forms in VERBS if counts[verb])

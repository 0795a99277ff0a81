"""A page as an outline: title, prose, facts, tables and parts, whatever kind of page it is.

Kinds of pages come and go; what they are put together from stays. So an outline is read off the fields of
a context by what is in them, and a new kind of page has its texts for machines without asking for them.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from journeymap.rendering.templating import Html, escape_html, marked
from journeymap.site.announcing.pieces import (
    NAMES,
    fill_cell,
    has_rows,
    is_record,
    is_row,
    label_field,
    list_items,
    name_piece,
    spread,
    tabulate_pieces,
    tell_mood,
)
from journeymap.site.desk import Desk
from journeymap.site.grids import Cell, Column, Grid, GridRow
from journeymap.site.pieces import (
    Fact,
    Figure,
    Item,
    JourneyCard,
    Link,
    Mood,
    Page,
    Person,
    PersonaView,
)


class Outline(NamedTuple):
    """What a page or a part of it says: prose first, then facts, then tables, then its parts."""

    title: str = ""
    prose: tuple[Html, ...] = ()
    facts: tuple[Fact, ...] = ()
    grids: tuple[Grid, ...] = ()
    parts: tuple["Outline", ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing but the title."""
        return not (self.prose or self.facts or self.grids or self.parts)


_LEADS: Final = frozenset({"lead", "intro", "quote", "retiring", "notice"})
"""Fields whose plain text stands in front of all else."""
_UNTITLED: Final = frozenset({"lines", "rows", "terms", "happenings", "days"})
"""Fields whose rows are what the page or part is about, so that its own title is theirs."""
_PICTURED: Final = frozenset(
    {
        "TreeNode",
        "HeatView",
        "CoverageRow",
        "MapView",
        "Sparkline",
        "Priorities",
        "SpreadRow",
        "BacklogMatrix",
    }
)
"""Pieces that only a picture or a grid of two axes can show; their values stand elsewhere."""


def read_outline(desk: Desk, context: Any) -> Outline:
    """Return the outline of anything that pages show: a context, or a piece of one."""
    outline = Outline(name_piece(context))
    for name, value in zip(context._fields, context, strict=True):
        if name in NAMES:
            continue
        for each in spread(value):
            outline = _add(desk, outline, name, each)
        cards = [each for each in spread(value) if isinstance(each, JourneyCard)]
        rows = [each for each in spread(value) if _is_own_row(each) and not has_rows(each)]
        if cards:
            outline = outline._replace(grids=(*outline.grids, tabulate_cards(desk, cards)))
        if rows:
            title = "" if name in _UNTITLED else label_field(desk, name)
            outline = outline._replace(grids=(*outline.grids, tabulate_pieces(desk, title, rows)))
    return outline._replace(facts=tuple(_join(outline.facts)))


def _add(desk: Desk, outline: Outline, name: str, value: Any) -> Outline:
    """Return an outline with what one value of a field adds to it."""
    match value:
        case Page():
            return outline._replace(title=outline.title or value.title)
        case str() if name in _LEADS and value:
            return outline._replace(prose=(*outline.prose, escape_html(value)))
        case Html() if value.text:
            return outline._replace(prose=(*outline.prose, value))
        case Grid():
            return outline._replace(grids=(*outline.grids, value))
        case PersonaView():
            return _add_persona(desk, outline, value)
        case tuple() if _is_own_row(value) and has_rows(value):
            return outline._replace(parts=(*outline.parts, read_outline(desk, value)))
        case _:
            return outline._replace(facts=(*outline.facts, *_list_facts(desk, name, value)))


def _add_persona(desk: Desk, outline: Outline, view: PersonaView) -> Outline:
    """Return an outline with a persona: the page's own, one that has a page, or one that has none."""
    if view.person.name == outline.title:
        own = outline_persona(desk, view)
        return outline._replace(prose=(*outline.prose, *own.prose), facts=(*outline.facts, *own.facts))
    if view.person.url:
        fact = Fact(desk.say(marked("Personas")), tuple(list_items(view.person)))
        return outline._replace(facts=(*outline.facts, fact))
    return outline._replace(parts=(*outline.parts, outline_persona(desk, view)))


def _is_own_row(value: Any) -> bool:
    return (
        is_row(value)
        and not isinstance(value, Page | Grid | PersonaView | JourneyCard)
        and type(value).__name__ not in _PICTURED
    )


def outline_persona(desk: Desk, view: PersonaView) -> Outline:
    """Return a persona: who it is, in its own words, then what it wants and does."""
    role = Fact(desk.say(marked("Role")), (*list_items(view.person.role),))
    certainty = Fact(desk.say(marked("Certainty")), tuple(list_items(view.certainty_word)))
    lead = [escape_html(view.quote)] if view.quote else []
    lead += [view.summary] if view.summary.text else []
    facts = (*((role,) if view.person.role else ()), *view.traits, *view.facts, certainty)
    return Outline(view.person.name, tuple(lead), facts)


def tabulate_cards(desk: Desk, cards: Iterable[JourneyCard]) -> Grid:
    """Return journeys as a table."""
    titles = (
        (marked("Journey"), "text"),
        (marked("State"), "text"),
        (marked("Status"), "text"),
        (marked("Personas"), "text"),
        (marked("Mean feeling"), "text"),
        (marked("Lowest point"), "text"),
        (marked("Touchpoints"), "number"),
        (marked("Pains"), "number"),
        (marked("Opportunities"), "number"),
        (marked("Last review"), "text"),
    )
    columns = tuple(Column(desk.say(title), kind) for title, kind in titles)
    rows = tuple(GridRow(tuple(_tell_card(card)), id=card.id) for card in cards)
    return Grid(desk.say(marked("Journeys")), columns, rows)


def _tell_card(card: JourneyCard) -> Iterator[Cell]:
    yield Cell((Item(escape_html(card.title), card.url),))
    yield fill_cell(card.state_word)
    yield fill_cell(card.status_word)
    yield fill_cell(card.personas)
    yield Cell(mood=card.mean)
    lowest = Item(escape_html(card.lowest_at.text), card.lowest_at.url)
    yield Cell((lowest,) if card.lowest_at.text else (), card.lowest)
    for count in (card.touchpoints, card.pains, card.opportunities):
        yield fill_cell(str(count))
    yield fill_cell(card.review)


def _list_facts(desk: Desk, name: str, value: Any) -> Iterator[Fact]:
    """Yield what a small value says; its label is its own, or else the name of its field."""
    match value:
        case Fact():
            yield value
        case Figure():
            notes = " · ".join(note.text for note in value.notes if note.text)
            yield Fact(value.label, (Item(escape_html(value.value), detail=notes),))
        case Mood():
            yield Fact(label_field(desk, name), tuple(list_items(tell_mood(value))))
        case Link() | Item() | Person() if items := tuple(list_items(value)):
            yield Fact(label_field(desk, name), items)
        case tuple() if not is_record(value) and len(value) > 1 and name != "states":
            *_, label, text = value
            if isinstance(label, str) and isinstance(text, str):
                yield Fact(label, tuple(list_items(text)))


def _join(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield facts, those of one label that follow each other as one."""
    last: Fact | None = None
    for fact in facts:
        if last and fact.label == last.label:
            last = last._replace(items=(*last.items, *fact.items))
            continue
        if last:
            yield last
        last = fact
    if last:
        yield last

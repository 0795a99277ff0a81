"""Things and places by their names, each linked to where it stands."""

from collections.abc import Iterable
from typing import Any, Final

from journeymap.model import Evidence, Journey, Kpi, Opportunity, Persona
from journeymap.model.claims import Gain, Number, Pain
from journeymap.model.journey import FeedbackLoop, Stage, Touchpoint
from journeymap.model.opportunity import Insight
from journeymap.model.uses import Use
from journeymap.rendering.dates import write_day
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.naming import (
    name_kpi,
    name_segment,
    name_source,
    name_system,
    name_team,
    spell_id,
    write_count,
)
from journeymap.rendering.templating import escape_html, marked, marked_count
from journeymap.site.desk import Desk
from journeymap.site.grids import Cell, rank_word
from journeymap.site.pieces import Item

_ANCHORED: Final = (Stage, Touchpoint, Pain, Gain, Opportunity, Insight, Evidence, FeedbackLoop)
"""What stands on a journey's page under its id."""
_SHOWN = 6
"""How many entries a cell names before it counts the rest."""


def link_journey(desk: Desk, journey: Journey) -> Item:
    """Return a journey by its title."""
    return desk.entry("journey", journey.id, journey.title)


def link_part(desk: Desk, journey: Journey, part: Any) -> Item:
    """Return a part of a journey by its title or text, linked to its place on the journey's page."""
    anchor = part.id if isinstance(part, _ANCHORED) else ""
    return Item(
        escape_html(name_part(desk, part)), desk.atlas.journey(journey.id, page=desk.page, anchor=anchor)
    )


def link_moment(desk: Desk, journey: Journey, touchpoint: Touchpoint) -> Item:
    """Return a touchpoint by its title, with the sign of a moment of truth where it is one."""
    item = link_part(desk, journey, touchpoint)
    return item._replace(mark="truth") if touchpoint.moment_of_truth else item


def link_use(desk: Desk, use: Use) -> Item:
    """Return where a use is: at a touchpoint, in a stage, at an entry of the journey, or all of it."""
    journey = use.journey
    assert journey is not None
    if use.touchpoint:
        return link_moment(desk, journey, use.touchpoint)
    part = use.stage or use.item
    if isinstance(part, Persona):
        return link_persona(desk, journey, part)
    if part is journey:
        return Item(
            escape_html(desk.say(marked("Whole journey"))), desk.atlas.journey(journey.id, page=desk.page)
        )
    return link_part(desk, journey, part)


def name_part(desk: Desk, part: Any) -> str:
    """Return what a part of a journey is called: its title, else its text, else what it is about."""
    if isinstance(part, Kpi):
        return name_kpi(desk.portfolio, part)
    words = getattr(part, "title", "") or strip_markup(getattr(part, "text", "") or getattr(part, "data", ""))
    return words or spell_id(part.id) or desk.say(marked("Feedback loop"))


def name_standing(desk: Desk, journey: Journey) -> str:
    """Return in a word or two whether a journey tells how it is, shall be, or was."""
    retired = journey.status == "retired"
    return desk.word("status", "retired") if retired else desk.word("state", journey.state)


def link_persona(desk: Desk, journey: Journey | None, persona: Persona) -> Item:
    """Return a persona by its title; one that is written in a journey stands on the journey's page."""
    if journey and any(persona is local for local in journey.local_personas):
        url = desk.atlas.journey(journey.id, page=desk.page, anchor=f"persona_{persona.id}")
        return Item(escape_html(persona.title), url)
    return desk.entry("persona", persona.id, persona.title)


def link_team(desk: Desk, id: str) -> tuple[Item, ...]:
    """Return a team by its title, or nothing where no team is named."""
    return (desk.entry("team", id, name_team(desk.portfolio, id)),) if id else ()


def link_system(desk: Desk, id: str) -> Item:
    """Return a system by its title."""
    return desk.entry("system", id, name_system(desk.portfolio, id))


def link_segment(desk: Desk, id: str) -> tuple[Item, ...]:
    """Return a segment by its title, or nothing where none is named."""
    return (desk.entry("segment", id, name_segment(desk.portfolio, id)),) if id else ()


def link_source(desk: Desk, id: str) -> tuple[Item, ...]:
    """Return a source by its title, or nothing where none is named."""
    return (desk.entry("source", id, name_source(desk.portfolio, id)),) if id else ()


def link_tags(desk: Desk, tags: Iterable[str]) -> tuple[Item, ...]:
    """Return tags, each linked to what else has it."""
    return tuple(desk.entry("tag", tag, tag) for tag in tags)


def list_some(desk: Desk, items: Iterable[Item], shown: int = _SHOWN) -> Cell:
    """Return different entries in a cell; of many the first, and how many there are besides."""
    distinct = tuple(dict.fromkeys(items))
    if len(distinct) <= shown + 1:
        return Cell(distinct)
    return Cell((*distinct[:shown], Item(escape_html(count_more(desk, len(distinct) - shown)))))


def count_more(desk: Desk, count: int) -> str:
    """Return in words that there is more than what is shown."""
    return desk.say_count(marked_count("and %(count)d more", "and %(count)d more"), count)


def count(number: int) -> Cell:
    """Return a number of things; none of them is an empty cell."""
    return Cell((Item(escape_html(str(number))),)) if number else Cell()


def show_sample(desk: Desk, sample: int | None) -> Cell:
    """Return how many were asked or watched, as a number that sorts by what it is."""
    if sample is None:
        return Cell()
    return Cell((Item(escape_html(write_count(sample, lang=desk.lang))),), sort=str(sample))


def feel(desk: Desk, score: Number | None) -> Cell:
    """Return a score as a feeling that sorts by its number."""
    return Cell(mood=desk.mood(score), sort="" if score is None else f"{score:.6g}")


def word(text: str) -> Cell:
    """Return a plain text."""
    return Cell((Item(escape_html(text)),)) if text else Cell()


def ranked(desk: Desk, vocabulary: str, value: str | None) -> Cell:
    """Return the word for a value that is more or less than others, by which rows sort in that order."""
    cell = word(desk.word(vocabulary, value))
    return cell._replace(sort=rank_word(value)) if cell.items else cell


def show_day(desk: Desk, iso: str) -> Cell:
    """Return a date in words; how long ago it is says the reader's own clock."""
    day = write_day(iso, lang=desk.lang)
    return Cell(day=day, sort=iso) if day else Cell()


def show_review(desk: Desk, journey: Journey) -> Cell:
    """Return when a journey was last reviewed, and whether that is too long ago."""
    review = desk.review(journey)
    return Cell(day=review.day, every=review.every, sort=review.day.iso) if review else Cell()

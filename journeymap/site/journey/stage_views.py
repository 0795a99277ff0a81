"""Stages and touchpoints in full: everything a journey says about them, nothing where it is silent."""

from collections.abc import Iterator
from typing import Any

from journeymap.model import Stage, Touchpoint
from journeymap.model.summaries import (
    opportunities_within,
    stage_feelings,
    stage_motivations,
    stage_score,
    touchpoint_feelings,
    touchpoint_score,
)
from journeymap.rendering.templating import escape_html, marked
from journeymap.rendering.words import write_span
from journeymap.site.desk import Desk, as_items
from journeymap.site.journey import card_items
from journeymap.site.journey.card_items import list_pictures, list_quotes
from journeymap.site.journey.index import Index
from journeymap.site.journey.names import (
    as_names,
    link_channel,
    link_persona,
    link_source,
    link_system,
    link_tag,
    link_team,
)
from journeymap.site.journey.rows import Card, StageView
from journeymap.site.journey.ways import Step
from journeymap.site.pieces import Fact, Item

_LANES = (
    ("physical_evidence", marked("Evidence")),
    ("frontstage", marked("Frontstage")),
    ("backstage", marked("Backstage")),
    ("support", marked("Support")),
)


def show_stages(desk: Desk, index: Index, steps: dict[str, tuple[Step, ...]]) -> tuple[StageView, ...]:
    """Return the stages of a journey with their touchpoints; ``steps`` are the ways on by touchpoint."""
    return tuple(
        _show_stage(desk, index, number, stage, steps)
        for number, stage in enumerate(index.journey.stages, start=1)
    )


def _show_stage(
    desk: Desk, index: Index, number: int, stage: Stage, steps: dict[str, tuple[Step, ...]]
) -> StageView:
    phase = desk.phase(stage.phase) if stage.phase in desk.portfolio.library.phases else ""
    cards = tuple(
        _show_card(desk, index, f"{number}.{place}", touchpoint, steps.get(touchpoint.id, ()))
        for place, touchpoint in enumerate(stage.touchpoints, start=1)
    )
    return StageView(
        id=stage.id,
        number=number,
        title=stage.title,
        phase=phase if phase != stage.title else "",
        mood=desk.mood(stage_score(stage), "", _certainty(stage)),
        summary=desk.prose(stage.summary),
        facts=tuple(_filled(desk, _stage_facts(desk, stage))),
        cards=cards,
        retiring=desk.retiring(stage.deprecated),
    )


def _stage_facts(desk: Desk, stage: Stage) -> Iterator[tuple[str, str, tuple[Item, ...]]]:
    feelings = stage_feelings(stage, desk.scale, desk.score_words)
    yield marked("Goal of the customer"), "goal", as_items(stage.goal)
    yield marked("Our focus"), "focus", as_items(stage.focus)
    yield marked("Feelings"), "inline", _as_texts(*feelings)
    yield marked("Motivations"), "inline", _as_texts(*stage_motivations(stage))
    yield marked("KPIs"), "kpi", tuple(card_items.list_kpi_items(desk, stage))
    yield marked("Owner"), "", as_names(link_team(desk, stage.owner))
    yield marked("A closer look"), "", card_items.list_detail(desk, stage.expand)
    yield marked("Tags"), "inline", as_names(*(link_tag(desk, tag) for tag in stage.tags))
    yield from card_items.list_own_facts(desk, stage.fields, "stage")


def _show_card(
    desk: Desk, index: Index, number: str, touchpoint: Touchpoint, steps: tuple[Step, ...]
) -> Card:
    feelings = ", ".join(touchpoint_feelings(touchpoint, desk.scale, desk.score_words))
    return Card(
        id=touchpoint.id,
        number=number,
        title=touchpoint.title,
        channels=tuple(desk.channel(channel) for channel in touchpoint.channels),
        kind=desk.word("touchpoint", touchpoint.type),
        mood=desk.mood(touchpoint_score(touchpoint), feelings, _certainty(touchpoint)),
        moment_of_truth=touchpoint.moment_of_truth,
        pains=len(touchpoint.pains),
        gains=len(touchpoint.gains),
        opportunities=len(opportunities_within(index.journey, touchpoint)),
        summary=desk.prose(touchpoint.summary),
        quotes=tuple(list_quotes(desk, index, touchpoint)),
        facts=tuple(_filled(desk, _card_facts(desk, index, touchpoint))),
        pictures=tuple(list_pictures(desk, touchpoint.images)),
        steps=steps,
        retiring=desk.retiring(touchpoint.deprecated),
    )


def _card_facts(
    desk: Desk, index: Index, touchpoint: Touchpoint
) -> Iterator[tuple[str, str, tuple[Item, ...]]]:
    """Yield the touchpoint's facts: what the customer does and wants first, how it is made last."""
    people = (link_persona(desk, index.journey, id) for id in touchpoint.personas)
    yield marked("Action"), "action", as_items(touchpoint.action)
    yield marked("Feelings by persona"), "", tuple(card_items.list_moods(desk, index, touchpoint))
    yield marked("Needs"), "", as_items(*touchpoint.needs)
    yield marked("Expectations"), "", as_items(*touchpoint.expectations)
    yield marked("Motivation"), "inline", as_items(*touchpoint.motivations)
    yield marked("Pains"), "pain", tuple(card_items.list_pain_items(touchpoint.pains))
    yield marked("Gains"), "gain", tuple(card_items.list_gain_items(touchpoint.gains))
    yield marked("Opportunities"), "opportunity", tuple(card_items.list_answers(index, touchpoint))
    yield marked("KPIs"), "kpi", tuple(card_items.list_kpi_items(desk, touchpoint))
    yield marked("Time spent"), "", as_items(write_span(touchpoint.duration_active, lang=desk.lang))
    yield marked("Time that passes"), "", as_items(write_span(touchpoint.duration_elapsed, lang=desk.lang))
    yield marked("Concerns"), "inline", as_names(*people)
    yield (
        marked("Personalised"),
        "",
        tuple(card_items.list_rules(desk, index, touchpoint.personalization)),
    )
    yield from _blueprint_facts(desk, touchpoint)
    yield marked("Policies"), "", as_items(*touchpoint.policies)
    yield marked("From"), "", card_items.name_party(desk, index, touchpoint.actor)
    yield marked("To"), "", card_items.name_party(desk, index, touchpoint.receiver)
    yield marked("Owner"), "", as_names(link_team(desk, touchpoint.owner))
    yield from _source_facts(desk, touchpoint)
    yield from card_items.list_own_facts(desk, touchpoint.fields, "touchpoint")
    links = map(desk.link, touchpoint.links)
    yield marked("Links"), "", tuple(Item(escape_html(link.text), link.url) for link in links)
    yield marked("A closer look"), "", card_items.list_detail(desk, touchpoint.expand)
    yield marked("Tags"), "inline", as_names(*(link_tag(desk, tag) for tag in touchpoint.tags))


def _blueprint_facts(desk: Desk, touchpoint: Touchpoint) -> Iterator[tuple[str, str, tuple[Item, ...]]]:
    """Yield by which channels it happens, and what happens before and behind the curtain."""
    # Their names stand on the folded card; here are the ways to their pages.
    channels = (link_channel(desk, id) for id in touchpoint.channels)
    yield marked("Channels"), "inline", as_names(*(link for link in channels if link.url))
    for lane, title in _LANES:
        yield title, "", tuple(card_items.list_blueprint(desk, getattr(touchpoint.blueprint, lane)))
    yield marked("Systems"), "inline", as_names(*(link_system(desk, id) for id in touchpoint.systems))


def _source_facts(desk: Desk, touchpoint: Touchpoint) -> Iterator[tuple[str, str, tuple[Item, ...]]]:
    """Yield where what is known comes from."""
    sources = (link_source(desk, id) for id in touchpoint.sources)
    yield marked("Data sources"), "inline", as_names(*sources)
    yield marked("Events"), "inline", tuple(card_items.list_events(touchpoint))


def _filled(desk: Desk, facts: Iterator[tuple[str, str, tuple[Item, ...]]]) -> Iterator[Fact]:
    return (Fact(desk.say(label), items, kind) for label, kind, items in facts if items)


def _as_texts(*texts: str) -> tuple[Item, ...]:
    return tuple(Item(escape_html(text)) for text in texts if text)


def _certainty(owner: Stage | Touchpoint) -> Any:
    """Return the weakest confidence behind an owner's feelings."""
    order = ("assumed", "partial", "researched", "measured")
    emotions = [*owner.emotions, *(e for t in getattr(owner, "touchpoints", ()) for e in t.emotions)]
    known = {emotion.confidence for emotion in emotions if emotion.score is not None}
    return next((confidence for confidence in order if confidence in known), "assumed")

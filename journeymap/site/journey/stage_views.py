"""Stages and touchpoints in full: everything a journey says about them, nothing where it is silent."""

from collections.abc import Iterator
from typing import Any

from journeymap.model import BlueprintItem, Pain, Personalization, Stage, Touchpoint
from journeymap.model.summaries import (
    channel_title,
    emotion_words,
    opportunities_within,
    stage_feelings,
    stage_motivations,
    stage_score,
    touchpoint_feelings,
    touchpoint_score,
)
from journeymap.rendering.links import safe_url
from journeymap.rendering.map.journey_map import write_values
from journeymap.rendering.markdown import render_line, render_prose
from journeymap.rendering.naming import (
    name_kpi,
    name_persona,
    name_segment,
    name_source,
    name_system,
    name_team,
    write_kpi,
    write_score,
)
from journeymap.rendering.templating import Html, escape_html, marked
from journeymap.rendering.words import write_span
from journeymap.site.desk import Desk, as_items
from journeymap.site.journey.index import Index
from journeymap.site.journey.rows import Card, StageView
from journeymap.site.pieces import Fact, Item, Picture, Step

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
    phase = desk.portfolio.library.phases.get(stage.phase)
    cards = tuple(
        _show_card(desk, index, f"{number}.{place}", touchpoint, steps.get(touchpoint.id, ()))
        for place, touchpoint in enumerate(stage.touchpoints, start=1)
    )
    return StageView(
        id=stage.id,
        number=number,
        title=stage.title,
        phase=phase.title if phase and phase.title != stage.title else "",
        mood=desk.mood(stage_score(stage), "", _certainty(stage)),
        summary=render_prose(stage.summary),
        facts=tuple(_filled(desk, _stage_facts(desk, stage))),
        cards=cards,
        retiring=desk.retiring(stage.deprecated),
    )


def _stage_facts(desk: Desk, stage: Stage) -> Iterator[tuple[str, str, tuple[Item, ...]]]:
    yield marked("Goal of the customer"), "goal", as_items(stage.goal)
    yield marked("Our focus"), "focus", as_items(stage.focus)
    yield marked("Feelings"), "inline", _list_items(*stage_feelings(stage, desk.scale, desk.score_words))
    yield marked("Motivations"), "inline", _list_items(*stage_motivations(stage))
    yield marked("KPIs"), "kpi", tuple(_kpi_items(desk, stage))
    yield marked("Owner"), "", _list_items(name_team(desk.portfolio, stage.owner) if stage.owner else "")
    yield marked("A closer look"), "", _journey_items(desk, stage.expand)
    for title, items in _custom_facts(desk, stage.fields, "stage"):
        yield title, "", items


def _show_card(
    desk: Desk, index: Index, number: str, touchpoint: Touchpoint, steps: tuple[Step, ...]
) -> Card:
    feelings = ", ".join(touchpoint_feelings(touchpoint, desk.scale, desk.score_words))
    return Card(
        id=touchpoint.id,
        number=number,
        title=touchpoint.title,
        channels=tuple(channel_title(desk.portfolio, channel) for channel in touchpoint.channels),
        kind=desk.word("touchpoint", touchpoint.type),
        mood=desk.mood(touchpoint_score(touchpoint), feelings, _certainty(touchpoint)),
        moment_of_truth=touchpoint.moment_of_truth,
        pains=len(touchpoint.pains),
        gains=len(touchpoint.gains),
        opportunities=len(opportunities_within(index.journey, touchpoint)),
        summary=render_prose(touchpoint.summary),
        quotes=tuple(_quotes(desk, index, touchpoint)),
        facts=tuple(_filled(desk, _card_facts(desk, index, touchpoint))),
        pictures=tuple(_pictures(desk, touchpoint)),
        steps=steps,
        retiring=desk.retiring(touchpoint.deprecated),
    )


def _card_facts(
    desk: Desk, index: Index, touchpoint: Touchpoint
) -> Iterator[tuple[str, str, tuple[Item, ...]]]:
    """Yield the touchpoint's facts: what the customer does and wants first, how it is made last."""
    portfolio = desk.portfolio
    yield marked("Action"), "action", as_items(touchpoint.action)
    yield marked("Feelings by persona"), "", tuple(_persona_moods(desk, index, touchpoint))
    yield marked("Needs"), "", as_items(*touchpoint.needs)
    yield marked("Expectations"), "", as_items(*touchpoint.expectations)
    yield marked("Motivation"), "inline", as_items(*touchpoint.motivations)
    yield marked("Pains"), "pain", tuple(_pain_items(touchpoint.pains))
    gains = tuple(Item(render_line(gain.text), id=gain.id) for gain in touchpoint.gains)
    yield marked("Gains"), "gain", gains
    answers = opportunities_within(index.journey, touchpoint)
    items = tuple(Item(escape_html(answer.title), f"#{answer.id}" if answer.id else "") for answer in answers)
    yield marked("Opportunities"), "opportunity", items
    yield marked("KPIs"), "kpi", tuple(_kpi_items(desk, touchpoint))
    yield marked("Time spent"), "", as_items(write_span(touchpoint.duration_active, lang=desk.lang))
    yield marked("Time that passes"), "", as_items(write_span(touchpoint.duration_elapsed, lang=desk.lang))
    concerned = (name_persona(portfolio, index.journey, id) for id in touchpoint.personas)
    yield marked("Concerns"), "inline", _list_items(*concerned)
    yield marked("Personalised"), "", tuple(_personal_items(desk, index, touchpoint.personalization))
    for lane, title in _LANES:
        yield title, "", tuple(_blueprint_items(desk, getattr(touchpoint.blueprint, lane)))
    yield marked("Systems"), "inline", _list_items(*(name_system(portfolio, id) for id in touchpoint.systems))
    yield marked("Policies"), "", as_items(*touchpoint.policies)
    yield marked("From"), "", _list_items(_party(desk, index, touchpoint.actor))
    yield marked("To"), "", _list_items(_party(desk, index, touchpoint.receiver))
    yield marked("Owner"), "", _list_items(name_team(portfolio, touchpoint.owner) if touchpoint.owner else "")
    yield (
        marked("Data sources"),
        "inline",
        _list_items(*(name_source(portfolio, id) for id in touchpoint.sources)),
    )
    yield (
        marked("Events"),
        "inline",
        tuple(Item(Html(f"<code>{escape_html(e)}</code>")) for e in touchpoint.events),
    )
    for title, custom in _custom_facts(desk, touchpoint.fields, "touchpoint"):
        yield title, "", custom
    links = map(desk.link, touchpoint.links)
    yield marked("Links"), "", tuple(Item(escape_html(link.text), link.url) for link in links)
    yield marked("A closer look"), "", _journey_items(desk, touchpoint.expand)


def _filled(desk: Desk, facts: Iterator[tuple[str, str, tuple[Item, ...]]]) -> Iterator[Fact]:
    return (Fact(desk.say(label), items, kind) for label, kind, items in facts if items)


def _certainty(owner: Stage | Touchpoint) -> Any:
    """Return the weakest confidence behind an owner's feelings."""
    order = ("assumed", "partial", "researched", "measured")
    emotions = [*owner.emotions, *(e for t in getattr(owner, "touchpoints", ()) for e in t.emotions)]
    known = {emotion.confidence for emotion in emotions if emotion.score is not None}
    return next((confidence for confidence in order if confidence in known), "assumed")


def _list_items(*texts: str) -> tuple[Item, ...]:
    return tuple(Item(escape_html(text)) for text in texts if text)


def _persona_moods(desk: Desk, index: Index, touchpoint: Touchpoint) -> Iterator[Item]:
    for emotion in touchpoint.emotions:
        if emotion.persona:
            words = ", ".join(emotion_words(emotion, desk.scale, desk.score_words))
            score = "" if emotion.score is None else write_score(emotion.score, lang=desk.lang)
            name = name_persona(desk.portfolio, index.journey, emotion.persona)
            yield Item(escape_html(f"{words} {score}".strip()), by=name)


def _pain_items(pains: tuple[Pain, ...]) -> Iterator[Item]:
    for pain in pains:
        text = render_line(pain.text)
        yield Item(text, f"#{pain.id}" if pain.id and "<a" not in text.text else "")


def _kpi_items(desk: Desk, owner: Stage | Touchpoint) -> Iterator[Item]:
    for kpi in owner.kpis:
        values = write_kpi(desk.portfolio, kpi, lang=desk.lang)
        yield Item(escape_html(name_kpi(desk.portfolio, kpi)), f"#{owner.id}/{kpi.id}", detail=values)


def _personal_items(desk: Desk, index: Index, rules: tuple[Personalization, ...]) -> Iterator[Item]:
    for rule in rules:
        segment = name_segment(desk.portfolio, rule.segment) if rule.segment else ""
        persona = name_persona(desk.portfolio, index.journey, rule.persona) if rule.persona else ""
        source = name_source(desk.portfolio, rule.source) if rule.source else ""
        detail = " · ".join(filter(None, (source, desk.word("consent", rule.consent))))
        yield Item(render_line(rule.text), by=segment or persona, detail=detail)


def _blueprint_items(desk: Desk, items: tuple[BlueprintItem, ...]) -> Iterator[Item]:
    for item in items:
        system = name_system(desk.portfolio, item.system) if item.system else ""
        text = system if item.text in {"", item.system} else item.text
        owner = name_team(desk.portfolio, item.owner) if item.owner else ""
        details = (system if system != text else "", owner)
        shown = escape_html(text) if text == system else render_line(text)
        yield Item(shown, detail=" · ".join(filter(None, details)))


def _custom_facts(desk: Desk, fields: Any, on: str) -> Iterator[tuple[str, tuple[Item, ...]]]:
    for lane in desk.portfolio.workspace.lanes:
        if lane.on != on or lane.id not in fields:
            continue
        texts = tuple(write_values(fields[lane.id]))
        url = safe_url(texts[0]) if lane.type == "url" and texts else None
        yield lane.title, (Item(escape_html(texts[0]), url),) if url else as_items(*texts)


def _party(desk: Desk, index: Index, party: str) -> str:
    if not party:
        return ""
    return desk.word("party", party) or name_persona(desk.portfolio, index.journey, party)


def _journey_items(desk: Desk, id: str) -> tuple[Item, ...]:
    journey = desk.portfolio.journey(id) if id else None
    if journey is None:
        return ()
    return (Item(escape_html(journey.title), desk.atlas.journey(id, page=desk.page)),)


def _quotes(desk: Desk, index: Index, touchpoint: Touchpoint) -> Iterator[Item]:
    """Yield what people think and say."""
    for thought in touchpoint.thoughts:
        by = name_persona(desk.portfolio, index.journey, thought.persona) if thought.persona else ""
        yield Item(render_line(thought.text), mark="thought", by=by)
    for emotion in touchpoint.emotions:
        if emotion.quote:
            by = name_persona(desk.portfolio, index.journey, emotion.persona) if emotion.persona else ""
            yield Item(render_line(emotion.quote), mark="quote", by=by)


def _pictures(desk: Desk, touchpoint: Touchpoint) -> Iterator[Picture]:
    for image in touchpoint.images:
        url = desk.atlas.picture(image.src, page=desk.page)
        if url:
            yield Picture(url, image.alt)

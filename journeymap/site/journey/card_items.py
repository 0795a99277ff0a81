"""The entries of a stage's or touchpoint's facts: names that lead somewhere, and texts with more to them."""

from collections.abc import Iterator
from typing import Any

from journeymap.model import BlueprintItem, Gain, Image, Pain, Personalization, Stage, Touchpoint
from journeymap.model.summaries import emotion_words, opportunities_within
from journeymap.rendering.links import safe_url
from journeymap.rendering.map.journey_map import write_values
from journeymap.rendering.markdown import render_line
from journeymap.rendering.naming import name_kpi, name_persona, write_kpi, write_score
from journeymap.rendering.templating import Html, escape_html
from journeymap.site.addresses import anchor_of
from journeymap.site.desk import Desk, as_items
from journeymap.site.journey.index import Index
from journeymap.site.journey.names import (
    as_names,
    link_journey,
    link_persona,
    link_segment,
    link_source,
    link_system,
    link_team,
)
from journeymap.site.pieces import Item, Link, Picture


def list_moods(desk: Desk, index: Index, touchpoint: Touchpoint) -> Iterator[Item]:
    """Yield how each persona feels who was asked alone."""
    for emotion in touchpoint.emotions:
        if emotion.persona:
            words = ", ".join(emotion_words(emotion, desk.scale, desk.score_words))
            score = "" if emotion.score is None else write_score(emotion.score, lang=desk.lang)
            name = name_persona(desk.portfolio, index.journey, emotion.persona)
            yield Item(escape_html(f"{words} {score}".strip()), by=name)


def list_pain_items(pains: tuple[Pain, ...]) -> Iterator[Item]:
    """Yield pains, each leading to its place in the list of all."""
    for pain in pains:
        text = render_line(pain.text)
        yield Item(text, f"#{pain.id}" if pain.id and "<a" not in text.text else "")


def list_gain_items(gains: tuple[Gain, ...]) -> Iterator[Item]:
    """Yield gains: this is the place their ids lead to."""
    return (Item(render_line(gain.text), id=gain.id) for gain in gains)


def list_answers(index: Index, touchpoint: Touchpoint) -> Iterator[Item]:
    """Yield the opportunities that address a touchpoint."""
    for answer in opportunities_within(index.journey, touchpoint):
        yield Item(escape_html(answer.title), f"#{answer.id}" if answer.id else "")


def list_kpi_items(desk: Desk, owner: Stage | Touchpoint) -> Iterator[Item]:
    """Yield KPIs with their way, each leading to its row."""
    for kpi in owner.kpis:
        values = write_kpi(desk.portfolio, kpi, lang=desk.lang)
        yield Item(
            escape_html(name_kpi(desk.portfolio, kpi)), f"#{anchor_of(f'{owner.id}/{kpi.id}')}", detail=values
        )


def list_rules(desk: Desk, index: Index, rules: tuple[Personalization, ...]) -> Iterator[Item]:
    """Yield what differs for whom, and on which data."""
    for rule in rules:
        segment = link_segment(desk, rule.segment).text
        persona = link_persona(desk, index.journey, rule.persona).text
        detail = " · ".join(
            filter(None, (link_source(desk, rule.source).text, desk.word("consent", rule.consent)))
        )
        yield Item(render_line(rule.text), by=segment or persona, detail=detail)


def list_blueprint(desk: Desk, items: tuple[BlueprintItem, ...]) -> Iterator[Item]:
    """Yield what happens in a lane of the blueprint, with the system and the team behind it."""
    for item in items:
        system = link_system(desk, item.system)
        owner = link_team(desk, item.owner).text
        if item.text in {"", item.system}:
            yield Item(escape_html(system.text or item.text), system.url, detail=owner)
            continue
        named = system.text if system.text != item.text else ""
        shown = escape_html(item.text) if item.text == system.text else render_line(item.text)
        url = system.url if item.text == system.text else ""
        yield Item(shown, url, detail=" · ".join(filter(None, (named, owner))))


def list_events(touchpoint: Touchpoint) -> Iterator[Item]:
    """Yield the names of what is measured."""
    return (Item(Html(f"<code>{escape_html(event)}</code>")) for event in touchpoint.events)


def list_own_facts(desk: Desk, fields: Any, on: str) -> Iterator[tuple[str, str, tuple[Item, ...]]]:
    """Yield what the workspace's own lanes say of a stage or touchpoint."""
    for lane in desk.portfolio.workspace.lanes:
        if lane.on != on or lane.id not in fields:
            continue
        texts = tuple(write_values(fields[lane.id]))
        url = safe_url(texts[0]) if lane.type == "url" and texts else None
        yield lane.title, "", (Item(escape_html(texts[0]), url),) if url else as_items(*texts)


def name_party(desk: Desk, index: Index, party: str) -> tuple[Item, ...]:
    """Return who does something or whom it reaches."""
    word = desk.word("party", party)
    return as_names(Link(word) if word else link_persona(desk, index.journey, party)) if party else ()


def list_detail(desk: Desk, id: str) -> tuple[Item, ...]:
    """Return the journey that shows more of something."""
    return as_names(link_journey(desk, id)) if id and desk.portfolio.journey(id) else ()


def list_quotes(desk: Desk, index: Index, touchpoint: Touchpoint) -> Iterator[Item]:
    """Yield what people think and say."""
    for thought in touchpoint.thoughts:
        by = name_persona(desk.portfolio, index.journey, thought.persona) if thought.persona else ""
        yield Item(render_line(thought.text), mark="thought", by=by)
    for emotion in touchpoint.emotions:
        if emotion.quote:
            by = name_persona(desk.portfolio, index.journey, emotion.persona) if emotion.persona else ""
            yield Item(render_line(emotion.quote), mark="quote", by=by)


def list_pictures(desk: Desk, images: tuple[Image, ...]) -> Iterator[Picture]:
    """Yield the images that were found."""
    for image in images:
        url = desk.atlas.picture(image.src, page=desk.page)
        if url:
            yield Picture(url, image.alt)

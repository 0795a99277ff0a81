"""The chapter of the personas: who they are, and the journeys they make."""

from collections.abc import Iterator
from typing import Final

from journeymap.artifacts import Artifact
from journeymap.model import Journey, Persona
from journeymap.model.summaries import mean
from journeymap.model.uses import Use
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.naming import name_segment
from journeymap.rendering.templating import escape_html, marked, marked_count
from journeymap.site.addresses import entity_path, list_path, persona_path
from journeymap.site.cards import show_card
from journeymap.site.contexts import CatalogueContext, PersonaContext
from journeymap.site.desk import Desk, as_items
from journeymap.site.entities.cards import PersonaCard
from journeymap.site.entities.persona_findings import (
    count_findings,
    list_feelings,
    show_evidence,
    show_extremes,
    show_troubles,
)
from journeymap.site.entities.places import count_more, link_persona, link_segment
from journeymap.site.entities.used import FILE, show_use, write_use
from journeymap.site.frames import lay_page
from journeymap.site.pieces import Fact, Item, Link, PersonaView, Picture
from journeymap.site.plan import Plan

_CARDS: Final = 6
"""How many journeys a persona's page shows as cards; the table below has the others."""


def build_personas(plan: Plan) -> Iterator[Artifact | PersonaContext | CatalogueContext]:
    """Yield the page of each persona that is not a journey's own, and the page that lists them all."""
    if "personas" in plan.atlas.lists:
        yield _list_personas(plan)
    for persona in plan.portfolio.personas.values():
        uses = plan.uses.get(("persona", persona.id), ())
        desk = plan.desk(persona_path(persona.id), persona.lang)
        yield _show_page(desk, persona, uses)
        if any(use.journey for use in uses):
            yield Artifact(entity_path("persona", persona.id, FILE), write_use(desk, uses))


def _show_page(desk: Desk, persona: Persona, uses: tuple[Use, ...]) -> PersonaContext:
    journeys = _journeys_of(desk, persona, uses)
    felt = list_feelings(journeys, persona)
    left = len(journeys) - _CARDS
    return PersonaContext(
        page=lay_page(desk, persona.title, strip_markup(persona.summary or persona.role)),
        persona=show_persona(desk, persona),
        journeys=tuple(show_card(desk, journey, persona=persona) for journey in journeys[:_CARDS]),
        more=count_more(desk, left) if left > 0 else "",
        figures=tuple(count_findings(desk, journeys, felt)),
        extremes=tuple(show_extremes(desk, felt)),
        grids=(*show_troubles(desk, journeys, persona), *show_evidence(desk, persona)),
        used=show_use(desk, uses),
        tags=tuple(Link(tag, desk.atlas.find("tag", tag, page=desk.page)) for tag in persona.tags),
        formerly=persona.aliases,
        retiring=desk.retiring(persona.deprecated),
    )


def _journeys_of(desk: Desk, persona: Persona, uses: tuple[Use, ...]) -> tuple[Journey, ...]:
    """Return the journeys that a persona makes; one with a persona of its own by this id is not theirs."""
    found = {use.journey.id: use.journey for use in uses if use.journey and use.field == "personas"}
    return tuple(
        journey
        for journey in found.values()
        if any(one is persona for one in desk.portfolio.personas_of(journey))
    )


def _list_personas(plan: Plan) -> CatalogueContext:
    desk = plan.desk(list_path("personas"))
    title = desk.say(marked("Personas"))
    lead = desk.say(marked("Who makes the journeys."))
    shared = [
        _show_card(desk, persona, _journeys_of(desk, persona, plan.uses.get(("persona", persona.id), ())))
        for persona in plan.portfolio.personas.values()
    ]
    local = [
        _show_card(desk, persona, (journey,), home=journey)
        for journey in plan.portfolio.journeys
        for persona in journey.local_personas
    ]
    return CatalogueContext(
        lay_page(desk, title, lead), title, lead, (), (), people=(*shared, *local), label=title
    )


def _show_card(
    desk: Desk, persona: Persona, journeys: tuple[Journey, ...], *, home: Journey | None = None
) -> PersonaCard:
    url = link_persona(desk, home, persona).url
    felt = list_feelings(journeys, persona)
    segment = name_segment(desk.portfolio, persona.segment) if persona.segment else ""
    count = desk.say_count(marked_count("%(count)d journey", "%(count)d journeys"), len(journeys))
    return PersonaCard(
        person=desk.person(persona, url=url),
        quote=strip_markup(persona.quote),
        certainty=persona.confidence,
        certainty_word=desk.word("confidence", persona.confidence),
        segment=segment,
        journeys=count if journeys else desk.say(marked("no journey yet")),
        mood=desk.mood(mean(score for score, _ in felt)),
        words=" ".join((persona.title, persona.role, segment, *persona.tags)).casefold(),
    )


def show_persona(desk: Desk, persona: Persona) -> PersonaView:
    """Return a persona in full."""
    image = persona.image
    url = desk.atlas.picture(image.src, page=desk.page) if image else ""
    return PersonaView(
        id=persona.id,
        person=desk.person(persona),
        quote=strip_markup(persona.quote),
        summary=desk.prose(persona.summary),
        facts=tuple(_facts(desk, persona)),
        traits=tuple(_traits(desk, persona)),
        picture=Picture(url, image.alt) if image and url else None,
        certainty=persona.confidence,
        certainty_word=desk.word("confidence", persona.confidence),
    )


def _facts(desk: Desk, persona: Persona) -> Iterator[Fact]:
    lists = (
        (marked("Goals"), persona.goals, "goal"),
        (marked("Needs"), persona.needs, ""),
        (marked("Motivations"), persona.motivations, ""),
        (marked("Frustrations"), persona.frustrations, "pain"),
        (marked("Behaviours"), persona.behaviours, ""),
    )
    for label, texts, kind in lists:
        if texts:
            yield Fact(desk.say(label), as_items(*texts), kind)


def _traits(desk: Desk, persona: Persona) -> Iterator[Fact]:
    for label, value in persona.demographics:
        yield Fact(label[:1].upper() + label[1:], as_items(value))
    if persona.segment:
        yield Fact(desk.say(marked("Segment")), link_segment(desk, persona.segment))
    if persona.channels:
        channels = (desk.entry("channel", id, desk.channel(id)) for id in persona.channels)
        yield Fact(desk.say(marked("Channels")), tuple(channels))
    links = tuple(map(desk.link, persona.links))
    if links:
        yield Fact(desk.say(marked("Links")), tuple(Item(escape_html(link.text), link.url) for link in links))

"""The chapter of the personas: who they are, and the journeys they make."""

from collections.abc import Iterator

from journeymap.model import Persona
from journeymap.model.summaries import channel_title
from journeymap.rendering.markdown import render_prose, strip_markup
from journeymap.rendering.naming import name_segment
from journeymap.rendering.templating import escape_html, marked
from journeymap.site.addresses import persona_path
from journeymap.site.cards import show_card
from journeymap.site.contexts import PersonaContext
from journeymap.site.desk import Desk, as_items
from journeymap.site.frames import lay_page
from journeymap.site.pieces import Fact, Item, PersonaView, Picture
from journeymap.site.plan import Plan


def build_personas(plan: Plan) -> Iterator[PersonaContext]:
    """Yield the page of each persona that is not a journey's own."""
    for persona in plan.portfolio.personas.values():
        desk = plan.desk(persona_path(persona.id), persona.lang)
        journeys = tuple(
            show_card(desk, journey, persona=persona)
            for journey in plan.portfolio.journeys
            if any(one is persona for one in plan.portfolio.personas_of(journey))
        )
        page = lay_page(desk, persona.title, strip_markup(persona.summary or persona.role))
        yield PersonaContext(page, show_persona(desk, persona), journeys)


def show_persona(desk: Desk, persona: Persona) -> PersonaView:
    """Return a persona in full."""
    image = persona.image
    url = desk.atlas.picture(image.src, page=desk.page) if image else ""
    return PersonaView(
        id=persona.id,
        person=desk.person(persona),
        quote=strip_markup(persona.quote),
        summary=render_prose(persona.summary),
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
        yield Fact(label, as_items(value))
    if persona.segment:
        segment = Item(escape_html(name_segment(desk.portfolio, persona.segment)))
        yield Fact(desk.say(marked("Segment")), (segment,))
    if persona.channels:
        titles = (channel_title(desk.portfolio, channel) for channel in persona.channels)
        yield Fact(desk.say(marked("Channels")), tuple(Item(escape_html(title)) for title in titles))
    links = tuple(map(desk.link, persona.links))
    if links:
        yield Fact(desk.say(marked("Links")), tuple(Item(escape_html(link.text), link.url) for link in links))

"""A journey as an outline: the lens, every stage with its touchpoints, and all that they add up to."""

from collections.abc import Iterable, Iterator

from journeymap.rendering.templating import escape_html, marked
from journeymap.site.announcing.journey_tables import tabulate_journey
from journeymap.site.announcing.outlines import Outline, outline_persona
from journeymap.site.announcing.pieces import list_items, tell_mood
from journeymap.site.contexts import JourneyContext
from journeymap.site.desk import Desk
from journeymap.site.journey.rows import Card, StageView
from journeymap.site.pieces import Fact, Item


def outline_journey(desk: Desk, context: JourneyContext) -> Outline:
    """Return a journey as an outline, from its lens to its evidence."""
    lead = [text for text in (context.lead, context.sentence) if text.text]
    if context.retiring:
        lead.insert(0, escape_html(context.retiring))
    return Outline(
        context.title,
        tuple(lead),
        tuple(_tell_lens(desk, context)),
        tuple(tabulate_journey(desk, context)),
        (
            *(_outline_stage(desk, stage) for stage in context.stages),
            *(outline_persona(desk, view) for view in context.people),
        ),
    )


def _tell_lens(desk: Desk, context: JourneyContext) -> Iterator[Fact]:
    """Yield what the journey is about, for whom, and who answers for it."""
    shown: tuple[tuple[str, Iterable[Item]], ...] = (
        (marked("State"), list_items(context.state_word, context.status_word)),
        (marked("Personas"), list_items(*context.personas)),
        (marked("Scenario"), list_items(context.scenario)),
        (marked("Goal"), list_items(context.goal)),
        (marked("Objective"), list_items(context.objective)),
        (marked("Measured by"), list_items(context.objective_kpi)),
        (marked("Trigger"), list_items(context.trigger)),
        (marked("Outcome"), list_items(context.outcome)),
        (marked("Owner"), list_items(context.owner)),
        (marked("Last review"), list_items(context.review.day.text if context.review else "")),
        (marked("Plans a change of"), list_items(context.base)),
        (marked("Tags"), list_items(*context.tags)),
        (marked("Links"), list_items(*context.links)),
    )
    for label, items in shown:
        found = tuple(items)
        if found:
            yield Fact(desk.say(label), found, "inline")
    yield from context.facts
    for figure in context.figures:
        note = " · ".join(note.text for note in figure.notes if note.text)
        yield Fact(figure.label, (Item(escape_html(figure.value), detail=note),))


def _outline_stage(desk: Desk, stage: StageView) -> Outline:
    """Return a stage with its touchpoints."""
    facts = [Fact(desk.say(marked("Phase")), tuple(list_items(stage.phase)))] if stage.phase else []
    if stage.mood:
        facts.append(Fact(desk.say(marked("Feeling")), tuple(list_items(tell_mood(stage.mood)))))
    return Outline(
        f"{stage.number} · {stage.title}",
        tuple(text for text in (escape_html(stage.retiring), stage.summary) if text.text),
        (*facts, *stage.facts),
        parts=tuple(_outline_touchpoint(desk, card) for card in stage.cards),
    )


def _outline_touchpoint(desk: Desk, card: Card) -> Outline:
    """Return a touchpoint in full."""
    truth = desk.say(marked("Moment of truth")) if card.moment_of_truth else ""
    shown = (
        (marked("Kind"), list_items(card.kind, truth)),
        (marked("Channels"), list_items(*card.channels)),
        (marked("Feeling"), list_items(tell_mood(card.mood) if card.mood else "")),
        (marked("What people think and say"), card.quotes),
    )
    lead = tuple((desk.say(label), tuple(items)) for label, items in shown)
    ways = tuple(
        Item(escape_html(step.target.text), detail=" · ".join(filter(None, (step.when, step.share))))
        for step in card.steps
    )
    return Outline(
        f"{card.number} {card.title}",
        tuple(text for text in (escape_html(card.retiring), card.summary) if text.text),
        (
            *(Fact(label, items, "inline" if label != lead[-1][0] else "") for label, items in lead if items),
            *card.facts,
            *((Fact(desk.say(marked("Goes on to")), ways),) if ways else ()),
        ),
    )

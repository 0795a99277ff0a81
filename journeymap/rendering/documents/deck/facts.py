"""A row of facts on a slide: what each is called, what it is, and a note below."""

from collections.abc import Iterator, Sequence

from journeymap.model import Journey, Portfolio, Touchpoint
from journeymap.model.summaries import (
    DEFAULT_WORDS,
    journey_score,
    moments_of_truth,
    pains_of,
    peaks,
    score_label,
    touchpoint_score,
)
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.documents.deck.look import LEADING, Look
from journeymap.rendering.documents.deck.shapes import Paint
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.documents.deck.writing import Paragraph, say, shorten
from journeymap.rendering.geometry import Box
from journeymap.rendering.templating import marked, marked_count, translate, translate_count


class Fact(NamedTuple):
    """Something to know about a journey."""

    label: str
    text: str
    note: str = ""


def write_facts(canvas: SlideCanvas, facts: Sequence[Fact], room: Box, *, boxed: bool = False) -> None:
    """Write facts side by side, in boxes of their own where they are numbers."""
    look = canvas.look
    gap = look.unit * (1.5 if boxed else 3)
    width = (room.width - gap * (len(facts) - 1)) / len(facts)
    for index, fact in enumerate(facts):
        box = Box(room.x + index * (width + gap), room.y, width, room.height)
        inset = look.unit if boxed else 0
        paint = Paint(look.theme.surface) if boxed else Paint()
        said = _numbers(look, fact, width - 2 * inset) if boxed else _words(look, fact, box)
        if any(whole.text not in (fact.text, fact.note, fact.label) for whole in said):
            canvas.notes.append(f"{fact.label}: {' · '.join(filter(None, (fact.text, fact.note)))}")
        radius = look.unit if boxed else 0
        canvas.write_text(
            said,
            box,
            name=fact.label,
            anchor="ctr" if boxed else "t",
            paint=paint,
            radius=radius,
            inset=inset,
        )


def list_figures(look: Look, portfolio: Portfolio, journey: Journey) -> Iterator[Fact]:
    """Yield the numbers of a journey; what is not known is left out."""
    score, extremes = journey_score(journey), peaks(journey)
    if score is not None and extremes is not None:
        words = tuple(translate(word, lang=look.lang) for word in DEFAULT_WORDS)
        label = score_label(portfolio.workspace.emotion_scale, score, words)
        yield Fact(translate(marked("Mean feeling"), lang=look.lang), look.score(score), label)
        yield _moment(look, marked("Lowest point"), extremes.pit)
        yield _moment(look, marked("How it ends"), extremes.end)
    counts = (
        (marked_count("Moment of truth", "Moments of truth"), len(moments_of_truth(journey))),
        (marked_count("Pain", "Pains"), len(pains_of(journey))),
        (marked_count("Opportunity", "Opportunities"), len(journey.opportunities)),
    )
    for forms, count in counts:
        if count:
            yield Fact(translate_count(*forms, count, lang=look.lang), str(count))


def _moment(look: Look, label: str, touchpoint: Touchpoint) -> Fact:
    score = look.score(touchpoint_score(touchpoint) or 0)
    return Fact(translate(label, lang=look.lang), score, touchpoint.title)


def _numbers(look: Look, fact: Fact, width: float) -> tuple[Paragraph, ...]:
    theme = look.theme
    lines = [
        shorten(say(fact.label, look.small, theme.muted), width, 1),
        say(fact.text, look.heading * 1.35, theme.text, bold=True),
    ]
    if fact.note:
        lines.append(shorten(say(fact.note, look.small, theme.muted), width, 1))
    return tuple(lines)


def _words(look: Look, fact: Fact, box: Box) -> tuple[Paragraph, ...]:
    theme = look.theme
    room = box.height - look.small * LEADING
    text = say(fact.text, look.heading, theme.text)
    return (
        shorten(say(fact.label, look.small, theme.muted, bold=True), box.width, 1),
        shorten(text, box.width, int(room / (text.size * LEADING))),
    )

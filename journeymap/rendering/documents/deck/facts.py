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
from journeymap.rendering.documents.deck.writing import Paragraph, height_of, say, shorten
from journeymap.rendering.geometry import Box
from journeymap.rendering.templating import marked, marked_count, translate, translate_count

NUMBERS_APART, WORDS_APART = 1.5, 3.0
"""The gaps between facts in units."""
NOTED = 1.3
"""The share of a number with a note, beside those without."""
LABEL_LINES, NOTE_LINES = 2, 3


class Fact(NamedTuple):
    """Something to know about a journey."""

    label: str
    text: str
    note: str = ""


def write_facts(canvas: SlideCanvas, facts: Sequence[Fact], room: Box, *, boxed: bool = False) -> None:
    """Write facts side by side, in boxes of their own where they are numbers."""
    look = canvas.look
    apart = NUMBERS_APART if boxed else WORDS_APART
    x = room.x
    for fact, width in zip(facts, _share_width(look, facts, room.width, apart), strict=True):
        box = Box(x, room.y, width, room.height)
        x += width + apart * look.unit
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


def height_of_facts(look: Look, facts: Sequence[Fact], width: float) -> float:
    """Return how high the boxes of some numbers are: the one with the longest note decides."""
    heights = (
        height_of(_numbers(look, fact, box - 2 * look.unit), box - 2 * look.unit)
        for fact, box in zip(facts, _share_width(look, facts, width, NUMBERS_APART), strict=True)
    )
    return max(heights) + look.unit


def _share_width(look: Look, facts: Sequence[Fact], width: float, apart: float) -> Iterator[float]:
    """Yield the width of each fact; those with a note have more of it where only numbers stand in boxes."""
    shares = [NOTED if fact.note else 1.0 for fact in facts]
    free = width - apart * look.unit * (len(facts) - 1)
    return (free * share / sum(shares) for share in shares)


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
        shorten(say(fact.label, look.small, theme.muted), width, LABEL_LINES),
        say(fact.text, look.heading * 1.35, theme.text, bold=True),
    ]
    if fact.note:
        lines.append(shorten(say(fact.note, look.small, theme.muted), width, NOTE_LINES))
    return tuple(lines)


def _words(look: Look, fact: Fact, box: Box) -> tuple[Paragraph, ...]:
    theme = look.theme
    room = box.height - look.small * LEADING
    text = say(fact.text, look.heading, theme.text)
    return (
        shorten(say(fact.label, look.small, theme.muted, bold=True), box.width, 1),
        shorten(text, box.width, int(room / (text.size * LEADING))),
    )

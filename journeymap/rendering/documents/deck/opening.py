"""The first slide: what the deck is about, whose it is, and the curve across it."""

from collections.abc import Iterator

from journeymap.model import Journey, Portfolio
from journeymap.rendering.dates import write_day
from journeymap.rendering.documents.deck.curves import (
    LARGEST_FACE,
    draw_faces,
    draw_lines,
    lay_plot,
)
from journeymap.rendering.documents.deck.facts import Fact, write_facts
from journeymap.rendering.documents.deck.key import write_key
from journeymap.rendering.documents.deck.layouts import cover_box
from journeymap.rendering.documents.deck.look import LEADING, WIDTH, Look
from journeymap.rendering.documents.deck.shapes import Paint
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.documents.deck.writing import say, shorten
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.journey_map import JourneyMap
from journeymap.rendering.map.words import tell_feelings
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import name_persona, name_team
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import word_for

ART = Box(0, 300, WIDTH, 96)
"""Where the curve runs across the cover."""
MOST_LINES = 3
"""The lines of more people would be a knot there: the first one stands for them, and says whose it is."""


def draw_cover(look: Look, portfolio: Portfolio, drawn: JourneyMap) -> SlideCanvas:
    """Draw the slide that names the journey."""
    journey, theme = drawn.journey, look.theme
    canvas = SlideCanvas(look)
    canvas.section = translate(marked("The whole journey"), lang=look.lang)
    canvas.draw_box(Box(0, 0, WIDTH, look.unit), Paint(theme.accent), name="Band")
    state = say(word_for("state", journey.state, lang=look.lang), look.heading, theme.accent, bold=True)
    top = Box(look.margin, look.margin, WIDTH - 2 * look.margin, look.heading * LEADING)
    canvas.write_text((state,), top, name="State")
    room = cover_box(look)
    canvas.write_title(journey.title, room, size=look.cover)
    _write_goal(canvas, journey, Box(room.x, room.bottom + look.unit, room.width, ART.y - room.bottom - 12))
    _draw_art(canvas, drawn)
    facts = tuple(_cover_facts(look, portfolio, journey))
    if facts:
        write_facts(canvas, facts, Box(look.margin, ART.bottom + 40, WIDTH - 2 * look.margin, 76))
    canvas.notes += [one_line(text) for text in (journey.summary, journey.scenario) if text.strip()]
    return canvas


def _write_goal(canvas: SlideCanvas, journey: Journey, room: Box) -> None:
    if not journey.goal.strip():
        return
    look = canvas.look
    size = look.heading
    count = int(room.height / (size * LEADING))
    goal = say(journey.goal, size, look.theme.muted)
    shown = shorten(goal, room.width, count)
    if shown != goal:
        canvas.notes.append(goal.text)
    canvas.write_text((shown,), room, name="Goal")


def _draw_art(canvas: SlideCanvas, drawn: JourneyMap) -> None:
    """Draw the curve across the whole slide, and below it whose its lines are."""
    if not drawn.lines:
        return
    look = canvas.look
    radius = max(4.0, min(LARGEST_FACE, 160 / len(drawn.columns)))
    lines = drawn.lines if len(drawn.lines) <= MOST_LINES else drawn.lines[:1]
    plot = lay_plot(ART, range(len(drawn.columns)), lines, radius=radius)
    titles = tuple(column.owner.title for column in drawn.columns)
    about = tell_feelings(drawn.journey, lang=look.lang) or drawn.journey.title
    canvas.open_group("Emotion curve", about)
    y = plot.level(0)
    canvas.draw_line((0, y), (WIDTH, y), Paint(line=look.theme.line, width=0.75, dash="dash"))
    draw_lines(canvas, plot, lines, about=about)
    draw_faces(canvas, plot, lines, titles)
    canvas.close_group()
    if len(drawn.lines) > 1 or (len(drawn.journey.personas) > 1 and lines[0].title):
        write_key(canvas, lines, Box(look.margin, ART.bottom + 10, WIDTH - 2 * look.margin, 16), named=True)


def _cover_facts(look: Look, portfolio: Portfolio, journey: Journey) -> Iterator[Fact]:
    people = " · ".join(name_persona(portfolio, journey, id) for id in journey.personas)
    day = write_day(journey.reviewed, lang=look.lang)
    pairs = (
        (marked("Personas"), people),
        (marked("Owner"), name_team(portfolio, journey.owner) if journey.owner else ""),
        (marked("Reviewed"), look.number(day.text) if day else ""),
    )
    return (Fact(translate(label, lang=look.lang), text) for label, text in pairs if text)

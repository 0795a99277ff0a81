"""The slide of the whole journey: its numbers, its stages, and the curve over all of them."""

from collections.abc import Sequence
from itertools import accumulate, chain

from journeymap.model import Portfolio
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.documents.deck.curves import (
    MOST_LINES,
    Plot,
    draw_faces,
    draw_ground,
    draw_line,
)
from journeymap.rendering.documents.deck.facts import list_figures, write_facts
from journeymap.rendering.documents.deck.layouts import footer_box
from journeymap.rendering.documents.deck.look import LEADING, SMALLEST, WIDTH, Look
from journeymap.rendering.documents.deck.shapes import Paint
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.documents.deck.writing import Paragraph, Run, lines_of, say, shorten, width_of
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.journey_map import JourneyMap
from journeymap.rendering.map.signs import line_colour
from journeymap.rendering.map.words import describe_map, tell_feelings
from journeymap.rendering.metrics import one_line
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import word_for

FACTS = 66.0
MARGIN = 8.0
"""The space between two labels."""
LABEL = 16.0
"""The height of the rows above and below the curve, where its peak, pit and end are named."""


class _Seat(NamedTuple):
    """A label beside the curve: where it stands, and the face it speaks of."""

    box: Box
    paragraph: Paragraph
    column: int
    level: float


def draw_overview(look: Look, portfolio: Portfolio, drawn: JourneyMap, *, footer: str) -> SlideCanvas:
    """Draw the slide of the whole curve with its numbers."""
    journey = drawn.journey
    canvas = SlideCanvas(look)
    title = canvas.write_title(translate(marked("The whole journey"), lang=look.lang))
    y = title.bottom + look.unit * 1.5
    facts = tuple(list_figures(look, portfolio, journey))
    if facts:
        write_facts(canvas, facts, Box(look.margin, y, WIDTH - 2 * look.margin, FACTS), boxed=True)
        y += FACTS + look.unit * 2
    bottom = footer_box(look).y - look.unit
    if drawn.columns:
        _draw_journey(canvas, drawn, Box(look.margin, y, WIDTH - 2 * look.margin, bottom - y))
    canvas.notes += filter(None, [describe_map(journey, lang=look.lang)])
    canvas.write_footer(footer, 2)
    return canvas


def _draw_journey(canvas: SlideCanvas, drawn: JourneyMap, room: Box) -> None:
    look = canvas.look
    legend = LABEL + look.unit if _needs_legend(drawn) else 0.0
    widths = [span.width * room.width / len(drawn.columns) for span in drawn.stages]
    heads = [
        shorten(say(span.stage.title, look.small, look.theme.text, bold=True), width - 8, 2)
        for span, width in zip(drawn.stages, widths, strict=True)
    ]
    tallest = max(len(lines_of(head, width - 8)) for head, width in zip(heads, widths, strict=True))
    head_height = tallest * look.small * LEADING + look.unit
    band = Box(room.x, room.y, room.width, room.height - legend)
    canvas.open_group("Stages", ", ".join(span.stage.title for span in drawn.stages))
    starts = [0.0, *accumulate(widths)]
    for index, (head, width) in enumerate(zip(heads, widths, strict=True)):
        box = Box(room.x + starts[index] + 1, band.y, width - 2, band.height)
        fill = look.theme.surface if index % 2 == 0 else look.theme.background
        canvas.draw_box(box, Paint(fill), radius=look.unit / 2, name="Stage")
        inner = Box(box.x + 3, band.y, box.width - 6, head_height)
        canvas.write_text((head,), inner, name=one_line(drawn.stages[index].stage.title), anchor="ctr")
    canvas.close_group()
    top = band.y + head_height + LABEL
    box = Box(room.x, top, room.width, band.bottom - top - LABEL - 4)
    plot = Plot(box, 0, len(drawn.columns), max(3.5, min(10.0, box.width / len(drawn.columns) * 0.36)))
    _draw_curves(canvas, drawn, plot)
    if legend:
        _write_legend(canvas, drawn, Box(room.x, room.bottom - LABEL, room.width, LABEL))


def _draw_curves(canvas: SlideCanvas, drawn: JourneyMap, plot: Plot) -> None:
    look = canvas.look
    lines = drawn.lines[:MOST_LINES]
    seats = _seat_labels(look, drawn, plot) if len(lines) == 1 else ()
    about = tell_feelings(drawn.journey, lang=look.lang) or translate(marked("Feeling"), lang=look.lang)
    canvas.open_group("Emotion curve", about)
    draw_ground(canvas, plot)
    for seat in seats:
        x = plot.centre(seat.column)
        end = seat.box.y if seat.box.y > plot.box.middle else seat.box.bottom
        canvas.draw_line((x, seat.level), (x, end), Paint(line=look.theme.border, width=0.75, dash="sysDot"))
    titles = tuple(column.owner.title for column in drawn.columns)
    for index, line in enumerate(lines):
        draw_line(canvas, plot, line, index, alt=line.title or about)
    draw_faces(canvas, plot, lines, titles)
    canvas.close_group()
    for seat in seats:
        canvas.write_text((seat.paragraph,), seat.box, name="Moment", anchor="ctr")


def _seat_labels(look: Look, drawn: JourneyMap, plot: Plot) -> tuple[_Seat, ...]:
    """Return the labels of peak, pit and end: above or below the curve, none upon another."""
    seats: list[_Seat] = []
    for column, feeling in enumerate(drawn.lines[0].feelings):
        if feeling is None or feeling.height is None or not feeling.moments:
            continue
        names = " · ".join(word_for("moment", moment, lang=look.lang) for moment in feeling.moments)
        runs = (
            Run(f"{names}  ", look.theme.text, bold=True),
            Run(one_line(drawn.columns[column].owner.title), look.theme.muted),
        )
        label = shorten(Paragraph(runs, SMALLEST, "middle"), plot.box.width / 3.2, 1)
        rows = [plot.box.y - LABEL, plot.box.bottom]
        box = _find_seat(label, plot, column, rows if feeling.height >= 0 else rows[::-1], seats)
        seats.append(_Seat(box, label, column, plot.level(feeling.height)))
    return tuple(seats)


def _find_seat(
    label: Paragraph, plot: Plot, column: int, rows: Sequence[float], taken: Sequence[_Seat]
) -> Box:
    """Return the room of a label: by its face, or beside the labels there, in the first row with room.

    There are three labels at most, none wider than a third: one of two rows always has room.
    """
    width = width_of((label,)) + 2
    middle = min(max(plot.centre(column) - width / 2, plot.box.x), plot.box.right - width)
    for y in rows:
        others = [seat.box for seat in taken if seat.box.y == y]
        beside = ((box.right + MARGIN, box.x - MARGIN - width) for box in others)
        for left in (middle, *chain.from_iterable(beside)):
            inside = plot.box.x <= left and left + width <= plot.box.right
            if inside and all(left >= box.right or left + width <= box.x for box in others):
                return Box(left, y, width, LABEL)
    raise AssertionError(label.text)


def _needs_legend(drawn: JourneyMap) -> bool:
    return len(drawn.lines) > 1 or any(line.before for line in drawn.lines) or has_assumptions(drawn)


def has_assumptions(drawn: JourneyMap) -> bool:
    """Say whether any feeling on the curve rests on no research."""
    return any(
        feeling is not None and feeling.height is not None and feeling.confidence == "assumed"
        for line in drawn.lines
        for feeling in line.feelings
    )


def _write_legend(canvas: SlideCanvas, drawn: JourneyMap, room: Box) -> None:
    """Write what the lines and the hollow faces stand for."""
    look = canvas.look
    x = room.x
    several = len(drawn.lines) > 1
    for index, line in enumerate(drawn.lines[:MOST_LINES] if several else ()):
        canvas.draw_face(0, (x + 6, room.middle), 5.5, line=index, alt=line.title)
        x = _write_name(canvas, line.title, line_colour(look.theme, index), x + 18, room)
    if any(line.before for line in drawn.lines):
        paint = Paint(line=look.theme.muted, width=1.25, dash="sysDot")
        canvas.draw_line((x, room.middle), (x + 18, room.middle), paint)
        x = _write_name(
            canvas, translate(marked("As it is today"), lang=look.lang), look.theme.muted, x + 24, room
        )
    if has_assumptions(drawn):
        words = translate(marked("assumed, not researched"), lang=look.lang)
        canvas.draw_face(0, (x + 6, room.middle), 5.5, hollow=True, alt=words)
        _write_name(canvas, words, look.theme.muted, x + 18, room)


def _write_name(canvas: SlideCanvas, text: str, colour: str, x: float, room: Box) -> float:
    look = canvas.look
    said = shorten(say(text, look.small, colour), max(40.0, min(220.0, room.right - x)), 1)
    width = width_of((said,)) + 2
    canvas.write_text((said,), Box(x, room.y, width, room.height), name="Legend", anchor="ctr")
    return x + width + 2 * look.unit

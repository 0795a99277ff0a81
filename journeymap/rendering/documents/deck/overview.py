"""The slide of the whole journey: its numbers, its stages, and the curve over all of them."""

from collections.abc import Sequence
from itertools import accumulate, chain

from journeymap.model import EmotionScale, Portfolio
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.documents.deck.curves import (
    LARGEST_FACE,
    MOST_LINES,
    Plot,
    draw_faces,
    draw_ground,
    draw_lines,
    lay_plot,
)
from journeymap.rendering.documents.deck.facts import height_of_facts, list_figures, write_facts
from journeymap.rendering.documents.deck.key import needs_key, write_key, write_scale
from journeymap.rendering.documents.deck.layouts import footer_box
from journeymap.rendering.documents.deck.look import LEADING, SMALLEST, WIDTH, Look
from journeymap.rendering.documents.deck.shapes import Paint
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.documents.deck.writing import (
    Paragraph,
    Run,
    height_of,
    lines_of,
    say,
    shorten,
    width_of,
)
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.journey_map import JourneyMap
from journeymap.rendering.map.words import describe_map, tell_feelings
from journeymap.rendering.metrics import one_line
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import word_for

MARGIN = 8.0
"""The space between two labels."""
SCALE = 108.0
"""The width of the words of the scale, before the curve."""
NAME_LINES = 5
NARROWEST_NAME = 56.0
"""Touchpoints are named below the curve where all their names have room in so many lines of that width."""
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
    canvas.section = translate(marked("The whole journey"), lang=look.lang)
    title = canvas.write_title(canvas.section)
    y = title.bottom + look.unit * 1.5
    facts = tuple(list_figures(look, portfolio, journey))
    if facts:
        room = Box(look.margin, y, WIDTH - 2 * look.margin, 0)
        room = room._replace(height=height_of_facts(look, facts, room.width))
        write_facts(canvas, facts, room, boxed=True)
        y += room.height + look.unit * 2
    bottom = footer_box(look).y - look.unit
    if drawn.columns:
        room = Box(look.margin, y, WIDTH - 2 * look.margin, bottom - y)
        _draw_journey(canvas, drawn, room, portfolio.workspace.emotion_scale)
    canvas.notes += filter(None, [describe_map(journey, lang=look.lang)])
    canvas.write_footer(footer, 2)
    return canvas


def _draw_journey(canvas: SlideCanvas, drawn: JourneyMap, place: Box, scale: EmotionScale) -> None:
    look = canvas.look
    lines = drawn.lines[:MOST_LINES]
    legend = LABEL + look.unit if needs_key(lines) else 0.0
    aside = SCALE if lines else 0.0
    room = Box(place.x + aside, place.y, place.width - aside, place.height)
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
    names = _name_columns(look, drawn, room.width / len(drawn.columns))
    named = max((height_of((name,), room.width / len(names) - 6) for name in names), default=0.0)
    box = Box(room.x, top, room.width, band.bottom - top - LABEL - 4 - named)
    radius = max(3.5, min(LARGEST_FACE, box.width / len(drawn.columns) * 0.36))
    plot = lay_plot(box, range(len(drawn.columns)), lines, radius=radius)
    _draw_curves(canvas, drawn, plot)
    for column, name in enumerate(names):
        where = Box(plot.centre(column) - plot.step / 2 + 3, band.bottom - 2 - named, plot.step - 6, named)
        canvas.write_text((name,), where, name="Touchpoint")
    if lines:
        write_scale(canvas, scale, plot, Box(place.x, box.y, SCALE - look.unit, box.height))
    if legend:
        write_key(canvas, lines, Box(room.x, room.bottom - LABEL, room.width, LABEL))


def _name_columns(look: Look, drawn: JourneyMap, width: float) -> tuple[Paragraph, ...]:
    """Return the names of all touchpoints, or none where one of them has no room below the curve."""
    if width < NARROWEST_NAME or any(column.touchpoint is None for column in drawn.columns):
        return ()
    names = tuple(
        say(column.owner.title, SMALLEST, look.theme.muted, align="middle") for column in drawn.columns
    )
    return names if all(shorten(name, width - 6, NAME_LINES) == name for name in names) else ()


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
    draw_lines(canvas, plot, lines, about=about)
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

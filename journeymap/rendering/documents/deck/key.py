"""The key of a curve on slides: whose its lines are, what dots and hollow faces stand for, and its scale."""

from collections.abc import Sequence

from journeymap.model import EmotionScale
from journeymap.rendering.documents.deck.curves import MOST_LINES, Plot, paint_before, paint_line
from journeymap.rendering.documents.deck.look import LEADING, SMALLEST, WIDTH
from journeymap.rendering.documents.deck.shapes import Paint
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.documents.deck.writing import height_of, say, shorten, width_of
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.emotion_lines import EmotionLine
from journeymap.rendering.map.feeling import has_before, tell_scale
from journeymap.rendering.map.signs import line_colour
from journeymap.rendering.templating import marked, translate

SAMPLE = 26.0
"""The length of a line beside its name."""
LONGEST = 220.0
"""No name of a line is wider."""
SCALE_LINES = 2


def needs_key(lines: Sequence[EmotionLine]) -> bool:
    """Say whether lines have to be told apart or explained."""
    return len(lines) > 1 or any(map(has_before, lines)) or has_assumptions(lines)


def has_assumptions(lines: Sequence[EmotionLine]) -> bool:
    """Say whether any feeling on a curve rests on no research."""
    return any(
        feeling is not None and feeling.height is not None and feeling.confidence == "assumed"
        for line in lines
        for feeling in line.feelings
    )


def write_key(canvas: SlideCanvas, lines: Sequence[EmotionLine], room: Box, *, named: bool = False) -> None:
    """Write what lines, dots and hollow faces stand for, each beside what it looks like.

    A line that is alone has a name only where that is asked for.
    """
    look = canvas.look
    x = room.x
    several = len(lines) > 1
    for index, line in enumerate(lines[:MOST_LINES] if several or named else ()):
        colour = line_colour(look.theme, index)
        canvas.draw_line((x, room.middle), (x + SAMPLE, room.middle), paint_line(look, index))
        canvas.draw_mark((x + SAMPLE / 2, room.middle), 4.0, Paint(colour), line=index)
        x = _write_name(canvas, line.title, colour, x + SAMPLE + 6, room, longest=LONGEST)
    if any(map(has_before, lines)):
        x = write_before(canvas, x, room)
    if has_assumptions(lines):
        # The dashes of several lines tell them apart and say nothing of research.
        words = marked("assumed, not researched")
        if not several:
            words = marked("Hollow or dashed: assumed, not researched")
            dashed = paint_line(look, 0, assumed=True)
            canvas.draw_line((x, room.middle), (x + SAMPLE, room.middle), dashed)
            x += SAMPLE + 6
        said = translate(words, lang=look.lang)
        canvas.draw_face(0, (x + 6, room.middle), 5.5, hollow=True, alt=said)
        _write_name(canvas, said, look.theme.muted, x + 18, room)


def write_scale(
    canvas: SlideCanvas, scale: EmotionScale, plot: Plot, room: Box, *, lines: int = SCALE_LINES
) -> None:
    """Write the words of the scale beside a plot, each at its height; a low one has those of its ends.

    The notes keep what is cut.
    """
    look = canvas.look
    line = SMALLEST * LEADING
    best, neutral, worst = tell_scale(scale, lang=look.lang)
    top, bottom = plot.level(2) - line / 2, plot.level(-2) + line / 2
    gap = 2 * plot.rise - line
    words = [(best, top, "t"), (worst, bottom, "b"), (neutral, plot.level(0) - line / 2, "ctr")]
    lines = 1 if gap < lines * line + 2 else lines
    for text, y, anchor in words[: 3 if gap >= line else 2]:
        whole = say(text, SMALLEST, look.theme.muted, align="end")
        said = shorten(whole, room.width, lines)
        if said != whole and whole.text not in canvas.notes:
            canvas.notes.append(whole.text)
        height = height_of((said,), room.width)
        y -= {"t": 0.0, "b": height, "ctr": (height - line) / 2}[anchor]
        canvas.write_text((said,), Box(room.x, y, room.width, height), name="Scale", anchor=anchor)


def write_before(canvas: SlideCanvas, x: float, room: Box) -> float:
    """Write what dotted lines stand for; return where the next sign may stand."""
    look = canvas.look
    paint = paint_before(look.theme.muted)
    canvas.draw_line((x, room.middle), (x + SAMPLE, room.middle), paint)
    said = translate(marked("As it is today"), lang=look.lang)
    return _write_name(canvas, said, look.theme.muted, x + SAMPLE + 6, room)


def _write_name(
    canvas: SlideCanvas, text: str, colour: str, x: float, room: Box, *, longest: float = WIDTH
) -> float:
    look = canvas.look
    size = look.small if look.small * LEADING <= room.height else SMALLEST
    said = shorten(say(text, size, colour), max(40.0, min(longest, room.right - x)), 1)
    width = width_of((said,)) + 2
    canvas.write_text((said,), Box(x, room.y, width, room.height), name="Legend", anchor="ctr")
    return x + width + 2 * look.unit

"""The cells of text lanes: how their entries wrap, and how they are drawn."""

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Canvas
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.entries import Entry
from journeymap.rendering.map.signs import BAR, SIGN, SIGN_SIZE, draw_bar, draw_sign, sign_colour
from journeymap.rendering.metrics import one_line, wrap
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import word_for
from journeymap.themes.theme import Theme

LEADING = 1.36
GAP = 0.75
"""Units between two entries of a cell."""
ASCENT = 0.98
"""From the top of a line to its baseline, in parts of the size."""
ARROW, BOUND_ARROW = " \N{RIGHTWARDS ARROW} ", "\N{NO-BREAK SPACE}\N{RIGHTWARDS ARROW}\N{NO-BREAK SPACE}"


class Laid(NamedTuple):
    """An entry in lines, ``y`` below the top of its cell; ``note`` is small print below it."""

    entry: Entry
    y: float
    height: float
    lines: tuple[str, ...]
    note: tuple[str, ...]


class LaidCell(NamedTuple):
    """The entries of a cell, and the height they take."""

    entries: tuple[Laid, ...]
    height: float


def lay_cell(entries: tuple[Entry, ...], width: float, theme: Theme, *, lang: str) -> LaidCell:
    """Return the entries of a cell in lines of a width."""
    laid: list[Laid] = []
    y = 0.0
    for entry in entries:
        one = _lay_entry(entry, y, width, theme, lang)
        laid.append(one)
        y += one.height + GAP * theme.spacing.unit
    return LaidCell(tuple(laid), y - GAP * theme.spacing.unit if laid else 0.0)


def _lay_entry(entry: Entry, y: float, width: float, theme: Theme, lang: str) -> Laid:
    room = width - (SIGN if entry.mark in {"pain", "gain", "opportunity"} else 0)
    lines = wrap(one_line(entry.text), room, theme.type.body) or ("",)
    note = wrap(one_line(_note(entry, lang)), room, theme.type.small)
    height = leading_of(theme.type.body) * len(lines) + leading_of(theme.type.small) * len(note)
    if entry.measure and entry.measure.is_measured:
        height += BAR
    return Laid(entry, y, height, lines, note)


def _note(entry: Entry, lang: str) -> str:
    """Return the small print of an entry: how bad it is, who says so, what it is about."""
    # The way of a KPI is one thing to read: it is not broken at its arrow.
    detail = entry.detail.replace(ARROW, BOUND_ARROW) if entry.measure else entry.detail
    parts = [entry.by, detail]
    if entry.mark == "pain" and entry.level:
        parts.insert(0, word_for("severity", entry.level, lang=lang))
    if entry.measure and entry.measure.actual:
        parts.append(f"{translate(marked('Actual'), lang=lang)} {entry.measure.actual}")
    return " · ".join(filter(None, parts))


def draw_cell(canvas: Canvas, theme: Theme, laid: LaidCell, place: Box) -> None:
    """Draw a cell from the top of its room; plain text has the colour and size of its group."""
    for one in laid.entries:
        _draw_entry(canvas, theme, one, place)


def _draw_entry(canvas: Canvas, theme: Theme, one: Laid, place: Box) -> None:
    entry, size, small = one.entry, theme.type.body, theme.type.small
    y = place.y + one.y
    x = place.x
    colour = sign_colour(theme, entry.mark)
    if colour:
        draw_sign(
            canvas, entry.mark, (x, y + (leading_of(size) - SIGN_SIZE) / 2), colour, hollow=entry.assumed
        )
        x += SIGN
    canvas.write_text(
        one.lines,
        (x, y + round(size * ASCENT)),
        size,
        leading=leading_of(size),
        within=place,
        fill=colour if entry.mark in {"pain", "opportunity"} else theme.text,
        font_style="italic" if entry.mark == "quote" and is_latin(entry.text) else None,
    )
    y += leading_of(size) * len(one.lines)
    if entry.measure and entry.measure.is_measured:
        draw_bar(canvas, theme, entry.measure, Box(x, y, place.right - x, BAR))
        y += BAR
    if one.note:
        where = (x, y + round(small * ASCENT))
        canvas.write_text(one.note, where, small, leading=leading_of(small), within=place, fill=theme.muted)


def leading_of(size: float) -> float:
    """Return the distance between two baselines."""
    return float(round(size * LEADING))


def is_latin(text: str) -> bool:
    """Say whether a text may slant: most scripts know no italics."""
    return all(character < "\u0250" or "\u2000" <= character < "\u2070" for character in text)

"""Facts around the map, label above text, side by side: what it is about, and what it rests on."""

from collections.abc import Iterator, Sequence
from math import ceil

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Canvas
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.cells import ASCENT, leading_of
from journeymap.rendering.metrics import one_line, wrap
from journeymap.themes.theme import Theme

NARROWEST, WIDEST, GAP = 22, 36, 4
"""Units that a fact is wide at least and at most, and between two facts."""
AFAR = 1500.0
"""The width of a place whose readers stand so far away that facts may grow."""
LARGEST = 1.5
FEW = 4
"""How many texts stand below each other where there is room beside them."""


class Fact(NamedTuple):
    """A label, and the texts that stand under it, each beginning a line; ``span`` for much text is 2."""

    label: str
    texts: tuple[str, ...]
    span: int = 1


class _LaidFact(NamedTuple):
    label: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    width: float
    height: float


def draw_facts(
    canvas: Canvas, theme: Theme, facts: Sequence[Fact], place: Box, *, large: bool = False
) -> float:
    """Draw facts from the top of a place in as many rows as they take; return where they end.

    ``large`` ones grow with the place: the wider the map, the farther its readers stand.
    """
    scale = min(LARGEST, max(1.0, place.width / AFAR)) if large else 1.0
    body, small = (round(2 * size * scale) / 2 for size in (theme.type.body, theme.type.small))
    theme = theme._replace(type=theme.type._replace(body=body, small=small))
    unit = theme.spacing.unit * scale
    gap = GAP * unit
    across = max(1, int((place.width + gap) // (NARROWEST * unit + gap)))
    facts = tuple(part for fact in facts for part in _divided(fact, across))
    if len(facts) <= across < sum(fact.span for fact in facts) and all(len(fact.texts) < 3 for fact in facts):
        facts = tuple(fact._replace(span=1) for fact in facts)  # one row, rather than one left over
    across = min(across, sum(fact.span for fact in facts))
    width = min(WIDEST * unit, (place.width - gap * (across - 1)) / max(1, across))
    y = place.y
    for row in _rows(facts, across):
        laid = [_lay_fact(fact, width * fact.span + gap * (fact.span - 1), theme) for fact in row]
        height = max(one.height for one in laid)
        x = place.x
        for one in laid:
            _draw_fact(canvas, theme, one, Box(x, y, one.width, height))
            x += one.width + gap
        y += height + 2 * unit
    return y - 2 * unit if facts else y


def _divided(fact: Fact, across: int) -> Iterator[Fact]:
    """Yield a fact in parts that stand beside each other, where it has many texts and there is room."""
    count = max(1, min(across // fact.span, ceil(len(fact.texts) / FEW)))
    length = max(1, ceil(len(fact.texts) / count))
    for start in range(0, len(fact.texts), length):
        yield fact._replace(label="" if start else fact.label, texts=fact.texts[start : start + length])


def _rows(facts: Sequence[Fact], across: int) -> Iterator[list[Fact]]:
    """Yield the facts that stand beside each other."""
    row: list[Fact] = []
    used = 0
    for fact in facts:
        span = min(fact.span, across)
        if row and used + span > across:
            yield row
            row, used = [], 0
        row.append(fact._replace(span=span))
        used += span
    if row:
        yield row


def _lay_fact(fact: Fact, width: float, theme: Theme) -> _LaidFact:
    body, small = theme.type.body, theme.type.small
    label = wrap(one_line(fact.label), width, small) or ("",)
    lines = tuple(wrap(one_line(text), width, body) or ("",) for text in fact.texts)
    count = sum(map(len, lines))
    return _LaidFact(label, lines, width, leading_of(small) * len(label) + 2 + leading_of(body) * count)


def _draw_fact(canvas: Canvas, theme: Theme, fact: _LaidFact, place: Box) -> None:
    body, small = theme.type.body, theme.type.small
    y = place.y
    if any(fact.label):
        canvas.write_text(
            fact.label,
            (place.x, y + round(small * ASCENT)),
            small,
            leading=leading_of(small),
            within=place,
            fill=theme.muted,
        )
    y += leading_of(small) * len(fact.label) + 2
    for lines in fact.lines:
        canvas.write_text(
            lines,
            (place.x, y + round(body * ASCENT)),
            body,
            leading=leading_of(body),
            within=place,
            fill=theme.text,
        )
        y += leading_of(body) * len(lines)

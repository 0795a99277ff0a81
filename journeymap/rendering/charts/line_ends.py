"""What each line is called, written where it ends, with a piece of the line before it."""

from collections.abc import Sequence
from math import ceil

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.charts.frame import LEADING, block_height, write_block
from journeymap.rendering.charts.plot import Track, spot_of, stroke_before, stroke_of
from journeymap.rendering.geometry import Box
from journeymap.rendering.metrics import one_line, text_width
from journeymap.themes.theme import Theme

SAMPLE = 3.5
"""The length of the piece of a line before its name, in units."""


WIDEST = 20
"""Units that a name is wide at most."""


class LineEnd(NamedTuple):
    """The name of a line, the height it ends at, and how the line is painted."""

    text: str
    height: float
    paint: dict[str, Paint]
    bold: bool


def list_line_ends(theme: Theme, tracks: Sequence[Track], before: str, stop: int) -> tuple[LineEnd, ...]:
    """Return the names of lines that have one, and that of the journey before.

    Each stands at the last score of its line before the column ``stop``.
    """
    ends = [
        LineEnd(track.line.title, _last(track.line.heights[:stop]), stroke_of(theme, track), bold=True)
        for track in tracks
        if track.line.title
    ]
    known = [track.line.heights_before for track in tracks if any(track.line.before)]
    if known:
        ends.append(LineEnd(before, _last(known[0][:stop]), stroke_before(theme), bold=False))
    return tuple(ends)


def draw_line_ends(canvas: Canvas, theme: Theme, ends: Sequence[LineEnd], place: Box, scale: Box) -> None:
    """Write names beside the heights they belong to, moved apart where these are near each other.

    ``place`` is where they may stand; ``scale`` spans the heights from +2 to -2.
    """
    unit, size = theme.spacing.unit, theme.type.small
    width = place.width - unit * (SAMPLE + 1)
    ordered = sorted(ends, key=lambda end: -end.height)
    heights = [block_height(end.text, width, size, bold=end.bold) for end in ordered]
    tops = _spread([spot_of(scale, end.height)[1] for end in ordered], heights, place, unit / 2)
    for end, top in zip(ordered, tops, strict=True):
        y = top + size * LEADING / 2
        canvas.draw_line((place.x, y), (place.x + unit * SAMPLE, y), **end.paint)
        text = Box(place.x + unit * (SAMPLE + 1), top, width, 0)
        colour = theme.text if end.bold else theme.muted
        write_block(canvas, end.text, text, size, colour, bold=end.bold)


def tail_of(ends: Sequence[LineEnd], theme: Theme) -> float:
    """Return how much room names ask for after the last column: they break where they are very long."""
    size, unit = theme.type.small, theme.spacing.unit
    widths = [text_width(one_line(end.text), size, bold=end.bold) for end in ends]
    return unit * (SAMPLE + 2) + min(WIDEST * unit, ceil(max(widths) + 1)) if widths else unit


def room_for(ends: Sequence[LineEnd], width: float, theme: Theme) -> float:
    """Return the height that names take one below the other."""
    size, unit = theme.type.small, theme.spacing.unit
    inner = width - unit * (SAMPLE + 1)
    return sum(block_height(end.text, inner, size, bold=end.bold) + unit / 2 for end in ends)


def _spread(middles: Sequence[float], heights: Sequence[float], place: Box, gap: float) -> list[float]:
    """Return tops near the wished middles, in order and without overlap."""
    tops: list[float] = []
    lowest = place.y
    for middle, height in zip(middles, heights, strict=True):
        tops.append(max(lowest, middle - height / 2))
        lowest = tops[-1] + height + gap
    highest = place.bottom
    for index in range(len(tops) - 1, -1, -1):
        tops[index] = min(tops[index], highest - heights[index])
        highest = tops[index] - gap
    return tops


def _last(heights: Sequence[float | None]) -> float:
    return next((height for height in reversed(heights) if height is not None), 0.0)

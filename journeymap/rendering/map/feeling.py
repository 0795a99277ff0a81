"""The room of the emotion lane: one plot for all lines, and below it a row of words for each."""

from collections.abc import Sequence
from itertools import pairwise

from journeymap.model import EmotionScale, Portfolio
from journeymap.model.summaries import DEFAULT_WORDS, score_label
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.geometry import Point
from journeymap.rendering.map.cells import leading_of
from journeymap.rendering.map.crowding import Shifts, shift_at, spread_markers
from journeymap.rendering.map.emotion_lines import EmotionLine, Feeling
from journeymap.rendering.map.grid import LABEL, Grid
from journeymap.rendering.map.words import join_score
from journeymap.rendering.metrics import one_line, wrap
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import word_for
from journeymap.themes.theme import Theme

MOST_LINES = 5
"""More lines in one plot cannot be told apart; the words of all are below it."""
STEP, HIGHEST_STEP = 36.0, 52.0
"""Pixels between two whole scores, at least and at most: broad columns have a high curve."""
FACE, SMALL_FACE = 11.0, 9.0
CROWDED = 26.0
"""Pixels between two small faces, one above the other, that keep them apart whatever their shapes."""
PILL_PAD = 8.0
AROUND = 4.0
"""The room above the emotion lane and below it."""
NO_BREAK = "\N{NO-BREAK SPACE}"
BELOW = 10.0
"""The room between the plot and the words below it."""


class SideWord(NamedTuple):
    """What stands at the side of a height: the scale's word, or the name of a line at its end."""

    lines: tuple[str, ...]
    y: float
    order: int = 0
    before: bool = False
    start: Point = (0.0, 0.0)


class Pill(NamedTuple):
    """A feeling in words and its number; ``flags`` are what people remember of it."""

    feeling: Feeling
    lines: tuple[str, ...]
    flags: tuple[str, ...]


class PillRow(NamedTuple):
    """The words of a line, one pill a column, and the name of whose they are."""

    line: EmotionLine
    order: int
    name: tuple[str, ...]
    pills: tuple[Pill | None, ...]
    height: float


class FeelingLane(NamedTuple):
    """The emotion lane: heights are measured from its top.

    ``flags`` are the words at the points of a line that is alone.
    """

    title: tuple[str, ...]
    lines: tuple[EmotionLine, ...]
    words: tuple[SideWord, ...]
    ends: tuple[SideWord, ...]
    flags: tuple[tuple[str, ...], ...]
    zero: float
    step: float
    plot: float
    rows: tuple[PillRow, ...]
    shifts: tuple[Shifts, ...]

    @property
    def height(self) -> float:
        """The height of the whole lane."""
        return self.plot + BELOW + sum(row.height for row in self.rows)

    @property
    def face(self) -> float:
        """The radius of a face."""
        return FACE if len(self.lines) == 1 else SMALL_FACE

    def y(self, score: float) -> float:
        """Return how far below the top of the lane a canonical score stands."""
        return self.zero - score * self.step

    def shift(self, index: int, column: float) -> Point:
        """Return how far a line is moved at a column, so that no face hides another line's."""
        return shift_at(self.shifts[index], column)


def lay_feelings(
    portfolio: Portfolio, lines: tuple[EmotionLine, ...], title: str, grid: Grid, theme: Theme, *, lang: str
) -> FeelingLane:
    """Return the emotion lane of some lines."""
    small = theme.type.small
    high = leading_of(small)
    drawn = lines[:MOST_LINES]
    heading = wrap(one_line(title), grid.titles - grid.pad, theme.type.body, bold=True)
    words = _scale_words(portfolio.workspace.emotion_scale, grid.titles - 2 * grid.pad, small, lang)
    tallest = max(map(len, words)) * high
    names = tuple(
        (wrap(one_line(name), grid.gutter - LABEL, small), index, before)
        for name, index, before in (_names(drawn, lang) if grid.gutter else ())
    )
    room = sum(len(each) * high + 6 for each, *_ in names)
    step = max(STEP, min(HIGHEST_STEP, grid.column * 0.3), (tallest + 4) / 2, room / 4)
    flags = tuple(
        _flags(feeling, grid.inner, theme, lang) for feeling in (drawn[0].feelings if len(drawn) == 1 else ())
    )
    flag = max(map(len, flags), default=0) * high
    head = leading_of(theme.type.body) * len(heading) + 18 + tallest / 2
    above = max(head, FACE + flag + 20)
    below = max(tallest / 2 + 8, FACE + flag + 14)
    lane = FeelingLane(
        heading,
        drawn,
        tuple(
            SideWord(lines, above + (2 - score) * step)
            for lines, score in zip(words, (2, 0, -2), strict=True)
        ),
        (),
        flags,
        above + 2 * step,
        step,
        above + 4 * step + below,
        tuple(_lay_row(lines, index, grid, theme, lang) for index in range(len(lines))),
        spread_markers(
            [line.heights for line in drawn],
            near=CROWDED / step,
            step=2 * SMALL_FACE + 2,
            room=grid.column - 4 * SMALL_FACE,
        ),
    )
    return lane._replace(ends=_place_ends(lane, names, grid, high))


def name_lines(lines: Sequence[EmotionLine], lang: str) -> tuple[str, ...]:
    """Return the names at the ends of the lines of a plot; a line that is alone needs none."""
    if len(lines) == 1 and not has_before(lines[0]):
        return ()
    return tuple(name for name, _, _ in _names(lines[:MOST_LINES], lang))


def has_before(line: EmotionLine) -> bool:
    """Say whether a line was another one in the journey that this one changes."""
    known = any(height is not None for height in line.heights_before)
    return known and line.heights_before != line.heights


def tell_scale(scale: EmotionScale, *, lang: str) -> tuple[str, ...]:
    """Return the words for the best, the neutral and the worst score, each with its number."""
    words = tuple(translate(word, lang=lang) for word in DEFAULT_WORDS)
    return tuple(
        one_line(join_score(score_label(scale, score, words), score, lang=lang))
        for score in (scale.max, scale.neutral, scale.min)
    )


def _scale_words(scale: EmotionScale, width: float, size: float, lang: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of the scale in lines."""
    return tuple(wrap(text, width, size) for text in tell_scale(scale, lang=lang))


def _names(lines: Sequence[EmotionLine], lang: str) -> list[tuple[str, int, bool]]:
    """Return the names at the ends of lines: whose it is, and which one is how it was before."""
    now, then = marked("To be"), marked("As it is today")
    names: list[tuple[str, int, bool]] = []
    for index, line in enumerate(lines):
        names.append((line.title or translate(now, lang=lang), index, False))
        if has_before(line):
            today = translate(then, lang=lang)
            names.append((f"{line.title}: {today}" if line.title else today, index, True))
    return names


def _place_ends(
    lane: FeelingLane, names: tuple[tuple[tuple[str, ...], int, bool], ...], grid: Grid, leading: float
) -> tuple[SideWord, ...]:
    """Place names where their lines end, pushed apart where they would touch."""
    ends = []
    for lines, index, before in names:
        line = lane.lines[index]
        heights = line.heights_before if before else line.heights
        last = max((column for column, height in enumerate(heights) if height is not None), default=None)
        if last is None:
            continue
        x, y = lane.shift(index, last)
        start = (grid.centre(last) + x, lane.y(heights[last] or 0) + y)
        ends.append(SideWord(lines, start[1], index, before, start))
    ends.sort(key=lambda end: (end.y, end.order, end.before))
    halves = [len(end.lines) * leading / 2 + 3 for end in ends]
    places = [max(end.y, half) for end, half in zip(ends, halves, strict=True)]
    for (above, half), at in zip(pairwise(halves), range(1, len(ends)), strict=True):
        places[at] = max(places[at], places[at - 1] + above + half)
    floor = lane.plot
    for at in range(len(ends) - 1, -1, -1):
        places[at] = min(places[at], floor - halves[at])
        floor = places[at] - halves[at]
    return tuple(end._replace(y=place) for end, place in zip(ends, places, strict=True))


def _flags(feeling: Feeling | None, width: float, theme: Theme, lang: str) -> tuple[str, ...]:
    if not (feeling and feeling.moments):
        return ()
    words = " · ".join(word_for("moment", moment, lang=lang) for moment in feeling.moments)
    return wrap(words, width - 14, theme.type.small, bold=True)


def _lay_row(lines: tuple[EmotionLine, ...], index: int, grid: Grid, theme: Theme, lang: str) -> PillRow:
    line, size = lines[index], theme.type.small
    pills: list[Pill | None] = []
    for feeling in line.feelings:
        if feeling is None:
            pills.append(None)
            continue
        flags = () if len(lines) == 1 else _flags(feeling, grid.inner, theme, lang)
        pills.append(Pill(feeling, _wrap_words(feeling, grid.inner - 2 * PILL_PAD, size, lang), flags))
    name = wrap(one_line(line.title), grid.titles - grid.pad - 18, size)
    high = leading_of(size)
    tallest = max(len(pill.lines) + len(pill.flags) for pill in pills if pill)
    return PillRow(line, index, name, tuple(pills), max(tallest, len(name)) * high + 8 + 9)


def _wrap_words(feeling: Feeling, width: float, size: float, lang: str) -> tuple[str, ...]:
    """Return a feeling in lines; its score keeps the last word beside it, as alone it says nothing."""
    if feeling.score is None:
        return wrap(one_line(feeling.words), width, size)
    text = one_line(join_score(feeling.words, feeling.score, lang=lang))
    lines = wrap(text, width, size)
    words, blank, score = text.rpartition(" ")
    return lines if len(lines) == 1 else wrap(f"{words}{blank and NO_BREAK}{score}", width, size)

"""The grid of the map: where its columns stand, as wide as their texts ask for and all of one width.

Equal steps look equal, and the curve above them is not bent by the length of a text.
"""

from collections.abc import Iterable, Sequence
from math import ceil

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.journey_map import JourneyMap
from journeymap.rendering.map.views import MapPlan
from journeymap.rendering.metrics import one_line, text_width
from journeymap.themes.theme import Theme

MARGIN = 5
"""Units around the picture."""
TITLES = 15
"""Units of the column that holds the titles of lanes."""
NARROW, USUAL, BROAD = (13, 16), (19, 23), (22, 32)
"""The narrowest and the widest column in units: on paper, on a screen, and for a whole stage."""
LEAST = 116
"""Units that the narrowest picture has, so that its frame can be read."""
MORE = 3
"""Units that columns may be wider for a stage's title that would break within a word."""
GUTTER = 24
"""Units beside the curve that the names of its lines have at most."""
LABEL = 20.0
"""Pixels between the curve and the names of its lines, for leaders and markers."""
STAGE_GAP = 2.0
"""Pixels between the head of a stage and its border."""
NUMBER = 0.92
"""The radius of a stage's number, in parts of its size."""
LETTERS = 9
"""How many letters, each as wide as it is high, a line has room for at least."""
LINES = 4
"""How many lines most texts should need at most."""
_LETTER, _WIDE_LETTER = 0.56, 0.8


class Grid(NamedTuple):
    """The columns of a map; ``gutter`` is the room after the last."""

    margin: float
    titles: float
    column: float
    columns: int
    gutter: float
    pad: float

    @property
    def left(self) -> float:
        """Where the first column begins."""
        return self.margin + self.titles

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.left + self.column * self.columns

    @property
    def width(self) -> float:
        """The width of the picture."""
        return self.right + self.gutter + self.margin

    @property
    def inner(self) -> float:
        """The width of a text in a column."""
        return self.column - 2 * self.pad

    def x(self, column: float) -> float:
        """Return where a column begins."""
        return self.left + self.column * column

    def centre(self, column: float) -> float:
        """Return the middle of a column."""
        return self.left + self.column * (column + 0.5)

    def cell(self, column: int, y: float, height: float) -> Box:
        """Return the room for the texts of a cell."""
        return Box(self.x(column) + self.pad, y, self.inner, height)

    def title_cell(self, y: float, height: float) -> Box:
        """Return the room for the title of a lane."""
        return Box(self.margin, y, self.titles - self.pad, height)


def number_room(theme: Theme) -> float:
    """Return how wide a stage's number is, with the gap after it."""
    return 2 * NUMBER * theme.type.small + 8


def choose_grid(drawn: JourneyMap, plan: MapPlan, theme: Theme, *, names: Sequence[str]) -> Grid:
    """Return the grid that suits the texts of a map; ``names`` stand beside the lines of its curve."""
    unit = theme.spacing.unit
    least, most = BROAD if plan.by_stage else NARROW if plan.narrow else USUAL
    pad = round(unit * 1.25)
    count = len(drawn.columns)
    wanted = _wanted_width(drawn, theme.type.body) + 2 * pad
    column = max(least * unit, LETTERS * theme.type.body, min(most * unit, wanted))
    whole = ceil((_title_width(drawn, theme) + 2 * pad) / unit) * unit
    column = max(column, whole if whole <= (most + MORE) * unit else 0.0)
    margin, titles = MARGIN * unit, TITLES * unit
    widest = max((text_width(one_line(name), theme.type.small) for name in names), default=0.0)
    gutter = ceil(min(GUTTER * unit, LABEL + widest) / unit) * unit if names else 0.0
    spare = (LEAST * unit - 2 * margin - titles - gutter) / max(1, count)
    column = max(column, min(spare, BROAD[1] * unit))
    return Grid(margin, titles, float(round(column / unit) * unit), count, gutter, float(pad))


def _title_width(drawn: JourneyMap, theme: Theme) -> float:
    """Return how wide a column is at least, so that the words of the titles of stages stay whole."""
    size = theme.type.heading
    widths = (
        (2 * STAGE_GAP + number_room(theme) + text_width(word, size, bold=True)) / span.width
        for span in drawn.stages
        for word in one_line(span.stage.title).split()
    )
    return max(widths, default=0.0)


def _wanted_width(drawn: JourneyMap, size: float) -> float:
    """Return the width at which most texts need few lines, and their longest words one."""
    texts = [entry.text for lane in drawn.lanes for cell in lane.cells for entry in cell]
    texts += [column.owner.title for column in drawn.columns]
    if not texts:
        return 0.0
    words = (max(text.split() or ("",), key=len) for text in texts)
    return max(_usual(map(_roughly, texts)) / LINES, _usual(map(_roughly, words))) * size


def _usual(widths: Iterable[float]) -> float:
    """Return the width that four of five have at most."""
    ordered = sorted(widths)
    return ordered[int(0.8 * (len(ordered) - 1))]


def _roughly(text: str) -> float:
    """Return about how wide a text is at size 1; exact widths are for what is drawn."""
    return len(text) * (_LETTER if text.isascii() else _WIDE_LETTER)

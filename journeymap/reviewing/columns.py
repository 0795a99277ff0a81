"""The columns of a review's picture: wide where something changed, narrow where all stayed as it was."""

from collections.abc import Sequence
from itertools import groupby

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.metrics import one_line, text_width
from journeymap.reviewing.journeys import Step
from journeymap.themes.theme import Theme

WIDE, NARROW = 16.0, 5.0
"""Units that a column is wide which changed, and one which did not."""
WIDEST_WORD = 24
"""Units that a band is made wide at most for the sake of a word in its stage's title."""


class Column(NamedTuple):
    """A step with its place across the picture."""

    step: Step
    x: float
    width: float

    @property
    def centre(self) -> float:
        """Where its points stand."""
        return self.x + self.width / 2

    @property
    def is_wide(self) -> bool:
        """Whether it has room for words."""
        return not self.step.is_same


class Band(NamedTuple):
    """The columns of a stage that stand side by side; ``text`` is its number and title."""

    text: str
    x: float
    width: float


class Layout(NamedTuple):
    """All columns and bands of a picture, and how wide they are together."""

    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    width: float


def lay_columns(steps: Sequence[Step], theme: Theme, start: float) -> Layout:
    """Return the columns of steps from a start on; a band is at least as wide as a word of its title."""
    columns: list[Column] = []
    bands: list[Band] = []
    x = start
    for number, group in groupby(steps, key=lambda step: step.number):
        found = list(group)
        text = f"{number} · {one_line(found[0].stage.title)}"
        widths = [(NARROW if step.is_same else WIDE) * theme.spacing.unit for step in found]
        missing = max(0.0, _title_width(text, theme) - sum(widths))
        widths = [width + missing / len(widths) for width in widths]
        bands.append(Band(text, x, sum(widths)))
        for step, width in zip(found, widths, strict=True):
            columns.append(Column(step, x, width))
            x += width
    return Layout(tuple(columns), tuple(bands), x - start)


def _title_width(text: str, theme: Theme) -> float:
    """Return the room of the longest word of a title, the number in front of the first one."""
    number, dot, *words = text.split()
    first = f"{number} {dot} {words[0]}" if words else number
    longest = max(text_width(word, theme.type.body, bold=True) for word in (first, *words[1:]))
    return min(longest, WIDEST_WORD * theme.spacing.unit) + 2 * theme.spacing.unit + 1

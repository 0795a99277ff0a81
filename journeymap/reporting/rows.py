"""Rows of signs and labels under a line of text, put together column by column."""

from collections.abc import Iterator, Sequence

from journeymap.reporting.columns import measure, wrap_words
from journeymap.reporting.marks import Stretch
from journeymap.reporting.safety import safe
from journeymap.reporting.style import Role, Run
from journeymap.reporting.windows import Window

_NARROWEST = 24
"""A label gets at least so many columns, even where it then covers what is left of it."""


class Row:
    """One row in the making: what is put later covers what was there."""

    def __init__(self, cells: dict[int, Run] | None = None) -> None:
        self.cells = cells or {}

    def copy(self) -> "Row":
        """Return a row with the same content."""
        return Row(dict(self.cells))

    def put(self, column: int, text: str, role: Role) -> "Row":
        """Write a text from a column on, and return the row."""
        for offset, character in enumerate(text):
            self.cells[column + offset] = (role, character)
        return self

    def clear(self, column: int) -> None:
        """Empty one column."""
        self.cells.pop(column, None)

    def runs(self, width: int = 0) -> list[Run]:
        """Return the row as runs of one role each, at least ``width`` columns wide."""
        runs: list[Run] = []
        for column in range(max(width, max(self.cells, default=-1) + 1)):
            role, text = self.cells.get(column, ("plain", " "))
            if runs and runs[-1][0] == role:
                runs[-1] = (role, runs[-1][1] + text)
            else:
                runs.append((role, text))
        return runs


def draw_signs(
    stretches: Sequence[Stretch], window: Window, base: Row, *, left: int, limit: int
) -> Iterator[Row]:
    """Yield the rows that underline the stretches of a line and say what they are.

    The rightmost label stands beside its signs, the others hang below theirs. ``left`` is where the
    text begins, ``limit`` where the screen ends.
    """
    if not stretches:
        return
    signs = base.copy()
    placed = []
    for stretch in sorted(stretches, key=lambda stretch: stretch.mark.sign == "^"):
        start, end = left + window.column(stretch.start), left + window.column(stretch.end)
        signs.put(start, stretch.mark.sign * max(1, end - start), stretch.mark.role)
        placed.append((start, max(end, start + 1), stretch))
    placed.sort(key=lambda item: (item[0], item[1], item[2].mark.sign == "^"), reverse=True)
    hanging = [(start, stretch) for start, _, stretch in placed if stretch.mark.text]
    beside = max(end for _, end, _ in placed) + 1
    rightmost = placed[0][2]
    if placed[0][1] + 1 == beside and rightmost.mark.text and _fits(safe(rightmost.mark.text), beside, limit):
        hanging.pop(0)
        yield from draw_label(signs, base, beside, rightmost, limit=limit)
        alone = not hanging
    else:
        yield signs
        alone = len(hanging) < 2
    if not alone:
        yield _hang(base, hanging)
    for index, (start, stretch) in enumerate(hanging):
        below = _hang(base, hanging[index + 1 :])
        yield from draw_label(below.copy(), below, start, stretch, limit=limit)


def draw_label(row: Row, below: Row, column: int, stretch: Stretch, *, limit: int) -> Iterator[Row]:
    """Yield the row with the label of a stretch in it, and further rows where it is long."""
    text = safe(stretch.mark.text)
    if not _fits(text, column, limit):
        column = max(0, limit - max(_NARROWEST, min(measure(text), limit)))
    first, *others = wrap_words(text, max(_NARROWEST, limit - column))
    yield row.put(column, first, stretch.mark.role)
    for line in others:
        yield below.copy().put(column, line, stretch.mark.role)


def _fits(text: str, column: int, limit: int) -> bool:
    return limit - column >= min(_NARROWEST, measure(text))


def _hang(base: Row, hanging: Sequence[tuple[int, Stretch]]) -> Row:
    row = base.copy()
    for start, stretch in hanging:
        row.put(start, "|", stretch.mark.role)
    return row

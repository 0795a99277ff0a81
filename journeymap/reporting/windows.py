"""The parts of a long line that fit on the screen, chosen around its marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from journeymap.named_tuples import NamedTuple
from journeymap.reporting.columns import LineColumns
from journeymap.reporting.marks import Stretch

CUT = "..."


class Window(NamedTuple):
    """A part of a line: characters ``first`` to ``last`` (exclusive); ``CUT`` stands for the rest."""

    line: LineColumns
    first: int
    last: int

    @property
    def text(self) -> str:
        """What is shown."""
        begin = CUT if self.first else ""
        end = CUT if self.last < len(self.line.cells) else ""
        return begin + "".join(self.line.cells[self.first : self.last]) + end

    def shows(self, stretch: Stretch) -> bool:
        """Say whether a stretch begins in the window."""
        return self.first <= stretch.start <= self.last

    def column(self, index: int) -> int:
        """Return the column, counted from the window's left edge, at which a character is shown."""
        index = min(max(index, self.first), self.last)
        shift = len(CUT) if self.first else 0
        return self.line.columns[index] - self.line.columns[self.first] + shift


def choose_windows(
    line: LineColumns, stretches: Sequence[Stretch], room: int
) -> list[tuple[Window, list[Stretch]]]:
    """Return the parts of a line that show all its stretches, each with those that begin in it.

    The window of the primary mark is chosen first, so that the others are shown around it if they can.
    """
    pending = sorted(stretches, key=lambda stretch: (stretch.mark.sign != "^", stretch.start))
    if not pending:
        return [(_window_around(line, 0, room), [])]
    windows = []
    while pending:
        window = _window_around(line, pending[0].start, room)
        windows.append((window, [stretch for stretch in pending if window.shows(stretch)]))
        pending = [stretch for stretch in pending if not window.shows(stretch)]
    return sorted(windows, key=lambda part: part[0].first)


def _window_around(line: LineColumns, index: int, room: int) -> Window:
    """Return the window of a width in columns that shows a character at a quarter of it."""
    if line.width <= room:
        return Window(line, 0, len(line.cells))
    left = min(line.columns[index] - room // 4, line.width - room)
    first = 0 if left <= 0 else bisect_left(line.columns, left + len(CUT))
    right = line.columns[first] + room - (len(CUT) if first else 0)
    if right >= line.width:
        return Window(line, first, len(line.cells))
    return Window(line, first, bisect_right(line.columns, right - len(CUT)) - 1)

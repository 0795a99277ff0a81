"""Comments at the ends of lines: two blanks behind the text, or in the column that several share.

Where an author has put comments into one column, they stay in it as long as the texts leave room. A column
is shared when at least two comments can stay there, so that a second run finds the same ones in it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from journeymap.formatting.layout import Remark
from journeymap.named_tuples import NamedTuple

_GAP: Final = 2


class Line(NamedTuple):
    """One line: its text, the comment at its end, and those that go on with that comment below it."""

    text: str
    remark: Remark | None = None
    below: tuple[str, ...] = ()


def align(lines: Iterable[Line]) -> Iterator[str]:
    """Yield lines as text with their comments."""
    lines = tuple(lines)
    shared = Counter(line.remark.column for line in lines if line.remark and _has_room(line, line.remark))
    for line in lines:
        remark = line.remark
        if remark is None:
            yield line.text
            continue
        stays = _has_room(line, remark) and shared[remark.column] > 1
        column = remark.column if stays else len(line.text) + _GAP
        yield f"{line.text:<{column}}{remark.text}"
        yield from (f"{'':<{column}}{each}" for each in line.below)


def _has_room(line: Line, remark: Remark) -> bool:
    return remark.column >= len(line.text) + _GAP

"""Tables in columns of characters: widths shared out fairly, cells cut or wrapped, nothing too wide."""

from collections.abc import Iterator, Sequence

from journeymap.named_tuples import NamedTuple
from journeymap.reporting.style import Role, Run
from journeymap.reporting.terminal.screen import Screen, fit, pad, width_of, wrap

GAP = 2
_LEAST = 8
"""A column is not made narrower than this as long as others can give way."""
_NARROWEST = 3


class GridColumn(NamedTuple):
    """A column: its header, whether it stands at the right, and whether its cells should stay whole."""

    title: str
    right: bool = False
    whole: bool = False


class GridCell(NamedTuple):
    """A cell: its text, and the part that it plays."""

    text: str
    role: Role = "plain"


class Grid(NamedTuple):
    """A table as drawn, and how many columns at its right found no room."""

    lines: list[list[Run]]
    dropped: int = 0


def draw_grid(
    columns: Sequence[GridColumn], rows: Sequence[Sequence[GridCell]], screen: Screen, *, indent: int = 0
) -> Grid:
    """Return a table, each row on one line, its long cells cut at a word."""
    widths = allot(natural_widths(columns, rows), [column.whole for column in columns], screen.width - indent)
    head = [GridCell(column.title, "strong") for column in columns]
    lines = [_line(columns, row, widths, indent, screen) for row in (head, *rows)]
    return Grid(lines, len(columns) - len(widths))


def natural_widths(columns: Sequence[GridColumn], rows: Sequence[Sequence[GridCell]]) -> list[int]:
    """Return how wide each column would like to be."""
    return [
        max(width_of(column.title), *(width_of(row[index].text) for row in rows), 1)
        for index, column in enumerate(columns)
    ]


def draw_wrapped(
    rows: Sequence[Sequence[GridCell]], widths: Sequence[int], *, indent: int = 0
) -> Iterator[list[Run]]:
    """Yield the lines of rows whose cells are wrapped to widths that the caller has chosen."""
    for row in rows:
        cells = [wrap(cell.text, width) for cell, width in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            line: list[Run] = [("plain", " " * indent)]
            for cell, lines, width in zip(row, cells, widths, strict=True):
                shown = lines[number] if number < len(lines) else ""
                line += [(cell.role, shown), ("plain", " " * (width - width_of(shown) + GAP))]
            yield line


def allot(naturals: Sequence[int], whole: Sequence[bool], room: int) -> list[int]:
    """Return the widths of as many columns as find room.

    First the columns that may be cut give way, the widest first, then those that should stay whole, then
    all; what is still too much falls away at the right.
    """
    wishes = [min(natural, room) for natural in naturals]
    modest = [min(wish, _LEAST) for wish in wishes]
    narrow = [min(wish, _NARROWEST) for wish in wishes]
    kept = [wish if keep else least for wish, keep, least in zip(wishes, whole, modest, strict=True)]
    for leasts, mosts in ((kept, wishes), (modest, kept), (narrow, modest)):
        widths = _lowered(leasts, mosts, room - GAP * (len(wishes) - 1))
        if widths is not None:
            return widths
    return allot(naturals[:-1], whole[:-1], room)


def _lowered(leasts: Sequence[int], mosts: Sequence[int], room: int) -> list[int] | None:
    """Return widths between two bounds, lowered to the highest level at which all fit, if there is one."""
    if sum(leasts) > room:
        return None
    pairs = list(zip(leasts, mosts, strict=True))
    level = max(mosts)
    while sum(max(least, min(most, level)) for least, most in pairs) > room:
        level -= 1
    widths = [max(least, min(most, level)) for least, most in pairs]
    left = room - sum(widths)
    for index, most in enumerate(mosts):
        if left and widths[index] < most:
            widths[index] += 1
            left -= 1
    return widths


def _line(
    columns: Sequence[GridColumn], row: Sequence[GridCell], widths: Sequence[int], indent: int, screen: Screen
) -> list[Run]:
    line: list[Run] = [("plain", " " * indent)] if indent else []
    for index, width in enumerate(widths):
        column, cell = columns[index], row[index]
        shown = pad(fit(cell.text, width, screen.signs.cut), width, right=column.right)
        line += [("plain", " " * GAP)] if index else []
        line.append((cell.role, shown))
    return line

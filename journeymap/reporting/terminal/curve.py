"""The emotion curve in characters: a block of columns for each touchpoint, in as many bands as it takes.

The line is the same monotone curve as on the map, sampled once a column and joined with box-drawing
characters. What is known has a filled mark, what is assumed a hollow one; where nobody said how it
feels there is a gap. A band holds whole stages where they fit.
"""

from collections.abc import Iterator, Sequence

from journeymap.model import EmotionScale, Journey
from journeymap.model.feelings import format_score
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.curve import Bezier
from journeymap.rendering.map.emotion_lines import EmotionLine
from journeymap.reporting.style import Role, Run
from journeymap.reporting.terminal.bands import LEAST, Segment, cut_segments, pack_bands
from journeymap.reporting.terminal.screen import Screen, fit, pad, width_of, wrap

ROWS = 9
"""A row for every half step of the canonical scale, +2 at the top."""
MOST_LINES = 5
_ZERO = ROWS // 2
_AXIS = 6
_MOST = 14
_WITH_TITLES = 22
_TITLE_LINES = 2
_LINE_ROLES: tuple[Role, ...] = ("frame", "info", "good", "warning", "error")


class CurveColumn(NamedTuple):
    """What a column of the curve stands for: a touchpoint, or a stage that has none."""

    number: str
    title: str
    is_truth: bool = False


class _Block(NamedTuple):
    """A column where it is drawn: its place in the journey, its left edge and its width in the band."""

    place: int
    left: int
    width: int

    @property
    def middle(self) -> int:
        return self.left + self.width // 2


def columns_of(journey: Journey) -> tuple[CurveColumn, ...]:
    """Return the columns of a journey's curve; touchpoints are numbered from 1."""
    found: list[CurveColumn] = []
    number = 0
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            number += 1
            found.append(CurveColumn(str(number), touchpoint.title, touchpoint.moment_of_truth))
        if not stage.touchpoints:
            found.append(CurveColumn("", stage.title))
    return tuple(found)


def draw_curve(
    journey: Journey, lines: Sequence[EmotionLine], scale: EmotionScale, screen: Screen
) -> list[list[Run]]:
    """Return the curve of a journey, below each band the numbers of its touchpoints."""
    columns = columns_of(journey)
    room = screen.width - _AXIS
    segments = cut_segments(journey, room, screen)
    bands = pack_bands(segments, room)
    titled = all(_can_title(band, columns, room, screen) for band in bands)
    drawn: list[list[Run]] = []
    for band in bands:
        drawn += [[]] if drawn else []
        drawn += _Band(band, columns, lines[:MOST_LINES], scale, screen, room, titled=titled).draw()
    return drawn


def _can_title(
    segments: Sequence[Segment], columns: Sequence[CurveColumn], room: int, screen: Screen
) -> bool:
    """Say whether the titles of the touchpoints fit below their numbers."""
    indexes = [index for segment in segments for index in segment.indexes]
    width = min(_WITH_TITLES, room // len(indexes)) - 2
    if width < LEAST:
        return False
    titles = [screen.text(columns[index].title) for index in indexes]
    return all(
        len(wrap(title, width)) <= _TITLE_LINES and max(map(width_of, title.split(" "))) <= width
        for title in titles
    )


class _Band:
    """One band in the making: cells by row and column, later ones over earlier ones."""

    def __init__(
        self,
        segments: Sequence[Segment],
        columns: Sequence[CurveColumn],
        lines: Sequence[EmotionLine],
        scale: EmotionScale,
        screen: Screen,
        room: int,
        *,
        titled: bool,
    ) -> None:
        self._columns = columns
        self._lines = lines
        self._scale = scale
        self._screen = screen
        self._cells: dict[tuple[int, int], Run] = {}
        self._marks: set[tuple[int, int]] = set()
        self._titled = titled
        self._placed = self._place(segments, room)
        self._blocks = [block for _, blocks in self._placed for block in blocks]
        self._width = self._blocks[-1].left + self._blocks[-1].width

    def draw(self) -> list[list[Run]]:
        """Return the lines of the band: stages, curve, numbers, and titles where there is room."""
        self._draw_ground()
        for number, line in reversed([*enumerate(self._lines)]):
            self._draw_line(number, line)
        for number, line in enumerate(self._lines):
            self._draw_marks(number, line)
        return [self._heads(), *map(self._row, range(ROWS)), *self._labels()]

    def _place(self, segments: Sequence[Segment], room: int) -> list[tuple[Segment, list[_Block]]]:
        """Return the segments with their blocks, stretched to fill the band within reason."""
        count = sum(len(segment.indexes) for segment in segments)
        most = _WITH_TITLES if self._titled else _MOST
        even = max(LEAST, min(most, room // count))
        widths = [max(segment.least, even * len(segment.indexes)) for segment in segments]
        while sum(widths) > room:
            spare = [width - segment.least for width, segment in zip(widths, segments, strict=True)]
            widths[spare.index(max(spare))] -= 1
        placed, left = [], 0
        for segment, width in zip(segments, widths, strict=True):
            blocks = []
            for k, index in enumerate(segment.indexes):
                start, end = (width * part // len(segment.indexes) for part in (k, k + 1))
                blocks.append(_Block(index, left + start, end - start))
            placed.append((segment, blocks))
            left += width
        return placed

    def _draw_ground(self) -> None:
        signs = self._screen.signs
        for column in range(self._width):
            self._cells[_ZERO, column] = ("quiet", signs.zero)
        for _, blocks in self._placed[1:]:
            for row in range(ROWS):
                self._cells[row, blocks[0].left] = ("quiet", signs.border)

    def _draw_line(self, number: int, line: EmotionLine) -> None:
        """Draw the stroke of a line through the columns where it has a height."""
        along, across, *corners = [*self._screen.signs.strokes[number]]
        role = _LINE_ROLES[number]
        before: int | None = None
        for column, row in self._heights(line):
            if row is None or before is None or row == before:
                if row is not None:
                    self._cells[row, column] = (role, along)
            else:
                top_left, top_right, bottom_left, bottom_right = corners
                rises = row < before
                self._cells[before, column] = (role, bottom_right if rises else top_right)
                self._cells[row, column] = (role, top_left if rises else bottom_left)
                for between in range(min(row, before) + 1, max(row, before)):
                    self._cells[between, column] = (role, across)
            before = row

    def _heights(self, line: EmotionLine) -> Iterator[tuple[int, int | None]]:
        """Yield each column of the band with the row at which the curve passes it."""
        for block in self._blocks:
            pieces = line.pieces[block.place]
            for offset in range(block.width):
                column = block.left + offset
                height = line.heights[block.place] if column == block.middle else None
                if height is None:
                    height = _height_at(pieces, (offset + 0.5) / block.width)
                yield column, None if height is None else _row_of(height)

    def _draw_marks(self, number: int, line: EmotionLine) -> None:
        known, assumed = self._screen.signs.marks[number]
        for block in self._blocks:
            feeling = line.feelings[block.place]
            if feeling is None or feeling.height is None:
                continue
            row = _row_of(feeling.height)
            column = block.middle
            while (row, column) in self._marks:
                column += 1
            role = _LINE_ROLES[number] if len(self._lines) > 1 else _mood(feeling.height)
            self._marks.add((row, column))
            self._cells[row, column] = (role, assumed if feeling.confidence == "assumed" else known)

    def _heads(self) -> list[Run]:
        """Return the line with the titles of the stages."""
        line: list[Run] = [("plain", " " * _AXIS)]
        for number, (segment, blocks) in enumerate(self._placed):
            width = sum(block.width for block in blocks)
            border = self._screen.signs.border if number else ""
            room = width - len(border)
            title = pad(fit(segment.title, max(room - 1, 1), self._screen.signs.cut), room)
            line += [("quiet", border), ("strong", title)]
        return line

    def _row(self, row: int) -> list[Run]:
        signs = self._screen.signs
        label = "" if row % 2 else self._level(2 - row / 2)
        axis = signs.strokes[0][1] if row % 2 else signs.zero_axis if row == _ZERO else signs.axis
        line: list[Run] = [("quiet", f"{label:>{_AXIS - 2}} {axis}")]
        for column in range(self._width):
            role, text = self._cells.get((row, column), ("plain", " "))
            if line[-1][0] == role and len(line) > 1:
                line[-1] = (role, line[-1][1] + text)
            else:
                line.append((role, text))
        return line

    def _level(self, height: float) -> str:
        """Return what a height of the canonical scale is on the workspace's own."""
        scale = self._scale
        side = scale.max - scale.neutral if height > 0 else scale.neutral - scale.min
        score = scale.neutral + height * side / 2
        text = format_score(score, 1) if scale.min < 0 else f"{score:.1f}".removesuffix(".0")
        return fit(text.replace("\N{MINUS SIGN}", self._screen.signs.minus), _AXIS - 2, "~")

    def _labels(self) -> Iterator[list[Run]]:
        signs = self._screen.signs
        numbers: list[Run] = [("plain", " " * _AXIS)]
        used = 0
        for block in self._blocks:
            column = self._columns[block.place]
            start = max(block.middle - len(column.number) // 2, used)
            numbers += [("plain", " " * (start - used)), ("plain", column.number)]
            used = start + len(column.number)
            if column.is_truth:
                numbers.append(("info", signs.truth))
                used += len(signs.truth)
        yield numbers
        if self._titled:
            yield from self._titles()

    def _titles(self) -> Iterator[list[Run]]:
        wrapped = [
            wrap(self._screen.text(self._columns[block.place].title), max(block.width - 2, 2))
            for block in self._blocks
        ]
        for number in range(max(map(len, wrapped))):
            line: list[Run] = [("plain", " " * _AXIS)]
            used = 0
            for block, lines in zip(self._blocks, wrapped, strict=True):
                text = lines[number] if number < len(lines) else ""
                start = max(block.left, block.middle - width_of(text) // 2)
                line += [("plain", " " * (start - used)), ("quiet", text)]
                used = start + width_of(text)
            yield line


def _height_at(pieces: Sequence[Bezier], x: float) -> float | None:
    """Return the height of a curve at a place of its cell, or nothing in a gap."""
    for piece in pieces:
        start, end = piece.start[0], piece.end[0]
        if start <= x <= end:
            # The arcs run evenly in x: their control points stand at its thirds.
            t = (x - start) / (end - start)
            a, b, c, d = (point[1] for point in piece)
            return a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t**2 * (1 - t) + d * t**3
    return None


def _row_of(height: float) -> int:
    return min(ROWS - 1, max(0, round((2 - height) * 2)))


def _mood(height: float) -> Role:
    return "warning" if height < 0 else "good" if height > 0 else "strong"

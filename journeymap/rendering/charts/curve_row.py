"""A row of the emotion curve: some columns of it, with their stages, the plot, touchpoints, and words."""

from collections.abc import Iterator
from itertools import groupby

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Canvas
from journeymap.rendering.charts.feeling_rows import draw_rows
from journeymap.rendering.charts.feeling_texts import feeling_height, write_feeling
from journeymap.rendering.charts.feelings import Spot
from journeymap.rendering.charts.frame import LEADING, block_height, write_block, write_lines
from journeymap.rendering.charts.line_ends import draw_line_ends, list_line_ends, room_for
from journeymap.rendering.charts.plot import HIGH, LOW, Track, plot_tracks, spot_of
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.emotion_lines import EmotionLine, Feeling
from journeymap.themes.theme import Theme


class Step(NamedTuple):
    """A step of the scale: its canonical height, its score as it is written, its words in lines."""

    height: int
    score: str
    words: tuple[str, ...]


class Sheet(NamedTuple):
    """What all rows of a curve share: what is drawn, and how wide its parts are."""

    theme: Theme
    lang: str
    columns: tuple[Spot, ...]
    tracks: tuple[Track, ...]
    steps: tuple[Step, ...]
    before: str
    margin: float
    gutter: float
    column: float
    tail: float

    @property
    def alone(self) -> EmotionLine | None:
        """The line of a curve that has but one."""
        return self.tracks[0].line if len(self.tracks) == 1 else None


class CurveRow:
    """One row in the making, from top to bottom."""

    def __init__(self, sheet: Sheet, canvas: Canvas, span: range) -> None:
        self.sheet = sheet
        self.theme = sheet.theme
        self.canvas = canvas
        self.span = span
        ends = list_line_ends(sheet.theme, sheet.tracks, sheet.before, span.stop)
        # Who feels alone is named once, at the very end.
        self.ends = ends if len(ends) > 1 or span.stop == len(sheet.columns) else ()

    def draw(self, y: float) -> float:
        """Draw the row from its top; return where it ends."""
        sheet, unit = self.sheet, self.theme.spacing.unit
        top = y + self._heads_height() + unit
        tallest = max(len(step.words) for step in sheet.steps) * self.theme.type.small * LEADING
        steps = max(unit * 26, tallest * (HIGH - LOW))
        above, below = (max(room, tallest / 2) for room in self._label_rooms(steps))
        steps = max(steps, room_for(self.ends, sheet.tail - unit, self.theme) - above - below)
        left = sheet.margin + sheet.gutter
        right = left + sheet.column * len(self.span)
        scale = Box(left, top + above, right - left, steps)
        bottom = scale.bottom + below
        names = self._names_height()
        self._draw_bands(y, bottom + names + 2 * unit)
        self._draw_scale(scale)
        cell = scale._replace(width=sheet.column)
        plot_tracks(self.canvas, self.theme, sheet.tracks, cell, columns=self.span)
        self._write_labels(scale)
        ends = Box(right + unit, top, sheet.tail - unit, bottom - top)
        draw_line_ends(self.canvas, self.theme, self.ends, ends, scale)
        self._write_names(bottom + unit)
        y = bottom + names + unit * 3
        if sheet.alone:
            return y
        heads = Box(sheet.margin, y, sheet.gutter - unit, 0)
        feet = tuple(Box(self._x(index), y, sheet.column, 0) for index in self.span)
        return draw_rows(
            self.canvas, self.theme, sheet.tracks, heads, feet, columns=self.span, lang=sheet.lang
        )

    def _x(self, index: int) -> float:
        """Return where a column begins."""
        return self.sheet.margin + self.sheet.gutter + self.sheet.column * (index - self.span.start)

    def _stages(self) -> Iterator[tuple[int, float, float, str]]:
        """Yield the number of each stage, where it starts, how wide it is, and its number and title."""
        x = self._x(self.span.start)
        spots = self.sheet.columns[self.span.start : self.span.stop]
        for number, members in groupby(spots, key=lambda spot: spot.number):
            group = tuple(members)
            width = self.sheet.column * len(group)
            yield number, x, width, f"{number} · {group[0].stage.title}"
            x += width

    def _heads_height(self) -> float:
        size, unit = self.theme.type.body, self.theme.spacing.unit
        heights = (
            block_height(text, width - 2 * unit, size, bold=True) for *_, width, text in self._stages()
        )
        return max(heights) + unit * 2

    def _names_height(self) -> float:
        return max(map(self._foot_height, self.span))

    def _foot_height(self, index: int) -> float:
        size, unit, lang = self.theme.type.small, self.theme.spacing.unit, self.sheet.lang
        touchpoint, width = self.sheet.columns[index].touchpoint, self.sheet.column - unit
        height = block_height(touchpoint.title, width, size) if touchpoint else 0
        unscored = self._unscored(index)
        return height + (feeling_height(unscored, width, size, lang=lang) + unit / 2 if unscored else 0)

    def _unscored(self, index: int) -> Feeling | None:
        """Return the feeling that has words and no place on the curve, where there is one line only."""
        feeling = self.sheet.alone.feelings[index] if self.sheet.alone else None
        return feeling if feeling and feeling.height is None else None

    def _labels(self) -> Iterator[tuple[int, Feeling, float]]:
        """Yield each point of a lone line: its column, its feeling, and its height."""
        for index in self.span if self.sheet.alone else ():
            feeling = self.sheet.alone.feelings[index] if self.sheet.alone else None
            if feeling and feeling.height is not None:
                yield index, feeling, feeling.height

    def _label_rooms(self, steps: float) -> tuple[float, float]:
        """Return the room above +2 and below -2 that markers and the words beside them need."""
        unit = self.theme.spacing.unit
        above = below = unit * 2
        for index, feeling, height in self._labels():
            reach = self._label_height(feeling) + unit * 2.5
            if self._is_above(index):
                above = max(above, reach - (HIGH - height) / (HIGH - LOW) * steps)
            else:
                below = max(below, reach - (height - LOW) / (HIGH - LOW) * steps)
        return above, below

    def _label_height(self, feeling: Feeling) -> float:
        width = self.sheet.column - self.theme.spacing.unit
        return feeling_height(feeling, width, self.theme.type.small, lang=self.sheet.lang)

    def _is_above(self, index: int) -> bool:
        """Say on which side of a lone line the words for a point stand: above a summit, below a valley."""
        heights = self.sheet.tracks[0].line.heights
        around = [*heights[max(0, index - 1) : index], *heights[index + 1 : index + 2]]
        known = [height for height in around if height is not None]
        own = heights[index]
        return own is None or not known or own >= sum(known) / len(known)

    def _draw_bands(self, top: float, bottom: float) -> None:
        theme, unit = self.theme, self.theme.spacing.unit
        for number, x, width, text in self._stages():
            band = Box(x + unit / 4, top, width - unit / 2, bottom - top)
            ground = self._ground(number)
            self.canvas.draw_box(band, radius=theme.spacing.radius, fill=ground, stroke=theme.line)
            place = Box(x + unit, top + unit, width - 2 * unit, 0)
            write_block(self.canvas, text, place, theme.type.body, theme.text, bold=True)

    def _ground(self, number: int) -> str:
        """Return the colour of a stage's band; neighbours differ."""
        return self.theme.surface if number % 2 else self.theme.background

    def _draw_scale(self, scale: Box) -> None:
        """Draw the lines of the five steps, with their words and scores as the workspace writes them."""
        theme, unit, size = self.theme, self.theme.spacing.unit, self.theme.type.small
        for step in self.sheet.steps:
            y = spot_of(scale, step.height)[1]
            dash = "6 4" if step.height == 0 else None
            colour = theme.border if step.height == 0 else theme.line
            start, end = (scale.x + unit / 4, y), (scale.right - unit / 4, y)
            self.canvas.draw_line(start, end, stroke=colour, stroke_dasharray=dash)
            number = Box(scale.x - unit * 5, y - size * LEADING / 2, unit * 4.25, 0)
            write_block(self.canvas, step.score, number, size, theme.muted, bold=True, anchor="end")
            width = self.sheet.gutter - unit * 5
            label = Box(self.sheet.margin, y - size * LEADING * len(step.words) / 2, width, 0)
            write_lines(self.canvas, step.words, label, size, theme.muted, anchor="end")

    def _write_labels(self, scale: Box) -> None:
        """Write the words of a lone line beside its points."""
        unit, theme = self.theme.spacing.unit, self.theme
        for index, feeling, height in self._labels():
            y = spot_of(scale, height)[1]
            up = unit * 1.75 + self._label_height(feeling)
            top = y - up if self._is_above(index) else y + unit * 1.75
            place = Box(self._x(index) + unit / 2, top, self.sheet.column - unit, 0)
            ground = self._ground(self.sheet.columns[index].number)
            size, lang = theme.type.small, self.sheet.lang
            write_feeling(self.canvas, feeling, place, size, theme.text, lang=lang, ground=ground)

    def _write_names(self, top: float) -> None:
        theme, unit, lang = self.theme, self.theme.spacing.unit, self.sheet.lang
        for index in self.span:
            place = Box(self._x(index) + unit / 2, top, self.sheet.column - unit, 0)
            touchpoint, y = self.sheet.columns[index].touchpoint, top
            if touchpoint:
                title, size = touchpoint.title, theme.type.small
                y = write_block(self.canvas, title, place, size, theme.text, anchor="middle")
            unscored = self._unscored(index)
            if unscored:
                below = place._replace(y=y + unit / 2)
                write_feeling(self.canvas, unscored, below, theme.type.small, theme.muted, lang=lang)

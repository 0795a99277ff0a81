"""The emotion curve alone, for a slide or a README: stages, touchpoints, and how people feel along them."""

from collections.abc import Iterator
from itertools import groupby

from journeymap.model import Journey, Portfolio
from journeymap.model.summaries import DEFAULT_WORDS, score_label
from journeymap.rendering.canvas import Canvas, Drawing
from journeymap.rendering.charts.feeling_rows import draw_rows
from journeymap.rendering.charts.feeling_texts import feeling_height, write_feeling
from journeymap.rendering.charts.feelings import on_scale, tabulate_curve, trace_curve
from journeymap.rendering.charts.frame import (
    LEADING,
    Sign,
    block_height,
    close_chart,
    draw_signs,
    language_of,
    margin_of,
    open_chart,
    write_block,
    write_lines,
    write_source,
)
from journeymap.rendering.charts.line_ends import draw_line_ends, list_line_ends, room_for, tail_of
from journeymap.rendering.charts.plot import (
    HIGH,
    LOW,
    draw_sample,
    lay_tracks,
    plot_tracks,
    spot_of,
    stroke_before,
)
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.map.emotion_lines import EmotionLine, Feeling
from journeymap.rendering.map.words import NO_FEELINGS, tell_feelings
from journeymap.rendering.metrics import one_line, text_width, wrap
from journeymap.rendering.naming import name_journey, write_score
from journeymap.rendering.tables.table import Table
from journeymap.rendering.templating import marked, translate
from journeymap.themes.theme import Theme

TITLE = marked("How it feels, step by step")
WIDEST_TITLE = 20
"""Units that a column is wide at most for the sake of a stage's title."""


def draw_emotion_curve(
    portfolio: Portfolio, journey: Journey, *, theme: Theme, personas: tuple[str, ...] = ()
) -> Drawing:
    """Return the emotion curve of a journey, of some personas where these are named."""
    return _Picture(portfolio, journey, theme, personas).draw()


def tabulate_emotions(portfolio: Portfolio, journey: Journey, *, personas: tuple[str, ...] = ()) -> Table:
    """Return the values of the emotion curve as a table."""
    lang = language_of(portfolio, journey)
    curve = trace_curve(portfolio, journey, personas, lang=lang)
    scale = portfolio.workspace.emotion_scale
    return tabulate_curve(curve, scale, translate(TITLE, lang=lang), lang=lang)


class _Picture:
    """One picture in the making, from top to bottom: stages, the plot, touchpoints, rows of words."""

    def __init__(
        self, portfolio: Portfolio, journey: Journey, theme: Theme, personas: tuple[str, ...]
    ) -> None:
        self.portfolio = portfolio
        self.journey = journey
        self.theme = theme
        self.lang = language_of(portfolio, journey)
        self.columns, self.lines = trace_curve(portfolio, journey, personas, lang=self.lang)
        self.tracks = lay_tracks(theme, self.lines)
        before = self.say(marked("Before: %(title)s")) % {"title": name_journey(portfolio, journey.extends)}
        self.ends = list_line_ends(theme, self.tracks, before)
        unit, count = theme.spacing.unit, max(1, len(self.columns))
        self.margin = margin_of(theme)
        self.gutter = unit * (15 if len(self.lines) < 2 else 18)
        self.tail = tail_of(self.ends, theme)
        rest = 2 * self.margin + self.gutter + self.tail
        self.column = max(
            unit * 11.5,
            min(unit * 20, (unit * 130 - rest) / count),
            (unit * 84 - rest) / count,
            self._title_width(),
        )
        self.width = rest + self.column * count
        self.canvas, self.y = open_chart(theme, self.width, self.lang, journey.title, self.say(TITLE))

    def draw(self) -> Drawing:
        """Return the picture."""
        if not self.lines:
            place = Box(self.margin, self.y, self.width - 2 * self.margin, 0)
            size, colour = self.theme.type.body, self.theme.text
            self.y = write_block(self.canvas, self.say(NO_FEELINGS), place, size, colour)
            return self._close()
        unit = self.theme.spacing.unit
        top = self.y + self._heads_height() + unit
        words = self._scale_words()
        tallest = max(map(len, words)) * self.theme.type.small * LEADING
        steps = max(unit * 26, tallest * (HIGH - LOW))
        above, below = (max(room, tallest / 2) for room in self._label_rooms(steps))
        steps = max(steps, room_for(self.ends, self.tail - unit, self.theme) - above - below)
        scale = Box(self.margin + self.gutter, top + above, self.width, steps)
        bottom = scale.bottom + below
        names = self._names_height()
        self._draw_bands(bottom + names + 2 * unit)
        self._draw_scale(scale, words)
        cells = tuple(Box(x, scale.y, self.column, scale.height) for x in self._columns())
        plot_tracks(self.canvas, self.theme, self.tracks, cells)
        if len(self.lines) == 1:
            self._write_labels(self.lines[0], cells)
        x = scale.x + self.column * len(self.columns) + unit
        ends = Box(x, top, self.tail - unit, bottom - top)
        draw_line_ends(self.canvas, self.theme, self.ends, ends, scale)
        self._write_names(bottom + unit)
        self.y = bottom + names + unit * 3
        if len(self.lines) > 1:
            heads = Box(self.margin, self.y, self.gutter - unit, 0)
            feet = tuple(Box(x, self.y, self.column, 0) for x in self._columns())
            self.y = draw_rows(self.canvas, self.theme, self.tracks, heads, feet, lang=self.lang)
        return self._close()

    def say(self, text: str) -> str:
        return translate(text, lang=self.lang)

    def _close(self) -> Drawing:
        place = Box(self.margin, self.y + self.theme.spacing.unit, self.width - 2 * self.margin, 0)
        bottom = draw_signs(self.canvas, self.theme, tuple(self._signs()), place)
        story = tell_feelings(self.journey, lang=self.lang) or self.say(NO_FEELINGS)
        return close_chart(
            self.canvas,
            self.theme,
            bottom,
            write_source(self.portfolio, self.journey, lang=self.lang),
            self.lang,
            name=f"curve-{self.journey.id}-{self.theme.name}",
            title=f"{one_line(self.journey.title)}: {self.say(TITLE)}",
            about=one_line(story),
        )

    def _columns(self) -> Iterator[float]:
        return (self.margin + self.gutter + self.column * index for index in range(len(self.columns)))

    def _stages(self) -> Iterator[tuple[float, float, str]]:
        """Yield where each stage starts, how wide it is, and its number and title."""
        x = self.margin + self.gutter
        for number, spots in groupby(self.columns, key=lambda spot: spot.number):
            group = tuple(spots)
            width = self.column * len(group)
            yield x, width, f"{number} · {group[0].stage.title}"
            x += width

    def _title_width(self) -> float:
        """Return how wide a column is at least, so that the title of a stage breaks between words only."""
        size, unit = self.theme.type.body, self.theme.spacing.unit
        wanted = [0.0]
        for number, spots in groupby(self.columns, key=lambda spot: spot.number):
            group = tuple(spots)
            first, *others = one_line(group[0].stage.title).split() or [""]
            width = max(text_width(word, size, bold=True) for word in (f"{number} · {first}", *others))
            wanted.append((width + 2 * unit + 1) / len(group))
        return max((width for width in wanted if width <= WIDEST_TITLE * unit), default=0.0)

    def _heads_height(self) -> float:
        size, unit = self.theme.type.body, self.theme.spacing.unit
        heights = (block_height(text, width - 2 * unit, size, bold=True) for _, width, text in self._stages())
        return max(heights) + unit * 2

    def _names_height(self) -> float:
        return max(self._foot_height(index) for index in range(len(self.columns)))

    def _foot_height(self, index: int) -> float:
        size, unit = self.theme.type.small, self.theme.spacing.unit
        touchpoint, width = self.columns[index].touchpoint, self.column - unit
        height = block_height(touchpoint.title, width, size) if touchpoint else 0
        unscored = self._unscored(index)
        return height + (feeling_height(unscored, width, size, lang=self.lang) + unit / 2 if unscored else 0)

    def _unscored(self, index: int) -> Feeling | None:
        """Return the feeling that has words and no place on the curve, where there is one line only."""
        feeling = self.lines[0].feelings[index] if len(self.lines) == 1 else None
        return feeling if feeling and feeling.height is None else None

    def _label_rooms(self, steps: float) -> tuple[float, float]:
        """Return the room above +2 and below -2 that markers and the words beside them need."""
        unit = self.theme.spacing.unit
        above = below = unit * 2
        for index, feeling in enumerate(self.lines[0].feelings if len(self.lines) == 1 else ()):
            if feeling is None or feeling.height is None:
                continue
            reach = self._label_height(feeling) + unit * 2.5
            if self._is_above(index):
                above = max(above, reach - (HIGH - feeling.height) / (HIGH - LOW) * steps)
            else:
                below = max(below, reach - (feeling.height - LOW) / (HIGH - LOW) * steps)
        return above, below

    def _label_height(self, feeling: Feeling) -> float:
        width = self.column - self.theme.spacing.unit
        return feeling_height(feeling, width, self.theme.type.small, lang=self.lang)

    def _is_above(self, index: int) -> bool:
        """Say on which side of a lone line the words for a point stand: above a summit, below a valley."""
        heights = self.lines[0].heights
        around = [*heights[max(0, index - 1) : index], *heights[index + 1 : index + 2]]
        known = [height for height in around if height is not None]
        own = heights[index]
        return own is None or not known or own >= sum(known) / len(known)

    def _draw_bands(self, bottom: float) -> None:
        theme, unit = self.theme, self.theme.spacing.unit
        for number, (x, width, text) in enumerate(self._stages(), start=1):
            band = Box(x + unit / 4, self.y, width - unit / 2, bottom - self.y)
            ground = self._ground(number)
            self.canvas.draw_box(band, radius=theme.spacing.radius, fill=ground, stroke=theme.line)
            place = Box(x + unit, self.y + unit, width - 2 * unit, 0)
            write_block(self.canvas, text, place, theme.type.body, theme.text, bold=True)

    def _ground(self, number: int) -> str:
        """Return the colour of a stage's band; neighbours differ."""
        return self.theme.surface if number % 2 else self.theme.background

    def _scale_words(self) -> list[tuple[str, ...]]:
        """Return the words for the five steps in lines, from the lowest step."""
        own = self.portfolio.workspace.emotion_scale
        width = self.gutter - self.theme.spacing.unit * 5
        labels = [self.say(word) for word in DEFAULT_WORDS]
        words = (score_label(own, on_scale(height, own), labels) for height in range(LOW, HIGH + 1))
        return [wrap(one_line(text), width, self.theme.type.small) for text in words]

    def _draw_scale(self, scale: Box, words: list[tuple[str, ...]]) -> None:
        """Draw the lines of the five steps, with their words and scores as the workspace writes them."""
        theme, unit, size = self.theme, self.theme.spacing.unit, self.theme.type.small
        own = self.portfolio.workspace.emotion_scale
        end = self.margin + self.gutter + self.column * len(self.columns)
        for height, lines in zip(range(LOW, HIGH + 1), words, strict=True):
            score = on_scale(height, own)
            y = spot_of(scale, height)[1]
            dash = "6 4" if height == 0 else None
            colour = theme.border if height == 0 else theme.line
            self.canvas.draw_line(
                (scale.x + unit / 4, y), (end - unit / 4, y), stroke=colour, stroke_dasharray=dash
            )
            number = Box(scale.x - unit * 5, y - size * LEADING / 2, unit * 4.25, 0)
            text = write_score(score, lang=self.lang)
            write_block(self.canvas, text, number, size, theme.muted, bold=True, anchor="end")
            label = Box(self.margin, y - size * LEADING * len(lines) / 2, self.gutter - unit * 5, 0)
            write_lines(self.canvas, lines, label, size, theme.muted, anchor="end")

    def _write_labels(self, line: EmotionLine, cells: tuple[Box, ...]) -> None:
        """Write the words of a lone line beside its points."""
        unit, theme = self.theme.spacing.unit, self.theme
        for index, (feeling, cell) in enumerate(zip(line.feelings, cells, strict=True)):
            if feeling is None or feeling.height is None:
                continue
            y = spot_of(cell, feeling.height)[1]
            up = unit * 1.75 + self._label_height(feeling)
            top = y - up if self._is_above(index) else y + unit * 1.75
            place = Box(cell.x + unit / 2, top, self.column - unit, 0)
            ground = self._ground(self.columns[index].number)
            size = theme.type.small
            write_feeling(self.canvas, feeling, place, size, theme.text, lang=self.lang, ground=ground)

    def _write_names(self, top: float) -> None:
        theme, unit = self.theme, self.theme.spacing.unit
        for index, (x, spot) in enumerate(zip(self._columns(), self.columns, strict=True)):
            place = Box(x + unit / 2, top, self.column - unit, 0)
            y = top
            if spot.touchpoint:
                title = spot.touchpoint.title
                y = write_block(self.canvas, title, place, theme.type.small, theme.text, anchor="middle")
            unscored = self._unscored(index)
            if unscored:
                below = place._replace(y=y + unit / 2)
                write_feeling(self.canvas, unscored, below, theme.type.small, theme.muted, lang=self.lang)

    def _signs(self) -> Iterator[Sign]:
        """Yield the signs that this curve uses and no word beside them explains."""
        feelings = [each for line in self.lines for each in line.feelings if each and each.height is not None]
        unit = self.theme.spacing.unit
        if any(feeling.confidence == "assumed" for feeling in feelings):
            yield Sign(self.say(marked("assumed")), unit * 2.5, self._draw_assumed)
        if any(end.paint == stroke_before(self.theme) for end in self.ends):
            yield Sign(self.say(marked("before")), unit * 3, self._draw_before)

    def _draw_assumed(self, canvas: Canvas, point: Point) -> None:
        draw_sample(canvas, self.theme, 0, (point[0] + self.theme.spacing.unit * 1.25, point[1]), hollow=True)

    def _draw_before(self, canvas: Canvas, point: Point) -> None:
        end = (point[0] + self.theme.spacing.unit * 3, point[1])
        canvas.draw_line(point, end, **stroke_before(self.theme))

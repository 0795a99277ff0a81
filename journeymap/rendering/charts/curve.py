"""The emotion curve alone, for a slide or a README: stages, touchpoints, and how people feel along them.

A long one goes on in rows, so that it can be read where it is put.
"""

from collections.abc import Iterator
from itertools import groupby

from journeymap.model import Journey, Portfolio
from journeymap.model.summaries import DEFAULT_WORDS, score_label
from journeymap.rendering.canvas import Canvas, Drawing
from journeymap.rendering.charts.curve_row import CurveRow, Sheet, Step
from journeymap.rendering.charts.feelings import on_scale, tabulate_curve, trace_curve
from journeymap.rendering.charts.frame import (
    Sign,
    close_chart,
    draw_signs,
    language_of,
    margin_of,
    open_chart,
    write_block,
    write_source,
)
from journeymap.rendering.charts.line_ends import list_line_ends, tail_of
from journeymap.rendering.charts.plot import HIGH, LOW, draw_sample, lay_tracks, stroke_before
from journeymap.rendering.charts.row_breaks import break_rows
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.map.words import NO_FEELINGS, tell_feelings
from journeymap.rendering.metrics import one_line, text_width, wrap
from journeymap.rendering.naming import name_journey, write_score
from journeymap.rendering.tables.table import Table
from journeymap.rendering.templating import marked, translate
from journeymap.themes.theme import Theme

TITLE = marked("How it feels, step by step")
WIDEST_TITLE = 20
"""Units that a column is wide at most for the sake of a stage's title."""
WIDEST = 280
"""Units that a row is wide: of what is longer, nothing could be read on a page or a slide."""
NARROWEST_COLUMN = 11.5
"""Units that a column is wide at least."""


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
    """One picture in the making, from top to bottom: rows of the curve, and the legend."""

    def __init__(
        self, portfolio: Portfolio, journey: Journey, theme: Theme, personas: tuple[str, ...]
    ) -> None:
        self.portfolio = portfolio
        self.journey = journey
        self.theme = theme
        self.lang = language_of(portfolio, journey)
        self.columns, self.lines = trace_curve(portfolio, journey, personas, lang=self.lang)
        self.tracks = lay_tracks(theme, self.lines)
        self.before = self.say(marked("Before: %(title)s")) % {
            "title": name_journey(portfolio, journey.extends)
        }
        self.ends = list_line_ends(theme, self.tracks, self.before, len(self.columns))
        unit = theme.spacing.unit
        self.margin = margin_of(theme)
        self.gutter = unit * (15 if len(self.lines) < 2 else 18)
        self.tail = tail_of(self.ends, theme)
        rest = 2 * self.margin + self.gutter + self.tail
        least = max(unit * NARROWEST_COLUMN, self._title_width())
        self.rows = break_rows(self._lengths(), max(1, int((unit * WIDEST - rest) / least)))
        count = max(1, *map(len, self.rows))
        self.column = max(least, min(unit * 20, (unit * 130 - rest) / count), (unit * 84 - rest) / count)
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
        sheet = Sheet(
            self.theme,
            self.lang,
            self.columns,
            self.tracks,
            tuple(self._steps()),
            self.before,
            self.margin,
            self.gutter,
            self.column,
            self.tail,
        )
        for number, span in enumerate(self.rows):
            self.y = CurveRow(sheet, self.canvas, span).draw(self.y + (2 * unit if number else 0))
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

    def _lengths(self) -> list[int]:
        """Return how many columns each stage has."""
        return [len(list(spots)) for _, spots in groupby(self.columns, key=lambda spot: spot.number)]

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

    def _steps(self) -> Iterator[Step]:
        """Yield the five steps of the scale, from the lowest, with words and scores of the workspace."""
        own = self.portfolio.workspace.emotion_scale
        width = self.gutter - self.theme.spacing.unit * 5
        labels = [self.say(word) for word in DEFAULT_WORDS]
        for height in range(LOW, HIGH + 1):
            score = on_scale(height, own)
            words = wrap(one_line(score_label(own, score, labels)), width, self.theme.type.small)
            yield Step(height, write_score(score, lang=self.lang), words)

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

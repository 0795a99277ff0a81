"""Emotion curves on slides as free forms: the same monotone curve as everywhere, its points to be moved."""

from collections.abc import Sequence
from functools import partial

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.documents.deck.look import Look
from journeymap.rendering.documents.deck.shapes import Paint
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.map.crowding import Shifts, shift_at, spread_markers
from journeymap.rendering.map.emotion_lines import EmotionLine, Feeling
from journeymap.rendering.map.feeling import CROWDED, SMALL_FACE, has_before
from journeymap.rendering.map.signs import ASSUMED, BEFORE, DASHES, line_colour
from journeymap.rendering.map.strokes import trace_runs

MOST_LINES = len(DASHES)
HIGHEST = 2.0


LARGEST_FACE, SMALLEST_FACE = 10.0, 4.5
"""The radius of faces: where there are several lines, dots stand for those that would be smaller."""
DOT = 2.4
EARLIER = 2.6
"""The radius of the points of a line that shows how it was before."""


class Plot(NamedTuple):
    """Where curves stand: a box, the columns from ``first`` on, and how large faces are.

    ``shifts`` is how far each line is moved aside where it meets others, as on the map.
    """

    box: Box
    first: int
    columns: int
    radius: float
    shifts: tuple[Shifts, ...] = ()

    @property
    def step(self) -> float:
        """The width of a column."""
        return self.box.width / self.columns

    def centre(self, column: float) -> float:
        """Return the middle of a column."""
        return self.box.x + (column - self.first + 0.5) * self.step

    def level(self, height: float) -> float:
        """Return where a canonical score from -2 to +2 stands."""
        return self.box.middle - height * self.rise

    @property
    def rise(self) -> float:
        """The distance of two whole scores."""
        return (self.box.height - 2 * self.radius - 4) / (2 * HIGHEST)

    def shown(self) -> range:
        """Return the columns that are shown."""
        return range(self.first, self.first + self.columns)

    def place(self, line: int, point: Point) -> Point:
        """Return where a point of a line stands: its x is a column, its y a canonical score."""
        column, height = point
        x, y = shift_at(self.shifts[line], column)
        # At the sides of the plot every line leaves it where its column ends.
        inside = min(column - self.first, self.first + self.columns - 1 - column) + 0.5
        return self.centre(column) + x * min(1.0, 2 * inside), self.level(height) + y


def lay_plot(box: Box, columns: range, lines: Sequence[EmotionLine], *, radius: float) -> Plot:
    """Return the plot of some columns, whose faces have a radius, or less where several stand abreast."""
    step = box.width / len(columns)
    if len(lines) > 1:
        radius = min(radius, step / (2.2 * len(lines)))
        radius = DOT if radius < SMALLEST_FACE else radius
    plot = Plot(box, columns.start, len(columns), radius)
    shifts = spread_markers(
        [line.heights for line in lines],
        near=CROWDED / SMALL_FACE * radius / plot.rise,
        step=2.2 * radius,
        room=max(1.0, step - 2 * radius),
    )
    return plot._replace(shifts=shifts)


def draw_ground(canvas: SlideCanvas, plot: Plot) -> None:
    """Draw the zero line and those of the best and the worst feeling."""
    theme = canvas.look.theme
    for height in (HIGHEST, 0.0, -HIGHEST):
        y = plot.level(height)
        colour, dash = (theme.border, "dash") if height == 0 else (theme.line, "")
        canvas.draw_line((plot.box.x, y), (plot.box.right, y), Paint(line=colour, width=0.75, dash=dash))


def draw_lines(canvas: SlideCanvas, plot: Plot, lines: Sequence[EmotionLine], *, about: str) -> None:
    """Draw lines through the columns of a plot, behind them dotted those of the journey it builds on."""
    for index, line in enumerate(lines):
        if has_before(line):
            _draw_before(canvas, plot, line, index, alone=len(lines) == 1, alt=f"{line.title or about} ←")
    for index, line in enumerate(lines):
        place, alone = partial(plot.place, index), len(lines) == 1
        runs = trace_runs(line.heights, place, line if alone else None, columns=plot.shown())
        for assumed, points in runs:
            canvas.draw_curve(
                points, paint_line(canvas.look, index, assumed=assumed), name="Curve", alt=line.title or about
            )


def paint_line(look: Look, index: int, *, assumed: bool = False) -> Paint:
    """Return the paint of a line: the dash of its own, or of what is only assumed."""
    dash = ASSUMED if assumed else DASHES[index] or ""
    return Paint(line=line_colour(look.theme, index), width=2.25, dash=dash)


def paint_before(colour: str) -> Paint:
    """Return the paint of a line that shows how it was before."""
    return Paint(line=colour, width=1.5, dash=str(BEFORE["stroke_dasharray"]))


def _draw_before(
    canvas: SlideCanvas, plot: Plot, line: EmotionLine, index: int, *, alone: bool, alt: str
) -> None:
    theme = canvas.look.theme
    colour = theme.muted if alone else line_colour(theme, index)
    place = partial(plot.place, index)
    for _, points in trace_runs(line.heights_before, place, columns=plot.shown()):
        canvas.draw_curve(points, paint_before(colour), name="Curve before", alt=alt)
    for column in plot.shown():
        height = line.heights_before[column]
        if height is not None:
            paint = Paint(theme.background, colour, 1.0)
            canvas.draw_mark(place((column, height)), min(EARLIER, plot.radius), paint, line=index)


def draw_faces(canvas: SlideCanvas, plot: Plot, lines: Sequence[EmotionLine], titles: Sequence[str]) -> None:
    """Draw a face at each feeling that has a score, or a dot where faces would be a crowd."""
    look = canvas.look
    for index, line in enumerate(lines):
        for column in plot.shown():
            feeling = line.feelings[column]
            if feeling is None or feeling.height is None:
                continue
            alt = ", ".join(filter(None, (line.title, titles[column], tell_feeling(look, feeling))))
            centre = plot.place(index, (column, feeling.height))
            hollow = feeling.confidence == "assumed"
            if plot.radius <= DOT:
                colour = line_colour(look.theme, index)
                paint = Paint(look.theme.background if hollow else colour, colour, 0.75)
                canvas.draw_mark(centre, plot.radius, paint, line=index, alt=alt)
            else:
                canvas.draw_face(feeling.level or 0, centre, plot.radius, line=index, hollow=hollow, alt=alt)


def tell_feeling(look: Look, feeling: Feeling) -> str:
    """Return a feeling in words, with its score where it has one."""
    score = "" if feeling.score is None else look.score(feeling.score)
    return " ".join(filter(None, (feeling.words, score)))

"""Emotion curves on slides as free forms: the same monotone curve as everywhere, its points to be moved."""

from collections.abc import Iterator, Sequence

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.curve import Bezier
from journeymap.rendering.documents.deck.look import Look
from journeymap.rendering.documents.deck.shapes import Paint
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.map.emotion_lines import EmotionLine, Feeling
from journeymap.rendering.map.signs import line_colour

DASHES = ("", "dash", "sysDot", "dashDot", "sysDash")
"""The dash of each line, as DrawingML calls it."""

MOST_LINES = len(DASHES)
HIGHEST = 2.0


class Plot(NamedTuple):
    """Where curves stand: a box, the columns from ``first`` on, and how large faces are."""

    box: Box
    first: int
    columns: int
    radius: float

    @property
    def step(self) -> float:
        """The width of a column."""
        return self.box.width / self.columns

    def centre(self, column: int) -> float:
        """Return the middle of a column."""
        return self.box.x + (column - self.first + 0.5) * self.step

    def level(self, height: float) -> float:
        """Return where a canonical score from -2 to +2 stands."""
        inner = self.box.height - 2 * self.radius - 4
        return self.box.middle - height / (2 * HIGHEST) * inner

    def shown(self) -> range:
        """Return the columns that are shown."""
        return range(self.first, self.first + self.columns)


def draw_ground(canvas: SlideCanvas, plot: Plot) -> None:
    """Draw the zero line and those of the best and the worst feeling."""
    theme = canvas.look.theme
    for height in (HIGHEST, 0.0, -HIGHEST):
        y = plot.level(height)
        dash = "dash" if height == 0 else "sysDot"
        colour = theme.border if height == 0 else theme.line
        canvas.draw_line((plot.box.x, y), (plot.box.right, y), Paint(line=colour, width=0.75, dash=dash))


def draw_line(canvas: SlideCanvas, plot: Plot, line: EmotionLine, index: int, *, alt: str) -> None:
    """Draw a line through the columns of a plot, and before it that of the journey it builds on."""
    look = canvas.look
    for run in _runs(line.before, plot):
        paint = Paint(line=look.theme.muted, width=1.25, dash="sysDot")
        canvas.draw_curve(run, paint, name="Curve before", alt=f"{alt} ←")
    for run in _runs(line.pieces, plot):
        paint = Paint(line=line_colour(look.theme, index), width=2.25, dash=DASHES[index])
        canvas.draw_curve(run, paint, name="Curve", alt=alt)


def draw_faces(canvas: SlideCanvas, plot: Plot, lines: Sequence[EmotionLine], titles: Sequence[str]) -> None:
    """Draw a face at each feeling that has a score; those that would cover each other stand side by side."""
    for column in plot.shown():
        for near in _group_faces(lines, column, plot):
            apart = min(plot.radius * 2.2, plot.step / (len(near) + 1))
            for place, (index, feeling, level) in enumerate(near):
                said = (lines[index].title, titles[column], tell_feeling(canvas.look, feeling))
                canvas.draw_face(
                    feeling.level or 0,
                    (plot.centre(column) + (place - (len(near) - 1) / 2) * apart, level),
                    plot.radius,
                    line=index,
                    hollow=feeling.confidence == "assumed",
                    alt=", ".join(filter(None, said)),
                )


def _group_faces(
    lines: Sequence[EmotionLine], column: int, plot: Plot
) -> list[list[tuple[int, Feeling, float]]]:
    """Return the feelings of a column with their lines and levels, those together that touch each other."""
    scored = [
        (index, feeling, plot.level(feeling.height))
        for index, line in enumerate(lines)
        if (feeling := line.feelings[column]) is not None and feeling.height is not None
    ]
    groups: list[list[tuple[int, Feeling, float]]] = []
    for each in sorted(scored, key=lambda face: face[2]):
        if groups and each[2] - groups[-1][-1][2] < plot.radius * 2:
            groups[-1].append(each)
        else:
            groups.append([each])
    return [sorted(group, key=lambda face: face[0]) for group in groups]


def tell_feeling(look: Look, feeling: Feeling) -> str:
    """Return a feeling in words, with its score where it has one."""
    score = "" if feeling.score is None else look.score(feeling.score)
    return " ".join(filter(None, (feeling.words, score)))


def _runs(pieces: Sequence[Sequence[Bezier]], plot: Plot) -> Iterator[list[Point]]:
    """Yield the unbroken parts of a curve inside a plot, each as a start and then three points an arc."""
    run: list[Point] = []
    for column in plot.shown():
        left = plot.box.x + (column - plot.first) * plot.step
        for arc in pieces[column] if column < len(pieces) else ():
            start, *rest = ((left + x * plot.step, plot.level(y)) for x, y in arc)
            if run and abs(run[-1][0] - start[0]) > 0.01:
                yield run
                run = []
            run = [*(run or [start]), *rest]
    if run:
        yield run

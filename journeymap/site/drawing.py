"""What pages draw of the emotion curve: the piece in a cell, and a whole journey as a sparkline.

Coordinates leave here as short texts, ready for attributes: pages carry no inline style.
"""

from collections.abc import Sequence

from journeymap.model.summaries import mean
from journeymap.rendering.curve import Bezier, fit_curve, trace_path, write_coordinate
from journeymap.rendering.map.emotion_lines import EmotionLine, level_of
from journeymap.site.journey.map_cells import Arc
from journeymap.site.pieces import Sparkline

# Room above +2 and below -2, so that a face on the extremes stays inside its cell.
REACH = 2.8
_CELL = 100
_SPARK_WIDTH, _SPARK_HEIGHT = 320, 96


def draw_arc(line: EmotionLine, lines: Sequence[EmotionLine], column: int) -> Arc:
    """Return a line's piece in one column, with the other lines' behind it."""
    feeling = line.feelings[column]
    height = feeling.height if feeling else None
    others = (_trace_cell(other.pieces[column]) for other in lines if other is not line)
    changed = line.before and line.before[column] != line.pieces[column]
    return Arc(
        line=_trace_cell(line.pieces[column]),
        area=_shade(line.pieces[column], width=_CELL, height=_CELL),
        before=_trace_cell(line.before[column]) if changed else "",
        others=tuple(path for path in others if path),
        y="" if height is None else _percent(height),
    )


def draw_sparkline(heights: Sequence[float | None]) -> Sparkline | None:
    """Return the curve through canonical heights as a small picture; none with fewer than two scores."""
    known = [(index, height) for index, height in enumerate(heights) if height is not None]
    if len(known) < 2:
        return None
    last = max(1, len(heights) - 1)
    arcs = tuple(Bezier(*((0.03 + 0.94 * x / last, y) for x, y in arc)) for arc in fit_curve(heights))
    peak = max(known, key=lambda point: point[1])
    pit = min(known, key=lambda point: point[1])
    marks = sorted({peak, pit, known[-1]})
    dots = tuple(
        (
            write_coordinate((0.03 + 0.94 * index / last) * _SPARK_WIDTH),
            _spark_y(height),
            level_of(height) + 2,
        )
        for index, height in marks
    )
    size = {"width": _SPARK_WIDTH, "height": _SPARK_HEIGHT}
    line = trace_path(arcs, low=-REACH, high=REACH, **size)
    return Sparkline(line, _shade(arcs, **size), dots, _spark_y(0))


def mean_heights(lines: Sequence[EmotionLine]) -> list[float | None]:
    """Return the mean canonical height of all lines in each column."""
    return [mean(column) for column in zip(*(line.heights for line in lines), strict=True)]


def _trace_cell(arcs: Sequence[Bezier]) -> str:
    return trace_path(arcs, width=_CELL, height=_CELL, low=-REACH, high=REACH)


def _shade(arcs: Sequence[Bezier], *, width: float, height: float) -> str:
    """Return the area between arcs and the zero line, one shape an unbroken run."""
    shapes: list[str] = []
    run: list[Bezier] = []
    for index, arc in enumerate(arcs):
        run.append(arc)
        if index + 1 == len(arcs) or arcs[index + 1].start != arc.end:
            outline = trace_path(run, width=width, height=height, low=-REACH, high=REACH)
            end, start = write_coordinate(run[-1].end[0] * width), write_coordinate(run[0].start[0] * width)
            shapes.append(f"{outline}V{write_coordinate(height / 2)}H{start}Z" if end != start else "")
            run = []
    return "".join(shapes)


def _percent(height: float) -> str:
    return f"{write_coordinate((REACH - height) / (2 * REACH) * 100)}%"


def _spark_y(height: float) -> str:
    return write_coordinate((REACH - height) / (2 * REACH) * _SPARK_HEIGHT)

"""The emotion curve: a smooth line through scores that never shows a feeling nobody scored.

Monotone piecewise cubic interpolation after F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic
Interpolation", SIAM Journal on Numerical Analysis 17 (1980), pages 238-246. With points one unit apart
and secants ``d[k] = y[k+1] - y[k]``:

1. the tangent of an inner point is the mean of its two secants, or 0 where they differ in sign or one
   is 0; the tangent of an end point is its one secant;
2. with ``a = m[k] / d[k]`` and ``b = m[k+1] / d[k]``, wherever ``a*a + b*b > 9`` both tangents are
   scaled by ``3 / sqrt(a*a + b*b)``, which keeps the piece monotone, hence between its two scores.

The curve is then cut at the borders of the map's cells: a score sits in the middle of its cell, so that
each cell owns the second half of the piece before it and the first half of the piece after it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import TypeAlias

from journeymap.named_tuples import NamedTuple

Point: TypeAlias = tuple[float, float]


class Bezier(NamedTuple):
    """A cubic Bézier arc: where it starts, its two control points, where it ends."""

    start: Point
    first: Point
    second: Point
    end: Point


def fit_curve(scores: Sequence[float | None]) -> tuple[Bezier, ...]:
    """Return the arcs between neighbouring scores, at x = 0, 1, 2 …; a missing score leaves a gap."""
    arcs: list[Bezier] = []
    for first, run in _runs(scores):
        tangents = _tangents(run)
        ends = zip(pairwise(run), pairwise(tangents), strict=True)
        arcs.extend(_hermite(first + k, *heights, *slopes) for k, (heights, slopes) in enumerate(ends))
    return tuple(arcs)


def cut_curve(scores: Sequence[float | None]) -> tuple[tuple[Bezier, ...], ...]:
    """Return the piece of the curve inside each score's cell, x running from 0 to 1 across the cell."""
    cells: list[list[Bezier]] = [[] for _ in scores]
    for arc in fit_curve(scores):
        before, after = _halves(arc)
        k = round(arc.start[0])
        cells[k].append(_shifted(before, 0.5 - k))
        cells[k + 1].append(_shifted(after, -0.5 - k))
    return tuple(tuple(cell) for cell in cells)


def cut_arc(arc: Bezier, columns: range) -> Bezier | None:
    """Return what of an arc lies in some columns: all of it, the half in the outer one, or nothing."""
    before, after = (round(arc.start[0]) in columns, round(arc.end[0]) in columns)
    if before and after:
        return arc
    first, second = _halves(arc)
    return first if before else second if after else None


def join_arcs(arcs: Sequence[Bezier], kinds: Sequence[bool]) -> Iterator[tuple[bool, list[Bezier]]]:
    """Yield arcs that follow each other and are of one kind."""
    run: list[Bezier] = []
    kind = False
    for arc, own in zip(arcs, kinds, strict=True):
        if run and (run[-1].end != arc.start or own != kind):
            yield kind, run
            run = []
        run.append(arc)
        kind = own
    if run:
        yield kind, run


def trace_path(arcs: Iterable[Bezier], *, width: float, height: float, low: float, high: float) -> str:
    """Return the SVG path data of arcs in a box: x in 0..1 spans the width, low..high its height."""

    def place(point: Point) -> str:
        x = point[0] * width
        y = (high - point[1]) / (high - low) * height
        return f"{write_coordinate(x)} {write_coordinate(y)}"

    steps: list[str] = []
    pen: Point | None = None
    for arc in arcs:
        if arc.start != pen:
            steps.append(f"M{place(arc.start)}")
        steps.append(f"C{place(arc.first)} {place(arc.second)} {place(arc.end)}")
        pen = arc.end
    return "".join(steps)


def write_coordinate(number: float) -> str:
    """Write a coordinate with at most two decimals and no trailing zeros."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _runs(scores: Sequence[float | None]) -> Iterator[tuple[int, list[float]]]:
    """Yield each unbroken run of scores with the index it starts at."""
    run: list[float] = []
    for index, score in enumerate([*scores, None]):
        if score is not None:
            run.append(float(score))
        elif run:
            yield index - len(run), run
            run = []


def _tangents(run: list[float]) -> list[float]:
    if len(run) < 2:
        return [0.0] * len(run)
    secants = [after - before for before, after in pairwise(run)]
    inner = [(a + b) / 2 if a * b > 0 else 0.0 for a, b in pairwise(secants)]
    tangents = [secants[0], *inner, secants[-1]]
    for k, secant in enumerate(secants):
        if secant == 0:
            tangents[k] = tangents[k + 1] = 0.0
            continue
        reach = hypot(tangents[k] / secant, tangents[k + 1] / secant)
        if reach > 3:
            tangents[k] *= 3 / reach
            tangents[k + 1] *= 3 / reach
    return tangents


def _hermite(x: float, y0: float, y1: float, m0: float, m1: float) -> Bezier:
    """Return the arc from (x, y0) to (x + 1, y1) with the given tangents at its ends."""
    return Bezier((x, y0), (x + 1 / 3, y0 + m0 / 3), (x + 2 / 3, y1 - m1 / 3), (x + 1, y1))


def _halves(arc: Bezier) -> tuple[Bezier, Bezier]:
    """Cut an arc in the middle (de Casteljau)."""
    a, b, c = _middle(arc.start, arc.first), _middle(arc.first, arc.second), _middle(arc.second, arc.end)
    ab, bc = _middle(a, b), _middle(b, c)
    centre = _middle(ab, bc)
    return Bezier(arc.start, a, ab, centre), Bezier(centre, bc, c, arc.end)


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _shifted(arc: Bezier, by: float) -> Bezier:
    return Bezier(*((x + by, y) for x, y in arc))

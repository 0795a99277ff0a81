"""Markers that share a column: those that would hide each other step aside, all others stay in its middle."""

from collections.abc import Sequence
from typing import TypeAlias

from journeymap.rendering.geometry import Point

RISE = 3.0
"""How far markers that step aside also move down, one after the other: lines stay apart where they agree."""

Shifts: TypeAlias = tuple[Point, ...]
"""How far the markers of one line are moved, column by column."""


def spread_markers(
    lines: Sequence[Sequence[float | None]], *, near: float, step: float, room: float
) -> tuple[Shifts, ...]:
    """Return how far each line's markers are moved; ``near`` is a distance of scores that is too small.

    Markers stand a ``step`` apart, or nearer where the ``room`` in a column asks for it.
    """
    shifts = [[(0.0, 0.0)] * len(line) for line in lines]
    for column, heights in enumerate(zip(*lines, strict=True)):
        for crowd in _crowds(heights, near):
            apart = min(step, room / max(1, len(crowd) - 1))
            for place, index in enumerate(sorted(crowd)):
                aside = place - (len(crowd) - 1) / 2
                shifts[index][column] = (aside * apart, aside * RISE)
    return tuple(map(tuple, shifts))


def shift_at(shifts: Shifts, column: float) -> Point:
    """Return how far a line is moved at a place between two columns: in between what its markers are."""
    last = len(shifts) - 1
    before = min(max(int(column), 0), last)
    after, part = min(before + 1, last), column - before
    (x, y), (to_x, to_y) = shifts[before], shifts[after]
    return x + (to_x - x) * part, y + (to_y - y) * part


def _crowds(heights: Sequence[float | None], near: float) -> list[list[int]]:
    """Return the indices of heights in groups, in which each has a neighbour that is near."""
    known = sorted((height, index) for index, height in enumerate(heights) if height is not None)
    crowds: list[list[int]] = []
    last = float("-inf")
    for height, index in known:
        if height - last >= near:
            crowds.append([])
        crowds[-1].append(index)
        last = height
    return crowds

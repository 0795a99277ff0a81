"""Marks sorted by the lines they touch: which part of which line each one underlines.

Places come from many hands, so they are brought into the text first: past its end becomes its end,
and a span that ends at the start of a line ends on the line before.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from journeymap.named_tuples import NamedTuple
from journeymap.reporting.style import Role
from journeymap.source import SourceFile, Span


class Mark(NamedTuple):
    """A place to mark: its text, its role and the sign that underlines it."""

    span: Span
    text: str
    role: Role
    sign: Literal["^", "-"]


class Stretch(NamedTuple):
    """The part of a mark that lies on one line: character indexes, end exclusive.

    A mark over several lines has an ``opening`` stretch on its first line and a ``closing`` one on
    its last; ``rail`` is the column of the bracket that joins them.
    """

    start: int
    end: int
    mark: Mark
    part: Literal["whole", "opening", "closing"] = "whole"
    rail: int = 0


class Bracket(NamedTuple):
    """The lines that a mark over several lines spans, and the column it is drawn in."""

    first: int
    last: int
    rail: int
    role: Role


class PlacedMarks(NamedTuple):
    """The marks of one file: by line, and the brackets of those over several lines."""

    stretches: Mapping[int, Sequence[Stretch]]
    brackets: tuple[Bracket, ...]

    @property
    def rails(self) -> int:
        """How many brackets stand beside each other."""
        return max((bracket.rail + 1 for bracket in self.brackets), default=0)


def place_marks(source: SourceFile, marks: Sequence[Mark]) -> PlacedMarks:
    """Return the marks of one file, by line."""
    stretches: dict[int, list[Stretch]] = {}
    brackets: list[Bracket] = []
    for mark in marks:
        (first, start), (last, end) = _bounds(source, mark.span)
        if first == last:
            stretches.setdefault(first, []).append(Stretch(start, end, mark))
            continue
        rail = _free_rail(brackets, first, last)
        brackets.append(Bracket(first, last, rail, mark.role))
        stretches.setdefault(first, []).append(Stretch(start, start + 1, mark, "opening", rail))
        stretches.setdefault(last, []).append(Stretch(max(end - 1, 0), end, mark, "closing", rail))
    return PlacedMarks(stretches, tuple(brackets))


def choose_lines(source: SourceFile, marks: PlacedMarks) -> list[int]:
    """Return the numbers of the lines to show: those with marks, and what makes them readable.

    An empty line gets the line above it for company, a bracket of few lines is shown whole, and a gap
    of one line is filled.
    """
    wanted = set(marks.stretches)
    wanted.update(number - 1 for number in marks.stretches if number > 1 and not source.line(number).strip())
    for bracket in marks.brackets:
        if bracket.last - bracket.first <= 3:
            wanted.update(range(bracket.first, bracket.last + 1))
    ordered = sorted(wanted)
    filled = [low + 1 for low, high in pairwise(ordered) if high == low + 2]
    return sorted([*ordered, *filled])


def _bounds(source: SourceFile, span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    first, start = _point(source, span.start.line, span.start.column)
    last, end = _point(source, span.end.line, span.end.column)
    while last > first and end == 0:
        last -= 1
        end = len(source.line(last))
    if (last, end) < (first, start):
        last, end = first, start
    return (first, start), (last, end)


def _point(source: SourceFile, line: int, column: int) -> tuple[int, int]:
    """Return the line and the 0-based index in it of a position, brought into the text."""
    if line > source.line_count:
        return source.line_count, len(source.line(source.line_count))
    line = max(line, 1)
    return line, min(max(column - 1, 0), len(source.line(line)))


def _free_rail(brackets: Sequence[Bracket], first: int, last: int) -> int:
    taken = {bracket.rail for bracket in brackets if bracket.first <= last and first <= bracket.last}
    return next(rail for rail in range(len(brackets) + 1) if rail not in taken)

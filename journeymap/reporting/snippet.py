"""Lines of a source with marks under them: where it is wrong, and what else belongs to it.

Draws line by line: the text, the signs under it, the labels. A mark over several lines is a bracket at
the left. A line too long for the screen shows the parts around its marks, one after the other.
"""

from collections.abc import Iterator, Sequence

from journeymap.reporting.columns import lay_out_line
from journeymap.reporting.marks import Mark, PlacedMarks, Stretch, choose_lines, place_marks
from journeymap.reporting.rows import Row, draw_label, draw_signs
from journeymap.reporting.style import Run
from journeymap.reporting.windows import Window, choose_windows
from journeymap.source import SourceFile

GAP = "..."
_NARROWEST = 24


def number_width(source: SourceFile | None, marks: Sequence[Mark]) -> int:
    """Return how many digits the highest line number of the marks takes."""
    if source is None:
        return 1
    return len(str(min(source.line_count, max(mark.span.end.line for mark in marks))))


def draw_snippet(
    source: SourceFile, marks: Sequence[Mark], *, gutter: int, width: int
) -> Iterator[list[Run]]:
    """Yield the lines of the snippet of one file, between two lines that hold only the frame."""
    placed = place_marks(source, marks)
    room = max(_NARROWEST, width - gutter - 3 - 2 * placed.rails)
    frame: Run = ("frame", f"{' ' * gutter} | ")
    above = 0
    yield [frame]
    for number in choose_lines(source, placed):
        if above and number > above + 1:
            yield [("frame", GAP.ljust(gutter + 3)), *_draw_rails(placed, number).runs()]
        above = number
        numbered: Run = ("frame", f"{number:>{gutter}} | ")
        for has_text, runs in _draw_line(source.line(number), number, placed, room):
            yield [numbered if has_text else frame, *runs]
    yield [frame]


def _draw_line(text: str, number: int, placed: PlacedMarks, room: int) -> Iterator[tuple[bool, list[Run]]]:
    """Yield the rows of one line, and whether a row holds its text."""
    left = 2 * placed.rails
    rails = _draw_rails(placed, number)
    for window, inside in choose_windows(lay_out_line(text), placed.stretches.get(number, ()), room):
        corners = [stretch for stretch in inside if _opens_in_indent(stretch, text)]
        for stretch in corners:
            rails.put(2 * stretch.rail, "/", stretch.mark.role)
        yield True, [*rails.runs(left), ("plain", window.text)]
        for stretch in corners:
            rails.put(2 * stretch.rail, "|", stretch.mark.role)
        whole = [stretch for stretch in inside if stretch.part == "whole"]
        for row in draw_signs(whole, window, rails, left=left, limit=left + room):
            yield False, row.runs()
        edges = [stretch for stretch in inside if stretch.part != "whole" and stretch not in corners]
        for stretch in edges:
            for row in _draw_edge(stretch, window, rails, left=left, limit=left + room):
                yield False, row.runs()


def _draw_edge(stretch: Stretch, window: Window, rails: Row, *, left: int, limit: int) -> Iterator[Row]:
    """Yield the rows where a bracket leaves its rail or comes back to it, and change the rails so."""
    rail, mark = 2 * stretch.rail, stretch.mark
    column = left + window.column(stretch.start)
    if stretch.part == "closing":
        row = rails.copy()
        rails.clear(rail)
    else:
        row = rails.copy()
        rails.put(rail, "|", mark.role)
    row.put(rail + 1, "_" * (column - rail - 1), mark.role).put(column, mark.sign, mark.role)
    if stretch.part == "closing" and mark.text:
        yield from draw_label(row, rails, column + 2, stretch, limit=limit)
    else:
        yield row


def _draw_rails(placed: PlacedMarks, number: int) -> Row:
    """Return the brackets that come from above into a line."""
    row = Row()
    for bracket in placed.brackets:
        if bracket.first < number <= bracket.last:
            row.put(2 * bracket.rail, "|", bracket.role)
    return row


def _opens_in_indent(stretch: Stretch, text: str) -> bool:
    return stretch.part == "opening" and not text[: stretch.start].strip()

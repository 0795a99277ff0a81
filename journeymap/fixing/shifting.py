"""Where a place of a text is after edits of it."""

from collections.abc import Iterable, Sequence

from journeymap.diagnostics import Edit
from journeymap.named_tuples import NamedTuple
from journeymap.source import Span


class _Shift(NamedTuple):
    start: int
    end: int
    new: int
    moved_by: int
    edit: Edit


class Shifts:
    """The edits of several files, and what they do to offsets."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        by_file: dict[str, list[Edit]] = {}
        for edit in edits:
            by_file.setdefault(edit.span.file, []).append(edit)
        self._by_file = {file: _shifts_of(each) for file, each in by_file.items()}

    def move(self, file: str, offset: int) -> int:
        """Return where an offset is afterwards; what was replaced is where its replacement begins."""
        moved_by = 0
        for shift in self._by_file.get(file, ()):
            if offset < shift.start or (offset == shift.start and shift.end > shift.start):
                break
            if offset < shift.end:
                return shift.start + moved_by
            moved_by += shift.moved_by
        return offset + moved_by

    def edits_at(self, span: Span) -> tuple[Edit, ...]:
        """Return the edits that wrote what stands at a place of the new text."""
        moved_by = 0
        found = []
        for shift in self._by_file.get(span.file, ()):
            start = shift.start + moved_by
            if shift.new and span.start.offset < start + shift.new and start <= span.end.offset:
                found.append(shift.edit)
            moved_by += shift.moved_by
        return tuple(found)


def _shifts_of(edits: Sequence[Edit]) -> tuple[_Shift, ...]:
    shifts = []
    for edit in sorted(edits, key=lambda edit: (edit.span.start.offset, edit.span.end.offset)):
        start, end = edit.span.start.offset, edit.span.end.offset
        shifts.append(_Shift(start, end, len(edit.text), len(edit.text) - (end - start), edit))
    return tuple(shifts)

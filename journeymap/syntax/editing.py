"""Changes of a document by pointer, as edits of its text: what is not meant stays, byte for byte.

Comments, indentation, quotes, line breaks and the choice between brackets and lines are kept; what is
added follows its neighbours. A change that cannot be written with certainty has no edits.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from journeymap.diagnostics import Edit
from journeymap.problems import Step
from journeymap.source import Pointer
from journeymap.syntax.document import Document
from journeymap.syntax.entries import Change, Changes
from journeymap.syntax.reading import read_document


def edit_document(document: Document, steps: Iterable[Step]) -> tuple[Edit, ...]:
    """Return the edits that take steps in one document; none where one of them cannot be taken.

    The places of all steps are those of the document as it is.
    """
    ordered = tuple(steps)
    changes = [_change(document, step) for step in ordered]
    if not all(changes):
        return ()
    text = document.source.text
    together = sorted((each for some in changes for each in some), key=lambda change: change[:2])
    # What is left of a collection when several of its entries go shows only one after the other.
    if _overlap(together) or sum(step.verb == "remove" for step in ordered) > 1:
        together = [*_change_in_turn(document, ordered)]
    span = document.source.span
    return tuple(Edit(span(start, end), new) for start, end, new in together if text[start:end] != new)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made that do not overlap."""
    changes = [(edit.span.start.offset, edit.span.end.offset, edit.text) for edit in edits]
    return _apply(text, sorted(changes, key=lambda change: change[:2]))


def _change(document: Document, step: Step) -> Changes:
    """Return the changes of one step."""
    from journeymap.syntax import inserting, removing, setting

    if document.broken or document.root is None:
        return ()
    pointer = step.place.pointer
    if step.verb == "set":
        return setting.set_value(document, pointer, step.value)
    if step.verb == "rename":
        return setting.rename_key(document, pointer, step.key)
    if step.verb == "remove":
        return removing.remove_entry(document, pointer)
    if step.key:
        return inserting.insert_field(document, pointer, step.key, step.value)
    return inserting.insert_item(document, pointer, step.value)


def _overlap(changes: Sequence[Change]) -> bool:
    """Whether changes in order touch the same characters, or stand at the same place."""
    return any(second[0] < first[1] or second[0] == first[0] for first, second in pairwise(changes))


def _change_in_turn(document: Document, steps: Sequence[Step]) -> Changes:
    """Return one change that stands for steps which touch each other, each taken in what the last left."""
    before = document.source.text
    # From the end backwards, no step moves the place of a later one.
    for step in sorted(steps, key=lambda step: _order(document, step), reverse=True):
        changes = _change(document, step)
        if not changes:
            return ()
        text = _apply(document.source.text, sorted(changes))
        document = read_document(document.source.path, text.encode("utf-8"))
    return _shortest(before, document.source.text)


def _order(document: Document, step: Step) -> tuple[int, int]:
    pointer: Pointer = step.place.pointer
    return document.span(pointer).start.offset, len(pointer)


def _shortest(before: str, after: str) -> Changes:
    """Return the shortest single change from one text to another."""
    most = min(len(before), len(after))
    start = next((i for i in range(most) if before[i] != after[i]), most)
    left = most - start
    same = next((i for i in range(left) if before[-1 - i] != after[-1 - i]), left)
    return ((start, len(before) - same, after[start : len(after) - same]),)


def _apply(text: str, changes: Iterable[Change]) -> str:
    pieces = []
    at = 0
    for start, end, new in changes:
        pieces += [text[at:start], new]
        at = end
    return "".join((*pieces, text[at:]))

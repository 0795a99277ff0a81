"""The comments of a document: every `#` that stands in no text, with its exact place."""

import re
from collections.abc import Iterator
from typing import Any

from journeymap.named_tuples import NamedTuple
from journeymap.source import Span
from journeymap.syntax.document import Document

_COMMENT = re.compile(r"#[^\r\n]*")
_HEADER = re.compile(r"[|>][-+0-9]*")
_BREAK = re.compile(r"[\r\n]|\Z")


class Comment(NamedTuple):
    """One comment: its place, its text with the `#`, and whether nothing else stands on its line.

    Blanks behind the text belong neither to the span nor to the text.
    """

    span: Span
    text: str
    stands_alone: bool


def find_comments(document: Document) -> tuple[Comment, ...]:
    """Return the comments of a document in their order; none where its text cannot be composed."""
    source = document.source
    text = source.text
    if "#" not in text or document.root is None:
        return ()
    found = []
    for start, end in _gaps(text, document.root):
        for match in _COMMENT.finditer(text, start, end):
            words = match[0].rstrip(" \t")
            span = source.span(match.start(), match.start() + len(words))
            before = text[span.start.offset - span.start.column + 1 : span.start.offset]
            found.append(Comment(span, words, stands_alone=not before.strip(" \t")))
    return tuple(found)


def _gaps(text: str, root: Any) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text between scalars; the line that opens a block scalar is one, too."""
    at = 0
    for scalar in _scalars(root):
        start, end = scalar.start_mark.index, scalar.end_mark.index
        if start == end:
            continue  # nothing is written, and the parser places that nothing anywhere
        yield at, start
        header = _HEADER.match(text, start) if scalar.style in {"|", ">"} else None
        if header:
            rest = _BREAK.search(text, header.end())
            yield header.end(), rest.start() if rest else len(text)
        at = end
    yield at, len(text)


def _scalars(root: Any) -> Iterator[Any]:
    """Yield the scalars below a node in their order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.id == "scalar":
            yield node
        elif node.id == "sequence":
            waiting.extend(reversed(node.value))
        else:
            for key, value in reversed(node.value):
                waiting += (value, key)

"""An entry taken away, with its own comment and never with a neighbour's."""

import re

from journeymap.source import Pointer
from journeymap.syntax.composing import CollectionNode, MappingNode
from journeymap.syntax.document import Document
from journeymap.syntax.entries import (
    Changes,
    Entry,
    entries_of,
    find_line_end,
    find_line_start,
    is_block_text,
    last_leaf,
    skip_break,
)
from journeymap.syntax.framing import find_content
from journeymap.syntax.locating import Found, find_node

_TRAILING_COMMENT = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_BLANKS = re.compile(r"[ \t]*")
_COMMENT_OR_BLANK_LINE = re.compile(r"[ \t]*(?:#|[\r\n]|\Z)")


def remove_entry(document: Document, pointer: Pointer) -> Changes:
    """Return the changes that take an entry away; with the last one goes the collection."""
    text = document.source.text
    found = find_node(document.root, pointer)
    parent = found.parent
    if parent is None or not found.exact:
        return ()
    if len(parent.value) == 1:
        return remove_entry(document, pointer[:-1])
    entries = entries_of(text, parent)
    if entries is None or _is_written_twice(parent, found):
        return ()
    index = next(i for i, each in enumerate(entries) if each.node is found.node)
    if parent.flow_style:
        return _remove_in_brackets(text, entries, index)
    return _remove_lines(text, document, entries, index)


def _is_written_twice(parent: CollectionNode, found: Found) -> bool:
    """Whether the key stands in the mapping once more, so that without one the other would count."""
    if not isinstance(parent, MappingNode) or found.key is None:
        return False
    return [key.value for key, _ in parent.value].count(found.key.value) > 1


def _remove_lines(text: str, document: Document, entries: tuple[Entry, ...], index: int) -> Changes:
    entry = entries[index]
    start = find_line_start(text, entry.start)
    end = find_line_end(text, entry.end)
    if text[start : entry.start].strip(" "):
        # The entry stands behind a dash, and the next one moves up to it.
        following = entries[1].start
        if not text[end:following].strip():
            return ((entry.start, following, ""),)
        return ((len(text[: entry.start].rstrip(" ")), end, ""),)
    end = skip_break(text, end)
    above = _leaf_above(document, entry.start)
    if above and _COMMENT_OR_BLANK_LINE.match(text, end):
        return ()  # what follows would become a part of the text above
    return ((start, end, ""),)


def _leaf_above(document: Document, at: int) -> bool:
    """Whether the last value above an offset is a text written as lines."""
    node = document.root
    while isinstance(node, CollectionNode) and not node.flow_style:
        children = [child if isinstance(child, tuple) else (child, child) for child in node.value]
        before = [value for key, value in children if key.start_mark.index < at]
        if not before:
            return False
        node = before[-1]
        if node.end_mark.index <= at:
            return is_block_text(last_leaf(node))
    return False


def _remove_in_brackets(text: str, entries: tuple[Entry, ...], index: int) -> Changes:
    entry = entries[index]
    comma = find_content(text, entry.end)
    if text[comma] == ",":
        return _remove_up_to_comma(text, entry, comma)
    # The last one goes with the comma before it.
    comma = find_content(text, entries[index - 1].end)
    if not text[comma + 1 : entry.start].strip():
        return ((comma, _end_with_comment(text, entry.end), ""),)
    return ((comma, comma + 1, ""), (entry.start, _end_with_comment(text, entry.end), ""))


def _remove_up_to_comma(text: str, entry: Entry, comma: int) -> Changes:
    end = _end_with_comment(text, comma + 1)
    start = find_line_start(text, entry.start)
    has_own_lines = not text[start : entry.start].strip() and text[end : end + 1] in {"\r", "\n"}
    if has_own_lines:
        return ((start, skip_break(text, end), ""),)
    blanks = _BLANKS.match(text, end)
    return ((entry.start, blanks.end() if blanks and end == comma + 1 else end, ""),)


def _end_with_comment(text: str, end: int) -> int:
    """Return the offset past a comment that ends the line, or the offset itself."""
    found = _TRAILING_COMMENT.match(text, end)
    return found.end() if found else end

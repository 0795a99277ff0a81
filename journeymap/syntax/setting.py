"""A value put in the place of another."""

import re
from typing import Any

from journeymap.source import Pointer, line_break_of
from journeymap.syntax.composing import CollectionNode, Node
from journeymap.syntax.document import Document
from journeymap.syntax.entries import (
    Changes,
    Entry,
    entries_of,
    find_colon,
    find_line_end,
    find_line_start,
    is_block_text,
    is_empty,
)
from journeymap.syntax.locating import Found, find_node, measure
from journeymap.syntax.writing import fits_one_line, write_flow, write_lines, write_scalar

_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*(?P<comment>[ \t]+#[^\r\n]*)?")


def set_value(document: Document, pointer: Pointer, value: Any) -> Changes:
    """Return the changes that put a value in the place of the one at a pointer."""
    text = document.source.text
    found = find_node(document.root, pointer)
    if found.parent is None or not found.exact:
        return ()
    entries = entries_of(text, found.parent)
    if entries is None:
        return ()
    entry = next(each for each in entries if each.node is found.node)
    head = _end_of_head(text, found, entry)
    if found.parent.flow_style:
        return _put_on_line(text, found, head, write_flow(value))
    if fits_one_line(value, head - find_line_start(text, head)):
        written = write_flow(value) if isinstance(value, dict | list | tuple) else write_scalar(value)
        return _put_on_line(text, found, head, written)
    column = entry.start - find_line_start(text, entry.start)
    is_list_of_key = isinstance(value, list | tuple) and found.key is not None
    indent = column + (sequence_indent(document.root) if is_list_of_key else 2)
    return _put_below(text, found, head, f"{line_break_of(text)}{' ' * indent}", write_lines(value))


def rename_key(document: Document, pointer: Pointer, key: str) -> Changes:
    """Return the changes that write another key in the place of the one at a pointer."""
    found = find_node(document.root, pointer)
    if found.parent is None or found.key is None or not found.exact:
        return ()
    if any(each.value == key for each, _ in found.parent.value):
        return ()
    written = write_scalar(key, in_flow=bool(found.parent.flow_style))
    return ((found.key.start_mark.index, found.key.end_mark.index, written),)


def sequence_indent(root: Node) -> int:
    """Return by how much the lists of a document are indented below their keys."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, CollectionNode) or node.flow_style:
            continue
        for child in node.value:
            key, value = child if isinstance(child, tuple) else (None, child)
            if key is not None and value.id == "sequence" and not value.flow_style:
                indent: int = value.start_mark.column - key.start_mark.column
                return indent if 0 <= indent <= 8 else 2
            waiting.append(value)
    return 2


def _end_of_head(text: str, found: Found, entry: Entry) -> int:
    """Return the offset past the colon or dash that a value stands behind; for a bare one, of its start."""
    if found.key is None:
        return entry.start + 1 if text[entry.start] == "-" and entry.inside != entry.start else entry.inside
    colon = find_colon(text, found.key)
    end: int = found.key.end_mark.index
    return colon if colon >= 0 else end


def _put_on_line(text: str, found: Found, head: int, written: str) -> Changes:
    node = found.node
    start, end = measure(text, node)
    if is_empty(node):
        has_colon = found.key is None or text[head - 1] == ":"
        return ((head, head, f" {written}" if has_colon else f": {written}"),)
    if is_block_text(node):
        header = _HEADER_COMMENT.match(text, start)
        comment = (header and header["comment"]) or ""
        return ((start, find_line_end(text, end), written + comment),)
    if not isinstance(node, CollectionNode) or node.flow_style:
        return ((start, end, written),)
    below = find_line_end(text, head)
    if start < below:
        return ((start, find_line_end(text, end), written),)
    return ((head, head, f" {written}"), (below, find_line_end(text, end), ""))


def _put_below(text: str, found: Found, head: int, line_break: str, lines: tuple[str, ...]) -> Changes:
    """Return the changes that write a collection as lines, below its key or behind its dash."""
    node = found.node
    start, end = measure(text, node)
    below = find_line_end(text, head)
    block = "".join(f"{line_break}{line}" for line in lines)
    if is_empty(node):
        return ((below, below, block),)
    after = find_line_end(text, end)
    if is_block_text(node):
        header = _HEADER_COMMENT.match(text, start)
        comment = (header and header["comment"]) or ""
        return ((head, after, comment + block),)
    if not isinstance(node, CollectionNode) or node.flow_style:
        return ((head, end, ""), (after, after, block))
    return ((below if start > below else head, after, block),)

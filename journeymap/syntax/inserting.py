"""A field added to a mapping, an item added to a list; what is not there yet is begun."""

from typing import Any

from journeymap.source import Pointer, line_break_of
from journeymap.syntax.composing import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from journeymap.syntax.document import Document
from journeymap.syntax.entries import (
    Changes,
    Entry,
    entries_of,
    find_line_end,
    find_line_start,
    keeps_breaks,
)
from journeymap.syntax.framing import find_content
from journeymap.syntax.locating import Found, find_node, measure
from journeymap.syntax.scalars import WORDS
from journeymap.syntax.setting import sequence_indent, set_value
from journeymap.syntax.writing import fits_one_line, reads_in_brackets, write_flow, write_lines, write_scalar


def insert_field(document: Document, pointer: Pointer, key: str, value: Any) -> Changes:
    """Return the changes that add a key with its value to the mapping at a pointer."""
    found = find_node(document.root, pointer)
    if not found.exact:
        return _begin(document, pointer, {key: value})
    if _is_nothing(found):
        return set_value(document, pointer, {key: value})
    if not isinstance(found.node, MappingNode) or any(each.value == key for each, _ in found.node.value):
        return ()
    text = document.source.text
    entries = entries_of(text, found.node)
    if entries is None:
        return ()
    if found.node.flow_style:
        written = f"{write_scalar(key, in_flow=True)}: {write_flow(value)}"
        if key == "id" and entries:
            return ((entries[0].start, entries[0].start, f"{written}, "),)
        return _add_in_brackets(text, found.node, entries, written)
    start = entries[0].start
    indent = " " * (start - find_line_start(text, start))
    line_break = line_break_of(text)
    name = f"{write_scalar(key)}:"
    is_short = fits_one_line(value, len(indent) + len(name) + 1)
    if is_short:
        written = f"{name} {_write_on_line(value)}"
    else:
        deeper = indent + " " * (sequence_indent(document.root) if isinstance(value, list | tuple) else 2)
        written = line_break.join((name, *(deeper + line for line in write_lines(value))))
    # The id of an item heads it, as people write it.
    last = None if key == "id" and pointer else _entry_above(text, entries, is_short=is_short)
    if last is None:
        return ((start, start, f"{written}{line_break}{indent}"),)
    below = find_line_end(text, last.end)
    return ((below, below, f"{line_break}{indent}{written}"),)


def insert_item(document: Document, pointer: Pointer, value: Any) -> Changes:
    """Return the changes that add an item to the list at a pointer; a single value begins a list."""
    found = find_node(document.root, pointer)
    if not found.exact:
        return _begin(document, pointer, [value])
    if _is_nothing(found):
        return set_value(document, pointer, [value])
    if not isinstance(found.node, SequenceNode):
        return _make_list(document, pointer, found.node, value)
    text = document.source.text
    entries = entries_of(text, found.node)
    if entries is None:
        return ()
    if found.node.flow_style:
        is_in_block = found.parent is not None and not found.parent.flow_style
        if not entries and is_in_block and isinstance(value, dict) and "#" not in _inside(text, found.node):
            return set_value(document, pointer, [value])
        return _add_in_brackets(text, found.node, entries, write_flow(value))
    last = entries[-1]
    if keeps_breaks(text, last.node):
        return ()
    line_break = line_break_of(text)
    start = entries[0].start
    indent = " " * (start - find_line_start(text, start))
    below = find_line_end(text, last.end)
    return ((below, below, f"{line_break}{indent}- {_write_item(value, entries, line_break + indent)}"),)


def _begin(document: Document, pointer: Pointer, value: Any) -> Changes:
    """Return the changes that begin a collection which is not there."""
    *parent, last = pointer
    return insert_field(document, tuple(parent), last, value) if isinstance(last, str) else ()


def _is_nothing(found: Found) -> bool:
    node = found.node
    return isinstance(node, ScalarNode) and not node.style and WORDS.get(node.value, 0) is None


def _inside(text: str, node: Node) -> str:
    start, end = measure(text, node)
    return text[start:end]


def _add_in_brackets(
    text: str, collection: CollectionNode, entries: tuple[Entry, ...], written: str
) -> Changes:
    if not entries:
        at = collection.start_mark.index + 1
        return ((at, at, f"{written}{' ' * (text[at] == '#')}"),)
    end = entries[-1].end
    comma = find_content(text, end)
    if text[comma] == ",":
        return ((comma + 1, comma + 1, f" {written},"),)
    return ((end, end, f", {written}"),)


def _entry_above(text: str, entries: tuple[Entry, ...], *, is_short: bool) -> Entry | None:
    """Return the entry below which a new one reads best, or nothing for the first place.

    One line goes below the single lines that a mapping begins with, and lines go to the end.
    """
    chosen = None
    for entry in entries:
        is_line = find_line_end(text, entry.start) >= entry.end
        if is_short and not is_line and chosen is not None:
            break
        if not keeps_breaks(text, entry.node):
            chosen = entry
        elif not is_short:
            chosen = None
    return chosen


def _make_list(document: Document, pointer: Pointer, node: Node, value: Any) -> Changes:
    text = document.source.text
    if isinstance(node, MappingNode):
        start, end = measure(text, node)
        if not node.flow_style or text[start] != "{":
            return ()
        return ((start, start, "["), (end, end, f", {write_flow(value)}]"))
    before: Any = document.data
    for step in pointer:
        before = before[step]
    return set_value(document, pointer, [before, value])


def _write_item(value: Any, entries: tuple[Entry, ...], line_break: str) -> str:
    """Return an item as its neighbours are written: in brackets, or as lines."""
    if not isinstance(value, dict | list | tuple):
        return write_scalar(value)
    siblings = [entry.node for entry in entries if isinstance(entry.node, CollectionNode)]
    if all(node.flow_style for node in siblings) if siblings else reads_in_brackets(value):
        return write_flow(value)
    return f"{line_break}  ".join(write_lines(value)) or write_flow(value)


def _write_on_line(value: Any) -> str:
    return write_flow(value) if isinstance(value, dict | list | tuple) else write_scalar(value)

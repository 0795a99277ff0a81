"""Where the entries of a collection begin and end in the text, their dashes, colons and commas.

Whatever is written in a way that this module does not see through, such as keys behind ``?``, has no
entries here, and is not edited.
"""

import re
from typing import TypeAlias

from journeymap.named_tuples import NamedTuple
from journeymap.syntax.composing import CollectionNode, Node, ScalarNode, SequenceNode
from journeymap.syntax.framing import find_content
from journeymap.syntax.locating import measure

COLON = re.compile(r"[ \t]*:")
HEADER = re.compile(r"[|>][-+0-9]*")
_BREAK = re.compile(r"\r\n|\n|\r")
_LINE_END = re.compile(r"[\r\n]|\Z")
_ONLY_DASHES = re.compile(r"[ \t-]*")

Change: TypeAlias = tuple[int, int, str]
"""What replaces the text between two offsets."""
Changes: TypeAlias = tuple[Change, ...]


class Entry(NamedTuple):
    """An entry of a collection: from its key, dash or first character to the end of its last leaf.

    ``node`` is the value; ``inside`` is where the entry begins past its dash, if it has one.
    """

    start: int
    end: int
    inside: int
    node: Node


def entries_of(text: str, collection: CollectionNode) -> tuple[Entry, ...] | None:
    """Return the entries of a collection in order, or nothing where they cannot be told."""
    if collection.flow_style:
        return _entries_in_brackets(text, collection)
    return _items(text, collection) if isinstance(collection, SequenceNode) else _fields(text, collection)


def is_empty(node: Node) -> bool:
    """Whether nothing is written at all, as after the colon of ``key:``."""
    return isinstance(node, ScalarNode) and bool(node.start_mark.index == node.end_mark.index)


def find_colon(text: str, key: Node) -> int:
    """Return the offset past the colon that follows a key on its line, or -1."""
    colon = COLON.match(text, key.end_mark.index)
    return colon.end() if colon else -1


def find_line_start(text: str, at: int) -> int:
    """Return where the line of an offset begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def find_line_end(text: str, at: int) -> int:
    """Return where the line of an offset ends, before its line break."""
    end = _LINE_END.search(text, at)
    return end.start() if end else len(text)


def skip_break(text: str, at: int) -> int:
    """Return the offset past the line break at an offset, if there is one."""
    found = _BREAK.match(text, at)
    return found.end() if found else at


def last_leaf(node: Node) -> Node:
    """Return the last single value in a node; brackets count as one."""
    while isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node


def is_block_text(node: Node) -> bool:
    """Whether a node is a text written as lines below ``|`` or ``>``."""
    return isinstance(node, ScalarNode) and node.style in {"|", ">"}


def keeps_breaks(text: str, node: Node) -> bool:
    """Whether what is written right behind a node could change it: its last line breaks belong to it."""
    leaf = last_leaf(node)
    if not is_block_text(leaf):
        return False
    header = HEADER.match(text, leaf.start_mark.index)
    is_kept = header is not None and "+" in header[0]
    return is_kept or find_line_end(text, measure(text, leaf)[1]) == len(text)


def _entries_in_brackets(text: str, collection: CollectionNode) -> tuple[Entry, ...] | None:
    at = collection.start_mark.index
    if text[at : at + 1] not in {"[", "{"}:
        return None  # one `key: value` in a list in brackets
    at += 1
    entries = []
    for child in collection.value:
        key, node = child if isinstance(child, tuple) else (child, child)
        start = find_content(text, at)
        if start != key.start_mark.index:
            return None
        end = _end_of_field(text, key, node) if isinstance(child, tuple) else measure(text, node)[1]
        if end < 0:
            return None
        entries.append(Entry(start, end, start, node))
        at = find_content(text, end)
        at += text[at : at + 1] == ","
    return tuple(entries)


def _items(text: str, collection: CollectionNode) -> tuple[Entry, ...] | None:
    at = collection.start_mark.index
    entries = []
    for node in collection.value:
        dash = find_content(text, at)
        if text[dash : dash + 1] != "-":
            return None
        end = dash + 1 if is_empty(node) else measure(text, node)[1]
        inside = dash + 1 if is_empty(node) else node.start_mark.index
        entries.append(Entry(dash, end, inside, node))
        at = end
    return tuple(entries)


def _fields(text: str, collection: CollectionNode) -> tuple[Entry, ...] | None:
    entries = []
    for key, node in collection.value:
        start = key.start_mark.index
        end = _end_of_field(text, key, node)
        before = text[find_line_start(text, start) : start]
        if end < 0 or find_colon(text, key) < 0 or not _ONLY_DASHES.fullmatch(before):
            return None
        entries.append(Entry(start, end, start, node))
    return tuple(entries)


def _end_of_field(text: str, key: Node, node: Node) -> int:
    """Return where a field ends; -1 where its key is no single value on its line."""
    if not isinstance(key, ScalarNode) or is_empty(key):
        return -1
    if not is_empty(node):
        return measure(text, node)[1]
    colon = find_colon(text, key)
    end: int = key.end_mark.index
    return max(colon, end)

"""From a pointer to nodes, and from nodes to exact offsets.

The parser's end of a block is where the next token begins, past blank lines and comments; an end is
taken from the last leaf instead.
"""

import re
from typing import Any

from journeymap.named_tuples import NamedTuple
from journeymap.source import Pointer
from journeymap.syntax.composing import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from journeymap.syntax.constructing import is_text_key

_COLON = re.compile(r"[ \t]*:")


class Found(NamedTuple):
    """The node of a pointer, or of its nearest parent where ``exact`` is false."""

    node: Node
    key: Node | None
    parent: CollectionNode | None
    exact: bool

    @property
    def is_scalar(self) -> bool:
        """Whether the node is a single value."""
        return isinstance(self.node, ScalarNode)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written at all, as after the colon of `key:`."""
        return self.is_scalar and self.node.start_mark.index == self.node.end_mark.index


def find_node(root: Node, pointer: Pointer) -> Found:
    """Return the node of a pointer or of its nearest parent."""
    found = Found(root, None, None, exact=True)
    for step in pointer:
        child = _find_child(found.node, step)
        if child is None:
            return found._replace(exact=False)
        found = child
    return found


def show(text: str, found: Found) -> tuple[int, int]:
    """Return the offsets to point at for a node."""
    node, key = found.node, found.key
    if not found.is_empty and (isinstance(node, ScalarNode) or _is_flow(node)):
        return measure(text, node)
    if key is not None:
        return key.start_mark.index, key.end_mark.index
    start = node.start_mark.index
    if found.is_empty:
        # Nothing follows the dash of an item: point at the dash.
        return max(0, text.rfind("-", 0, start)), start
    return start, _end_of_first_entry(text, node)


def measure(text: str, node: Node) -> tuple[int, int]:
    """Return the offsets of a whole node, up to the end of its last leaf."""
    return node.start_mark.index, _find_end(text, node)


def measure_entry(text: str, node: Node, entry: Any) -> int:
    """Return where an entry of a collection ends: an item, or a key with its value."""
    if isinstance(node, SequenceNode):
        return _find_end(text, entry)
    key, value = entry
    if value.start_mark.index < value.end_mark.index or not isinstance(value, ScalarNode):
        return _find_end(text, value)
    # Nothing is written after the colon, and the parser places that nothing anywhere up to the next token.
    end = _find_end(text, key)
    colon = _COLON.match(text, end)
    return colon.end() if colon else end


def _find_child(node: Node, step: str | int) -> Found | None:
    if isinstance(node, MappingNode):
        # The first of several equal keys is the one whose value was taken.
        for key, value in node.value:
            if key.value == step and is_text_key(key):
                return Found(value, key, node, exact=True)
    elif isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return Found(node.value[step], None, node, exact=True)
    return None


def _is_flow(node: Node) -> bool:
    return bool(isinstance(node, CollectionNode) and node.flow_style)


def _find_end(text: str, node: Node) -> int:
    end: int = node.end_mark.index
    if isinstance(node, ScalarNode):
        if node.style in {"|", ">"}:
            start = node.start_mark.index
            return start + len(text[start:end].rstrip())
        return end
    if _is_flow(node):
        return end
    return measure_entry(text, node, node.value[-1])


def _end_of_first_entry(text: str, node: Node) -> int:
    """Return where the first entry of a block ends on the block's first line."""
    start = node.start_mark.index
    line = text[start : measure_entry(text, node, node.value[0])].replace("\r", "\n").partition("\n")[0]
    return start + len(line.rstrip())

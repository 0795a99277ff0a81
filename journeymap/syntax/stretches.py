"""The stretches of text that a document's entries take: what a comment can speak of."""

from collections.abc import Iterator

from journeymap.named_tuples import NamedTuple
from journeymap.source import Pointer
from journeymap.syntax.composing import MappingNode, Node, SequenceNode
from journeymap.syntax.document import Document
from journeymap.syntax.locating import measure_entry


class Stretch(NamedTuple):
    """A key with its value, or an item of a list: where it begins, where it ends, and its pointer."""

    start: int
    end: int
    pointer: Pointer


def find_stretches(document: Document) -> tuple[Stretch, ...]:
    """Return the stretches of all entries in the order of the text, each before those in it."""
    return () if document.root is None else tuple(_below(document.source.text, document.root, ()))


def _below(text: str, node: Node, pointer: Pointer) -> Iterator[Stretch]:
    if isinstance(node, MappingNode):
        for entry in node.value:
            key, value = entry
            here = (*pointer, key.value)
            yield Stretch(key.start_mark.index, measure_entry(text, node, entry), here)
            yield from _below(text, value, here)
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            here = (*pointer, index)
            yield Stretch(item.start_mark.index, measure_entry(text, node, item), here)
            yield from _below(text, item, here)

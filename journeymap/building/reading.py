"""Typed access to the plain data of a document, each value with the place it was written.

Owns the step from ``dict`` and ``list`` to text, numbers and child nodes. Data put together from
several places (an overlay on its base, a touchpoint on the shared one it uses) carries its places
with it, so that every finding points at the text that its author can change.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_DURATION_PART = re.compile(r"([0-9]{1,6})([smhdw])")
_NO_PLACES: Mapping[str | int, Place] = {}
_NOTHING: Mapping[str, Any] = {}


class Assembled(NamedTuple):
    """Data that stands in a tree in place of plain data, because it was written elsewhere.

    ``place`` is where the value itself was written; ``places`` says it of those of its entries
    that were not written there.
    """

    data: Any
    place: Place
    places: Mapping[str | int, Place] = _NO_PLACES


class Node:
    """A value and where it was written.

    Accessors answer with emptiness where nothing is written, and where something of another type is:
    a file that does not hold to its schema is read for its references all the same.
    """

    __slots__ = ("_fields", "data", "place", "places")

    def __init__(self, value: Any, place: Place) -> None:
        if type(value) is Assembled:
            self.data, self.place, self.places = value
        else:
            self.data, self.place, self.places = value, place, _NO_PLACES
        self._fields: Mapping[str, Any] = self.data if type(self.data) is dict else _NOTHING

    def place_of(self, key: str | int) -> Place:
        """Return where an entry was written."""
        value = self._fields.get(key) if isinstance(key, str) else _at(self.data, key)
        if type(value) is Assembled:
            return value.place
        if self.places and key in self.places:
            return self.places[key]
        return Place(self.place.file, (*self.place.pointer, key))

    def has(self, key: str) -> bool:
        """Whether an entry is written at all."""
        return self._fields.get(key) is not None

    def text(self, key: str) -> str:
        """Return a text."""
        value = self._fields.get(key)
        return value if type(value) is str else ""

    def word(self, key: str, default: str | None = None) -> Any:
        """Return a word of a closed vocabulary, which the schema has already checked."""
        value = self._fields.get(key)
        return value if type(value) is str else default

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a single text counts as a list of one."""
        value = self._fields.get(key)
        if value is None:
            return ()
        if type(value) is Assembled:
            value = value.data
        listed = value if type(value) is list else (value,)
        return tuple([each for each in listed if type(each) is str])

    def number(self, key: str) -> int | float | None:
        """Return a number."""
        value = self._fields.get(key)
        return value if type(value) is int or type(value) is float else None

    def whole(self, key: str) -> int | None:
        """Return a whole number, also one written with a zero fraction."""
        value = self._fields.get(key)
        if type(value) is float and value.is_integer():
            return int(value)
        return value if type(value) is int else None

    def flag(self, key: str) -> bool | None:
        """Return true or false, or nothing when neither is written."""
        value = self._fields.get(key)
        return value if type(value) is bool else None

    def seconds(self, key: str) -> int | None:
        """Return a duration such as ``4m`` or ``1h30m`` in seconds."""
        return seconds_of(self._fields.get(key))

    def plain(self, key: str) -> dict[str, Any]:
        """Return a mapping as a plain one of its own."""
        value = self._fields.get(key)
        return dict(value) if type(value) is dict else {}

    def child(self, key: str) -> "Node | None":
        """Return an entry as a node, or nothing when it is not written."""
        value = self._fields.get(key)
        return None if value is None else Node(value, self.place_of(key))

    def at(self, index: int) -> "Node | None":
        """Return the entry of a list at an index, or nothing when it is not that long."""
        value = _at(self.data, index)
        return None if value is None else Node(value, self.place.child(index))

    def items(self, key: str) -> "Iterable[Node]":
        """Return the entries of a list as nodes; a value that is no list counts as a list of one."""
        value = self._fields.get(key)
        if value is None:
            return ()
        node = Node(value, self.place_of(key))
        if type(node.data) is not list:
            return (node,)
        file, pointer = node.place.file, node.place.pointer
        return [Node(each, Place(file, (*pointer, i))) for i, each in enumerate(node.data)]

    def entries(self) -> "Iterator[tuple[str, Node]]":
        """Yield the keys of a mapping with their values as nodes, in written order."""
        return ((key, Node(value, self.place_of(key))) for key, value in self._fields.items())

    @property
    def is_text(self) -> bool:
        """Whether this is a text, as in a short form."""
        return type(self.data) is str

    @property
    def is_number(self) -> bool:
        """Whether this is a number, as in a short form."""
        return type(self.data) is int or type(self.data) is float

    @property
    def is_mapping(self) -> bool:
        """Whether this has entries with keys."""
        return type(self.data) is dict


def seconds_of(text: Any) -> int | None:
    """Return how many seconds a duration lasts, or nothing when it is none."""
    if type(text) is not str:
        return None
    parts = _DURATION_PART.findall(text)
    if not parts or "".join(map("".join, parts)) != text:
        return None
    return sum(int(count) * _SECONDS[unit] for count, unit in parts)


def _at(data: Any, index: int) -> Any:
    return data[index] if type(data) is list and index < len(data) else None

"""Where something stands: by offset (Position, Span) and by path in a document (Place)."""

from typing import TypeAlias

from journeymap.named_tuples import NamedTuple

Pointer: TypeAlias = tuple[str | int, ...]
"""A path of keys and indexes from a document's root, such as ``("stages", 2, "title")``."""


class Position(NamedTuple):
    """One point in a text: 1-based line and column, 0-based offset, all in code points."""

    line: int
    column: int
    offset: int


class Span(NamedTuple):
    """A stretch of one file's text; the end is exclusive."""

    file: str
    start: Position
    end: Position


class Place:
    """Where a value was written: a file and the pointer of its node.

    A place is not part of the value that carries it, so all places compare equal: two journeys that
    differ only in where they were written are the same journey.
    """

    __slots__ = ("file", "pointer")

    def __init__(self, file: str, pointer: Pointer = ()) -> None:
        self.file = file
        self.pointer = pointer

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place)

    def __hash__(self) -> int:
        return hash(Place)

    def __repr__(self) -> str:
        return f"Place({self.file!r}, {self.pointer!r})"

    def child(self, *steps: str | int) -> "Place":
        """Return the place below this one."""
        return Place(self.file, self.pointer + steps)


def path_in(folder: str, path: str, *, inside: str = "") -> str:
    """Return a path as seen from a folder, where both are given as seen from a third one.

    ``inside`` is that third folder as seen from the first, if it lies in it.
    """
    if inside:
        from posixpath import join, normpath

        return normpath(join(inside, path))
    return path if folder in ("", ".") else path.removeprefix(f"{folder}/")

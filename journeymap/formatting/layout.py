"""The layout of a file as a tree: entries with their texts as written and the comments that are theirs.

Every text is cut from the source by its place; nothing here is built from a value. ``""`` among the lines
of comments stands for a blank line.
"""

from typing import TypeAlias

from journeymap.formatting.forms import Forms
from journeymap.named_tuples import NamedTuple


class Scalar(NamedTuple):
    """One key or value: its text as written, and what it means.

    ``style`` is empty without quotes, else the character it begins with. ``indent`` is the column in which
    the lines of a block text begin in the source.
    """

    source: str
    value: str
    style: str = ""
    indent: int = 0
    is_prose: bool = False


class Group(NamedTuple):
    """A mapping or a list; ``is_flow`` where it is written in brackets.

    ``is_lone_pair`` tells a mapping in a list in brackets that has none of its own: ``[key: value]``.
    """

    entries: tuple["Entry", ...]
    is_mapping: bool
    is_flow: bool
    forms: Forms = ()
    is_lone_pair: bool = False


Value: TypeAlias = Scalar | Group


class Remark(NamedTuple):
    """A comment at the end of a line, and the column in which it begins in the source, from 0."""

    text: str
    column: int


class Entry(NamedTuple):
    """One ``key: value`` or item with its comments.

    ``lead`` stands above it, ``beside`` on its line, ``below`` the latter in the same column, and ``after``
    behind everything that belongs to it. ``has_colon`` is false for a bare key in brackets.
    """

    key: Scalar | None
    value: Value
    lead: tuple[str, ...] = ()
    beside: Remark | None = None
    below: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    has_colon: bool = True

    @property
    def remarks(self) -> tuple[str, ...]:
        """The comments on its line and below, for where there is no room beside it."""
        return (self.beside.text, *self.below) if self.beside else self.below

    @property
    def name(self) -> str:
        """The key; empty for an item."""
        return self.key.value if self.key else ""


class Layout(NamedTuple):
    """A whole file: what stands before the map and behind it, as written, and the map itself."""

    prologue: tuple[str, ...]
    root: Entry
    epilogue: tuple[str, ...]
    newline: str

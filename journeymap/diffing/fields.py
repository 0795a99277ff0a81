"""How one field of a value is compared: the words in which the tables of all fields are written.

Each way of comparing is a value that names its field and the kinds of change it gives, so that what a
table promises can be held against the catalogue without comparing anything.
"""

from collections.abc import Iterator
from typing import TypeAlias

from journeymap.named_tuples import NamedTuple


class Apart(NamedTuple):
    """A field that is not compared here, with the reason."""

    name: str
    reason: str


class Text(NamedTuple):
    """Words that only readers rely on: one detail, whichever field it is."""

    name: str
    id: str = "text-changed"
    about: str = ""


class Value(NamedTuple):
    """One value that is there or not, of equal standing to any other: an id, a word, a date.

    ``ref`` is the kind of thing that an id names. Without an id of its own, appearing and disappearing are
    the change of kind ``changed``. ``about`` is what tells one of several fields with the same kinds.
    """

    name: str
    changed: str
    added: str = ""
    removed: str = ""
    ref: str = ""
    key: str = ""
    about: str = ""


class Scale(NamedTuple):
    """A value with a more and a less: a number, a date, or a word of ``order``, the least first."""

    name: str
    increased: str
    decreased: str
    added: str = ""
    removed: str = ""
    order: tuple[str | None, ...] = ()
    key: str = ""
    about: str = ""


class Names(NamedTuple):
    """A set of ids, each of them added or removed; one in the place of another may be ``changed``."""

    name: str
    added: str
    removed: str
    changed: str = ""
    ref: str = ""
    key: str = ""


class Texts(NamedTuple):
    """A list of short texts that belong together and change together."""

    name: str
    id: str = "texts-changed"


class Parts(NamedTuple):
    """Items that are matched and compared one by one; here only their visible order is."""

    name: str
    kind: str


class Own(NamedTuple):
    """A field with a shape of its own; ``ways`` names who compares it."""

    name: str
    way: str
    ids: tuple[str, ...]
    key: str = ""


Spec: TypeAlias = Apart | Text | Value | Scale | Names | Texts | Parts | Own


def ids_of(spec: Spec) -> Iterator[str]:
    """Yield the kinds of change that a field gives."""
    match spec:
        case Text() | Texts():
            yield spec.id
        case Value():
            yield from filter(None, (spec.added, spec.removed, spec.changed))
        case Scale():
            yield from filter(None, (spec.added, spec.removed, spec.increased, spec.decreased))
        case Names():
            yield from filter(None, (spec.added, spec.removed, spec.changed, "order-changed"))
        case Parts():
            yield "order-changed"
        case Own():
            yield from spec.ids
        case Apart():
            pass

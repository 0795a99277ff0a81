"""A finding before its places became spans: what the rooms that know only the model report.

A problem speaks of places in documents; whoever holds the documents turns it into a diagnostic.
"""

from typing import Any, Literal, TypeAlias

from journeymap.diagnostics import Fault, Severity
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place


class Spot(NamedTuple):
    """A place with a short text; ``on_key`` when the key there is meant, not the value."""

    place: Place
    text: str
    on_key: bool = False


Verb: TypeAlias = Literal["set", "insert", "remove", "rename"]


class Step(NamedTuple):
    """One change of a document.

    ``set`` puts ``value`` in the place of what is there, ``insert`` adds ``key: value`` to the mapping
    there or, without a key, an item to the list there, ``remove`` takes the entry away, and ``rename``
    writes ``key`` in the place of its key.
    """

    verb: Verb
    place: Place
    value: Any = None
    key: str = ""


class Repair(NamedTuple):
    """A change of documents that removes a problem; ``safe`` when it cannot change the meaning."""

    title: str
    steps: tuple[Step, ...]
    safe: bool = True


class Problem(NamedTuple):
    """A finding before its places became spans; the first spot is the primary one."""

    fault: Fault
    message: str
    spots: tuple[Spot, ...]
    help: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    args: tuple[str, ...] = ()
    severity: Severity | None = None
    repairs: tuple[Repair, ...] = ()

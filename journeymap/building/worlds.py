"""What is known of the ids of a workspace while it is built, and which references name none of them."""

from collections.abc import Callable, Mapping

from journeymap.building.declaring import Catalogue, Declared
from journeymap.building.reading import Node
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place


class Unknown(NamedTuple):
    """A reference that names nothing, or something of a kind that cannot stand there.

    ``wanted`` are the kinds of things it may name; ``known`` tells what there is of them, by the text
    that would refer to it; ``found`` what the id names instead. ``scope`` is the journey whose items are
    meant, ``""`` for the workspace. ``lost_at`` is the place in an overlay that took the thing away.
    ``on_key`` says that the id is a key of a mapping, not a value.
    """

    id: str
    wanted: tuple[str, ...]
    place: Place
    known: Callable[[], Mapping[str, Declared]]
    scope: str = ""
    found: Declared | None = None
    lost_at: Place | None = None
    on_key: bool = False


class World(NamedTuple):
    """All ids of a workspace, and the references found so far that name none of them.

    ``journeys`` holds the items of each journey by its id; ``doubtful`` are the ids that files with
    errors seem to declare. ``expansions`` are the journeys that journeys expand into, with the places.
    """

    names: Catalogue
    journeys: Mapping[str, Catalogue]
    doubtful: frozenset[str]
    unknown: list[Unknown]
    undeclared_channels: list[Node]
    expansions: list[tuple[str, str, Place]]


class Removal(NamedTuple):
    """That a change of an overlay took something away.

    ``place`` is that of the change, ``resolved_by`` the item that resolves what is gone, if the change names
    one, and ``base`` the journey that still has it.
    """

    place: Place
    resolved_by: str
    base: str


class Overlaid(NamedTuple):
    """What a resolver must know of an overlay: its place, and by id what it or its bases removed."""

    place: Place
    removed: Mapping[str, Removal]

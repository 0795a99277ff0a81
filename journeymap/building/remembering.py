"""What an earlier build of the same workspace made of its files, for one that follows a small change.

A file is known by its content. A journey is taken over as it was built where neither its own file nor
anything that references could lead to has changed; whatever is in doubt is built anew.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from journeymap.building.declaring import Catalogue
from journeymap.building.reading import Node
from journeymap.building.sheets import Sheet
from journeymap.building.worlds import Unknown, World
from journeymap.diagnostics import Diagnostic
from journeymap.model import Journey
from journeymap.model.sameness import are_same
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place


class Opened(NamedTuple):
    """A file that was read and held against its schema, by its content."""

    content: bytes
    sheet: Sheet
    faults: tuple[Diagnostic, ...]


class Raised(NamedTuple):
    """A journey as it was built, and what came up about its references."""

    sheet: Sheet
    journey: Journey
    unknown: tuple[Unknown, ...]
    channels: tuple[Node, ...]
    expansions: tuple[tuple[str, str, Place], ...]


class Memory:
    """What is known of the files of one workspace from build to build."""

    def __init__(self) -> None:
        self.opened: dict[str, Opened] = {}
        self._raised: dict[str, Raised] = {}
        self._items: dict[str, tuple[Sheet, Catalogue]] = {}
        self._names: Any = None
        self._libraries: tuple[Sheet, ...] = ()
        self._journeys: Any = None
        self._doubtful: frozenset[str] = frozenset()
        self._is_settled = False

    def recall_opened(self, path: str, content: bytes) -> Opened | None:
        """Return a file as it was opened, if it still holds the same."""
        known = self.opened.get(path)
        return known if known and known.content == content else None

    def keep_opened(self, paths: Sequence[str]) -> None:
        """Forget the files that are no longer there."""
        self.opened = {path: self.opened[path] for path in paths if path in self.opened}

    def meet_names(self, names: Catalogue, libraries: Sequence[Sheet]) -> None:
        """Compare what the workspace declares with what it did: nothing is taken over where it differs."""
        self._is_settled = _are_one(self._libraries, libraries) and are_same(self._names, names.content)
        if not self._is_settled:
            self._items, self._raised, self._journeys = {}, {}, None
        self._names, self._libraries = names.content, tuple(libraries)

    def recall_items(self, sheet: Sheet) -> Catalogue | None:
        """Return the items of a journey whose file is the same."""
        known = self._items.get(sheet.path)
        return known[1] if known and _is_plainly(known[0], sheet) else None

    def meet_world(self, sheets: Sequence[Sheet], items: Mapping[str, Catalogue], world: World) -> None:
        """Compare what journeys can refer to in each other: none is taken over where that differs."""
        journeys = {id: each.content for id, each in world.journeys.items()}
        if world.doubtful != self._doubtful or not are_same(self._journeys, journeys):
            self._raised = {}
        self._journeys, self._doubtful = journeys, world.doubtful
        self._items = {sheet.path: (sheet, items[sheet.path]) for sheet in sheets}

    def recall_journey(self, sheet: Sheet, world: World) -> Journey | None:
        """Return a journey as it was built, what came up about it noted again."""
        known = self._raised.get(sheet.path)
        if known is None or not _is_plainly(known.sheet, sheet):
            return None
        world.unknown.extend(known.unknown)
        world.undeclared_channels.extend(known.channels)
        world.expansions.extend(known.expansions)
        return known.journey

    def keep_journey(
        self, sheet: Sheet, journey: Journey, world: World, before: tuple[int, int, int]
    ) -> None:
        """Remember a journey and what came up since the world's lists were as long as ``before``."""
        unknown, channels, expansions = before
        self._raised[sheet.path] = Raised(
            sheet,
            journey,
            tuple(world.unknown[unknown:]),
            tuple(world.undeclared_channels[channels:]),
            tuple(world.expansions[expansions:]),
        )


def _is_plainly(known: Sheet, sheet: Sheet) -> bool:
    """Whether a file is the one that is known, and nothing but itself speaks in it."""
    return known.document is sheet.document and known.overlay is None and sheet.overlay is None


def _are_one(known: Sequence[Sheet], sheets: Sequence[Sheet]) -> bool:
    return len(known) == len(sheets) and all(
        one.document is other.document for one, other in zip(known, sheets, strict=True)
    )

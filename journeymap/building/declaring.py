"""The ids that exist: who declares them, where, and which old names still stand for them.

Owns the catalogue of ids by space: a library kind is a space of the workspace, all items of a journey
share one space, and the KPIs of one owner are a space of their own.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from journeymap.building.reading import Node
from journeymap.building.shapes import walk_items
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

ITEM: Final = "item"
"""The space that all items of one journey share."""
_ID_IN_TEXT: Final = r"""\b(id|metric):[ \t]{0,8}["']?([a-z0-9][a-z0-9-]{0,63})"""
_KPI_ONLY: Final = {"metric": "/"}


class Declared(NamedTuple):
    """An id with what it names and where it is written."""

    id: str
    kind: str
    place: Place


class Clash(NamedTuple):
    """An id that is declared twice; which of the two is the later one is for the report to say."""

    first: Declared
    second: Declared
    is_alias: bool = False


class Catalogue:
    """Ids by space, the first declaration of each; what is declared again is kept as a clash."""

    def __init__(self) -> None:
        self._spaces: dict[str, dict[str, Declared]] = {}
        self._aliases: dict[str, dict[str, Declared]] = {}
        self._targets: dict[tuple[str, str], str] = {}
        self._clashes: list[Clash] = []

    def declare(
        self,
        space: str,
        kind: str,
        node: Node,
        id: str,
        *,
        with_aliases: bool = True,
        beside: "Catalogue | None" = None,
    ) -> None:
        """Take an id that a node stands for, and the node's aliases, into a space.

        The id must be new here and ``beside``, in a catalogue that is looked into together with this one.
        """
        if not id:
            return
        has_own = node.is_mapping and node.has("id")
        declared = Declared(id, kind, node.place_of("id") if has_own else node.place)
        known = self._spaces.setdefault(space, {})
        first = known.get(id) or (beside.find(space, id) if beside else None)
        if first is not None:
            self._clashes.append(Clash(first, declared))
        if id in known:
            return
        known[id] = declared
        if with_aliases and node.is_mapping:
            for alias in node.items("aliases"):
                if alias.is_text and alias.data != id:
                    self._declare_alias(space, Declared(alias.data, kind, alias.place), id)

    def declare_default(self, space: str, id: str) -> None:
        """Take an id that every workspace has, unless this one declares it itself."""
        self._spaces.setdefault(space, {}).setdefault(id, Declared(id, space, Place("")))

    def _declare_alias(self, space: str, alias: Declared, id: str) -> None:
        known = self._aliases.setdefault(space, {})
        if alias.id in known:
            self._clashes.append(Clash(known[alias.id], alias, is_alias=True))
            return
        known[alias.id] = alias
        self._targets[space, alias.id] = id

    def find(self, space: str, id: str) -> Declared | None:
        """Return what an id or an alias stands for."""
        known = self._spaces.get(space)
        if known is None:
            return None
        found = known.get(id)
        return known.get(self._targets.get((space, id), "")) if found is None and self._targets else found

    def ids(self, space: str) -> Mapping[str, Declared]:
        """Return the ids of a space in order of declaration, without aliases."""
        return self._spaces.get(space, {})

    @property
    def content(self) -> tuple[object, ...]:
        """All that two catalogues can differ in."""
        return self._spaces, self._aliases, self._targets, self._clashes

    def clashes(self) -> Iterator[Clash]:
        """Yield every id that is declared twice, and every alias that is also a living id."""
        yield from self._clashes
        for space, aliases in self._aliases.items():
            for alias in aliases.values():
                living = self._spaces[space].get(alias.id)
                if living is not None:
                    yield Clash(living, alias, is_alias=True)


def declare_items(journey: Node, names: Catalogue) -> Catalogue:
    """Return the catalogue of a journey's items and, in a space per owner, of its KPIs."""
    catalogue = Catalogue()
    for persona in journey.items("personas"):
        if persona.is_mapping:
            catalogue.declare("persona", "persona", persona, persona.text("id"), beside=names)
    for kind, item, owner in walk_items(journey):
        if kind == "kpi" and owner is not None:
            catalogue.declare(kpis_of(owner), kind, item, kpi_id(item, names))
        elif kind != "kpi" and item.is_mapping:
            catalogue.declare(ITEM, kind, item, item.text("id"))
    return catalogue


def kpis_of(owner: str) -> str:
    """Return the space of the KPIs of an item, or of the journey itself for the empty id."""
    return f"kpi/{owner}"


def kpi_id(kpi: Node, names: Catalogue) -> str:
    """Return a KPI's id: its own, or else that of its metric, which alone may stand for it."""
    metric = kpi.data if kpi.is_text else kpi.text("metric")
    found = names.find("metric", metric)
    return (kpi.is_mapping and kpi.text("id")) or (found.id if found else str(metric))


def other_journeys(names: Catalogue, own: str) -> Mapping[str, Declared]:
    """Return the journeys of a workspace that one of them can refer to: all but itself."""
    return {id: journey for id, journey in names.ids("journey").items() if id != own}


def visible_ids(data: object, text: str) -> Iterator[str]:
    """Yield whatever looks like an id in a file that cannot be built, even if only its text is there.

    Other files may mean these: one broken file must not make every reference to it look wrong. What a
    KPI takes from its metric, and nothing but a KPI goes by, begins with a slash.
    """
    if data is None:
        yield from (_KPI_ONLY.get(key, "") + id for key, id in re.findall(_ID_IN_TEXT, text))
    pending = [data]
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending.extend(value)
        elif isinstance(value, dict):
            for key, entry in value.items():
                if key in {"id", "metric"} and isinstance(entry, str):
                    yield _KPI_ONLY.get(key, "") + entry
                elif key == "aliases" and isinstance(entry, list):
                    yield from (alias for alias in entry if isinstance(alias, str))
                else:
                    pending.append(entry)

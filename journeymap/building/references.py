"""Ids that refer to something: each is turned into the id it stands for, or noted as unknown.

A resolver reads the references of one journey, persona or library file while that is built, so that
the model only ever holds living ids: an alias becomes the id it was renamed to.
"""

from collections.abc import Callable, Mapping

from journeymap.building.declaring import ITEM, Catalogue, Declared, kpis_of, other_journeys
from journeymap.building.reading import Node
from journeymap.building.vocabulary import ACTORS
from journeymap.building.worlds import Overlaid, Unknown, World
from journeymap.source import Place

NOTHING: Mapping[str, Declared] = {}


class Resolver:
    """Resolves the references of one journey, or of a file outside journeys."""

    def __init__(
        self,
        world: World,
        journey: str = "",
        items: Catalogue | None = None,
        overlaid: Overlaid | None = None,
    ) -> None:
        self.world = world
        self._journey = journey
        self._items = items or Catalogue()
        self._overlaid = overlaid

    def named(self, kind: str, node: Node, key: str) -> str:
        """Return the id of something that the workspace declares."""
        found = self.world.names.find(kind, node.text(key))
        return found.id if found else _one(node, key, lambda entry: self.entry_named(kind, entry))

    def all_named(self, kind: str, node: Node, key: str) -> tuple[str, ...]:
        """Return the ids of a list of things that the workspace declares."""
        found = [self.world.names.find(kind, id) for id in node.texts(key)]
        if None not in found:  # by far the usual case, which needs no places
            return tuple(each.id for each in found if each)
        return _each(node, key, lambda entry: self.entry_named(kind, entry))

    def entry_named(self, kind: str, entry: Node) -> str:
        """Return the id that a text node names in the workspace."""
        found = self.world.names.find(kind, entry.data)
        if found is None:
            self._miss(entry, (kind,), lambda: self._known(kind))
            return str(entry.data)
        return found.id

    def _known(self, kind: str) -> Mapping[str, Declared]:
        if kind == "journey":
            return other_journeys(self.world.names, self._journey)
        return self.world.names.ids(kind)

    def lane(self, owner: str, fields: Node, key: str) -> str:
        """Return the id of the lane that a custom field of a kind of owner belongs to."""
        found = self.world.names.find("lane", key)
        kind = f"{owner} lane"
        if found is None or found.kind != kind:
            entry = Node(key, fields.place_of(key))
            known = _of_kinds(self.world.names, "lane", (kind,))
            self._miss(entry, (kind,), known, found=found, on_key=True)
        return found.id if found else key

    def expansion(self, node: Node) -> str:
        """Return the journey that shows a stage or touchpoint in more detail."""
        target = self.named("journey", node, "expand")
        if target:
            self.world.expansions.append((self._journey, target, node.place_of("expand")))
        return target

    def phase_of(self, stage: str) -> str:
        """Return the phase that a stage's id names, if it names one."""
        found = self.world.names.find("phase", stage)
        return found.id if found else ""

    def persona(self, node: Node, key: str) -> str:
        """Return the id of a persona of the journey or of the workspace."""
        return _one(node, key, self.entry_persona)

    def all_personas(self, node: Node, key: str) -> tuple[str, ...]:
        """Return the ids of a list of personas."""
        return _each(node, key, self.entry_persona)

    def key_persona(self, node: Node, key: str) -> str:
        """Return the id of the persona that a key of a mapping names."""
        return self.entry_persona(Node(key, node.place_of(key)), on_key=True)

    def entry_persona(self, entry: Node, *, wanted: str = "persona", on_key: bool = False) -> str:
        """Return the id of the persona that a text node names."""
        found = self._items.find("persona", entry.data) or self.world.names.find("persona", entry.data)
        if found is None and not self._journey:
            locals = (items.find("persona", entry.data) for items in self.world.journeys.values())
            found = next(filter(None, locals), None)
        if found is None:
            known = self._personas if wanted == "persona" else self._actors
            self._miss(entry, (wanted,), known, scope=self._journey, on_key=on_key)
            return str(entry.data)
        return found.id

    def _personas(self) -> Mapping[str, Declared]:
        return {**self.world.names.ids("persona"), **self._items.ids("persona")}

    def _actors(self) -> Mapping[str, Declared]:
        return {**{actor: Declared(actor, "actor", Place("")) for actor in ACTORS}, **self._personas()}

    def actor(self, node: Node, key: str) -> str:
        """Return who acts: one of the fixed actors, or a persona's id."""
        return node.text(key) if node.text(key) in ACTORS else _one(node, key, self._actor)

    def _actor(self, entry: Node) -> str:
        return self.entry_persona(entry, wanted="actor")

    def channels(self, node: Node, key: str) -> tuple[str, ...]:
        """Return channel ids; an undeclared one is accepted as it stands, and noted."""
        found = [self.world.names.find("channel", name) for name in node.texts(key)]
        if None not in found:
            return tuple(each.id for each in found if each)
        return _each(node, key, self._channel)

    def _channel(self, entry: Node) -> str:
        found = self.world.names.find("channel", entry.data)
        if found is None and entry.data not in self.world.doubtful:
            self.world.undeclared_channels.append(entry)
        return found.id if found else str(entry.data)

    def item(self, kinds: tuple[str, ...], node: Node, key: str) -> str:
        """Return the address of an item of this journey or, as ``journey#item``, of another.

        No kinds means that every kind will do.
        """
        return _one(node, key, lambda entry: self.entry_item(kinds, entry))

    def all_items(self, kinds: tuple[str, ...], node: Node, key: str) -> tuple[str, ...]:
        """Return the addresses of a list of items."""
        return _each(node, key, lambda entry: self.entry_item(kinds, entry))

    def entry_item(self, kinds: tuple[str, ...], entry: Node) -> str:
        """Return the address of the item that a text node names."""
        address = str(entry.data)
        journey, hash, id = address.rpartition("#")
        items: Catalogue | None = self._items
        prefix = ""
        if hash:
            found_journey = self.world.names.find("journey", journey)
            if found_journey is None:
                self._miss(entry, ("journey",), _of_kinds(self.world.names, "journey", (), suffix=f"#{id}"))
                return address
            prefix = f"{found_journey.id}#"
            items = self.world.journeys.get(found_journey.id)
        found = items.find(ITEM, id) if items else None
        if found is not None and (not kinds or found.kind in kinds):
            return prefix + found.id
        is_pain = not kinds or "pain" in kinds
        removal = self._overlaid.removed.get(id) if self._overlaid and is_pain and not hash else None
        if removal and removal.resolved_by:
            return f"{removal.base}#{id}"
        known = _of_kinds(items or Catalogue(), ITEM, kinds, prefix)
        self._miss(entry, kinds or ("item",), known, scope=self._journey, found=found)
        return address

    def exit(self, node: Node, key: str) -> str:
        """Return the id of an exit; one that the journey does not list is allowed."""
        return _one(node, key, self._exit)

    def _exit(self, entry: Node) -> str:
        found = self._items.find(ITEM, entry.data)
        if found is not None and found.kind != "exit":
            self._miss(entry, ("exit",), lambda: NOTHING, scope=self._journey, found=found)
        return found.id if found else str(entry.data)

    def is_exit(self, id: str) -> bool:
        """Whether an id names an exit that the journey lists."""
        found = self._items.find(ITEM, id)
        return found is not None and found.kind == "exit"

    def kpi(self, node: Node, key: str) -> str:
        """Return the address of a KPI: ``owner/kpi``, the owner being an item or a journey."""
        return _one(node, key, self.entry_kpi)

    def entry_kpi(self, entry: Node) -> str:
        """Return the address of the KPI that a text node names."""
        address = str(entry.data)
        journey, hash, rest = address.rpartition("#")
        owner, _, id = rest.rpartition("/")
        found_journey = self.world.names.find("journey", journey if hash else owner)
        is_of_journey = found_journey is not None and (hash or not self._items.find(ITEM, owner))
        items: Catalogue | None = self._items
        if hash or is_of_journey:
            items = self.world.journeys.get(found_journey.id) if found_journey else None
        prefix = f"{found_journey.id}#" if found_journey and hash else ""
        space = ""
        if items is not None:
            found_owner = items.find(ITEM, owner)
            space = found_owner.id if found_owner else ""
            found = items.find(kpis_of(space), id)
            if found is not None and (found_owner or is_of_journey):
                head = space or (found_journey.id if found_journey else owner)
                return f"{prefix}{head}/{found.id}"
        self._miss(entry, ("kpi",), lambda: _kpi_addresses(items, prefix), scope=self._journey)
        return address

    def _miss(
        self,
        entry: Node,
        wanted: tuple[str, ...],
        known: Callable[[], Mapping[str, Declared]],
        *,
        scope: str = "",
        found: Declared | None = None,
        on_key: bool = False,
    ) -> None:
        address = str(entry.data)
        lost_at = None
        if self._overlaid and scope and entry.place.file != self._overlaid.place.file:
            parts = address.replace("#", "/").split("/")
            changes = (self._overlaid.removed[part].place for part in parts if part in self._overlaid.removed)
            lost_at = next(changes, self._overlaid.place)
        unknown = Unknown(address, wanted, entry.place, known, scope, found, lost_at, on_key)
        self.world.unknown.append(unknown)


def _one(node: Node, key: str, resolve: Callable[[Node], str]) -> str:
    value = node.text(key)
    return resolve(Node(value, node.place_of(key))) if value else ""


def _each(node: Node, key: str, resolve: Callable[[Node], str]) -> tuple[str, ...]:
    return tuple(resolve(entry) for entry in node.items(key) if entry.is_text)


def _of_kinds(
    catalogue: Catalogue, space: str, kinds: tuple[str, ...], prefix: str = "", suffix: str = ""
) -> Callable[[], Mapping[str, Declared]]:
    """Return what tells the ids of some kinds in a space, or of all kinds for none."""
    return lambda: {
        f"{prefix}{each.id}{suffix}": each
        for each in catalogue.ids(space).values()
        if not kinds or each.kind in kinds
    }


def _kpi_addresses(items: Catalogue | None, prefix: str) -> dict[str, Declared]:
    owners = items.ids(ITEM) if items else NOTHING
    return {
        f"{prefix}{owner}/{kpi.id}": kpi
        for owner in owners
        for kpi in (items.ids(kpis_of(owner)).values() if items else ())
    }

"""A journey's data while an overlay changes it: a tree of items, each found by its address.

Owns the one mutable structure of this room: made from a base, changed step by step, and left as
frozen data again. Every value keeps the place where it was written.
"""

from collections.abc import Iterator
from typing import Any

from journeymap.building.declaring import Catalogue, Declared, kpi_id
from journeymap.building.reading import Assembled, Node
from journeymap.building.shapes import ITEMS
from journeymap.source import Place


class Item:
    """A journey, or an item of it, with the lists of items that belong to it."""

    __slots__ = ("data", "id", "kind", "lists", "owner", "place", "places")

    def __init__(self, node: Node, kind: str, id: str, owner: "Item | None") -> None:
        self.kind = kind
        self.id = id
        self.owner = owner
        self.place = node.place
        self.places: dict[str | int, Place] = dict(node.places)
        self.data: Any = dict(node.data) if node.is_mapping else node.data
        self.lists: dict[str, list[Item]] = {}

    @property
    def address(self) -> str:
        """How a change names the item: by its id or, for a KPI, as ``owner/kpi``."""
        if self.kind != "kpi":
            return self.id
        return f"{self.owner.id if self.owner and self.owner.owner else ''}/{self.id}"

    @property
    def aliases(self) -> tuple[str, ...]:
        """The ids the item had before."""
        return Node(self.data, self.place).texts("aliases")

    @property
    def siblings(self) -> "list[Item]":
        """The list that the item stands in."""
        return self.owner.lists[list_key(self.owner.kind, self.kind)] if self.owner else [self]

    def walk(self) -> "Iterator[Item]":
        """Yield the item and everything in it."""
        yield self
        for items in self.lists.values():
            for item in items:
                yield from item.walk()

    def freeze(self) -> Assembled:
        """Return the item's data, each part with its place."""
        if not self.lists:
            return Assembled(self.data, self.place, self.places)
        data = dict(self.data)
        for key, items in self.lists.items():
            place = self.places.get(key) or self.place.child(key)
            data[key] = Assembled([item.freeze() for item in items], place)
        return Assembled(data, self.place, self.places)


class Draft:
    """A journey that is being changed."""

    def __init__(self, root: Node, names: Catalogue) -> None:
        self._names = names
        self._items: dict[str, Item] = {}
        self._aliases: dict[str, str] = {}
        self.root = self._enter(root, "journey", None)

    def finish(self) -> Node:
        """Return the changed journey."""
        return Node(self.root.freeze(), self.root.place)

    def find(self, address: str) -> Item | None:
        """Return the item with an id or alias, or the KPI with an address; ``/kpi`` is the journey's."""
        owner, slash, kpi = address.partition("/")
        id = self._aliases.get(owner, owner)
        return self._items.get(f"{id}/{kpi}" if slash else id)

    def known(self) -> dict[str, Declared]:
        """Return what there is to change, by address."""
        return {address: Declared(address, item.kind, item.place) for address, item in self._items.items()}

    def set_field(self, item: Item, key: str, value: Node | None) -> list[str]:
        """Replace a field of an item whole, nothing clears it; return the addresses that are gone by it."""
        gone = [address for old in item.lists.pop(key, ()) for address in self._forget(old)]
        if type(item.data) is not dict:  # of what has an id, only a KPI has a short form
            item.data = {"metric": item.data}
            item.places["metric"] = item.place
        item.data.pop(key, None)
        if value is not None:
            is_scalar = not isinstance(value.data, dict | list)
            item.data[key] = value.data if is_scalar else Assembled(value.data, value.place, value.places)
            item.places[key] = value.place
            self._enter_list(item, key)
        return gone

    def remove(self, item: Item) -> list[str]:
        """Take an item out; return its address and those of everything in it."""
        item.siblings.remove(item)
        return self._forget(item)

    def add(self, owner: Item, kind: str, node: Node, position: int | None) -> None:
        """Put a new item into its owner's list, at a position or at the end."""
        self._insert(self._enter(node, kind, owner), owner, position)

    def move(self, item: Item, owner: Item, position: int | None) -> None:
        """Put an item that was taken out of its list into that of an owner."""
        item.owner = owner
        self._insert(item, owner, position)

    def _insert(self, item: Item, owner: Item, position: int | None) -> None:
        items = owner.lists.setdefault(list_key(owner.kind, item.kind), [])
        items.insert(len(items) if position is None else position, item)

    def _enter(self, node: Node, kind: str, owner: Item | None) -> Item:
        id = node.text("id") if node.is_mapping else ""
        if kind == "kpi" and (node.is_mapping or (owner and owner.kind != "opportunity")):
            id = kpi_id(node, self._names)
        item = Item(node, kind, id, owner)
        if id and owner:
            self._items.setdefault(item.address, item)
            for alias in item.aliases:
                self._aliases.setdefault(alias, id)
        if node.is_mapping:
            for key in ITEMS.get(kind, {}):
                self._enter_list(item, key)
        return item

    def _enter_list(self, owner: Item, key: str) -> None:
        kind = ITEMS.get(owner.kind, {}).get(key)
        node = Node(Assembled(owner.data, owner.place, owner.places), owner.place)
        if kind and node.has(key):
            owner.lists[key] = [self._enter(each, kind, owner) for each in node.items(key)]

    def _forget(self, item: Item) -> list[str]:
        gone = [each.address for each in item.walk() if each.id]
        for address in gone:
            self._items.pop(address, None)
        return gone


def list_key(owner: str, kind: str) -> str:
    """Return the key under which an owner of one kind lists items of another, if it does."""
    return next((key for key, item in ITEMS.get(owner, {}).items() if item == kind), "")

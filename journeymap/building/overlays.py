"""Overlays: a journey that says only what is different from another, made whole.

Happens on data, before anything is built, so that what comes out is validated and built like any
journey. Each value keeps its place: what is inherited points into the base, what changed into the overlay.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final, cast

from journeymap.building.declaring import Catalogue, Declared
from journeymap.building.drafts import Draft, Item, list_key
from journeymap.building.faults import IMPOSSIBLE_CHANGE
from journeymap.building.reading import Assembled, Node
from journeymap.building.references import Resolver
from journeymap.building.shapes import ITEMS, NEEDED
from journeymap.building.wording import WORDS, describe_kinds, with_article
from journeymap.building.worlds import Removal, Unknown
from journeymap.model import Change
from journeymap.named_tuples import NamedTuple
from journeymap.problems import Problem, Spot
from journeymap.source import Place

NOT_INHERITED: Final = ("id", "aliases", "moved", "deprecated", "state", "status", "reviewed")
_OWN: Final = ("journeymap", "kind", "extends", "changes")
_KINDS: Final = frozenset(kind for lists in ITEMS.values() for kind in lists.values())
_OWNERS: Final = {
    "touchpoint": "a stage",
    "pain": "a touchpoint",
    "gain": "a touchpoint",
    "action": "an opportunity",
    "kpi": "the journey, a stage, a touchpoint or an opportunity",
}


class Overlay(NamedTuple):
    """A journey made whole: its data, the base it came from, and what was wrong on the way.

    ``removed`` says by id what its changes, and those of its bases, took away.
    """

    root: Node
    base: str
    place: Place
    removed: Mapping[str, Removal]
    problems: tuple[Problem, ...]
    unknown: tuple[Unknown, ...]


def apply_overlay(
    overlay: Node,
    base: Node,
    bases: tuple[str, ...],
    names: Catalogue,
    removed: Mapping[str, Removal] | None = None,
) -> Overlay:
    """Return the journey that an overlay makes of its base.

    ``bases`` are the ids it descends from, and ``removed`` is what those took away before.
    """
    return _Application(overlay, base, bases, names, removed or {}).run()


class _Application:
    """The changes of one overlay on their way into the draft of its journey."""

    def __init__(
        self,
        overlay: Node,
        base: Node,
        bases: tuple[str, ...],
        names: Catalogue,
        removed: Mapping[str, Removal],
    ) -> None:
        self._overlay = overlay
        self._bases = bases
        self._journeys = (overlay.text("id"), *bases)
        self._draft = Draft(_with_header(overlay, base), names)
        self._inherited = removed
        self._removed: dict[str, Removal] = {}
        self._problems: list[Problem] = []
        self._unknown: list[Unknown] = []

    def run(self) -> Overlay:
        last_stage: Place | None = None
        for change in self._overlay.items("changes"):
            had_stages = self._has_stages()
            self._apply(change)
            if had_stages and not self._has_stages():
                last_stage = change.place_of("remove" if change.has("remove") else "set")
        if last_stage and not self._has_stages():
            self._refuse_emptiness(last_stage)
        return Overlay(
            self._draft.finish(),
            self._bases[0],
            self._overlay.place_of("extends"),
            {**self._inherited, **self._removed},
            tuple(self._problems),
            tuple(self._unknown),
        )

    def _apply(self, change: Node) -> None:
        if change.has("set"):
            self._set(change)
        elif change.has("remove"):
            self._remove(change)
        elif change.has("add"):
            self._add(change)
        elif change.has("move"):
            self._move(change)

    def _set(self, change: Node) -> None:
        item = self._find(change, "set")
        fields = change.child("fields")
        if item is None or fields is None:
            return
        for key, value in fields.entries():
            if key == "id":
                continue  # the schema has refused that: ids stay
            if value.data is None and key in NEEDED.get(item.kind, ()):
                self._refuse(
                    f"{with_article(WORDS[item.kind].one)} cannot do without its `{key}`",
                    value.place,
                    (f"write another {key}, or leave it as it is",),
                )
                continue
            for id in self._draft.set_field(item, key, None if value.data is None else value):
                self._removed[id] = Removal(value.place, "", self._bases[0])

    def _remove(self, change: Node) -> None:
        item = self._find(change, "remove")
        if item is not None:
            for id in self._draft.remove(item):
                place, resolved_by = change.place_of("remove"), change.text("resolved_by")
                self._removed[id] = Removal(place, resolved_by, self._bases[0])

    def _add(self, change: Node) -> None:
        kind = change.text("add")
        item = change.child("item")
        owner = self._find(change, "to") if change.has("to") else self._draft.root
        if owner is None or item is None or kind not in _KINDS:
            return
        if not list_key(owner.kind, kind):
            at = change.place_of("to") if change.has("to") else change.place_of("add")
            self._refuse(_misplaced(kind, owner), at)
            return
        position = self._position(change, owner, kind)
        if position is not _NOWHERE:
            self._draft.add(owner, kind, item, cast("int | None", position))

    def _move(self, change: Node) -> None:
        item = self._find(change, "move")
        if item is None or item.owner is None:
            return
        owner: Item | None = item.owner
        if change.has("to"):
            owner = self._find(change, "to")
        elif change.has("before") or change.has("after"):
            beside = self._find(change, "before" if change.has("before") else "after")
            owner = beside.owner if beside else None
        if owner is None:
            return
        if not list_key(owner.kind, item.kind):
            at = change.place_of(next(key for key in ("to", "before", "after") if change.has(key)))
            self._refuse(_misplaced(item.kind, owner), at)
            return
        siblings = item.siblings
        back = siblings.index(item)
        siblings.remove(item)
        position = self._position(change, owner, item.kind)
        if position is _NOWHERE:
            siblings.insert(back, item)
        else:
            self._draft.move(item, owner, cast("int | None", position))

    def _position(self, change: Node, owner: Item, kind: str) -> "int | _Nowhere | None":
        """Return where among its siblings an item goes: an index, or nothing for the end."""
        key = next((key for key in ("before", "after") if change.has(key)), "")
        if not key:
            return None
        items = owner.lists.get(list_key(owner.kind, kind), [])
        sought = self._draft.find(change.text(key))
        for i, item in enumerate(items):
            if item is sought or item.id == change.text(key):
                return i if key == "before" else i + 1
        if sought is None:
            self._miss(change, key, kind)
        else:
            inside = f"`{owner.id}`" if owner.owner else "the journey"
            named = with_article(describe_kinds((kind,)))
            self._refuse(f"`{change.text(key)}` is not {named} of {inside}", change.place_of(key))
        return _NOWHERE

    def _find(self, change: Node, key: str) -> Item | None:
        """Return the item that a change names; one that is not there is noted as unknown."""
        address = change.text(key)
        owner, slash, kpi = address.partition("/")
        item = self._draft.find(address)
        if item is None and slash and owner in self._journeys:
            item = self._draft.find(f"/{kpi}")
        if item is None:
            self._miss(change, key, "item")
        return item

    def _miss(self, change: Node, key: str, wanted: str) -> None:
        place = change.place_of(key)
        earlier = self._removed.get(change.text(key))
        if earlier:
            self._problems.append(
                Problem(
                    IMPOSSIBLE_CHANGE,
                    f"`{change.text(key)}` is no longer there",
                    (Spot(place, "used here"), Spot(earlier.place, "removed here")),
                    ("change it before it is removed, or leave one of the two changes out",),
                    args=(change.text(key),),
                )
            )
            return
        if change.text(key) in self._journeys and key == "set":
            self._refuse(
                f"`{change.text(key)}` is the journey itself, and `set` changes an item of it",
                place,
                ("write the journey's own fields beside `extends`",),
            )
            return
        known = partial(self._known, wanted)
        self._unknown.append(Unknown(change.text(key), (wanted,), place, known, self._overlay.text("id")))

    def _known(self, wanted: str) -> Mapping[str, Declared]:
        known = self._draft.known()
        return known if wanted == "item" else {id: each for id, each in known.items() if each.kind == wanted}

    def _refuse(self, message: str, place: Place, help: tuple[str, ...] = ()) -> None:
        self._problems.append(
            Problem(IMPOSSIBLE_CHANGE, message, (Spot(place, "not here"),), help, args=(message,))
        )

    def _refuse_emptiness(self, place: Place) -> None:
        self._problems.append(
            Problem(
                IMPOSSIBLE_CHANGE,
                f"these changes leave journey `{self._overlay.text('id')}` without a stage",
                (Spot(place, "the last stage goes here"),),
                ("leave a stage, or add one",),
                args=("stages",),
            )
        )

    def _has_stages(self) -> bool:
        return bool(self._draft.root.lists.get("stages"))


class _Nowhere:
    """That there is no such position, which is already noted."""


_NOWHERE: Final = _Nowhere()


def _with_header(overlay: Node, base: Node) -> Node:
    """Return the base with the overlay's own fields in place of those it says again."""
    data = {key: value for key, value in base.data.items() if key not in NOT_INHERITED and key not in _OWN}
    places = {key: base.place_of(key) for key in data}
    for key, value in overlay.data.items():
        if key not in ("extends", "changes", "stages"):  # the schema has refused stages of its own
            data[key] = value
            places[key] = overlay.place_of(key)
    return Node(Assembled(data, overlay.place, places), overlay.place)


def _misplaced(kind: str, owner: Item) -> str:
    named = with_article(describe_kinds((kind,)))
    if kind not in _OWNERS:
        return f"{named} belongs to the journey itself, not to `{owner.id}`"
    where = "the journey itself"
    if owner.owner:
        where = f"`{owner.id}`, {with_article(describe_kinds((owner.kind,)))}"
    return f"{named} belongs to {_OWNERS[kind]}, not to {where}"


def build_changes(overlay: Node, resolver: Resolver) -> tuple[Change, ...]:
    """Return the changes that an overlay writes down, for those who want to see the difference."""
    return tuple(_build_change(each, resolver) for each in overlay.items("changes"))


def _build_change(node: Node, resolver: Resolver) -> Change:
    verb = next((verb for verb in ("set", "remove", "add", "move") if node.has(verb)), "set")
    item = node.child("item")
    return Change(
        verb=cast("Any", verb),
        target=node.text(verb),
        fields=node.plain("fields"),
        item={} if item is None else item.data if item.is_mapping else {"text": item.data},
        to=node.text("to"),
        before=node.text("before"),
        after=node.text("after"),
        resolved_by=resolver.item(("opportunity",), node, "resolved_by"),
        at=node.place,
    )

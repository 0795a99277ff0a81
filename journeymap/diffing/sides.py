"""The two sides of a comparison, what became what between them, and pairs of things with their facts."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

from journeymap.diffing.changes import Entity, Fact
from journeymap.diffing.parts import Part, words_of
from journeymap.diffing.renames import Renames
from journeymap.diffing.splitting import Split
from journeymap.model import Journey, Portfolio
from journeymap.model.items import items_of
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

LIBRARY: Final[Mapping[str, str]] = {
    "channels": "channel",
    "metrics": "metric",
    "teams": "team",
    "systems": "system",
    "segments": "segment",
    "sources": "source",
    "touchpoints": "shared-touchpoint",
    "phases": "phase",
    "terms": "term",
}
"""Field of the library → the kind of its entries."""


class Sides:
    """Both portfolios, the renames between them, and which value became which."""

    def __init__(
        self, before: Portfolio, after: Portfolio, renames: Renames, splits: Mapping[str, tuple[Split, ...]]
    ) -> None:
        self.before = before
        self.after = after
        self.renames = renames
        self.partners: dict[int, int] = {}
        self.later: dict[int, Any] = {}
        self.implied: dict[int, str] = {}
        self.splits = splits
        self._bases: dict[str, frozenset[str]] = {}
        self._titles: dict[tuple[str, str], str] | None = None
        self._gone: Mapping[tuple[str, str], str] | None = None

    def heirs_in(self, journey: str) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of what pieces of a journey became, by the id that each had."""
        return {
            split.source.value.id: tuple(part.value.id for part in split.targets)
            for split in self.splits.get(journey, ())
        }

    def take_pair(self, old: Any, new: Any) -> None:
        """Remember that a value became another."""
        self.partners[id(old)] = id(new)
        self.later[id(old)] = new

    def imply_ways(self, journey: Journey) -> None:
        """Remember where each touchpoint of a journey leads that does not say."""
        touchpoints = list(journey.touchpoints())
        for touchpoint, following in pairwise(touchpoints):
            self.implied[id(touchpoint)] = following.id

    def shorten(self, ref: str, name: str, journey: str) -> str:
        """Return an address without its own journey or a base of it, which what was resolved there keeps."""
        base, hash, id = name.rpartition("#")
        is_address = ref in ("item", "kpi") and bool(hash and journey)
        return id if is_address and (base == journey or base in self._bases_of(journey)) else name

    def _bases_of(self, journey: str) -> frozenset[str]:
        """Return the journeys that one descends from, on either side."""
        if journey not in self._bases:
            found: set[str] = set()
            for portfolio in (self.after, self.before):
                extends = {each.id: each.extends for each in portfolio.journeys}
                base = extends.get(journey, "")
                while base and base not in found:
                    found.add(base)
                    base = extends.get(base, "")
            self._bases[journey] = frozenset(found)
        return self._bases[journey]

    def title(self, ref: str, name: str, journey: str) -> str:
        """Return the title of what a reference names, or nothing where it has none."""
        if self._titles is None:
            self._titles = {
                (item.kind if item.journey is None else "item", item.address): item.title
                for portfolio in (self.before, self.after)
                for item in items_of(portfolio)
            }
        if ref in ("item", "kpi", "persona"):
            local = self._titles.get(("item", name if "#" in name else f"{journey}#{name}"))
            return local or self._titles.get(("item", name)) or self._titles.get((ref, name), "")
        return self._titles.get((ref, name), "")

    def find_gone(self, ref: str, name: str, journey: str) -> Mapping[str, str]:
        """Return the title of what a reference named, as ``gone``, where that is there no more itself."""
        if self._gone is None:
            once, now = (
                {
                    (item.kind if item.journey is None else "item", item.address): item
                    for item in items_of(side)
                }
                for side in (self.before, self.after)
            )
            self._gone = {key: item.title or item.address for key, item in once.items() if key not in now}
        keys = [("item", name if "#" in name else f"{journey}#{name}"), (ref, name)]
        found = next((self._gone[key] for key in keys if key in self._gone), None)
        return {} if found is None else {"gone": found}


class Pair(NamedTuple):
    """One thing on both sides: what it is called, where it is written, and what it hangs on.

    ``who`` tells it from others with the same path: the persona who feels, the text of what has no id.
    ``at`` is the title of what it hangs on.
    """

    before: Any
    after: Any
    entity: Entity
    base: Place
    head: Place
    at: str = ""
    who: str = ""
    context: Mapping[str, Any] = {}

    def inside(self, before: Any, after: Any, key: str, **context: Any) -> "Pair":
        """Return the pair of two values within these, of which nobody but their owner has a name."""
        base, head = place_of(before, self.base.child(key)), place_of(after, self.head.child(key))
        return self._replace(
            before=before, after=after, base=base, head=head, context={**self.context, **context}
        )

    def tell(
        self, id: str, before: Any, after: Any, *, key: str = "", about: str = "", **context: Any
    ) -> Fact:
        """Return the fact that a field of these two differs; ``key`` is the one it is written under."""
        base = self.base.child(key) if key and not is_empty(before) else self.base
        head = self.head.child(key) if key and not is_empty(after) else self.head
        known = {**({"at": self.at} if self.at else {}), **self.context, **context}
        titles = {**self.context.get("titles", {}), **context.get("titles", {})}
        if titles:
            known["titles"] = titles
        else:
            known.pop("titles", None)
        if self.who:
            known["who"] = self.who
        if about:
            known["name"] = about
        return Fact(
            id,
            self.entity,
            before=plain_of(before),
            after=plain_of(after),
            about=": ".join(filter(None, (self.who, about))),
            base=base,
            head=head,
            context=known,
        )


def place_of(value: Any, otherwise: Place) -> Place:
    """Return where a value says that it is written, else where it must be."""
    place: Place = getattr(value, "at", otherwise)
    return place if place.file else otherwise


def is_empty(value: Any) -> bool:
    """Say whether a value says nothing; no and nought do say something."""
    return value is None or value in ("", ()) or value == {}


def plain_of(value: Any) -> Any:
    """Return a value as texts, numbers and tuples of them, nothing for what says nothing."""
    if is_empty(value):
        return None
    if isinstance(value, Mapping):
        return tuple((key, plain_of(each)) for key, each in sorted(value.items()))
    if hasattr(value, "_fields"):
        fields = zip(value._fields, value, strict=True)
        return tuple((name, plain_of(each)) for name, each in fields if name != "at" and not is_empty(each))
    if isinstance(value, tuple | list):
        return tuple(map(plain_of, value))
    return value


def entity_of_journey(journey: Journey) -> Entity:
    """Return how a journey is named."""
    return Entity(
        "journey", f"journey:{journey.id}", journey.title, journey=journey.id, status=journey.status
    )


def entity_of_part(part: Part, home: Entity) -> Entity:
    """Return how a piece of a journey or shared touchpoint is named; one without an id goes by its owner."""
    steps = [home.path]
    if part.stage is not None:
        steps.append(f"stage:{part.stage.id}")
    if part.kind != "stage" and part.owner_kind in ("touchpoint", "opportunity") and part.owner.id:
        steps.append(f"{part.owner_kind}:{part.owner.id}")
    if part.kind != "stage" and part.value.id:
        steps.append(f"{part.kind}:{part.value.id}")
    stage = part.stage.id if part.stage is not None else ""
    return Entity(part.kind, "/".join(steps), words_of(part.value), home.journey, stage, home.status)

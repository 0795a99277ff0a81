"""Ways to change one property, each with the one fact that it must give, as the catalogue has it.

Nothing here asks the program what it compares: a recipe says which values a property may hold, and which
change it is when one of them takes the place of another.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from tests.diffing.mutating.places import Spot, as_list, id_of, name_way, words_of


class Told(NamedTuple):
    """The one fact expected: its kind, what it was and is, which of several; ``below`` the named thing.

    ``kind`` and ``below`` are those of an item that came, went or moved, under what has the property.
    """

    id: str
    before: Any = None
    after: Any = None
    about: str = ""
    kind: str = ""
    below: str = ""


class Around(NamedTuple):
    """What a recipe may look at: the place, what has the property there, and all files."""

    spot: Spot
    owner: dict[str, Any]
    files: dict[str, Any]


Options: TypeAlias = Callable[[Any, Around], Sequence[Any]]
Tell: TypeAlias = Callable[[Any, Any, Around], "list[Told] | None"]
"""From one value to another: the facts, none where both say the same; nothing where it is not one change."""


class Recipe(NamedTuple):
    """The values a property may hold, and what a change from one to another must tell."""

    options: Options
    tell: Tell


def plain(value: Any) -> Any:
    """Return a value as facts hold it."""
    if isinstance(value, list):
        return tuple(map(plain, value)) or None
    if isinstance(value, dict):
        return tuple((key, plain(each)) for key, each in sorted(value.items())) or None
    return None if value == "" else value


def words(key: str) -> str:
    """Return the name of a property as facts hold it."""
    return key.replace("_", " ")


def _among(*samples: Any, needed: bool = False) -> Options:
    def options(held: Any, around: Around) -> Sequence[Any]:
        del around
        found = [held] if held is not None else []
        return [*found, *(each for each in samples if each != held), *(() if needed else (None,))]

    return options


def is_nameless(owner: dict[str, Any]) -> bool:
    """Say whether a thing is known by its words alone, so that with other words it is another thing."""
    return not any(key in owner for key in ("id", "segment", "persona"))


def text(*, about: str = "", id: str = "text-changed", needed: bool = False, by_id: bool = False) -> Recipe:
    """Return what holds of words that only readers rely on.

    ``by_id`` are those by which things without an id are known: other words are another thing there.
    """

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        if by_id and is_nameless(around.owner):
            return None
        named = "" if id == "title-changed" else about or words(around.spot.key)
        return [] if plain(old) == plain(new) else [Told(id, plain(old), plain(new), named)]

    return Recipe(_among("Said otherwise", "Said in a third way", needed=needed), tell)


def value(
    changed: str,
    added: str = "",
    removed: str = "",
    *samples: Any,
    usual: Any = None,
    about: str = "",
    needed: bool = False,
    by_id: bool = False,
    say: Callable[[Any], Any] = plain,
) -> Recipe:
    """Return what holds of a value of equal standing to any other; ``usual`` is what nothing stands for."""

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        if by_id and is_nameless(around.owner):
            return None
        before, after = (say(usual if each is None else each) for each in (old, new))
        if before == after and type(before) is type(after):
            return []
        id = (before is None and added) or (after is None and removed) or changed
        return [Told(id, before, after, about)]

    return Recipe(_among(*samples, needed=needed), tell)


def scale(
    more: str,
    less: str,
    added: str,
    removed: str,
    *order: Any,
    usual: Any = None,
    about: str = "",
    needed: bool = False,
    say: Callable[[Any], Any] = plain,
) -> Recipe:
    """Return what holds of a value with a more and a less; ``order`` are samples, the least first."""

    def tell(old: Any, new: Any, around: Around) -> list[Told]:
        del around
        before, after = (say(usual if each is None else each) for each in (old, new))
        if before == after:
            return []
        if before is None or after is None:
            return [Told(added if before is None else removed, before, after, about)]
        if isinstance(before, str) and old in (*order, usual, None) and not before[:1].isdigit():
            ranks = [order.index(each) for each in (before, after)]
        else:
            ranks = [before, after]
        return [Told(more if ranks[0] < ranks[1] else less, before, after, about)]

    return Recipe(_among(*order, needed=needed), tell)


def change_of_lists(old: list[Any], new: list[Any]) -> tuple[str, Any, Any] | None:
    """Return the one thing that differs between two lists: what was added, removed, replaced or moved."""
    gone = [each for each in old if each not in new]
    come = [each for each in new if each not in old]
    stayed = [each for each in old if each in new], [each for each in new if each in old]
    if stayed[0] != stayed[1]:
        return None if gone or come else ("moved", old, new)
    match len(gone), len(come):
        case 0, 0:
            return ("same", None, None)
        case 0, 1:
            return ("added", None, come[0])
        case 1, 0:
            return ("removed", gone[0], None)
        case 1, 1:
            return ("replaced", gone[0], come[0])
    return None


def grow(held: Any, pool: Sequence[Any], least: int = 0) -> list[Any]:
    """Return a list with one thing more, one less, one in another place, one instead of another."""
    now = as_list(held)
    rest = [each for each in pool if each not in now]
    found = [now]
    found += [[*now, each] for each in rest[:2]]
    found += [now[:place] + now[place + 1 :] for place in range(len(now))]
    if len(now) > 1:
        found += [[now[1], now[0], *now[2:]], now[::-1]]
    if rest:
        found += [[rest[0]], rest[:2], rest[1::-1], [*now[:-1], rest[-1]]]
    unique: list[Any] = []
    for each in found:
        if len(each) >= max(least, 1) and each not in unique:
            unique.append(each)
    return [*unique, *([None] if least == 0 else [])]


def names(
    added: str,
    removed: str,
    *pool: Any,
    order: str = "",
    changed: str = "",
    say_order: Callable[[Any], Any] = plain,
    least: int = 0,
) -> Recipe:
    """Return what holds of a set of ids; where it stands in order that others see, ``order`` is its name."""

    def options(held: Any, around: Around) -> Sequence[Any]:
        return grow(held, _pool_of(pool, around), least)

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        found = change_of_lists(as_list(old), as_list(new))
        match found:
            case "same", _, _:
                return []
            case "added", _, name:
                return [Told(added, None, name, name)]
            case "removed", name, _:
                return [Told(removed, name, None, name)]
            case "moved", before, after:
                return [Told("order-changed", say_order(before), say_order(after), order)] if order else []
            case "replaced", before, after if changed and len(as_list(old)) == 1:
                return [Told(changed, before, after)]
        return None

    return Recipe(options, tell)


def _pool_of(pool: Sequence[Any], around: Around) -> Sequence[Any]:
    return pool[0](around) if pool and callable(pool[0]) else pool


def texts(id: str = "texts-changed") -> Recipe:
    """Return what holds of short texts that change together."""

    def options(held: Any, around: Around) -> Sequence[Any]:
        del around
        return grow(held, ("A new one", "Another new one"))

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        before, after = as_list(old), as_list(new)
        about = words(around.spot.key)
        gone = plain([each for each in before if each not in after])
        come = plain([each for each in after if each not in before])
        if gone or come:
            return [Told(id, gone, come, "" if id == "feelings-changed" else about)]
        return [] if before == after else [Told("order-changed", plain(before), plain(after), about)]

    return Recipe(options, tell)


def items(kind: str, *samples: Any, order: str = "", ranked: bool = False, least: int = 0) -> Recipe:
    """Return what holds of a list of things: they come, go and stand in an order.

    ``ranked`` are those of which each that moved is told. What others refer to stays.
    """
    lane = f"{order}: " if kind == "blueprint-item" else ""

    def options(held: Any, around: Around) -> Sequence[Any]:
        now = as_list(held)
        found: list[Any] = [now, *([*now, each] for each in samples)]
        found += [
            now[:place] + now[place + 1 :]
            for place, each in enumerate(now)
            if len(now) > max(least, 0) and not is_mentioned(each, around.files)
        ]
        found += [[now[1], now[0], *now[2:]]] if len(now) > 1 else []
        return [each or None for each in found if len(each) >= least]

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        before, after = as_list(old), as_list(new)
        found = change_of_lists(before, after)
        match found:
            case "same", _, _:
                return []
            case "added", _, item:
                return [_tell_item(f"{kind}-added", kind, item, None, words_of(item), lane)]
            case "removed", item, _:
                return [_tell_item(f"{kind}-removed", kind, item, words_of(item), None, lane)]
            case "moved", _, _ if ranked:
                first = min(before[:2], key=lambda item: item["id"])
                moved = next(item for item in before[:2] if item is not first and item != first)
                places = before.index(moved) + 1, after.index(moved) + 1
                return [_tell_item(f"{kind}-reordered", kind, moved, *places)]
            case "moved", _, _:
                if not order:
                    return []
                one, other = (
                    tuple(id_of(each, kind) or words_of(each) for each in side) for side in (before, after)
                )
                return [Told("order-changed", one, other, order)]
        return None

    return Recipe(options, tell)


def _tell_item(id: str, kind: str, item: Any, before: Any, after: Any, lane: str = "") -> Told:
    name = id_of(item, kind)
    return Told(
        id, before, after, "" if name else lane + words_of(item), kind, f"/{kind}:{name}" if name else ""
    )


def is_mentioned(item: Any, files: dict[str, Any]) -> bool:
    """Say whether anything refers to an item or to what is in it."""
    own = {text for key, text in walk_texts(item) if key == "id"}
    held = [text for _, text in walk_texts(item)]
    told = [text for data in files.values() for _, text in walk_texts(data)]
    return any(sum(_names(text, id) for text in told) > sum(_names(text, id) for text in held) for id in own)


def _names(text: str, id: str) -> bool:
    return id in text.replace("#", "/").split("/")


def walk_texts(data: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of some data with its key; the keys of mappings too, as texts."""
    if isinstance(data, str):
        yield key, data
    elif isinstance(data, dict):
        for name, each in data.items():
            yield "", str(name)
            yield from walk_texts(each, str(name))
    elif isinstance(data, list):
        for each in data:
            yield from walk_texts(each, key)


def ways() -> Recipe:
    """Return what holds of the ways on from a touchpoint; one that does not say leads to the next one."""

    def options(held: Any, around: Around) -> Sequence[Any]:
        pool = [{"exit": "new-exit"}, {"journey": "buy" if "bring" in around.spot.file else "bring-back"}]
        pool += [{"to": each} for each in _touchpoints_of(around)[-1:]]
        now = as_list(held)
        found: list[Any] = [now, *([*now, way] for way in pool), *([way] for way in pool)]
        found += [now[:place] + now[place + 1 :] for place in range(len(now))]
        found = [side for side in (*found, now[::-1]) if side and len(set(map(name_way, side))) == len(side)]
        # The overlay puts others after these, so that they go on elsewhere where they do not say.
        return found if around.owner["id"] in ("wander", "regret") else [*found, None]

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        known: dict[str, Any] = {}
        sides = []
        for side in (old, new):
            for way in as_list(side):
                # Another share or condition is a change of its own.
                if known.setdefault(name_way(way), way) != way or (
                    (old is None or new is None) and (not isinstance(way, dict) or len(way) > 1)
                ):
                    return None
            following = _following(around) if side is None else [name_way(way) for way in as_list(side)]
            sides.append(following)
        match change_of_lists(*sides):
            case "same", _, _:
                return []
            case "added", _, way:
                return [Told("branch-added", None, way, way)]
            case "removed", way, _:
                return [Told("branch-removed", way, None, way)]
            case "moved", before, after:
                return [Told("order-changed", tuple(before), tuple(after), "ways on")]
        return None

    return Recipe(options, tell)


def _touchpoints_of(around: Around) -> list[str]:
    stages = around.files[around.spot.file].get("stages", [])
    return [each["id"] for stage in stages for each in stage.get("touchpoints", [])]


def _following(around: Around) -> list[str]:
    ids = _touchpoints_of(around)
    place = ids.index(around.owner["id"])
    return ids[place + 1 : place + 2]


def entries(
    added: str,
    removed: str,
    changed: str,
    *samples: tuple[str, Any, Any],
    say: Callable[[Any], Any] = plain,
) -> Recipe:
    """Return what holds of a mapping whose entries come, go and change: (key, one value, another)."""

    def options(held: Any, around: Around) -> Sequence[Any]:
        del around
        now = dict(held or {})
        found: list[Any] = [now]
        for key, one, other in samples:
            found += [{**now, key: one}, {**now, key: other}]
        found += [{key: each for key, each in now.items() if key != gone} for gone in now]
        return [each or None for each in found]

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        del around
        before, after = dict(old or {}), dict(new or {})
        differing = [key for key in {**before, **after} if before.get(key) != after.get(key)]
        if len(differing) > 1:
            return None
        told = []
        for key in differing:
            one, other = (say(side.get(key)) for side in (before, after))
            told.append(
                Told((one is None and added) or (other is None and removed) or changed, one, other, key)
            )
        return told

    return Recipe(options, tell)


def whole(
    added: str,
    removed: str,
    *samples: Any,
    say: Callable[[Any], Any],
    about: Callable[[Any], str] | None = None,
) -> Recipe:
    """Return what holds of a thing that is there or not; what is inside it has properties of its own."""

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        del around
        if (old is None) == (new is None):
            return [] if old == new else None
        told = about(new if old is None else old) if about else ""
        return [Told(added if old is None else removed, old and say(old), new and say(new), told)]

    return Recipe(_among(*samples), tell)

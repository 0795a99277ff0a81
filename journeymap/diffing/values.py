"""Compares the fields that are what their table says: texts, values, scales, sets and lists."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from journeymap.diffing.changes import Fact
from journeymap.diffing.fields import Names, Parts, Scale, Text, Texts, Value
from journeymap.diffing.sides import Pair, Sides, is_empty


def compare_text(spec: Text, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that words were added, removed or changed."""
    del sides
    old, new = _values(spec.name, pair)
    if spec.id == "title-changed":
        yield pair.tell(spec.id, old, new, key=spec.name)
    else:
        yield pair.tell(spec.id, old, new, key=spec.name, about=spec.about or _words(spec.name))


def compare_texts(spec: Texts, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that a list of texts changed: what went and what came, or only the order."""
    del sides
    old, new = _values(spec.name, pair)
    gone = tuple(text for text in old if text not in new)
    come = tuple(text for text in new if text not in old)
    about = _words(spec.name)
    if gone or come:
        told = "" if spec.id == "feelings-changed" else about
        yield pair.tell(spec.id, gone, come, key=spec.name, about=told)
    else:
        yield pair.tell("order-changed", old, new, key=spec.name, about=about)


def compare_value(spec: Value, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that a value appeared, disappeared or became another."""
    old, new = _values(spec.name, pair)
    journey = pair.entity.journey
    if spec.ref:
        old = sides.shorten(spec.ref, sides.renames.follow(spec.ref, old, journey), journey)
        new = sides.shorten(spec.ref, new, journey)
    if old == new:
        return
    id = spec.changed
    if is_empty(old) and spec.added:
        id = spec.added
    elif is_empty(new) and spec.removed:
        id = spec.removed
    titles = name_titles(spec.ref, (old, new), pair, sides)
    yield pair.tell(id, old, new, key=spec.key or spec.name, about=spec.about, **titles)


def compare_scale(spec: Scale, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that something became more or less, appeared or disappeared."""
    del sides
    old, new = _values(spec.name, pair)
    key = spec.key or spec.name
    if is_empty(old) or is_empty(new):
        id = spec.added if is_empty(old) else spec.removed
    else:
        ranks = [spec.order.index(value) if spec.order else value for value in (old, new)]
        id = spec.increased if ranks[0] < ranks[1] else spec.decreased
    yield pair.tell(id, old, new, key=key, about=spec.about)


def compare_names(spec: Names, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield each id that was added to a set or removed from it, or that only their order changed."""
    old, new = _values(spec.name, pair)
    journey = pair.entity.journey
    old, new = (
        tuple(dict.fromkeys(sides.shorten(spec.ref, name, journey) for name in names))
        for names in ((sides.renames.follow(spec.ref, name, journey) for name in old), new)
    )
    yield from compare_sets(spec, pair, sides, old, new, spec.key or spec.name)


def compare_sets(
    spec: Names, pair: Pair, sides: Sides, old: tuple[str, ...], new: tuple[str, ...], key: str
) -> Iterator[Fact]:
    """Yield how two sets of ids differ, those of the earlier side under their later names."""
    went = [name for name in old if name not in new]
    come = [name for name in new if name not in old]
    titles = name_titles(spec.ref, (*went, *come), pair, sides)
    if spec.changed and len(old) == len(new) == len(went) == 1:
        yield pair.tell(spec.changed, went[0], come[0], key=key, **titles)
        return
    for name in went:
        gone = sides.find_gone(spec.ref, name, pair.entity.journey)
        yield pair.tell(spec.removed, name, None, key=key, about=name, **titles, **gone)
    for name in come:
        yield pair.tell(spec.added, None, name, key=key, about=name, **titles)
    if not went and not come and old != new:
        yield pair.tell("order-changed", old, new, key=key, about=_words(spec.name), **titles)


def compare_order(spec: Parts, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that matched items stand in another order; each speaks for itself otherwise."""
    old, new = _values(spec.name, pair)
    here = {id(item) for item in new}
    followed = [sides.partners[id(item)] for item in old if sides.partners.get(id(item)) in here]
    stayed = set(followed)
    order = [id(item) for item in new if id(item) in stayed]
    if followed != order:
        names = {id(item): _name_of(item) for item in new}
        before = tuple(names[each] for each in followed)
        after = tuple(names[each] for each in order)
        yield pair.tell("order-changed", before, after, key=spec.name, about=_words(spec.name))


def name_titles(ref: str, names: Sequence[Any], pair: Pair, sides: Sides) -> Mapping[str, Any]:
    """Return the titles of what ids name, as a fact keeps them for those who put it into words."""
    if not ref:
        return {}
    texts = (name for name in names if isinstance(name, str) and name)
    found = {name: sides.title(ref, name, pair.entity.journey) for name in texts}
    return {"titles": {name: title for name, title in found.items() if title}}


def _values(name: str, pair: Pair) -> tuple[Any, Any]:
    return getattr(pair.before, name), getattr(pair.after, name)


def _words(name: str) -> str:
    return name.replace("_", " ")


def _name_of(item: Any) -> str:
    from journeymap.diffing.parts import words_of

    return item.id or words_of(item)


PLAIN: Final[Mapping[type, Callable[[Any, Pair, Sides], Iterator[Fact]]]] = {
    Text: compare_text,
    Texts: compare_texts,
    Value: compare_value,
    Scale: compare_scale,
    Names: compare_names,
    Parts: compare_order,
}
"""Way of comparing → what compares so."""

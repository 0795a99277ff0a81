"""Compares what a workspace's settings say, key by key; values that could be secret are not repeated."""

from collections.abc import Iterator, Mapping
from typing import Any

from journeymap.diffing.changes import Fact
from journeymap.diffing.fields import Own
from journeymap.diffing.sides import Pair, Sides, plain_of
from journeymap.diffing.tables import compare_fields


def compare_scale_of_emotions(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield what is different about the scale that all scores are on."""
    inner = pair.inside(pair.before.emotion_scale, pair.after.emotion_scale, spec.name)
    yield from compare_fields(inner, sides)


def compare_settings(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield the entries of one section of the settings that changed."""
    del sides
    old, new = (getattr(side, spec.name) for side in (pair.before, pair.after))
    inner = pair._replace(base=pair.base.child(spec.name), head=pair.head.child(spec.name))
    for key, before, after in _differing(old, new):
        yield inner.tell(spec.ids[0], before, after, key=key, about=key)


def compare_connections(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield the connections that came, went or changed, without what they say."""
    del sides
    old, new = (getattr(side, spec.name) for side in (pair.before, pair.after))
    inner = pair._replace(base=pair.base.child(spec.name), head=pair.head.child(spec.name))
    for name, before, after in _differing(old, new):
        action = "added" if before is None else "removed" if after is None else "changed"
        yield inner.tell(f"connection-{action}", before, after, key=name, about=name)


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for key in (*old, *(each for each in new if each not in old)):
        before, after = plain_of(old.get(key)), plain_of(new.get(key))
        if repr(before) != repr(after):
            yield key, before, after


def compare_theme(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield the tokens of the theme that changed, section by section."""
    del sides
    inner = pair._replace(base=pair.base.child(spec.name), head=pair.head.child(spec.name))
    for section in pair.after.theme._fields:
        old, new = (getattr(side.theme, section) for side in (pair.before, pair.after))
        for token in new._fields:
            before, after = getattr(old, token), getattr(new, token)
            if before != after:
                place = inner._replace(base=inner.base.child(section), head=inner.head.child(section))
                yield place.tell(spec.ids[0], before, after, key=token, about=f"{section}.{token}")


def compare_columns(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield the columns of a view that came, went, have another header or stand elsewhere."""
    old, new = ({column.field: column for column in side.columns} for side in (pair.before, pair.after))
    for field, column in old.items():
        if field not in new:
            yield pair.tell("view-column-removed", field, None, key=spec.name, about=field)
        else:
            inner = pair.inside(column, new[field], spec.name)._replace(who=field)
            yield from compare_fields(inner, sides)
    for field in new:
        if field not in old:
            yield pair.tell("view-column-added", None, field, key=spec.name, about=field)
    orders = [field for field in old if field in new], [field for field in new if field in old]
    if orders[0] != orders[1]:
        yield pair.tell("view-columns-reordered", *map(tuple, orders), key=spec.name)

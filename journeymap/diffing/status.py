"""Compares what says how far a thing is and who may count on it: status, visibility, deprecation, old ids."""

from collections.abc import Iterator
from typing import Any, Final

from journeymap.diffing.changes import Fact
from journeymap.diffing.fields import Own
from journeymap.diffing.sides import Pair, Sides
from journeymap.diffing.tables import compare_fields
from journeymap.diffing.values import name_titles

_STAGES_OF_LIFE: Final = ("draft", "review", "published")
_SEEN_BY: Final = ("internal", None, "public")


def compare_status(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that a journey got nearer to being published, or further from it, or is given up."""
    del sides
    old, new = pair.before.status, pair.after.status
    if "retired" in (old, new):
        id = "journey-retired" if new == "retired" else "journey-revived"
    elif _STAGES_OF_LIFE.index(old) < _STAGES_OF_LIFE.index(new):
        id = "lifecycle-increased"
    else:
        id = "lifecycle-decreased"
    yield pair.tell(id, old, new, key=spec.name)


def compare_visibility(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that more or fewer people may see something."""
    del sides
    old, new = pair.before.visibility, pair.after.visibility
    id = f"visibility-{'widened' if _SEEN_BY.index(old) < _SEEN_BY.index(new) else 'narrowed'}"
    # A part of a journey is as visible as the journey wherever it does not say that it is internal.
    is_idle = bool(pair.entity.journey) and pair.entity.kind != "journey" and "internal" not in (old, new)
    context: dict[str, Any] = {"idle": True} if is_idle else {}
    yield pair.tell(id, old, new, key=spec.name, **context)


def compare_deprecation(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that something is on its way out, or no more, or that the terms are others."""
    old, new = pair.before.deprecated, pair.after.deprecated
    if old is not None and new is not None:
        # What replaces a thing is of its kind, or another piece of its journey.
        entity = pair.entity
        ref = "item" if entity.journey and entity.kind != "journey" else entity.kind
        followed = sides.renames.follow(ref, old.replaced_by, entity.journey)
        old = old._replace(replaced_by=sides.shorten(ref, followed, entity.journey))
        new = new._replace(replaced_by=sides.shorten(ref, new.replaced_by, entity.journey))
        titles = name_titles(ref, (old.replaced_by, new.replaced_by), pair, sides)
        yield from compare_fields(pair.inside(old, new, spec.name, **titles), sides)
        return
    told = new or old
    context = {"sunset": told.sunset, "replaced_by": told.replaced_by}
    known = {name: value for name, value in context.items() if value}
    id = "deprecation-declared" if old is None else "deprecation-withdrawn"
    yield pair.tell(id, old, new, key=spec.name, **known)


def compare_aliases(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield which former ids are kept or forgotten; the one that declares a rename is part of that."""
    del sides
    old, new = pair.before.aliases, pair.after.aliases
    for alias in dict.fromkeys(old):
        if alias not in new and alias != pair.after.id:
            yield pair.tell("alias-removed", alias, None, key=spec.name, about=alias)
    for alias in dict.fromkeys(new):
        if alias not in old and alias != pair.before.id:
            yield pair.tell("alias-added", None, alias, key=spec.name, about=alias)

"""Whether two values are the same in all that could ever be written of them.

Equality is not enough: ``1``, ``1.0`` and ``True`` are equal and are written differently, and so are
mappings whose entries stand in another order, and all places.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from journeymap.model.library import Library
from journeymap.model.portfolio import Portfolio
from journeymap.source import Place

_Value = TypeVar("_Value")


def are_same(one: Any, other: Any) -> bool:
    """Return whether two values are one, or are alike in type, order and spelling down to the last part."""
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind is str or kind is bytes:
        return bool(one == other)
    if kind is Place:
        # Places compare equal wherever they are, but pages lead to them.
        return bool(one.file == other.file and one.pointer == other.pointer)
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(are_same, one, other))
    if isinstance(one, Mapping):
        return (
            len(one) == len(other)
            and all(map(are_same, one, other))
            and all(map(are_same, one.values(), other.values()))
        )
    if isinstance(one, int | float):
        return repr(one) == repr(other)
    return bool(one == other)


def reuse_same(former: Portfolio, portfolio: Portfolio) -> Portfolio:
    """Return a portfolio in which whatever is as in a former one is the former one's.

    What is one with what it was needs no second look by whoever compares them later.
    """
    journeys = {journey.id: journey for journey in former.journeys}
    return Portfolio(
        _choose(former.workspace, portfolio.workspace),
        Library(*map(_reuse_entries, former.library, portfolio.library)),
        _reuse_entries(former.personas, portfolio.personas),
        tuple(_choose(journeys.get(journey.id), journey) for journey in portfolio.journeys),
    )


def _reuse_entries(former: Mapping[str, Any], entries: Mapping[str, Any]) -> Mapping[str, Any]:
    return {id: _choose(former.get(id), entry) for id, entry in entries.items()}


def _choose(former: _Value | None, value: _Value) -> _Value:
    return former if former is not None and are_same(former, value) else value

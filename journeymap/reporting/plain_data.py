"""Values of the model as plain data, and plain data as JSON that is safe to print."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from journeymap.reporting.safety import without_surrogates
from journeymap.source import Place

_DECIMALS = 9
"""Keeps every number that people type, and drops what binary fractions add to it."""


def write_data(data: Mapping[str, Any]) -> str:
    """Return plain data as one JSON object with sorted keys, in ASCII."""
    from json import dumps

    from journeymap.reporting.guarding import guard_json

    return guard_json(dumps(data, indent=2, sort_keys=True, allow_nan=False)) + "\n"


def plain(value: Any) -> Any:
    """Return a value as plain data: lists as lists, numbers as numbers, nothing as null, no places."""
    if isinstance(value, str):
        return without_surrogates(value) or None
    if isinstance(value, float):
        return _number(value)
    if hasattr(value, "_fields"):
        return {name: plain(each) for name, each in value._asdict().items() if not isinstance(each, Place)}
    if isinstance(value, Mapping):
        return {without_surrogates(str(key)): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [without_surrogates(each) if isinstance(each, str) else plain(each) for each in value]
    return value


def _number(value: float) -> int | float | str:
    if not isfinite(value):
        return str(value)
    rounded = round(value, _DECIMALS)
    return int(rounded) if rounded.is_integer() else rounded

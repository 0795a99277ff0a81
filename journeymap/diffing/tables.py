"""Compares two things field by field, as the tables of their class say."""

from collections.abc import Iterator
from typing import Final

from journeymap.diffing.changes import Fact
from journeymap.diffing.fields import Apart, Own
from journeymap.diffing.journey_fields import JOURNEY_FIELDS
from journeymap.diffing.library_fields import LIBRARY_FIELDS
from journeymap.diffing.sides import Pair, Sides
from journeymap.diffing.values import PLAIN

FIELDS: Final = {**JOURNEY_FIELDS, **LIBRARY_FIELDS}
"""Class → how each of its fields is compared."""


def compare_fields(pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield every difference between two values of a class."""
    from journeymap.diffing.shapes import SHAPES

    for spec in FIELDS[type(pair.after)]:
        if isinstance(spec, Apart) or getattr(pair.before, spec.name) == getattr(pair.after, spec.name):
            continue
        if isinstance(spec, Own):
            yield from SHAPES[spec.way](spec, pair, sides)
        else:
            yield from PLAIN[type(spec)](spec, pair, sides)

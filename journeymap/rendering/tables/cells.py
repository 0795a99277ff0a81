"""What stands in the cells of tables. People and programs read the same value in two ways.

People read words of their language, days and units; programs read what the files of a journey say:
``high``, ``2026-10-01``, a number of seconds.
"""

from math import isfinite
from typing import TypeAlias

from journeymap.model.claims import Number
from journeymap.model.field_readers import Value
from journeymap.named_tuples import NamedTuple

Plain: TypeAlias = str | int | float
"""A text or a number; nothing is an empty text."""

DECIMALS = 4


class Span(NamedTuple):
    """A span of time: programs read its seconds, people words such as ``3 days``."""

    seconds: Number
    words: str


class Amount(NamedTuple):
    """A value of a metric that has a unit: programs read the number, people both, such as ``31%``."""

    number: Number
    words: str
    unit: str


class Score(NamedTuple):
    """How somebody feels: programs read the number, people the number with its sign, such as ``+0.5``."""

    score: Number
    words: str


class SpanUnit(NamedTuple):
    """The unit of the spans in its row: programs need it, people read it in the spans themselves."""

    name: str


class Told(NamedTuple):
    """A word of the language itself: programs read it as in files, people in their own language."""

    plain: str
    words: str


class Date(NamedTuple):
    """A day: programs read it as in files, people in words such as ``1 October 2026``."""

    iso: str
    words: str


Cell: TypeAlias = Plain | Span | SpanUnit | Amount | Score | Told | Date


def tell_cell(cell: Cell) -> Plain:
    """Return a cell as people read it."""
    if isinstance(cell, Span | Amount | Score | Told | Date):
        return cell.words
    return "" if isinstance(cell, SpanUnit) else cell


def strip_cell(cell: Cell) -> Plain:
    """Return a cell as programs read it."""
    return cell[0] if isinstance(cell, Span | SpanUnit | Amount | Score | Told | Date) else cell


def told(plain: str, words: str) -> str | Told:
    """Return a cell that programs and people read in two ways, or a text where both are the same."""
    return plain if plain == words else Told(plain, words)


def cell_of(value: Value) -> Plain:
    """Return a value as a cell: a list joined with commas, nothing as no text."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(dict.fromkeys(value))
    if isinstance(value, float):
        if not isfinite(value):
            return str(value)
        rounded = round(value, DECIMALS)
        return int(rounded) if rounded.is_integer() else rounded
    return value


def is_text(cell: Cell) -> bool:
    """Say whether a cell is a text to people, and no number or span that stands flush right."""
    return isinstance(cell, str | SpanUnit | Told | Date)

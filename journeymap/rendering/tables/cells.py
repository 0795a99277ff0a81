"""What stands in the cells of tables. A span of time says the same to people and programs in two ways."""

from collections.abc import Callable
from math import isfinite
from typing import TypeAlias

from journeymap.model.claims import Number
from journeymap.model.field_readers import Field, Row, Value
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.naming import is_span, write_seconds

Plain: TypeAlias = str | int | float
"""A text or a number; nothing is an empty text."""

DECIMALS = 4

_NUMBERS = frozenset({"baseline", "target", "actual", "warn", "gap"})
"""The fields of a KPI that hold values of its metric."""


class Span(NamedTuple):
    """A span of time: programs read its seconds, people words such as ``3 days``."""

    seconds: Number
    words: str


class SpanUnit(NamedTuple):
    """The unit of the spans in its row: programs need it, people read it in the spans themselves."""

    name: str


Cell: TypeAlias = Plain | Span | SpanUnit


def tell_cell(cell: Cell) -> Plain:
    """Return a cell as people read it."""
    if isinstance(cell, Span):
        return cell.words
    return "" if isinstance(cell, SpanUnit) else cell


def strip_cell(cell: Cell) -> Plain:
    """Return a cell as programs read it."""
    if isinstance(cell, Span):
        return cell.seconds
    return cell.name if isinstance(cell, SpanUnit) else cell


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


def cell_reader(rows: str, path: str, read: Field, *, lang: str) -> Callable[[Row], Cell]:
    """Return what makes the cell of a row out of a field; values of a metric in seconds become spans."""
    name = path.removeprefix("kpi.")
    if name not in {*_NUMBERS, "unit"} or (name == path and rows != "kpis"):
        return lambda row: cell_of(read(row))

    def spell(row: Row) -> Cell:
        cell = cell_of(read(row))
        metric = row.portfolio.library.metrics.get(row.kpi.kpi.metric) if row.kpi else None
        if cell == "" or not is_span(metric):
            return cell
        return SpanUnit(str(cell)) if isinstance(cell, str) else Span(cell, write_seconds(cell, lang=lang))

    return spell

"""Workbooks as openpyxl reads them, and what it should find for the cells of a table."""

import io
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from openpyxl import load_workbook

from journeymap.rendering.tables.cells import Amount, Cell, Date, Score, Span, SpanUnit, tell_cell
from journeymap.rendering.tables.table import Table


def read_book(content: bytes) -> Any:
    """Return a workbook."""
    return load_workbook(io.BytesIO(content))


def table_sheets(book: Any, tables: Sequence[Table]) -> list[Any]:
    """Return the sheets of the tables: where there are several, another stands before them."""
    sheets = list(book)[len(tables) > 1 :]
    assert len(sheets) == len(tables)
    return sheets


def rows_of(sheet: Any) -> list[list[Any]]:
    """Return the values of a sheet; an empty cell is an empty text, as in a table."""
    return [["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)]


def in_sheet(cell: Cell) -> Any:
    """Return what a sheet holds for a cell: durations, dates and shares of one are values of their own."""
    match cell:
        case SpanUnit():
            return "h:mm:ss"
        case Span(seconds, _) if seconds >= 0:
            return timedelta(seconds=seconds)
        case Amount(number, _, "%"):
            return round(number / 100, 8)
        case Amount(number, _, _):
            return number
        case Score(score, _):
            return score
        case Date(iso, _):
            return datetime.fromisoformat(iso)
        case _:
            return tell_cell(cell)

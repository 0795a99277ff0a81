"""Tables as an Excel workbook, a sheet for each: the one door to XlsxWriter, which is an extra.

Text is written as text and numbers as numbers, so that nothing is ever calculated; a text that looks
like a formula is marked as quoted, so that it stays a text when somebody edits it. The file's date
is fixed: the same tables give the same bytes.
"""

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from journeymap.rendering.csv_table import is_formula
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.tables import Table

CREATED = datetime(2000, 1, 1)
LONGEST_TEXT = 32_767
LONGEST_NAME = 31
WIDEST_COLUMN = 60

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def write_workbook(title: str, tables: Sequence[Table]) -> bytes:
    """Return tables as the bytes of an ``.xlsx`` file."""
    try:
        from xlsxwriter import Workbook
    except ImportError as missing:
        raise RenderingError(
            "writing xlsx needs XlsxWriter, which is not installed",
            "install the extra: `pip install 'journeymap[export]'`",
        ) from missing
    output = io.BytesIO()
    workbook = Workbook(output, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    workbook.set_properties({"title": title[:255], "created": CREATED})
    header = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = workbook.add_format({"text_wrap": True, "valign": "top"})
    quoted = workbook.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    for name, table in zip(_sheet_names(tables), tables, strict=True):
        sheet = workbook.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for index, column in enumerate(table.columns):
            cells = [row[index] for row in table.rows]
            sheet.set_column(index, index, _width([column.title, *cells]))
            sheet.write_string(0, index, column.title[:LONGEST_TEXT], header)
            for line, cell in enumerate(cells, start=1):
                if not isinstance(cell, str):
                    sheet.write_number(line, index, cell, plain)
                elif cell:
                    style = quoted if is_formula(cell) else plain
                    sheet.write_string(line, index, _shortened(cell), style)
    workbook.close()
    return output.getvalue()


def _sheet_names(tables: Sequence[Table]) -> list[str]:
    """Return a name for each sheet: Excel's length and signs, and no two that differ in case only."""
    names: list[str] = []
    for table in tables:
        bare = _NOT_IN_NAMES.sub(" ", table.title).strip("' ") or table.name
        name, number = bare[:LONGEST_NAME].strip("' "), 1
        while name.casefold() in {*(taken.casefold() for taken in names), "history", ""}:
            number += 1
            ending = f" {number}"
            name = bare[: LONGEST_NAME - len(ending)].strip("' ") + ending
        names.append(name)
    return names


def _width(cells: Sequence[Any]) -> int:
    """Return a column's width in characters: that of its longest cell, within reason."""
    return min(WIDEST_COLUMN, max(8, *(len(str(cell)) for cell in cells)) + 2)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"

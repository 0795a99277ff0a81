"""Tables as an Excel workbook, a sheet for each: the one door to XlsxWriter, which is an extra.

Text is written as text and numbers as numbers, so that nothing is ever calculated; a text that looks
like a formula is marked as quoted, so that it stays a text when somebody edits it. Spans of time are
durations as Excel knows them, to be read and reckoned with. The file's date is fixed: the same tables
give the same bytes.
"""

import io
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from unicodedata import east_asian_width

from journeymap.rendering.failures import RenderingError
from journeymap.rendering.metrics import printable
from journeymap.rendering.tables.cells import Cell, Plain, Span, SpanUnit, tell_cell
from journeymap.rendering.tables.csv_text import is_formula
from journeymap.rendering.tables.table import Table
from journeymap.rendering.templating import direction

CREATED = datetime(2000, 1, 1)
LONGEST_TEXT = 32_767
LONGEST_NAME = 31
WIDEST_COLUMN = 60
DAY = 86_400
"""Excel counts in days."""
CLOCK = "[h]:mm:ss"
"""How a span of time is shown: hours beyond a day go on counting."""
CLOCK_UNIT = "h:mm:ss"

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def write_workbook(title: str, tables: Sequence[Table], *, lang: str = "en") -> bytes:
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
    workbook.set_properties({"title": printable(title)[:255], "created": CREATED})
    header = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = workbook.add_format({"text_wrap": True, "valign": "top"})
    clock = workbook.add_format({"valign": "top", "num_format": CLOCK})
    quoted = workbook.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    for name, table in zip(_sheet_names(tables), tables, strict=True):
        sheet = workbook.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        # On paper a table is as wide as the page, and each page begins with its header.
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        if direction(lang) == "rtl":
            sheet.right_to_left()
        for index, column in enumerate(table.columns):
            cells = [_show(row[index]) for row in table.rows]
            sheet.set_column(index, index, _width([column.title, *map(tell_cell, cells)]))
            sheet.write_string(0, index, _shortened(column.title), header)
            for line, cell in enumerate(cells, start=1):
                if isinstance(cell, Span):
                    sheet.write_number(line, index, cell.seconds / DAY, clock)
                elif not isinstance(cell, str):
                    sheet.write_number(line, index, cell, plain)
                elif cell:
                    style = quoted if is_formula(cell) else plain
                    sheet.write_string(line, index, _shortened(cell), style)
    workbook.close()
    return output.getvalue()


def _show(cell: Cell) -> Plain | Span:
    """Return a cell as a sheet shows it; Excel has no span below nothing, so such a one is words."""
    if isinstance(cell, SpanUnit):
        return CLOCK_UNIT
    return cell if isinstance(cell, Span) and cell.seconds >= 0 else tell_cell(cell)


def _sheet_names(tables: Sequence[Table]) -> list[str]:
    """Return a name for each sheet: Excel's length and signs, and no two that differ in case only."""
    names: list[str] = []
    for table in tables:
        bare = _NOT_IN_NAMES.sub(" ", table.title).strip("' ") or table.name
        name, number = _cut(bare, LONGEST_NAME).strip("' "), 1
        while name.casefold() in {*(taken.casefold() for taken in names), "history", ""}:
            number += 1
            ending = f" {number}"
            name = _cut(bare, LONGEST_NAME - len(ending)).strip("' ") + ending
        names.append(name)
    return names


def _width(cells: Sequence[Any]) -> int:
    """Return a column's width in characters: that of its longest line, within reason."""
    return min(WIDEST_COLUMN, max(8, *(_letters(str(cell)) for cell in cells)) + 2)


def _letters(text: str) -> int:
    """Return how many characters wide the longest line of a text is; ideographs count twice."""
    lines = text.splitlines() or [""]
    return max(sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line) for line in lines)


def _shortened(text: str) -> str:
    return text if _cut(text, LONGEST_TEXT) == text else _cut(text, LONGEST_TEXT - 1) + "…"


def _cut(text: str, length: int) -> str:
    """Return the beginning of a text; Excel counts a character beyond the first 65,536 as two."""
    if len(text) * 2 <= length:
        return text
    return text.encode("utf-16-le", "surrogatepass")[: length * 2].decode("utf-16-le", "ignore")

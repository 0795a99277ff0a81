"""Tables as CSV (RFC 4180): UTF-8, comma, CRLF, and no text that a spreadsheet would run.

A spreadsheet takes a text that begins with ``=`` and its like for a formula, also in the full-width
forms and behind what nobody sees. Such a text gets a leading apostrophe. So does the rest of a text
behind a semicolon or a tab: where the decimal sign is a comma, Excel begins a new cell there. Numbers
are numbers, also negative ones, and stay as they are; spans of time are numbers of seconds.
"""

import csv
import io
import re
from collections.abc import Sequence
from unicodedata import category

from journeymap.rendering.tables.cells import Plain, strip_cell
from journeymap.rendering.tables.table import Table

FORMULA_STARTS = frozenset("=+-@\t\r\n\0＝＋－＠")  # noqa: RUF001 - the full-width forms are meant
_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cf"})
"""The categories of what a reader does not see before a formula."""
_ELSEWHERE = re.compile(r"(?<=[;\t])(?=[=+\-@＝＋－＠])")  # noqa: RUF001 - the full-width forms are meant
"""Where a cell begins with a formula for those to whom a semicolon or a tab ends one."""


def write_csv(table: Table, *, raw: bool = False) -> str:
    """Return a table as CSV; ``raw`` leaves texts as they are, for programs that calculate nothing."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_disarmed(column.plain or column.title, raw=raw) for column in table.columns)
    writer.writerows([_disarmed(strip_cell(cell), raw=raw) for cell in row] for row in table.rows)
    return text.getvalue()


def write_csv_blocks(tables: Sequence[Table], *, raw: bool = False) -> str:
    """Return several tables: each below a line with its name, with an empty line between them."""
    return "\r\n".join(f"{table.name}\r\n{write_csv(table, raw=raw)}" for table in tables)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet might take a text for a formula."""
    if text[:1].isalnum():
        return False  # as most are
    first = next((letter for letter in text if category(letter) not in _UNSEEN), "")
    return first in FORMULA_STARTS


def _disarmed(cell: Plain, *, raw: bool) -> Plain:
    if raw or not isinstance(cell, str):
        return cell
    safe = _ELSEWHERE.sub("'", cell)
    return f"'{safe}" if is_formula(cell) else safe

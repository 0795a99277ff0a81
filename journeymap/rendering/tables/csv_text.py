"""Tables as CSV (RFC 4180): UTF-8, comma, CRLF, and no text that a spreadsheet would run.

A spreadsheet takes a text that begins with ``=`` and its like for a formula, also in the full-width
forms and behind white space. Such a text gets a leading apostrophe. Numbers are numbers, also
negative ones, and stay as they are; spans of time are numbers of seconds.
"""

import csv
import io
from collections.abc import Sequence

from journeymap.rendering.tables.cells import Plain, strip_cell
from journeymap.rendering.tables.table import Table

FORMULA_STARTS = frozenset("=+-@\t\r\n\0＝＋－＠")  # noqa: RUF001 - the full-width forms are meant
_INVISIBLE = "\N{ZERO WIDTH NO-BREAK SPACE}\N{ZERO WIDTH SPACE}"


def write_csv(table: Table, *, raw: bool = False) -> str:
    """Return a table as CSV; ``raw`` leaves texts as they are, for programs that calculate nothing."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_disarmed(column.title, raw=raw) for column in table.columns)
    writer.writerows([_disarmed(strip_cell(cell), raw=raw) for cell in row] for row in table.rows)
    return text.getvalue()


def write_csv_blocks(tables: Sequence[Table], *, raw: bool = False) -> str:
    """Return several tables: each below a line with its name, with an empty line between them."""
    return "\r\n".join(f"{table.name}\r\n{write_csv(table, raw=raw)}" for table in tables)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet might take a text for a formula."""
    bare = text.lstrip(" \N{NO-BREAK SPACE}" + _INVISIBLE)
    return bare[:1] in FORMULA_STARTS if bare else False


def _disarmed(cell: Plain, *, raw: bool) -> Plain:
    return f"'{cell}" if isinstance(cell, str) and not raw and is_formula(cell) else cell

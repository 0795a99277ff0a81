"""Lists of items for programs: JSON as ``schemas/ls-output.schema.json`` describes it, CSV, and lines.

The JSON is a contract: within one major version fields are only added. No form lets a character of a map
reach a terminal raw: JSON escapes all that is not ASCII, the others show what could harm.
"""

from typing import Any

from journeymap.model.fields import Value
from journeymap.rendering.tables.cells import Plain, cell_of
from journeymap.rendering.tables.csv_text import write_csv
from journeymap.rendering.tables.listing import Listing
from journeymap.rendering.tables.table import Column, Table
from journeymap.reporting.plain_data import plain, write_data
from journeymap.reporting.safety import safe

FORMAT = "journeymap-ls/1"
FORMAT_VERSION = "1.0"


def write_listing_json(listing: Listing) -> str:
    """Return a list as one JSON object with sorted keys."""
    return write_data(build_listing(listing))


def build_listing(listing: Listing) -> dict[str, Any]:
    """Return a list as plain data."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "kind": listing.kind,
        "rows": [_row(listing, row) for row in listing.rows],
    }


def write_listing_csv(listing: Listing) -> str:
    """Return a list as CSV, a line for each row; no text in it is one that a spreadsheet would run."""
    columns = tuple(Column(path) for path in listing.fields)
    rows = tuple(tuple(_shown(cell_of(value)) for value in row) for row in listing.rows)
    return write_csv(Table(listing.kind, listing.kind, columns, rows))


def write_lines(listing: Listing) -> str:
    """Return a list as lines of tab-separated values, whole and without a header."""
    return "".join("\t".join(str(_shown(cell_of(value))) for value in row) + "\n" for row in listing.rows)


def _shown(cell: Plain) -> Plain:
    """Return a cell on one line, what could harm as an escape."""
    return safe(cell.replace("\n", " ")) if isinstance(cell, str) else cell


def _row(listing: Listing, row: tuple[Value, ...]) -> dict[str, Any]:
    return {path: plain(value) for path, value in zip(listing.fields, row, strict=True)}

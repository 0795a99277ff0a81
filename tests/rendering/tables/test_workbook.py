"""Workbooks: what openpyxl reads back is what the tables say, and nothing of it is ever calculated."""

import io
import subprocess
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from journeymap.rendering import FORMS, Request
from journeymap.rendering.tables.cells import Cell, Span, SpanUnit, tell_cell
from journeymap.rendering.tables.table import Column, Table, choose_tables
from journeymap.rendering.tables.workbook import LONGEST_TEXT, WIDEST_COLUMN, write_workbook
from tests.conftest import ROOT
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.samples import SAMPLES


def read(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content))


def rows_of(sheet: Any) -> list[list[Any]]:
    """Return the values of a sheet; an empty cell is an empty text, as in a table."""
    return [["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)]


def _in_sheet(row: Sequence[Cell]) -> list[Any]:
    """Return what a sheet holds for a row: for a span of time a duration, and how it is written."""
    return ["h:mm:ss" if isinstance(cell, SpanUnit) else _duration(cell) for cell in row]


def _duration(cell: Cell) -> Any:
    return timedelta(seconds=cell.seconds) if isinstance(cell, Span) else tell_cell(cell)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_table_is_a_sheet_with_its_values(name: str) -> None:
    """Sheets are called as tables, in order; texts are texts, numbers numbers, and nothing is a formula."""
    sample = SAMPLES[name]()
    tables = choose_tables(sample.portfolio, sample.journey)
    book = read(FORMS["table"]["xlsx"](Request(sample.portfolio, sample.journey)).content)

    assert len(book.sheetnames) == len(tables)
    for called, table in zip(book.sheetnames, tables, strict=True):
        assert called in {table.title[:31].strip(), f"{table.title[:29].strip()} 2"}
    assert book.properties.title == sample.journey.title
    for sheet, table in zip(book, tables, strict=True):
        assert rows_of(sheet) == [[column.title for column in table.columns], *map(_in_sheet, table.rows)]
        assert sheet.freeze_panes == "A2"
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert kinds <= {"s", "n", "d"}
        for index, column in enumerate(table.columns):
            numbers = [row[index] for row in table.rows if row[index] != ""]
            assert column.numeric == (bool(numbers) and not any(isinstance(each, str) for each in numbers))


def test_columns_are_as_wide_as_what_they_hold() -> None:
    """Ideographs count twice, of several lines the longest counts, and no column is wider than reason."""
    texts = ("short", "購物車を開いて確認", "one\nlonger line\ntwo", "x" * 500)
    table = Table("t", "T", tuple(Column("C") for _ in texts), (texts,))
    widths = [
        round(each.width) for each in read(write_workbook("T", [table])).active.column_dimensions.values()
    ]

    assert widths == [11, 21, 14, WIDEST_COLUMN + 1]


@pytest.mark.parametrize("text", HOSTILE_STRINGS)
def test_hostile_texts_stay_texts(text: str) -> None:
    """A text that looks like a formula is quoted, and one that looks like an escape is read as it was."""
    sheet = read(write_workbook(text, [Table("t", text, (Column(text),), ((text,),))])).active
    cell = sheet["A2"]

    assert cell.data_type == "s"
    # openpyxl reads the escape of an underscore, and leaves those of control characters to us.
    assert plain(text) in (plain(cell.value), plain(unescape(cell.value)))
    assert cell.hyperlink is None
    if text[0] in "=+-@＝":
        assert cell.quotePrefix


def plain(text: str) -> str:
    """Return a text with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_long_texts_end_with_an_ellipsis() -> None:
    """A cell holds what Excel can hold."""
    texts = ("a" * 40_000, "👍" * 20_000, "b" * LONGEST_TEXT)
    sheet = read(
        write_workbook("T", [Table("t", "T", (Column("C"),), tuple((text,) for text in texts))])
    ).active
    letters, thumbs, fitting = (sheet[f"A{row}"].value for row in (2, 3, 4))

    assert len(letters) == LONGEST_TEXT
    assert len(thumbs.encode("utf-16-le")) // 2 == LONGEST_TEXT
    assert letters.endswith("a…")
    assert thumbs.endswith("👍…")
    assert fitting == texts[2]


def test_sheets_print_and_read_as_their_language_does() -> None:
    """On paper every page begins with the header; Arabic sheets begin on the right."""
    table = Table("t", "T", (Column("C"),), (("x",),))
    latin, arabic = (read(write_workbook("T", [table], lang=lang)).active for lang in ("en", "ar"))

    assert latin.print_title_rows == "$1:$1"
    assert latin.page_setup.orientation == "landscape"
    assert not latin.sheet_view.rightToLeft
    assert arabic.sheet_view.rightToLeft


def test_time_zone_and_folder_leave_no_trace(tmp_path: Path) -> None:
    """Two processes in other places of the world, and of the disk, write the same bytes."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from journeymap.rendering.tables.table import Column, Table\n"
        "from journeymap.rendering.tables.workbook import write_workbook\n"
        "table = Table('t', 'T', (Column('C'),), (('x', ), (2.5,)))\n"
        "sys.stdout.buffer.write(write_workbook('T', [table]))\n"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program, str(ROOT)],
            env={"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale},
            cwd=folder,
            capture_output=True,
            check=True,
        ).stdout
        for zone, seed, locale, folder in (
            ("Pacific/Kiritimati", "1", "C", tmp_path),
            ("America/Los_Angeles", "2", "C.UTF-8", ROOT),
        )
    ]

    assert outputs[0] == outputs[1]
    assert outputs[0]

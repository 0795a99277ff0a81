"""Workbooks: what openpyxl reads back is what the tables say, and nothing of it is ever calculated."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl.utils.escape import unescape

from journeymap.rendering import FORMS, Request
from journeymap.rendering.tables.cells import Amount, Date, Told
from journeymap.rendering.tables.sheet_texts import LONGEST_TEXT, WIDEST_COLUMN
from journeymap.rendering.tables.table import Column, Table, choose_tables
from journeymap.rendering.tables.workbook import write_workbook
from tests.conftest import ROOT
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.samples import SAMPLES
from tests.rendering.tables.sheets import in_sheet, read_book, rows_of, table_sheets


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_table_is_a_sheet_with_its_values(name: str) -> None:
    """Sheets are called as tables, in order; texts are texts, numbers numbers, and nothing is a formula."""
    sample = SAMPLES[name]()
    tables = choose_tables(sample.portfolio, sample.journey)
    book = read_book(FORMS["table"]["xlsx"](Request(sample.portfolio, sample.journey)).content)

    assert book.properties.title == sample.journey.title
    for sheet, table in zip(table_sheets(book, tables), tables, strict=True):
        assert sheet.title in {table.title[:31].strip(), f"{table.title[:29].strip()} 2"}
        expected = [
            [column.title for column in table.columns],
            *([*map(in_sheet, row)] for row in table.rows),
        ]
        assert rows_of(sheet) == expected
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_the_header_of_a_table_stays_and_filters() -> None:
    """Under every header hangs a filter; from five columns on the names of the rows stay in sight, too."""
    narrow, wide = (
        read_book(write_workbook("T", [Table("t", "T", (Column("C"),) * n, (("x",) * n,))])).active
        for n in (4, 5)
    )

    assert (narrow.freeze_panes, wide.freeze_panes) == ("A2", "B2")
    assert (narrow.auto_filter.ref, wide.auto_filter.ref) == ("A1:D2", "A1:E2")
    assert all(cell.alignment.wrap_text for row in wide.iter_rows() for cell in row)


def test_several_tables_stand_behind_a_sheet_that_says_what_they_are() -> None:
    """The first sheet names the journey, says what it is about and leads to every table."""
    sample = SAMPLES["retailer"]()
    tables = choose_tables(sample.portfolio, sample.journey)
    book = read_book(FORMS["table"]["xlsx"](Request(sample.portfolio, sample.journey)).content)
    first = book.worksheets[0]
    texts = {cell.value for row in first.iter_rows() for cell in row}
    ways = {
        cell.value: cell.hyperlink.location for row in first.iter_rows() for cell in row if cell.hyperlink
    }

    assert first.title == "Overview"
    assert {sample.journey.title, sample.journey.summary, "Published", "Checkout", "1 October 2026"} <= texts
    assert ways == {
        table.title: f"'{name}'!A1" for name, table in zip(book.sheetnames[1:], tables, strict=True)
    }


def test_one_table_stands_alone() -> None:
    """Who asks for one table gets one sheet, and programs find it first."""
    sample = SAMPLES["retailer"]()
    content = FORMS["table"]["xlsx"](Request(sample.portfolio, sample.journey, table="stages")).content

    assert read_book(content).sheetnames == ["Stages, emotions and focus"]


def test_a_sheet_reckons_with_what_its_cells_mean() -> None:
    """Percentages, dates and sums are numbers that show their unit; what Excel cannot take is words."""
    row = (
        *(Amount(31, "31%", "%"), Amount(3.25, "3.25%", "%"), Amount(84.5, "84.5 EUR", "EUR")),
        *(
            Date("2026-10-01", "1 October 2026"),
            Date("1899-10-01", "1 October 1899"),
            Date("2026-10", "October"),
        ),
        Told("high", "Hoch"),
    )
    cells = next(
        read_book(write_workbook("T", [Table("t", "T", (Column("C"),) * 7, (row,))])).active.iter_rows(2)
    )

    assert [(cell.value, cell.number_format) for cell in cells] == [
        *((0.31, "0%"), (0.0325, "0.00%"), (84.5, 'General" EUR"')),
        *((datetime(2026, 10, 1), "yyyy-mm-dd"), ("1 October 1899", "General"), ("October", "General")),
        ("Hoch", "General"),
    ]


@pytest.mark.parametrize("unit", ['" ;[Red]', "\\", "%\n", "x" * 300])
def test_a_unit_is_no_part_of_a_format(unit: str) -> None:
    """Whatever a metric is measured in, its number is a number and the workbook opens."""
    sheet = read_book(
        write_workbook("T", [Table("t", "T", (Column("C"),), ((Amount(2, "2", unit),),))])
    ).active

    assert sheet["A2"].value == 2
    assert sheet["A2"].number_format.count('"') == 2


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.com/a?b=1", "https://example.com/a?b=1"),
        ("see https://example.com", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("//example.com", None),
        ("mailto:a@example.com", None),
    ],
)
def test_only_addresses_of_the_web_can_be_followed(text: str, address: str | None) -> None:
    """A cell that is an address and nothing else is a link; all others are texts."""
    cell = read_book(write_workbook("T", [Table("t", "T", (Column("C"),), ((text,),))])).active["A2"]

    assert cell.value == text
    assert (cell.hyperlink.target if cell.hyperlink else None) == address


def test_columns_are_as_wide_as_what_they_hold() -> None:
    """Ideographs count twice, of several lines the longest counts, and no column is wider than reason."""
    texts = ("short", "購物車を開いて確認", "one\nlonger line\ntwo", "x" * 500)
    table = Table("t", "T", tuple(Column("C") for _ in texts), (texts,))
    widths = [
        round(each.width)
        for each in read_book(write_workbook("T", [table])).active.column_dimensions.values()
    ]

    assert widths == [13, 21, 14, WIDEST_COLUMN + 1]


@pytest.mark.parametrize("text", HOSTILE_STRINGS)
def test_hostile_texts_stay_texts(text: str) -> None:
    """A text that looks like a formula is quoted, and one that looks like an escape is read as it was."""
    sheet = read_book(write_workbook(text, [Table("t", text, (Column(text),), ((text,),))])).active
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
    sheet = read_book(
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
    latin, arabic = (read_book(write_workbook("T", [table], lang=lang)).active for lang in ("en", "ar"))

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

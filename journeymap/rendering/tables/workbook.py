"""Tables as an Excel workbook, a sheet for each: the one door to XlsxWriter, which is an extra.

Text is written as text and numbers as numbers, so that nothing is ever calculated; a text that looks
like a formula is marked as quoted, so that it stays a text when somebody edits it. Spans of time are
durations, days are dates and values in percent are percentages as Excel knows them, to be read, sorted
and reckoned with. The file's date is fixed: the same tables give the same bytes.
"""

import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.links import safe_url
from journeymap.rendering.metrics import one_line, printable
from journeymap.rendering.tables.cells import Amount, Cell, Date, Score, Span, SpanUnit, tell_cell
from journeymap.rendering.tables.csv_text import is_formula
from journeymap.rendering.tables.sheet_texts import measure_column, name_sheets, shorten
from journeymap.rendering.tables.table import Table
from journeymap.rendering.templating import direction, marked, translate

CREATED: Final = datetime(2000, 1, 1)
DAY: Final = 86_400
"""Excel counts in days."""
CLOCK: Final = "[h]:mm:ss"
"""How a span of time is shown: hours beyond a day go on counting."""
CLOCK_UNIT: Final = "h:mm:ss"
CALENDAR: Final = "yyyy-mm-dd"
"""How a day is shown: the same wherever the workbook is opened."""

_A4 = 9
_WEB = re.compile(r"https?://[^\s/]\S{0,2000}", re.IGNORECASE)
_HEAD = {"bold": True, "bg_color": "#EEF1F4", "font_color": "#1F2933", "bottom": 1, "bottom_color": "#6B7A8C"}
_BODY = {"bottom": 1, "bottom_color": "#D9DEE4"}
_MANY = 5
"""From so many columns on, the one that names the rows stays in sight, too."""


class Cover(NamedTuple):
    """What the first sheet says of a workbook: what its tables are about, and facts about it by name."""

    about: str = ""
    facts: tuple[tuple[str, str], ...] = ()


def write_workbook(title: str, tables: Sequence[Table], *, lang: str = "en", cover: Cover = Cover()) -> bytes:  # noqa: B008 - frozen
    """Return tables as the bytes of an ``.xlsx`` file; several stand behind a sheet that lists them."""
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
    styles = _Styles(workbook)
    with_cover = len(tables) > 1
    first = [(translate(marked("Overview"), lang=lang), "overview")] if with_cover else []
    names = name_sheets([*first, *((table.title, table.name) for table in tables)])
    sheets = [_add_sheet(workbook, name, lang) for name in names]
    if with_cover:
        _write_cover(sheets.pop(0), styles, title, cover, list(zip(names[1:], tables, strict=True)))
    for sheet, table in zip(sheets, tables, strict=True):
        _write_table(sheet, styles, table)
    workbook.close()
    return output.getvalue()


class _Styles:
    """The formats of a workbook, each made once: every cell has one, and their order is that of use."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, **looks: Any) -> Any:
        """Return the format of some looks; text begins at the top of its cell and is wrapped."""
        key = tuple(sorted(looks.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format({"text_wrap": True, "valign": "top", **looks})
        return self._made[key]


def _add_sheet(workbook: Any, name: str, lang: str) -> Any:
    """Return a new sheet: on paper it is as wide as the page, and each page says which it is."""
    sheet = workbook.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")
    if direction(lang) == "rtl":
        sheet.right_to_left()
    return sheet


def _write_cover(
    sheet: Any, styles: _Styles, title: str, cover: Cover, tables: list[tuple[str, Table]]
) -> None:
    """Write the first sheet: what the workbook is about, and a way to each table."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 70)
    line = 0
    _write_text(sheet, line, 0, title, styles, bold=True, font_size=18, text_wrap=False)
    if cover.about:
        line += 1
        sheet.set_row(line, 15 * (2 + len(cover.about) // 100))
        sheet.merge_range(line, 0, line, 1, "", styles.of(font_color="#52606D"))
        _write_text(sheet, line, 0, cover.about, styles, font_color="#52606D")
    line += 2
    for name, fact in cover.facts:
        _write_text(sheet, line, 0, name, styles, bold=True, **_BODY)
        _write_text(sheet, line, 1, fact, styles, **_BODY)
        line += 1
    line += bool(cover.facts)
    for name, table in tables:
        place = name.replace("'", "''")
        look = styles.of(font_color="#0B5CAD", underline=1, **_BODY)
        # The writer escapes control characters in cells, but not in what is shown of a link.
        shown = shorten(one_line(table.title))
        sheet.write_url(line, 0, f"internal:'{place}'!A1", look, shown)
        headers = ", ".join(column.title for column in table.columns if column.title)
        _write_text(sheet, line, 1, headers, styles, **_BODY)
        line += 1


def _write_table(sheet: Any, styles: _Styles, table: Table) -> None:
    """Write a table: its header stays in sight and begins every page, and filters its rows."""
    sheet.freeze_panes(1, 1 if len(table.columns) >= _MANY else 0)
    sheet.repeat_rows(0)
    if table.rows and table.columns:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    for index, column in enumerate(table.columns):
        cells = [row[index] for row in table.rows]
        # Two characters more than the title: the button of the filter stands beside it.
        shown = [f"{column.title}  ", *(str(tell_cell(cell)) for cell in cells)]
        sheet.set_column(index, index, measure_column(shown))
        align = {"align": "right"} if column.numeric else {}
        _write_text(sheet, 0, index, column.title, styles, **_HEAD, **align)
        for line, cell in enumerate(cells, start=1):
            _write_cell(sheet, line, index, cell, styles, bold=index == 0)


def _write_cell(sheet: Any, line: int, index: int, cell: Cell, styles: _Styles, *, bold: bool) -> None:
    """Write a cell as what it is; Excel has no span below nothing and no day before 1900, these are words."""
    looks = {**_BODY, "bold": True} if bold else _BODY
    if isinstance(cell, Span) and cell.seconds >= 0:
        sheet.write_number(line, index, cell.seconds / DAY, styles.of(**looks, num_format=CLOCK))
    elif isinstance(cell, Amount):
        number, form = _measure(cell)
        sheet.write_number(line, index, number, styles.of(**looks, num_format=form))
    elif isinstance(cell, Score):
        sheet.write_number(line, index, cell.score, styles.of(**looks, num_format=_signed(cell.score)))
    elif isinstance(cell, Date) and (day := _read_day(cell.iso)):
        sheet.write_datetime(line, index, day, styles.of(**looks, num_format=CALENDAR, align="left"))
    elif isinstance(told := CLOCK_UNIT if isinstance(cell, SpanUnit) else tell_cell(cell), str):
        _write_text(sheet, line, index, told, styles, **looks)
    else:
        sheet.write_number(line, index, told, styles.of(**looks))


def _write_text(sheet: Any, line: int, index: int, text: str, styles: _Styles, **looks: Any) -> None:
    """Write a text as it stands; one that is an address of the web and nothing else can be followed."""
    address = safe_url(text) if _WEB.fullmatch(text) else None
    if address:
        linked = styles.of(**looks, font_color="#0B5CAD", underline=1)
        sheet.write_url(line, index, address, linked, shorten(text))
    elif text:
        quoted = {"quote_prefix": True} if is_formula(text) else {}
        sheet.write_string(line, index, shorten(text), styles.of(**looks, **quoted))
    else:
        sheet.write_blank(line, index, None, styles.of(**looks))


def _measure(amount: Amount) -> tuple[float, str]:
    """Return the number of a value, and the form that shows its unit beside it."""
    if amount.unit == "%":
        decimals = len(f"{round(amount.number, 2):g}".partition(".")[2])
        return round(amount.number / 100, 8), f"0.{'0' * decimals}%" if decimals else "0%"
    unit = printable(amount.unit).replace('"', "″").replace("\\", "")[:40]
    return amount.number, f'General" {unit}"'


def _signed(score: float) -> str:
    """Return the form of a score: with its sign, and with decimals where it has some."""
    digits = "0" if float(score).is_integer() else "0.00"
    return f"+{digits};-{digits};0"


def _read_day(iso: str) -> date | None:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return day if day.year >= 1900 else None

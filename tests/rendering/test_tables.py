"""Tables: built from views, written as Markdown, CSV and spreadsheets."""

import csv
import io
import re
import sys
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from journeymap.model import (
    Action,
    Emotion,
    Insight,
    Journey,
    Kpi,
    Metric,
    Opportunity,
    Pain,
    Portfolio,
    Stage,
    Touchpoint,
    View,
    ViewColumn,
    Workspace,
)
from journeymap.rendering import FORMS, Request
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.tables.cells import Cell, strip_cell, tell_cell
from journeymap.rendering.tables.csv_text import FORMULA_STARTS, is_formula, write_csv, write_csv_blocks
from journeymap.rendering.tables.markdown_text import escape_markdown, write_markdown, write_markdown_page
from journeymap.rendering.tables.sheet_texts import LONGEST_NAME, LONGEST_TEXT
from journeymap.rendering.tables.table import TABLES, Column, Table, build_table, build_view, choose_tables
from journeymap.rendering.tables.workbook import write_workbook
from tests.model.samples import portfolio_of
from tests.rendering.reading_back import rearm_csv

FINDING = Touchpoint(
    "find", "Find", channels=("search", "web"), emotions=(Emotion(1, "curious"),), motivations=("Data",)
)
PAYING = Touchpoint(
    "pay",
    "Pay",
    channels=("web",),
    emotions=(Emotion(-2, persona="mira"), Emotion(1, "calm", persona="tomas")),
    pains=(Pain("Late cost", "late", severity="high", tags=("cost",)), Pain("Long form")),
    kpis=(Kpi("csat", "csat", 3.1, 4.2), Kpi("conversion", "conversion", 62, 70, actual=64.5)),
    personas=("mira",),
    tags=("shop",),
)
JOURNEY = Journey(
    "purchase",
    "First purchase",
    (
        Stage("awareness", "Awareness", phase="awareness", focus="Be seen", touchpoints=(FINDING,)),
        Stage("decision", "Decision", phase="decision", touchpoints=(PAYING,), tags=("core",)),
        Stage("silence", "Silence"),
    ),
    status="published",
    personas=("mira", "tomas"),
    segments=("new",),
    opportunities=(
        Opportunity(
            "Early cost",
            "early",
            addresses=("late",),
            customer_value=5,
            business_value=4,
            actions=(Action("Total in basket", impact="Fewer surprises", tags=("quick",)), Action("Ask")),
            tags=("price",),
        ),
    ),
    insights=(Insight("Repeat buyers leave", data="Orders", action="Write"),),
)
METRICS = [Metric("csat", "Satisfaction"), Metric("conversion", "Conversion")]


def portfolio(*views: View) -> Portfolio:
    return portfolio_of(JOURNEY, workspace=Workspace(views=views), metrics=METRICS)


def cells(table: Table) -> list[list[Cell]]:
    """Return a table as its header and its rows."""
    return [[column.title for column in table.columns], *map(list, table.rows)]


def view(rows: Any, *fields: str, **where: Any) -> View:
    return View(
        "v", form="table", rows=rows, where=where, columns=tuple(ViewColumn(field) for field in fields)
    )


def rows_of(*arguments: Any, **where: Any) -> list[tuple[Cell, ...]]:
    return list(build_view(view(*arguments, **where), portfolio(), JOURNEY).rows)


def test_the_stages_table() -> None:
    """Stages show their word and their focus; a stage without touchpoints has no word."""
    assert cells(build_table("stages", portfolio(), JOURNEY)) == [
        ["Stage", "Emotion", "Focus"],
        ["Awareness", "curious", "Be seen"],
        ["Decision", "very negative, calm", ""],
        ["Silence", "", ""],
    ]


def test_the_motivations_table() -> None:
    """Only stages with a motivation have a row; a phase nobody declared is its id."""
    assert cells(build_table("motivations", portfolio(), JOURNEY)) == [
        ["Phase", "Emotional state", "Key motivations"],
        ["awareness", "curious", "Data"],
    ]


def test_the_insights_and_actions_tables() -> None:
    """Insights and actions are listed as they are written, gaps included."""
    assert cells(build_table("insights", portfolio(), JOURNEY)) == [
        ["Data type", "Insight", "Action"],
        ["Orders", "Repeat buyers leave", "Write"],
    ]
    assert cells(build_table("actions", portfolio(), JOURNEY)) == [
        ["Strategy", "Impact", "Example"],
        ["Total in basket", "Fewer surprises", ""],
        ["Ask", "", ""],
    ]


def test_the_channels_table_has_a_column_per_channel_in_use() -> None:
    """Each channel that the journey uses is a column, in the order of first use."""
    assert cells(build_table("channels", portfolio(), JOURNEY)) == [
        ["Stage", "Search", "Web"],
        ["Awareness", "Find", "Find"],
        ["Decision", "", "Pay"],
        ["Silence", "", ""],
    ]


def test_the_touchpoints_table_has_a_row_per_kpi() -> None:
    """A touchpoint with two KPIs has two rows, one without has one; values are numbers."""
    early = "Late cost, Long form"

    assert cells(build_table("touchpoints", portfolio(), JOURNEY)) == [
        ["Touchpoint", "Channel", "Emotion", "Pains", "Opportunities", "KPI", "Baseline", "Target", "Actual"],
        ["Find", "Search, Web", "curious", "", "", "", "", "", ""],
        ["Pay", "Web", "very negative, calm", early, "Early cost", "Satisfaction", 3.1, 4.2, ""],
        ["Pay", "Web", "very negative, calm", early, "Early cost", "Conversion", 62, 70, 64.5],
    ]


def test_columns_of_numbers_are_known() -> None:
    """A column is numeric when it has numbers and no text."""
    table = build_table("touchpoints", portfolio(), JOURNEY)

    assert [column.title for column in table.columns if column.numeric] == ["Baseline", "Target", "Actual"]


@pytest.mark.parametrize(
    ("arguments", "where", "count"),
    [
        (("touchpoints", "title"), {}, 2),
        (("touchpoints", "title"), {"tags": "shop"}, 1),
        (("touchpoints", "title"), {"tags": ["core", "none"]}, 1),
        (("touchpoints", "title"), {"has": ["pains", "emotion"]}, 1),
        (("touchpoints", "title"), {"has": ["kpi"]}, 2),
        (("touchpoints", "title"), {"channels": "search"}, 1),
        (("touchpoints", "title"), {"personas": "tomas"}, 1),
        (("touchpoints", "title"), {"personas": ["mira"]}, 2),
        (("touchpoints", "title"), {"segments": ["new"], "state": "current", "status": ["published"]}, 2),
        (("touchpoints", "title"), {"segments": ["old"]}, 0),
        (("touchpoints", "title"), {"phases": ["decision"]}, 1),
        (("stages", "title"), {"channels": ["search"]}, 1),
        (("stages", "title"), {"tags": []}, 0),
        (("pains", "text"), {"tags": "cost"}, 1),
        (("pains", "text"), {"personas": "mira"}, 2),
        (("opportunities", "title"), {"channels": "web", "tags": "price"}, 1),
        (("opportunities", "title"), {"phases": "decision"}, 0),
        (("actions", "text"), {"tags": "quick"}, 1),
        (("insights", "text"), {"personas": "mira"}, 1),
        (("kpis", "title"), {"phases": "decision"}, 2),
    ],
)
def test_where_picks_rows(arguments: Any, where: dict[str, Any], count: int) -> None:
    """A condition holds when one of its words is true of the row or of what the row belongs to."""
    assert len(rows_of(*arguments, **where)) == count


def test_a_kpi_condition_leaves_out_what_has_none() -> None:
    """Asking for a KPI gives a row for each of them, and none for a touchpoint without."""
    assert rows_of("touchpoints", "title", has="kpi") == [("Pay",), ("Pay",)]


@pytest.mark.parametrize(
    "rows", ["stages", "touchpoints", "pains", "opportunities", "actions", "insights", "kpis"]
)
def test_a_view_without_columns_has_sensible_ones(rows: Any) -> None:
    """Each kind of rows has columns of its own when a view names none."""
    table = build_view(View("v", form="table", rows=rows), portfolio(), JOURNEY)

    assert len(table.columns) >= 3
    assert table.rows


def test_headers_come_from_titles_or_paths() -> None:
    """A column without a title is called by its path in words."""
    built = build_view(
        view("touchpoints", "emotion.score", "kpi.baseline", "moment_of_truth"), portfolio(), JOURNEY
    )

    assert [column.title for column in built.columns] == ["Emotion score", "KPI baseline", "Moment of truth"]
    assert built.title == "V"


def test_numbers_are_rounded_and_whole_ones_are_whole() -> None:
    """A mean keeps four decimals, and one that is whole carries none; what is no number is text."""
    thirds = Touchpoint("t", "T", emotions=tuple(Emotion(score) for score in (1, 1, 0)))
    whole = Touchpoint("w", "W", emotions=(Emotion(2.0),))
    lost = Touchpoint("l", "L", emotions=(Emotion(float("inf")),))
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=(thirds, whole, lost)),))
    built = build_view(view("touchpoints", "emotion.score"), portfolio(), journey)

    assert [repr(strip_cell(row[0])) for row in built.rows] == ["0.6667", "2", "'inf'"]
    assert [tell_cell(row[0]) for row in built.rows] == ["+0.67", "+2", "inf"]


def test_an_unknown_field_is_explained() -> None:
    """The message names the view and the field, and the help what was meant and what there is."""
    with pytest.raises(
        RenderingError, match="view `v` shows `motivation`, which is no field of stages"
    ) as caught:
        rows_of("stages", "motivation")

    assert caught.value.help.startswith("did you mean `motivations`? fields of stages are `id`, `title`,")


def test_an_unknown_field_in_a_condition_is_explained() -> None:
    """A condition on a field that does not exist is an error, too."""
    with pytest.raises(RenderingError, match="`xyzzy`"):
        rows_of("stages", "title", has=["xyzzy"])


def test_an_unknown_table_is_explained() -> None:
    """The help lists the built-in tables and the views of the workspace."""
    with pytest.raises(RenderingError, match="no table `stage`") as caught:
        build_table("stage", portfolio(View("own", form="table")), JOURNEY)

    assert caught.value.help.startswith("did you mean `stages`? the tables are `stages`, `motivations`")
    assert caught.value.help.endswith("`own`")


def test_a_view_takes_the_place_of_a_built_in_table() -> None:
    """A workspace translates or reshapes a built-in table by declaring a view of its name."""
    own = View("stages", "Etapas", "table", "stages", columns=(ViewColumn("title", "Etapa"),))
    tables = choose_tables(portfolio(own), JOURNEY)

    assert cells(tables[0])[0] == ["Etapa"]
    assert [table.name for table in tables] == list(TABLES)


def test_all_tables_are_those_with_rows() -> None:
    """Without a name every table that says something comes out, the workspace's own last."""
    lonely = Journey("lonely", "Lonely", (Stage("s", "S"),))
    maps = View("board", form="map")
    own = View("own", form="table", rows="stages", columns=(ViewColumn("title"),))

    assert [table.name for table in choose_tables(portfolio(maps, own), lonely)] == [
        "stages",
        "own",
    ]
    assert [table.name for table in choose_tables(portfolio(maps), JOURNEY, "board")] == ["board"]


# Markdown

SMALL = Table(
    "t", "Small", (Column("Name"), Column("Value", numeric=True)), (("a", 1), ("b|c", -2.5), ("", ""))
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
TABLE_OF_TEXTS = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4)


def test_markdown_is_not_padded() -> None:
    """A cell takes the room it needs and numbers stand right, so that one change is one line."""
    assert write_markdown(SMALL) == "| Name | Value |\n| --- | ---: |\n| a | 1 |\n| b\\|c | -2.5 |\n|  |  |\n"


def test_a_markdown_page_has_headings() -> None:
    """Several tables stand below headings, a line apart."""
    page = write_markdown_page("A *page*", [SMALL, SMALL])

    assert page.startswith("# A \\*page\\*\n\n## Small\n\n| Name |")
    assert page.count("\n\n## Small\n\n") == 2


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a | b", "a \\| b"),
        ("back\\slash", "back\\\\slash"),
        ("two\nlines", "two lines"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("Q&amp;A", "Q&amp;amp;A"),
        ("![x](y)", "!\\[x\\](y)"),
        ("`code` *b* _i_ ~s~ $m$ {t}", "\\`code\\` \\*b\\* \\_i\\_ \\~s\\~ \\$m\\$ \\{t\\}"),
        ("@everyone, #12 and GH-7", "@\u200beveryone, #\u200b12 and GH\u200b-7"),
        ("me@example.com costs 3 # or @", "me@\u200bexample.com costs 3 # or @"),
        ("bell\x07", "bell\ufffd"),
        ("  edges  ", "edges"),
    ],
)
def test_markdown_escapes(text: str, escaped: str) -> None:
    """Nothing that a text says is a mark, a tag, a link or a mention."""
    assert escape_markdown(text) == escaped


@given(TABLE_OF_TEXTS)
def test_markdown_shows_every_text_as_it_stands(rows: list[tuple[str, str]]) -> None:
    """A Markdown reader finds one table, with plain text and nothing else in its cells."""
    table = Table("t", "T", (Column("Left"), Column("Right")), tuple(rows))
    tokens = (
        MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .parse(write_markdown(table))
    )
    inlines = [token for token in tokens if token.type == "inline"]

    assert [token.type for token in tokens].count("table_open") == 1
    assert len(inlines) == 2 + 2 * len(rows)
    for token, text in zip(inlines[2:], [cell for row in rows for cell in row], strict=True):
        children = token.children or []
        shown = "".join(child.content for child in children).replace("\u200b", "")
        assert {child.type for child in children} <= {"text", "text_special"}
        assert printable(shown) == printable(text)


def printable(text: str) -> str:
    """Return a text without what is white or invisible."""
    return "".join(c for c in text if c.isprintable() and not c.isspace() and c not in "\ufffd\ufeff\u200b")


# CSV


@pytest.mark.parametrize("start", sorted(FORMULA_STARTS - set("\t\r\n\0")))
@pytest.mark.parametrize("before", ["", " ", "\u00a0", "\ufeff", "\u200e", "\u3000 "])
def test_csv_disarms_formulas(start: str, before: str) -> None:
    """A text that a spreadsheet might calculate begins with an apostrophe, unless raw text is asked for."""
    text = f"{before}{start}1+2"
    table = Table("t", "T", (Column(text),), ((text,),))

    assert list(csv.reader(io.StringIO(write_csv(table)))) == [[f"'{text}"], [f"'{text}"]]
    assert list(csv.reader(io.StringIO(write_csv(table, raw=True)))) == [[text], [text]]


@pytest.mark.parametrize("text", ["\tcmd", "\rcmd", "\ncmd", "\0cmd"])
def test_control_characters_count_as_formulas(text: str) -> None:
    """A text that begins with a control character is disarmed, too."""
    assert is_formula(text)


@pytest.mark.parametrize("text", ["low;=1+1", "low\t@SUM(1)", "a;+1;-2"])
def test_csv_disarms_formulas_behind_other_separators(text: str) -> None:
    """Where the decimal sign is a comma, a semicolon ends a cell, and no cell there is a formula either."""
    table = Table("t", "T", (Column(text),), ((text,),))
    found = list(csv.reader(io.StringIO(write_csv(table), newline="")))

    assert found[0] == found[1]
    assert not any(map(is_formula, re.split("[;\t]", found[1][0])))
    assert write_csv(table, raw=True).count(text) == 2


def test_csv_leaves_numbers_alone() -> None:
    """A negative number is a number, and the lines end as RFC 4180 asks."""
    assert write_csv(SMALL) == "Name,Value\r\na,1\r\nb|c,-2.5\r\n,\r\n"


@given(TABLE_OF_TEXTS)
def test_csv_gives_back_every_text(rows: list[tuple[str, str]]) -> None:
    """A CSV reader finds the texts again; what it finds never begins like a formula."""
    written = write_csv(Table("t", "T", (Column("Left"), Column("Right")), tuple(rows)))
    read = list(csv.reader(io.StringIO(written, newline="")))

    assert len(read) == 1 + len(rows)
    for texts, found in zip(rows, read[1:], strict=True):
        for text, cell in zip(texts, found, strict=True):
            assert rearm_csv(cell) == text or "'" in text
            assert not any(map(is_formula, re.split("[;\t]", cell)[:1]))
            assert not re.search(r"[;\t][=+\-@]", cell)


def test_csv_blocks_carry_names() -> None:
    """Several tables are blocks: a name, the table, an empty line."""
    blocks = write_csv_blocks([SMALL, SMALL._replace(name="u", rows=())])

    assert blocks == "t\r\nName,Value\r\na,1\r\nb|c,-2.5\r\n,\r\n\r\nu\r\nName,Value\r\n"


# Spreadsheets

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts_of(workbook: bytes) -> dict[str, ET.Element]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}


def test_a_workbook_holds_text_as_text_and_numbers_as_numbers() -> None:
    """No cell is a formula; numbers are numbers, and dangerous text is marked as quoted."""
    table = Table("t", "T", (Column("=A1"), Column("N")), (("=1+1", 2.5), ("see https://example.com", "")))
    parts = parts_of(write_workbook("Title", [table]))
    sheet = parts["xl/worksheets/sheet1.xml"]
    shared = ["".join(item.itertext()) for item in parts["xl/sharedStrings.xml"]]
    found = {}
    for cell in sheet.iter(f"{SHEET}c"):
        value = cell.find(f"{SHEET}v")
        if value is not None and value.text is not None:
            found[cell.get("r")] = shared[int(value.text)] if cell.get("t") == "s" else float(value.text)

    assert found == {"A1": "=A1", "B1": "N", "A2": "=1+1", "B2": 2.5, "A3": "see https://example.com"}
    assert not list(sheet.iter(f"{SHEET}f"))
    assert not list(sheet.iter(f"{SHEET}hyperlink"))
    assert any(style.get("quotePrefix") == "1" for style in parts["xl/styles.xml"].iter(f"{SHEET}xf"))


def test_sheet_names_are_legal_and_different() -> None:
    """Names are cut, cleaned and numbered, and the one that Excel keeps for itself is avoided."""
    titles = ["What *we* do: [a/b]", "x" * 40, "X" * 50, "History", "'", "' '"]
    tables = [Table(f"name-{number}", title, (Column("C"),), ()) for number, title in enumerate(titles)]
    workbook = parts_of(write_workbook("T", tables))["xl/workbook.xml"]
    names = [sheet.get("name") or "" for sheet in workbook.iter(f"{SHEET}sheet")]

    assert names[0] == "Overview"
    assert names[2:5] == ["x" * LONGEST_NAME, "X" * (LONGEST_NAME - 2) + " 2", "History 2"]
    assert names[5:] == ["name-4", "name-5"]
    assert all(len(name) <= LONGEST_NAME and not set(name) & set("[]:*?/\\") for name in names)


def test_long_texts_are_cut_to_what_a_cell_holds() -> None:
    """A cell ends with an ellipsis where Excel can hold no more."""
    table = Table("t", "T", (Column("C"),), (("a" * (LONGEST_TEXT + 1),),))
    shared = parts_of(write_workbook("T", [table]))["xl/sharedStrings.xml"]

    assert sorted(len("".join(item.itertext())) for item in shared) == [1, LONGEST_TEXT]


def test_the_same_tables_give_the_same_bytes() -> None:
    """A workbook carries no date of its making."""
    assert write_workbook("T", [SMALL]) == write_workbook("T", [SMALL])
    created = parts_of(write_workbook("T", [SMALL]))["docProps/core.xml"]
    assert "2000-01-01T00:00:00Z" in list(created.itertext())


def test_without_xlsxwriter_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed the extra is told how to."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    with pytest.raises(RenderingError, match="needs XlsxWriter") as caught:
        write_workbook("T", [SMALL])

    assert "journeymap[export]" in caught.value.help


# Renderers


def render(format: str, **options: Any) -> bytes:
    return FORMS["table"][format](Request(portfolio(), JOURNEY, **options)).content


def test_renderers_write_one_table_alone_or_all_together() -> None:
    """A named table stands alone; without a name all tables come, told apart as the format can."""
    assert render("md", table="stages").startswith(b"| Stage | Emotion | Focus |\n")
    assert render("md").startswith(b"# First purchase\n\n## Stages, emotions and focus\n\n| Stage |")
    assert render("csv", view="stages").startswith(b"Stage,Emotion,Focus\r\n")
    assert render("csv").startswith(b"stages\r\nStage,Emotion,Focus\r\n")
    sheets = parts_of(render("xlsx"))["xl/workbook.xml"]
    assert len(list(sheets.iter(f"{SHEET}sheet"))) == len(TABLES) + 1  # the first says what this is
    assert len(list(parts_of(render("xlsx", table="stages"))["xl/workbook.xml"].iter(f"{SHEET}sheet"))) == 1


def test_csv_renderer_can_be_raw() -> None:
    """The raw option reaches the writer."""
    armed = JOURNEY._replace(insights=(Insight("=1+1"),))
    request = Request(portfolio(), armed, table="insights")

    assert b"'=1+1" in FORMS["table"]["csv"](request).content
    assert b"'=1+1" not in FORMS["table"]["csv"](request._replace(raw=True)).content


def test_a_journey_without_channels_has_no_table_of_channels() -> None:
    """A table of which only the titles are left says nothing, and is there when asked for by name."""
    silent = JOURNEY._replace(
        stages=tuple(
            stage._replace(touchpoints=tuple(one._replace(channels=()) for one in stage.touchpoints))
            for stage in JOURNEY.stages
        )
    )

    assert "channels" in [table.name for table in choose_tables(portfolio(), JOURNEY)]
    assert "channels" not in [table.name for table in choose_tables(portfolio(), silent)]
    assert [column.title for column in choose_tables(portfolio(), silent, "channels")[0].columns] == ["Stage"]

"""The page of a journey's tables, and how the journey's own page leads there."""

import re
from functools import cache

from journeymap.artifacts import ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model import Journey
from journeymap.rendering.tables.cells import Date, Span, Told
from journeymap.rendering.tables.table import Column, Table
from journeymap.site import build_site, single_page
from journeymap.site.addresses import Atlas
from journeymap.site.desk import Desk
from journeymap.site.frames import lay_page
from journeymap.site.journey.tables import TABLES, lay_tables, name_tables, show_tables, title_tables
from tests.site.samples import make_journey, make_portfolio

TABLE = Table(
    "worth",
    "What it is <worth>",
    (Column("Name"), Column("Nobody knows"), Column("Sum", numeric=True)),
    (("Shoes & more", "", 12500.5), ("", "", 3)),
)
"""A table with a column that nobody filled in and a row without a name."""


@cache
def site() -> ArtifactSet:
    """Return the site of the sample."""
    return build_site(Compilation(make_portfolio(), (), {}))


def read(path: str) -> str:
    """Return a page of it."""
    return site()[path].content.decode()


def desk_for(lang: str = "en") -> Desk:
    """Return the desk at which the page of the tables is laid."""
    return Desk(make_portfolio(), Atlas(), f"journeys/first-purchase/{TABLES}", lang)


def test_the_page_of_a_journey_leads_to_each_of_its_tables() -> None:
    """It names them and shows none; every name leads to the table on the page of the tables."""
    journey, tables = read("journeys/first-purchase/index.html"), read(f"journeys/first-purchase/{TABLES}")
    named = re.findall(r'<li><a href="tables/index\.html#(section_[^"]+)"', journey)

    assert len(named) > 3
    assert re.findall(r'<section class="section" id="(section_[^"]+)"', tables) == named
    assert '<figure class="data">' not in journey.partition('id="section_tables"')[2]


def test_the_page_of_tables_leads_back() -> None:
    """Its trail goes over the journey, it is told apart from that by its title, and files lie beside."""
    text = read(f"journeys/first-purchase/{TABLES}")
    trail = text.partition('<nav class="trail"')[2].partition("</nav>")[0]

    assert re.findall(r'href="([^"]+)"', trail) == [
        "../../../index.html",
        "../../index.html",
        "../index.html",
    ]
    assert "<title>" in text
    assert re.search(r"<h1[^>]*>[^<]+: tables</h1>", text)
    assert 'href="../touchpoints.csv"' in text
    assert 'href="../touchpoints.md"' in text


def test_a_journey_without_tables_has_no_page_for_them() -> None:
    """Nothing is announced that is not there."""
    empty = build_site(Compilation(make_portfolio(Journey("bare", "Bare")), (), {}))

    assert f"journeys/bare/{TABLES}" not in empty.paths
    assert "section_tables" not in empty["journeys/bare/index.html"].content.decode()


def test_a_lone_page_holds_its_tables() -> None:
    """It has no neighbours, so that every table stands in it and no file is named."""
    text = single_page(Compilation(make_portfolio(), (), {}), make_journey())
    held = text.partition('id="section_tables"')[2]

    assert held.count('<figure class="data">') > 3
    assert TABLES not in text
    assert ".csv" not in held


def test_what_nobody_filled_in_is_left_out() -> None:
    """A column without an entry leaves both pages; the first one stays, whatever is in it."""
    (shown,) = show_tables(desk_for(), (TABLE,))
    desk = desk_for()
    page = lay_page(desk, title_tables(desk, make_journey()), "")
    (grid,) = lay_tables(desk, make_journey(), (TABLE,), page).grids

    assert [column.title for column in shown.table.columns] == ["Name", "Sum"]
    assert shown.table.rows == (("Shoes & more", "12500.5"), ("", "3"))
    assert [column.title for column in grid.columns] == ["Name", "Sum"]
    assert [column.kind for column in grid.columns] == ["text", "number"]


def test_cells_are_told_and_sorted_by_what_they_are() -> None:
    """A number is written as readers of the language do, sorts by its value, and texts are no markup."""
    desk = desk_for("de")
    page = lay_page(desk, title_tables(desk, make_journey()), "")
    (grid,) = lay_tables(desk, make_journey(), (TABLE,), page).grids
    (name, worth), (nobody, _) = (row.cells for row in grid.rows)

    assert name.items[0].text.text == "Shoes &amp; more"
    assert (worth.items[0].text.text, worth.sort) == ("12500,5", "12500.5")
    assert nobody.items == ()
    assert grid.rows[0].words == "shoes & more 12500,5"
    assert name_tables((TABLE,))[0].url == "tables/index.html#section_worth"


def test_spans_and_days_sort_by_what_they_measure() -> None:
    """Three hours come before two days whatever their words begin with, and so do days of the calendar."""
    columns = (Column("Name"), Column("Wait", numeric=True), Column("Due"))
    rows = (("a", Span(10_800, "3 hours"), Date("2026-12-31", "31 December 2026")), ("b", "", Told("x", "y")))
    desk = desk_for()
    page = lay_page(desk, title_tables(desk, make_journey()), "")
    (grid,) = lay_tables(desk, make_journey(), (Table("t", "T", columns, rows),), page).grids

    assert [[cell.sort for cell in row.cells] for row in grid.rows] == [
        ["", "10800", "2026-12-31"],
        ["", "", ""],
    ]


def test_words_that_are_more_or_less_sort_by_rank() -> None:
    """Low comes before medium and high in any language, though its word may not."""
    words = (("low", "Niedrig"), ("medium", "Mittel"), ("high", "Hoch"), ("other", "Sonst"))
    rows = tuple((plain, Told(plain, word)) for plain, word in words)
    desk = desk_for("de")
    page = lay_page(desk, title_tables(desk, make_journey()), "")
    table = Table("t", "T", (Column("Name"), Column("Schwere")), rows)
    (grid,) = lay_tables(desk, make_journey(), (table,), page).grids

    assert [row.cells[1].sort for row in grid.rows] == ["1", "2", "3", ""]

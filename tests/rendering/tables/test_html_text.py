"""Tables as a page: semantic, escaped, complete, and nothing in it can run."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.rendering import FORMS, Request
from journeymap.rendering.policies import embedded_policy
from journeymap.rendering.tables.cells import Cell
from journeymap.rendering.tables.html_text import write_html
from journeymap.rendering.tables.table import Column, Table, choose_tables
from journeymap.themes.branding import OwnColours, OwnTheme
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.samples import SAMPLES

SMALL = Table(
    "t",
    "Small",
    (Column("Name"), Column("Value", numeric=True), Column("")),
    (("a", 1.5, "x"), ("", -2, "two\nlines")),
)


class Page(HTMLParser):
    """Gathers cells by their element, and the attributes of all elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.cells: list[tuple[str, str, str]] = []
        self.tags: list[str] = []
        self.found: dict[str, dict[str, str | None]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        self.found[tag] = dict(attrs)
        if tag in {"td", "th", "caption", "h1"}:
            self.cells.append((tag, dict(attrs).get("scope") or "", ""))

    def handle_data(self, data: str) -> None:
        """Add to the text of a cell."""
        if self.cells and data.strip():
            tag, scope, text = self.cells[-1]
            self.cells[-1] = (tag, scope, text + data)


def test_a_table_has_a_caption_and_headers() -> None:
    """Columns and rows have headers with a scope; an empty header is a plain cell."""
    page = Page(write_html("T", [SMALL], lang="pt-BR"))

    assert page.cells == [
        ("h1", "", "T"),
        ("caption", "", "Small"),
        *(("th", "col", "Name"), ("th", "col", "Value"), ("td", "", "")),
        *(("th", "row", "a"), ("td", "", "1,5"), ("td", "", "x")),
        *(("td", "", ""), ("td", "", "−2"), ("td", "", "two\nlines")),
    ]


def test_the_page_runs_and_loads_nothing() -> None:
    """The policy allows the page's own style and nothing else; there is no script and no address."""
    text = write_html("T", [SMALL], lang="en")
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)
    assert style

    page = Page(text)
    assert f'content="{embedded_policy(style[1]).replace(chr(39), "&#39;")}"' in text
    assert "script-src" not in text
    assert not {"script", "link", "img", "a", "iframe"} & set(page.tags)
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_the_page_is_in_its_language() -> None:
    """An Arabic page runs from right to left."""
    sample = SAMPLES["arabic"]()
    text = FORMS["table"]["html"](Request(sample.portfolio, sample.journey)).content.decode()

    assert '<html lang="ar" dir="rtl">' in text
    assert '<html lang="en" dir="ltr">' in write_html("T", [], lang="en")


def test_the_page_has_the_colours_of_the_workspace() -> None:
    """What the workspace changes about its looks is the page's, too, in the appearance it is written for."""
    plain = write_html("T", [], lang="en")
    own = write_html("T", [], lang="en", theme=OwnTheme(light=OwnColours(accent="#123456")))

    assert "--accent: #123456" not in plain
    assert own.index("--accent: #123456") < own.index("prefers-color-scheme: dark")


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_cell_of_every_table_is_on_the_page(name: str) -> None:
    """The cells of the page are those of the tables, in order."""
    sample = SAMPLES[name]()
    tables = choose_tables(sample.portfolio, sample.journey)
    page = Page(FORMS["table"]["html"](Request(sample.portfolio, sample.journey)).content.decode())
    expected: list[Cell] = [sample.journey.title]
    for table in tables:
        expected += [table.title, *(column.title for column in table.columns)]
        expected += [cell for row in table.rows for cell in row]

    assert len(page.cells) == len(expected)
    texts = zip(page.cells, expected, strict=True)
    assert all(shown == cell for (_, _, shown), cell in texts if isinstance(cell, str))


@pytest.mark.parametrize("text", HOSTILE_STRINGS)
def test_hostile_texts_are_shown_and_do_nothing(text: str) -> None:
    """A text in a title, a header or a cell is read back as it was; the page has no element more."""
    tame = Page(write_html("x", [Table("t", "x", (Column("x"),), (("x",),))], lang="en"))
    page = Page(write_html(text, [Table("t", text, (Column(text),), ((text,),))], lang="en"))

    assert page.tags == tame.tags
    assert page.found["html"] == tame.found["html"]
    for _, _, shown in page.cells:
        assert bare(shown) == bare(text)


@given(st.text(max_size=80))
def test_any_text_is_read_back(text: str) -> None:
    """Whatever a cell holds, the page says the same, but for blanks and what no page can hold."""
    page = Page(write_html("T", [Table("t", "T", (Column("C"), Column("D")), (("a", text),))], lang="en"))

    assert bare(page.cells[-1][2]) == bare(text)


def bare(text: str) -> str:
    """Return a text without blanks and without what is replaced."""
    return "".join(c for c in text if c.isprintable() and not c.isspace() and c != "\ufffd")

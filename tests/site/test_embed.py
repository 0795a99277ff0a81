"""The page of a journey for a frame: only the map, and every link leads out of the frame to what exists."""

import re

import pytest

from journeymap.compiling import Compilation
from journeymap.rendering.templating import Html
from journeymap.site import build_site
from journeymap.site.journey import embed
from journeymap.site.pieces import Link
from tests.site.samples import make_journey, make_portfolio


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Build the sample site and return the pages of its journey."""
    site = build_site(Compilation(make_portfolio(), (), {}))
    folder = f"journeys/{make_journey().id}"
    return {
        name: next(each.content for each in site if each.path == f"{folder}/{name}").decode()
        for name in ("index.html", "embed.html")
    }


def test_the_frame_holds_the_map_and_nothing_of_the_site(pages: dict[str, str]) -> None:
    """The title, the table and the legend are there; navigation, search and foot are not."""
    html = pages["embed.html"]
    assert html.count("<table") == 1
    assert f">{make_journey().title}</h1>" in html
    assert 'class="frame-foot legend"' in html
    for chrome in ("<nav", 'class="bar"', 'class="foot"', "<dialog", 'class="tools"'):
        assert chrome not in html, chrome


def test_the_map_is_that_of_the_journeys_page(pages: dict[str, str]) -> None:
    """Both tables hold the same texts."""
    embedded, whole = (read_table(pages[name]) for name in ("embed.html", "index.html"))
    assert embedded == whole
    assert len(embedded) > 20


def test_every_link_leads_out(pages: dict[str, str]) -> None:
    """No link stays in the frame but the one to its own content, and all open in a window of their own."""
    html = pages["embed.html"]
    assert '<base target="_blank">' in html
    inside = re.findall(r'<a[^>]* href="(#[^"]*)"[^>]*>', html)
    assert inside == ["#content_"]
    assert 'href="#content_" target="_self"' in html
    assert re.search(r'href="index\.html#[\w-]+"', html)


def test_search_engines_are_sent_to_the_journeys_page(pages: dict[str, str]) -> None:
    """The map in a frame is no page of its own."""
    assert '<meta name="robots" content="noindex">' in pages["embed.html"]
    assert "noindex" not in pages["index.html"]


def test_links_in_markup_lead_out_too() -> None:
    """A link that stands inside of prose is led out like any other; all else stays as it is."""
    value = (Link("a", "#b"), Link("c", "../d.html"), Html('<a href="#e">f</a>'), "#g", 3)
    assert embed._lead_out(value) == (
        Link("a", "index.html#b"),
        Link("c", "../d.html"),
        Html('<a href="index.html#e">f</a>'),
        "#g",
        3,
    )


def read_table(html: str) -> list[str]:
    """Return the texts of the first map of a page in order."""
    table = re.search(r'<table class="map.*?</table>', html, re.DOTALL)
    assert table is not None
    return [text for text in re.split(r"<[^>]+>|\s{2,}", table[0]) if text.strip()]

"""The ways through the site: where a page stands, what leads on, and what tables offer to whoever looks."""

from functools import cache

from journeymap.artifacts import ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model import Journey, Portfolio
from journeymap.site import build_site, single_page
from journeymap.site.frames import lay_page
from tests.site.entities.planning import make_plan
from tests.site.samples import make_journey, make_portfolio


@cache
def site() -> ArtifactSet:
    """Return the site of the sample workspace."""
    return build_site(Compilation(make_portfolio(), (), {}))


def page(path: str) -> str:
    """Return the text of a page."""
    return site()[path].content.decode()


def trail(path: str, portfolio: Portfolio | None = None) -> list[tuple[str, str]]:
    """Return the way to a page, as its frame has it."""
    return [(link.text, link.url) for link in lay_page(make_plan(portfolio).desk(path), "Here", "").trail]


def test_every_page_says_where_it_stands() -> None:
    """The way leads from the overview over the list to the page itself, which is no link."""
    assert trail("systems/payment-gateway/index.html") == [
        ("Overview", "../../index.html"),
        ("Systems", "../index.html"),
        ("Here", ""),
    ]
    assert trail("systems/index.html") == [("Overview", "../index.html"), ("Here", "")]
    assert trail("unknown/index.html") == [("Overview", "../index.html"), ("Here", "")]
    assert trail("index.html") == []


def test_the_way_of_what_has_no_list_is_a_text() -> None:
    """Where the page of a kind does not exist, its name stands there without a link."""
    bare = make_portfolio()._replace(journeys=(Journey("j", "J"),))

    assert trail("touchpoints/x/index.html", bare)[1] == ("Touchpoints", "")


def test_the_way_is_a_list_with_the_page_at_its_end() -> None:
    """The trail is a navigation of its own that says which page one is on."""
    text = page("teams/logistics/index.html")

    assert '<nav class="trail" aria-label="Where you are"><ol' in text
    assert '<a href="../index.html" dir="auto">Teams</a></li><li><span aria-current="page"' in text
    assert 'class="trail"' not in page("index.html")


def test_the_navigation_says_where_one_is() -> None:
    """The list one is on is the current page; on the page of one of its entries it is the current place."""
    assert '<a href="index.html" aria-current="page">Teams</a>' in page("teams/index.html")
    assert '<a href="../index.html" aria-current="true">Teams</a>' in page("teams/logistics/index.html")
    assert page("personas/index.html").count('aria-current="page">Personas</a>') == 2, "bar and menu"
    assert "aria-current=" not in page("index.html").partition("</header>")[0]


def test_the_menu_opens_without_a_script() -> None:
    """On a phone all ways are in one menu, which is an element that folds by itself."""
    header = page("index.html").partition("</header>")[0]

    assert '<details class="menu"><summary>' in header
    assert header.count(">Journeys</a>") == 2
    assert header.count(">Systems</a>") == 1


def test_a_page_that_travels_alone_has_no_ways() -> None:
    """Beside a lone page stands nothing, so that it leads nowhere."""
    text = single_page(Compilation(make_portfolio(), (), {}), make_journey())

    assert 'class="trail"' not in text
    assert 'class="entrances"' not in text


def test_tables_are_there_without_a_script() -> None:
    """A table is complete as it is; what sorts and filters it is told in data, in words of the page."""
    text = page("touchpoints/index.html")

    assert 'id="list_all" data-sortable>' in text
    assert 'data-filter="list_all" data-told="told_all"' in text
    assert '<th scope="col" data-kind="feeling">' in text
    assert 'data-words="' in text
    assert 'data-sort="-2"' in text


def test_a_short_table_needs_no_filter() -> None:
    """What is seen at a glance is not filtered, and one row is not sorted."""
    text = page("systems/index.html")

    assert "data-filter" not in text
    assert "data-sortable" not in text


def test_former_names_and_days_are_on_the_page() -> None:
    """An age is a date that the reader's clock turns into words, a review that may be late says so."""
    text = page("journeys/index.html")

    assert (
        '<time datetime="2026-10-01">1 October 2026</time> <span class="age" data-age="2026-10-01">' in text
    )
    assert 'data-stale="2026-10-01" data-every="90" hidden>' in text

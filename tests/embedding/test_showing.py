"""What stands in somebody else's page: a picture or a table, in the page's own light or dark, and a link."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from journeymap.embedding.problems import NotShown
from journeymap.embedding.shelf import Found, Shelf
from journeymap.embedding.showing import WHOLE_PAGE, choose_form, print_picture, show, tell_in_tables
from journeymap.embedding.wishes import FORMS, Wish
from journeymap.site.addresses import journey_path
from tests.embedding.projects import TITLES, make_project


@pytest.fixture
def found(tmp_path: Path) -> Found:
    """Return the journey of a small project."""
    return Shelf(make_project(tmp_path)).find(Wish(id="first"))


@pytest.mark.parametrize("form", ["map", "flow", "curve"])
def test_a_picture_holds_every_touchpoint(found: Found, form: str) -> None:
    """The map, the flow and the curve stand in the page as SVG with all titles."""
    html = show(found, Wish(id="first", form=form), name="1")
    assert html.count("<svg") == 1
    words = set(re.findall(r"\w+", unescape(re.sub("<style>.*?</style>|<[^>]+>", " ", html))))
    assert set(re.findall(r"\w+", " ".join(TITLES))) <= words


@pytest.mark.parametrize("form", FORMS)
def test_markup_is_whole_and_ids_are_told_apart(found: Found, form: str) -> None:
    """Every element is closed, and two of the same picture on one page share no id."""
    first, second = (show(found, Wish(id="first", form=form), name=str(number)) for number in (1, 2))
    reader = Balanced()
    reader.feed(first + second)
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids)) > 0
    assert set(reader.named) <= set(reader.ids)


def test_a_picture_follows_the_page(found: Found) -> None:
    """Colours are light attributes; a style sheet for this picture alone follows the page's scheme."""
    html = show(found, Wish(id="first", form="curve"), name="1")
    style = re.search("<style>(.*?)</style>", html)
    assert style is not None
    scope = re.search(r'<svg[^>]* class="(journeymap-\w+)"', html)
    assert scope is not None
    rules = [rule for rule in style[1].split("}") if "light-dark(" in rule]
    assert rules
    assert all(rule.startswith(f".{scope[1]} .") for rule in rules)
    assert 'fill="#ffffff"' in html


def test_a_theme_may_be_fixed(found: Found) -> None:
    """Where a page is always dark, so is the picture."""
    dark = show(found, Wish(id="first", form="curve", theme="dark"), name="1")
    assert "<style>" not in dark
    assert 'fill="#ffffff"' not in dark


def test_the_link_leads_to_the_whole_journey(found: Found) -> None:
    """The address is that of the workspace's site, of the project's word, or of the author's own."""
    assert WHOLE_PAGE.format(id="first") == journey_path("first")
    wish = Wish(id="first", table="stages")
    assert 'href="https://example.com/maps/journeys/first/index.html"' in show(found, wish, name="1")
    assert 'href="../maps/journeys/first/index.html"' in show(found, wish, name="1", site="../maps/")
    assert 'href="a.html?b&amp;c"' in show(found, wish._replace(link="a.html?b&c"), name="1")
    assert "<figcaption>" not in show(found, wish._replace(link="javascript:alert(1)"), name="1")


def test_tables_are_those_of_the_journey(found: Found) -> None:
    """One table by name or view, all of them without; their texts are escaped."""
    one = show(found, Wish(id="first", table="touchpoints"), name="1")
    assert one.count("<table") == 1
    assert "Reads &amp; compares" in one
    assert "Too &lt;many&gt; shops" in one
    assert show(found, Wish(id="first", view="board"), name="1").count("<table") == 1
    every = show(found, Wish(id="first", form="table"), name="1", table_class="docutils")
    assert every.count('<table class="docutils">') > 1


def test_views_have_forms_of_their_own(found: Found) -> None:
    """A view of the workspace is shown as it says; the views of maps need no telling."""
    assert choose_form(found.portfolio, Wish(view="board")) == "table"
    assert choose_form(found.portfolio, Wish(view="curve")) == "curve"
    assert choose_form(found.portfolio, Wish(view="summary")) == "map"
    assert "<svg" in show(found, Wish(id="first", view="curve"), name="1")


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish(view="nothing"), "there is no view `nothing`"),
        (Wish(table="nothing"), "nothing"),
        (Wish(personas=("nobody",)), "`nobody` is no persona of `first`"),
        (Wish(form="flow", lanes=("feeling",)), "`lanes` means nothing for a flow; it is for a map"),
        (Wish(form="table", personas=("mira",)), "`personas` means nothing for a table"),
        (Wish(form="flow", view="summary"), "view `summary` means nothing for a flow"),
        (Wish(view="sad"), "view `sad` means nothing for a matrix"),
    ],
)
def test_what_cannot_be_shown_is_said(found: Found, wish: Wish, words: str) -> None:
    """No key is passed over in silence."""
    with pytest.raises(NotShown, match=re.escape(words)):
        show(found, wish._replace(id="first"), name="1")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_tables_that_say_the_same(found: Found, form: str) -> None:
    """Where there are no pictures a table stands, of what the form shows."""
    tables = tell_in_tables(found, Wish(id="first", form=form))
    assert tables
    assert all(table.columns for table in tables)


def test_a_journey_without_anything_to_tabulate_says_so(found: Found) -> None:
    """An empty table is no answer."""
    bare = found._replace(journey=found.journey._replace(stages=()))
    with pytest.raises(NotShown, match="`first` has nothing to put into tables"):
        show(bare, Wish(id="first", form="table"), name="1")


def test_a_picture_can_be_printed(found: Found) -> None:
    """On paper the same picture is one page of its own size."""
    assert print_picture(found, Wish(id="first", form="curve")).startswith(b"%PDF-")


def test_an_engine_that_fails_is_told(found: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    """When no flow can be laid out the page says why."""
    from journeymap.embedding import showing
    from journeymap.rendering.failures import LayoutFailed

    def fail(*_: object) -> None:
        raise LayoutFailed("the engine gave up")

    monkeypatch.setattr(showing, "DRAWERS", {"flow": fail})
    with pytest.raises(NotShown, match="the engine gave up"):
        show(found, Wish(id="first", form="flow"), name="1")


class Balanced(HTMLParser):
    """Reads markup, and keeps what is left open, the ids, and the ids that others name."""

    EMPTY = frozenset(("br", "img", "hr"))

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.named: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element as open."""
        if tag not in self.EMPTY:
            self.open.append(tag)
        self._note(attrs)

    def handle_startendtag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what an element without content says."""
        self._note(attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open."""
        assert self.open.pop() == tag

    def _note(self, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif name in ("aria-labelledby", "aria-describedby") and value:
                self.named.append(value)

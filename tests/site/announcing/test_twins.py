"""The same pages for machines: a text and data beside each, which say what the page says."""

import json
import os
import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from journeymap.artifacts import Artifact, ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model import Persona, Portfolio, Touchpoint
from journeymap.rendering.dates import Day
from journeymap.rendering.templating import Html, escape_html
from journeymap.resources import schema_path
from journeymap.site import build_site
from journeymap.site.addresses import Atlas
from journeymap.site.announcing.json_pages import write_json_page
from journeymap.site.announcing.markdown_pages import write_heading, write_markdown_page
from journeymap.site.announcing.outlines import Outline, read_outline
from journeymap.site.desk import Desk
from journeymap.site.grids import Cell, Column, Grid, GridRow
from journeymap.site.links import find_broken_links
from journeymap.site.pieces import Fact, Figure, Item, Link, Mood, Page, Person
from journeymap.site.plan import Plan
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.rewriting import rewrite
from tests.rendering.samples import SAMPLES, Sample
from tests.site.samples import make_journey, make_portfolio

LONG = os.environ.get("JOURNEYMAP_PROFILE") == "long"
READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def build(portfolio: Portfolio) -> ArtifactSet:
    """Return the site of a portfolio made by hand."""
    return build_site(Compilation(portfolio, (), {}))


@pytest.fixture(scope="module")
def site() -> ArtifactSet:
    """Build the site of the sample workspace."""
    return build(make_portfolio())


def texts(site: ArtifactSet) -> Iterator[tuple[str, str]]:
    """Yield the path and text of every Markdown twin."""
    for file in site:
        if file.path.endswith("index.md"):
            yield file.path, file.content.decode()


def test_pages_have_their_twins_beside_them(site: ArtifactSet) -> None:
    """Each page with something to say has it as Markdown and as data, and names both in its head and foot."""
    paths = set(site.paths)
    own = [path for path in site.paths if path.endswith("index.html")]
    twinned = [path for path in own if path.replace(".html", ".md") in paths]

    assert len(twinned) > 20
    assert not {"index.html", "journeys/first-purchase/index.html", "channels/web/index.html"} - set(twinned)
    for path in twinned:
        page = site[path].content.decode()
        data = {"index.html": "journeys.json"}.get(path, "index.json")
        if re.fullmatch(r"journeys/[^/]+/index\.html", path):
            data = "journey.json"
        assert '<link rel="alternate" type="text/markdown" href="index.md">' in page
        assert f'<link rel="alternate" type="application/json" href="{data}">' in page
        assert f'<a href="index.md">Markdown</a></li><li><a href="{data}">JSON</a>' in page


@pytest.mark.parametrize("path", ["404.html", "search/index.html"])
def test_pages_that_say_nothing_have_no_twins(site: ArtifactSet, path: str) -> None:
    """The page for lost readers and the one to search on promise no text that is not there."""
    assert "text/markdown" not in site[path].content.decode()


def test_a_journey_is_whole_in_markdown(site: ArtifactSet) -> None:
    """All that a journey says of itself stands in its text: stages, moments, and what they add up to."""
    text = site["journeys/first-purchase/index.md"].content.decode()
    journey = make_journey()

    assert text.startswith(f"# {journey.title}\n\n{journey.summary}\n\n")
    for stage in journey.stages:
        assert f"· {stage.title}" in text
    for touchpoint in journey.touchpoints():
        assert f" {touchpoint.title}\n" in text
        for words in said_at(touchpoint):
            assert words.replace("*honest*", "honest").split("*")[0] in text.replace("*honest*", "honest")
    items = [each.title for each in journey.opportunities]
    items += [*(each.title for each in journey.evidence), *(each.title for each in journey.exits)]
    for title in items:
        assert title in text
    for words in (
        journey.scenario,
        journey.goal,
        "Checkout conversion",
        "412",
        "1 October",
        "+0.",
        "−2",
    ):
        assert words in text


def said_at(touchpoint: Touchpoint) -> list[str]:
    """Return what is said at a touchpoint in people's own words."""
    pains, gains = [each.text for each in touchpoint.pains], [each.text for each in touchpoint.gains]
    return [*pains, *gains, *(each.text for each in touchpoint.thoughts)]


def test_a_table_has_no_column_that_says_nothing(site: ArtifactSet) -> None:
    """A column that nobody filled in is not there."""
    text = site["journeys/returns/index.md"].content.decode()

    assert "| Stage | Touchpoints |" in text
    assert "Phase" not in text


def test_data_keeps_its_published_form(site: ArtifactSet) -> None:
    """Every twin in JSON holds against its schema, and says what it is about and where that is used."""
    schema = json.loads(schema_path("page-output").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    found = [file for file in site if file.path.endswith("index.json")]

    assert len(found) > 15
    for file in found:
        Draft202012Validator(schema).validate(json.loads(file.content))
    team = json.loads(site["teams/checkout-team/index.json"].content)
    assert (team["kind"], team["id"]) == ("team", "checkout-team")
    assert team["entry"]["contact"] == "checkout@example.com"
    assert {"journey": "first-purchase", "field": "owner"} in team["used"]
    assert {"entry": "payment-gateway", "field": "owner"} in team["used"]


def test_no_twin_leads_nowhere(site: ArtifactSet) -> None:
    """The links of texts are checked like those of pages, but for what stands in code."""
    assert find_broken_links(site) == ()
    text = "[a](gone.md) \\[b\\](gone) [c](x.md)\n\n```\n[d](gone)\n```\n> ````\n> [e](gone)\n> ````\n"
    broken = find_broken_links([Artifact("a.md", text.encode()), Artifact("x.md", b"")])
    assert [link.address for link in broken] == ["gone.md"]


def test_hostile_texts_are_words_in_every_twin() -> None:
    """Sixty hostile texts in every field: no text has an element, a picture, or a link that runs."""
    portfolio, journey = SAMPLES["retailer"]()
    lanes = tuple(lane._replace(type="text") for lane in portfolio.workspace.lanes)
    tame = Sample(
        portfolio._replace(workspace=portfolio.workspace._replace(lanes=lanes, site_url="")), journey
    )
    for first in (0, 20, 40) if LONG else (0,):

        def write(mark: str, first: int = first) -> str:
            return f"{HOSTILE_STRINGS[(int(mark[1:-1]) + first) % 60]} {mark}"

        site = build(rewrite(tame, write).sample.portfolio)
        for path, text in texts(site):
            for token in READER.parse(text):
                for each in (token, *(token.children or ())):
                    assert each.type not in {"html_inline", "html_block", "image"}, (path, each.content)
                    if each.type == "link_open":
                        assert "javascript" not in str(each.attrGet("href")), path
            assert text.count("\n# ") == 0, path


class Row(NamedTuple):
    """A row that only one page has."""

    title: Link
    words: str
    state: str
    state_word: str
    mood: Mood | None
    due: tuple[Day, bool] | None
    people: tuple[Person, ...]
    note: Html


class Group(NamedTuple):
    """A part with rows."""

    metric: Link
    rows: tuple[Row, ...]


class NewContext(NamedTuple):
    """A page of a kind that nobody told the twins about."""

    page: Page
    lead: str
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...]
    tags: tuple[Link, ...]
    feeling: Mood
    signs: tuple[tuple[str, str, str], ...]
    states: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    groups: tuple[Group, ...]
    grid: Grid | None


def desk() -> Desk:
    """Return a desk at a page of the sample workspace."""
    return Desk(make_portfolio(), Atlas(), "new/index.html", "en")


def new_context() -> NewContext:
    """Return a page of that kind."""
    row = Row(
        Link("A row", "x.html"),
        "found by",
        "a",
        "In A",
        Mood("glad", "+1"),
        (Day("2026-11-22", "22 November 2026"), True),
        (Person("Ada", "A", 1, "ada.html"),),
        Html("a <b>note</b>"),
    )
    grid = Grid(
        "Grid",
        (Column("One"), Column("Two", "number")),
        (GridRow((Cell((Item(escape_html("a|b"), "y.html", by="Ada", detail="d"),)), Cell())),),
        intro="# What this is",
        more=Link("and 3 more", "all.csv"),
    )
    page = Page("new/index.html", "en", "ltr", "New", "", "", Link(""))
    return NewContext(
        page,
        "What it is.",
        (Figure("things", "3", (Link("two of them"), Link("large"))),),
        (Fact("Kind", (Item(escape_html("new")),)), Fact("Kind", (Item(escape_html("shiny")),))),
        (Link("t1", "t1.html"), Link("")),
        Mood("calm"),
        (("icon", "A face", "a feeling"),),
        (("current", "Current state"),),
        (row, row._replace(title=Link("Another"), mood=None)),
        (Group(Link("Group"), (row,)),),
        grid,
    )


NEW = """\
# New

What it is.

- **things:** 3 (two of them · large)
- **Kind:**
  - new
  - shiny
- **Tags:** [t1](t1.html)
- **Feeling:** calm
- **A face:** a feeling

| Title | State | Mood | Due | People | Note |
| --- | --- | --- | --- | --- | --- |
| [A row](x.html) | In A | glad +1 | 22 November 2026 | [Ada](ada.html) | a **note** |
| Another | In A |  | 22 November 2026 | [Ada](ada.html) | a **note** |

## Grid

\\# What this is

| One | Two |
| --- | ---: |
| Ada: [a\\|b](y.html) (d) |  |

[and 3 more](all.csv)

## Group

| Title | State | Mood | Due | People | Note |
| --- | --- | --- | --- | --- | --- |
| [A row](x.html) | In A | glad +1 | 22 November 2026 | [Ada](ada.html) | a **note** |
"""


def test_a_new_kind_of_page_has_its_text_at_once() -> None:
    """What a page shows is read off its values, so that nobody has to write a text for a new kind."""
    assert write_markdown_page(read_outline(desk(), new_context())) == NEW


def test_a_new_kind_of_page_has_its_data_at_once() -> None:
    """Facts and tables of an unknown kind of page are data, days and feelings among them."""
    portfolio = make_portfolio()
    plan = Plan(portfolio, Atlas(), {})
    data = json.loads(write_json_page(plan, "new/index.html", read_outline(desk(), new_context()), None))

    assert "kind" not in data
    page, group = data["parts"]
    assert page["text"] == ["What it is."]
    assert page["facts"][0] == {"label": "things", "values": [{"text": "3", "detail": "two of them · large"}]}
    assert page["tables"][0]["rows"][0][2:4] == [
        [{"text": "glad +1"}],
        [{"text": "22 November 2026", "day": "2026-11-22"}],
    ]
    assert group["title"] == "Group"


def test_a_heading_says_all_that_it_says() -> None:
    """A title that ends like a heading keeps its end, and no heading is deeper than there are levels."""
    (token,) = (each for each in READER.parse(write_heading("In C #", 9)) if each.type == "inline")

    assert token.content.rstrip("\N{ZERO WIDTH SPACE}") == "In C #"
    assert write_heading("x", 9) == "###### x"
    assert Outline("only a title").is_empty


def test_a_persona_of_a_journey_is_told_in_its_text() -> None:
    """Who has no page of its own is told where it belongs."""
    local = Persona("jon", "Jon, back again", role="Former member", goals=("To run again",))
    journey = make_journey()._replace(personas=("jon",), local_personas=(local,), id="own")
    text = build(make_portfolio(journey))["journeys/own/index.md"].content.decode()

    assert "## Jon, back again\n" in text
    assert "- **Goals:** To run again" in text

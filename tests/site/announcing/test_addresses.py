"""What was renamed is still found, what is published says where, and programs are told of all of it."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from journeymap.artifacts import ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model import Channel, Deprecation, Portfolio, Term, Workspace
from journeymap.resources import schema_path
from journeymap.site import build_site
from journeymap.site.announcing.addresses import Base, find_base
from journeymap.site.announcing.crawlers import MOST, Listed, write_sitemap
from journeymap.site.announcing.entries import beside, find_subject, is_own_page
from tests.site.samples import make_journey, make_portfolio

HOME = "https://maps.example/journeys/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def aliased() -> Portfolio:
    """Return the sample workspace in which much was renamed, some of it to names that are taken."""
    portfolio = make_portfolio()
    library = portfolio.library
    former = {
        "first-purchase": ("purchase", "returns", "buying"),
        "first-purchase-2027": ("buying",),
    }
    return portfolio._replace(
        workspace=portfolio.workspace._replace(lang="pt-BR"),
        journeys=tuple(each._replace(aliases=former.get(each.id, ())) for each in portfolio.journeys),
        personas={id: each._replace(aliases=(f"old-{id}",)) for id, each in portfolio.personas.items()},
        library=library._replace(
            channels={
                **library.channels,
                "web": Channel("web", "Web", aliases=("website", "app"), deprecated=Deprecation()),
                "unused": Channel("unused", "Unused", aliases=("never",)),
            },
            terms={"basket": Term("basket", "Basket", "What is bought.", aliases=("shopping cart",))},
        ),
    )


def build(portfolio: Portfolio, site_url: str = "") -> ArtifactSet:
    """Return the site of a portfolio, published somewhere or nowhere."""
    workspace = portfolio.workspace._replace(site_url=site_url)
    return build_site(Compilation(portfolio._replace(workspace=workspace), (), {}))


@pytest.fixture(scope="module")
def moved() -> ArtifactSet:
    """Build the site of what was renamed."""
    return build(aliased())


@pytest.fixture(scope="module")
def published() -> ArtifactSet:
    """Build the site of what was renamed, published somewhere."""
    return build(aliased(), site_url=HOME.rstrip("/"))


def test_former_ids_lead_on(moved: ArtifactSet) -> None:
    """Each former id of a journey, a persona or a library entry has a page that leads to the new one."""
    for path, target in (
        ("journeys/purchase", "../first-purchase/index.html"),
        ("personas/old-gift-buyer", "../gift-buyer/index.html"),
        ("channels/website", "../web/index.html"),
    ):
        page = moved[f"{path}/index.html"].content.decode()
        assert f'<meta http-equiv="refresh" content="0; url={target}">' in page
        assert f'href="{target}"' in page
        assert f'data-target="{target}"' in page
        assert '<meta name="robots" content="noindex">' in page
        assert '<html lang="pt-BR"' in page
        assert "default-src &#39;none&#39;" in page
        assert 'rel="canonical"' not in page


def test_frames_on_the_pages_of_others_lead_on(moved: ArtifactSet, published: ArtifactSet) -> None:
    """The page for frames of a renamed journey is found at its old address too; the whole page counts."""
    page = moved["journeys/purchase/embed.html"].content.decode()
    assert '<meta http-equiv="refresh" content="0; url=../first-purchase/embed.html">' in page
    assert 'data-target="../first-purchase/embed.html"' in page
    assert "journeys/first-purchase/embed.html" in moved.paths
    assert "personas/old-gift-buyer/embed.html" not in moved.paths
    whole = f'<link rel="canonical" href="{HOME}journeys/first-purchase/index.html">'
    assert whole in published["journeys/purchase/embed.html"].content.decode()


def test_what_lives_is_never_led_away_from(moved: ArtifactSet) -> None:
    """An id that is taken stays with whom it belongs to, and the first claim to a former one holds."""
    assert 'http-equiv="refresh"' not in moved["journeys/returns/index.html"].content.decode()
    assert 'http-equiv="refresh"' not in moved["channels/app/index.html"].content.decode()
    assert "url=../first-purchase/index.html" in moved["journeys/buying/index.html"].content.decode()


def test_words_and_unseen_things_have_no_page_to_leave(moved: ArtifactSet) -> None:
    """The other words for a term are no addresses, and what has no page leads nowhere."""
    assert not [path for path in moved.paths if "shopping" in path or "never" in path]


def test_a_redirect_names_its_full_address(published: ArtifactSet) -> None:
    """Where the site has an address, a page that has moved says which one counts."""
    page = published["journeys/purchase/index.html"].content.decode()

    assert f'<link rel="canonical" href="{HOME}journeys/first-purchase/index.html">' in page


def test_nothing_is_absolute_where_nobody_said_where(moved: ArtifactSet) -> None:
    """Without an address there is no sitemap, no preview and no full address of ours in any page."""
    assert "sitemap.xml" not in moved.paths
    assert moved["robots.txt"].content == b"User-agent: *\nAllow: /\n"
    for file in moved:
        if file.path.endswith(".html"):
            page = file.content.decode()
            assert "canonical" not in page
            assert "og:" not in page
            assert not file.path.endswith("card.png")


def test_a_page_says_what_it_is_to_those_who_link_to_it(published: ArtifactSet) -> None:
    """Title, words and picture of a page stand in its head for previews; a list has no picture."""
    page = published["journeys/first-purchase/index.html"].content.decode()
    tags = dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="([^"]*)">', page))

    assert tags["og:title"] == make_journey().title
    assert tags["og:description"] == make_journey().summary
    assert tags["og:url"] == f"{HOME}journeys/first-purchase/index.html"
    assert tags["og:image"] == f"{HOME}journeys/first-purchase/card.png"
    assert tags["twitter:card"] == "summary_large_image"
    assert "journeys/first-purchase/card.png" in published.paths
    plain = published["channels/web/index.html"].content.decode()
    assert "og:image" not in plain
    assert 'content="summary"' in plain
    home = published["index.html"].content.decode()
    assert f'<link rel="canonical" href="{HOME}">' in home


def test_another_view_of_a_page_names_the_page(published: ArtifactSet) -> None:
    """A print or an excerpt of a journey is not a page of its own, and the page for lost readers is none."""
    views = [path for path in published.paths if path.endswith(".html") and not path.endswith("index.html")]
    assert "404.html" in views
    for path in views:
        page = published[path].content.decode()
        if 'http-equiv="refresh"' in page:
            continue  # the page at a former address names the one that it leads to
        if path == "404.html":
            assert 'rel="canonical"' not in page
        else:
            assert f'<link rel="canonical" href="{HOME}{beside(path, "index.html")}">' in page


def test_the_sitemap_names_all_pages_and_no_others(published: ArtifactSet) -> None:
    """Every page that stands for itself is in the sitemap once, with the day of its review if it has one."""
    root = ET.fromstring(published["sitemap.xml"].content)
    found = {
        str(url.findtext(f"{SPACE}loc")): url.findtext(f"{SPACE}lastmod") for url in root.iter(f"{SPACE}url")
    }
    pages = {
        path
        for path in published.paths
        if is_own_page(path) and 'http-equiv="refresh"' not in published[path].content.decode()
    }

    assert set(found) == {HOME if path == "index.html" else HOME + path for path in pages}
    assert found[f"{HOME}journeys/first-purchase/index.html"] == "2026-10-01"
    assert found[f"{HOME}journeys/returns/index.html"] is None
    assert b"\nSitemap: https://maps.example/journeys/sitemap.xml\n" in published["robots.txt"].content


def test_a_sitemap_is_well_formed_and_not_too_long() -> None:
    """Signs of the language that it is written in are escaped, and there are no more than it may name."""
    many = [Listed(f"a/{number}/index.html", "", "") for number in range(MOST + 1)]
    text = write_sitemap(Base("https://maps.example/?a=1&b='<>\"/"), many)

    root = ET.fromstring(text)
    assert len(root) == MOST
    assert str(root[0].findtext(f"{SPACE}loc")).startswith("https://maps.example/?a=1&b='<>\"/a/")


def test_programs_are_told_what_the_site_is(published: ArtifactSet) -> None:
    """``llms.txt`` says what it is and has a line for each journey and each list, led to as Markdown."""
    text = build(make_portfolio())["llms.txt"].content.decode()

    assert text.startswith(
        "# Online retailer journeys\n\n> Customer journeys, written as text: 3 journeys, 2 personas.\n"
    )
    line = "- [First purchase, from search to review](journeys/first-purchase/index.md): Current state"
    assert f"{line}, Published. A new visitor finds a product through search, buys it and reviews it." in text
    assert "- [Channels](channels/index.md): The ways in which customer and organisation meet." in text
    assert "personas/gift-buyer" not in text
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Online retailer journeys",
        "## Journeys",
        "## Lists",
    ]
    assert "llms.txt" in published.paths


def test_a_long_description_is_cut_where_it_is_listed() -> None:
    """A line for programs stays a line."""
    journey = make_journey()._replace(id="long", summary="word " * 100 + "\n# no heading")
    text = build(make_portfolio(journey))["llms.txt"].content.decode()
    (line,) = (each for each in text.splitlines() if "journeys/long/" in each)

    assert line.endswith("word…")
    assert len(line) < 320


def test_signs_in_a_description_stay_where_it_is_listed() -> None:
    """What an author kept from being markup, or wrote as code, is text: it is stripped of markup once."""
    journey = make_journey()._replace(id="signs", summary="Save `a*b*` and \\*two\\* stars")
    text = build(make_portfolio(journey))["llms.txt"].content.decode()
    (line,) = (each for each in text.splitlines() if "journeys/signs/" in each)

    assert line.endswith("Save a\\*b\\* and \\*two\\* stars")


def test_the_index_of_journeys_keeps_its_published_form(published: ArtifactSet) -> None:
    """``journeys.json`` holds against its schema and says of each journey where it is and how it feels."""
    schema = json.loads(schema_path("journeys-index").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    data = json.loads(published["journeys.json"].content)
    Draft202012Validator(schema).validate(data)

    journeys = {each["id"]: each for each in data["journeys"]}
    assert list(journeys) == ["first-purchase", "first-purchase-2027", "returns"]
    first = journeys["first-purchase"]
    assert (first["url"], first["mean"]) == ("journeys/first-purchase/index.html", 0.25)
    assert first["lowest"] == {"touchpoint": "checkout", "title": "Checkout page", "score": -2}
    assert first["counts"] == {"stages": 5, "touchpoints": 9, "pains": 3, "opportunities": 2}
    assert (first["owner"], first["reviewed"], first["lang"]) == ("checkout-team", "2026-10-01", "pt-BR")
    assert (
        journeys["returns"]["mean"] is journeys["returns"]["lowest"] is journeys["returns"]["owner"] is None
    )
    assert journeys["first-purchase-2027"]["extends"] == "first-purchase"
    for each in journeys.values():
        assert {each["url"], each["markdown"], each["data"]} <= set(published.paths)


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("", ""),
        ("https://maps.example", "https://maps.example/"),
        ("https://maps.example/a/", "https://maps.example/a/"),
        ("https://maps.example/a b\nDisallow: /", "https://maps.example/a%20bDisallow:%20/"),
        ("javascript:alert(1)", ""),
    ],
)
def test_the_address_of_a_site_is_one_line_with_a_slash(written: str, base: str) -> None:
    """Whatever somebody wrote for it, an address is safe to write down and others can be put behind it."""
    found = find_base(Workspace(site_url=written))

    assert found.url == base
    assert found.address("journeys/ä/index.html") == (
        f"{found.url}journeys/%C3%A4/index.html" if base else ""
    )


def test_what_a_page_is_about_is_read_off_its_path() -> None:
    """A page of an entry is about it, a tag is a word only, and lists are about nothing alone."""
    portfolio = make_portfolio()

    for path, kind in (
        ("journeys/returns/index.html", "journey"),
        ("personas/gift-buyer/index.html", "persona"),
        ("teams/logistics/index.html", "team"),
        ("kpis/csat/index.html", "metric"),
    ):
        subject = find_subject(portfolio, path)
        assert subject is not None
        assert (subject.kind, subject.entry.id) == (kind, path.split("/")[1])
    tag = find_subject(portfolio, "tags/web/index.html")
    assert tag is not None
    assert (tag.kind, tag.entry) == ("tag", None)
    for path in ("index.html", "kpis/index.html", "glossary/basket/index.html", "a/b/index.html"):
        assert find_subject(portfolio, path) is None

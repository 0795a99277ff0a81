"""The site as a whole: what it is made of, that every link arrives, and that nothing leaves it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from journeymap.artifacts import Artifact, ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model import Branch, Image, Journey, Pain, Persona, Portfolio, Stage, Touchpoint
from journeymap.rendering.policies import embedded_policy
from journeymap.site import BrokenLinks, Options, build_site, single_page
from journeymap.site.addresses import Atlas, point_to
from journeymap.site.assets import POLICY
from journeymap.site.links import BrokenLink, find_broken_links
from tests.site.samples import make_journey, make_portfolio

PIXEL = b"\x89PNG\r\n\x1a\n"


def compiled(portfolio: Portfolio) -> Compilation:
    """Return a compilation of a portfolio made by hand."""
    return Compilation(portfolio, (), {})


@pytest.fixture(scope="module")
def site() -> ArtifactSet:
    """Build the site of the sample workspace."""
    return build_site(compiled(make_portfolio()))


def page(site: ArtifactSet, path: str) -> str:
    """Return the text of a page."""
    return site[path].content.decode("utf-8")


def pages(site: ArtifactSet) -> list[str]:
    """Return the paths of all pages."""
    return [path for path in site.paths if path.endswith(".html")]


class Outline(HTMLParser):
    """The elements of a page: each start tag with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def of(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a kind."""
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_site_has_its_pages_diagrams_and_tables(site: ArtifactSet) -> None:
    """There is a front page, one page for each journey and persona, and each journey's files beside it."""
    journey = [
        path.removeprefix("journeys/first-purchase/") for path in site.paths if "first-purchase/" in path
    ]

    assert journey == [
        "actions.csv",
        "actions.md",
        "channels.csv",
        "channels.md",
        "embed.html",
        "flow.dot",
        "flow.mmd",
        "flow.svg",
        "index.html",
        "index.md",
        "insights.csv",
        "insights.md",
        "journey.json",
        "journey.mmd",
        "map.svg",
        "matrix.csv",
        "matrix.md",
        "matrix.svg",
        "motivations.csv",
        "motivations.md",
        "print.html",
        "stages.csv",
        "stages.md",
        "tables/index.html",
        "tables/index.json",
        "tables/index.md",
        "touchpoints.csv",
        "touchpoints.md",
    ]
    assert {
        "404.html",
        "index.html",
        "journeys/first-purchase-2027/index.html",
        "journeys/first-purchase/index.html",
        "journeys/returns/index.html",
        "personas/deal-hunter/index.html",
        "personas/gift-buyer/index.html",
        "teams/index.html",
        "teams/checkout-team/index.html",
    } <= set(pages(site))
    assert {"assets/style.css", "assets/script.js", "assets/icon.svg"} <= set(site.paths)


def test_the_same_workspace_makes_the_same_bytes(site: ArtifactSet) -> None:
    """Nothing of the clock, the machine or chance is in the site."""
    assert list(build_site(compiled(make_portfolio()))) == list(site)


@pytest.mark.parametrize(
    "path", ["index.html", "journeys/first-purchase/index.html", "personas/gift-buyer/index.html"]
)
def test_a_page_may_load_its_own_files_only(site: ArtifactSet, path: str) -> None:
    """The strict policy stands in every page, and nothing in the page would need a laxer one."""
    text = page(site, path)
    outline = Outline(text)

    policies = [meta["content"] for meta in outline.of("meta") if meta.get("http-equiv")]
    assert policies == [POLICY]
    assert not [attributes for _, attributes in outline.tags if "style" in attributes]
    assert not [name for _, attributes in outline.tags for name in attributes if name.startswith("on")]
    assert outline.of("style") == []
    names = ["assets/script.js", *(["assets/journey.js"] if path.startswith("journeys/") else [])]
    assert [script["src"] for script in outline.of("script")] == [point_to(name, page=path) for name in names]
    loaded = [link["href"] for link in outline.of("link")] + [image["src"] for image in outline.of("img")]
    assert all("//" not in address for address in loaded)


def test_every_link_is_relative_and_names_its_file(site: ArtifactSet) -> None:
    """Links work under any base path and from a disk: none starts at a root, none ends in a folder."""
    for path in pages(site):
        for link in Outline(page(site, path)).of("a"):
            address = link["href"]
            if re.match(r"https?://|mailto:|#", address):
                continue
            assert not address.startswith("/"), (path, address)
            assert re.search(r"\.(html|svg|dot|mmd|json|csv|md)(#|$)", address), (path, address)


def test_ids_are_unique(site: ArtifactSet) -> None:
    """No two elements of a page share an id, and every reference to an id arrives."""
    for path in pages(site):
        outline = Outline(page(site, path))
        ids = [attributes["id"] for _, attributes in outline.tags if "id" in attributes]
        assert len(ids) == len(set(ids)), path
        for _, attributes in outline.tags:
            for name in ("headers", "aria-labelledby", "for"):
                assert set(attributes.get(name, "").split()) <= set(ids), (path, attributes)


def test_every_cell_of_the_map_names_its_headers(site: ArtifactSet) -> None:
    """A cell says its lane, stage and touchpoint; every header of the map has an id."""
    text = page(site, "journeys/first-purchase/index.html")
    table = text[text.index('<table class="map ') : text.index("</table>")]
    outline = Outline(table)

    cells = [cell for cell in outline.of("td") if cell.get("class") != "corner"]
    assert len(cells) == 16 * 10
    for cell in cells:
        lane, stage, touchpoint = cell["headers"].split()
        assert (lane[:2], stage[:2], touchpoint[:2]) == ("l_", "s_", "c_")
    assert all("id" in header and "scope" in header for header in outline.of("th"))


def test_each_item_has_its_anchor(site: ArtifactSet) -> None:
    """Stages, touchpoints, pains, gains, opportunities, evidence and KPIs are addressed by their ids."""
    anchors = {a.get("id") for _, a in Outline(page(site, "journeys/first-purchase/index.html")).tags}

    assert anchors >= {
        "decision",
        "checkout",
        "late-delivery-cost",
        "real-advice",
        "show-delivery-cost-early",
        "early-cost",
        "churn-risk",
        "survey-2026-q3",
        "monthly-nps",
        "abandoned",
        "checkout__conversion",
        "decision__contacts",
        "first-purchase__delivery-time",
    }


def test_the_last_thing_before_the_site_is_the_link_check() -> None:
    """A link that leads nowhere stops the build, and says where it stands."""
    journey = Journey(
        "j",
        "J",
        summary="See [there](nowhere.html), [here](#nobody) and [it](#s).",
        stages=(Stage("s", "S"),),
    )
    portfolio = make_portfolio()._replace(journeys=(journey,))

    with pytest.raises(BrokenLinks) as caught:
        build_site(compiled(portfolio))

    page = "journeys/j/index.html"
    assert tuple(link for link in caught.value.links if link.page == page) == (
        BrokenLink(page, "nowhere.html", "leads to no file"),
        BrokenLink(page, "#nobody", "leads to no anchor"),
    )
    assert "`nowhere.html` leads to no file" in str(caught.value)


def test_links_are_checked_as_a_browser_reads_them() -> None:
    """Escapes are undone, folders are walked, other sites are none of our business."""
    files = [
        Artifact(
            "a/b.html",
            b'<a href="../c%20d.html#x&amp;y"></a> <a href="https://e.example/x"></a> <a href="?q">',
        ),
        Artifact(
            "c d.html",
            b'<p id="x&amp;y"> <img src="a/gone.png"> <a href="mailto:a@b"></a> <a href="a/b.html#">',
        ),
    ]

    assert find_broken_links(files) == (BrokenLink("c d.html", "a/gone.png", "leads to no file"),)


def test_pictures_are_taken_along() -> None:
    """Pictures of touchpoints and personas are copied under the name of their content, each once."""
    portfolio = with_pictures()
    asked: list[str] = []

    def read(src: str) -> bytes | None:
        asked.append(src)
        return None if "gone" in src else PIXEL

    site = build_site(compiled(portfolio), Options(read_picture=read))

    copied = [path for path in site.paths if path.startswith("assets/pictures/")]
    assert len(copied) == 1
    assert site[copied[0]].content == PIXEL
    images = [i for i in Outline(page(site, "journeys/j/index.html")).of("img") if i["src"] != "flow.svg"]
    assert [(image["src"], image["alt"]) for image in images] == [(f"../../{copied[0]}", "A")] * 2
    assert f'src="../../{copied[0]}"' in page(site, "personas/p/index.html")
    assert asked == ["images/a.png", "images/b.png", "images/gone.png"]


def test_without_a_reader_there_are_no_pictures() -> None:
    """Who gives no way to read pictures gets none, and no broken ones either."""
    site = build_site(compiled(with_pictures()))

    images = Outline(page(site, "journeys/j/index.html")).of("img")
    assert [image["src"] for image in images] == ["flow.svg"]


def with_pictures() -> Portfolio:
    """Return a portfolio whose touchpoint and persona show pictures."""
    images = (
        Image("images/a.png", "A"),
        Image("images/b.png", "A"),
        Image("images/gone.png", "B"),
        Image("x.svg", "C"),
        Image("passwd", "D"),
    )
    journey = Journey(
        "j", "J", (Stage("s", "S", touchpoints=(Touchpoint("t", "T", images=images),)),), personas=("p",)
    )
    personas = {"p": Persona("p", "P", image=Image("images/a.png", "Face"))}
    return make_portfolio()._replace(journeys=(journey,), personas=personas)


def test_progress_is_told_page_by_page() -> None:
    """Whoever waits hears of each journey as it is done."""
    heard: list[str] = []
    build_site(compiled(make_portfolio()), Options(on_page=heard.append))

    assert heard == [
        "journeys/first-purchase/index.html",
        "journeys/first-purchase-2027/index.html",
        "journeys/returns/index.html",
    ]


def test_a_flow_that_cannot_be_drawn_is_told_in_words() -> None:
    """Without a layout engine the page says why and keeps the table of ways; no picture is linked."""
    site = build_site(compiled(make_portfolio()), Options(engine="no-such-engine"))
    text = page(site, "journeys/first-purchase/index.html")

    assert "journeys/first-purchase/flow.svg" not in site
    assert "The flow could not be drawn" in text
    assert "no-such-engine" in text
    assert '<td><a href="#delivery" dir="auto">Waits for the parcel</a></td>' in text


def test_the_flow_follows_the_colours_of_its_page(site: ArtifactSet) -> None:
    """Inside the page the picture names the page's colours; as a file it has them, and leads to the page."""
    inside = page(site, "journeys/first-purchase/index.html")
    alone = page(site, "journeys/first-purchase/flow.svg")

    assert 'fill="var(--background)"' in inside
    assert "var(" not in alone
    assert 'href="index.html#checkout"' in alone


HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}'`</style>"


def hostile_portfolio() -> Portfolio:
    """Return a portfolio in which every text is an attack."""
    journey = make_journey()
    journey = journey._replace(
        title=HOSTILE,
        summary=HOSTILE,
        scenario=HOSTILE,
        owner=HOSTILE,
        tags=(HOSTILE,),
        reviewed=HOSTILE,
        stages=(
            Stage(
                "s",
                HOSTILE,
                focus=HOSTILE,
                touchpoints=(
                    Touchpoint(
                        "t",
                        HOSTILE,
                        channels=(HOSTILE,),
                        action=HOSTILE,
                        needs=(HOSTILE,),
                        pains=(Pain(HOSTILE, "p"),),
                        next=(Branch(exit="away", when=HOSTILE),),
                    ),
                ),
            ),
        ),
        links=(journey.links[0]._replace(url="javascript:alert(1)", title=HOSTILE),),
    )
    portfolio = make_portfolio()
    workspace = portfolio.workspace._replace(title=HOSTILE, lang='en"><script>')
    personas = {
        "deal-hunter": Persona("deal-hunter", HOSTILE, quote=HOSTILE, demographics=((HOSTILE, HOSTILE),))
    }
    return portfolio._replace(journeys=(journey,), workspace=workspace, personas=personas)


def test_hostile_texts_stay_texts() -> None:
    """No text of a map becomes an element, an attribute, a script or a link that runs."""
    site = build_site(compiled(hostile_portfolio()))
    for path in pages(site):
        outline = Outline(page(site, path))
        loaded = {script.get("src", "") for script in outline.of("script")}
        assert {address.rpartition("/")[2] for address in loaded} <= {"script.js", "journey.js", ""}, path
        assert [image for image in outline.of("img") if image["src"] != "flow.svg"] == [], path
        assert not [n for _, attributes in outline.tags for n in attributes if n.startswith("on")], path
        assert not [a for a in outline.of("a") if a["href"].startswith("javascript")], path
        assert "{{ 7*7 }}" in page(site, path) or path == "404.html"


def test_one_file_carries_everything() -> None:
    """The page that travels alone has its style and script inside, under their hashes, and loads nothing."""
    portfolio = make_portfolio()
    text = single_page(compiled(portfolio), make_journey())
    outline = Outline(text)

    style = text[text.index("<style>") + 7 : text.index("</style>")]
    script = text[text.index("<script>") + 8 : text.index("</script>")]
    policies = [meta["content"] for meta in outline.of("meta") if meta.get("http-equiv")]
    assert policies == [embedded_policy(style, script)]
    assert "'unsafe-inline'" not in policies[0]
    assert [link["href"][:19] for link in outline.of("link")] == ["data:image/svg+xml,"]
    assert all(re.match(r"#|https://", link["href"]) for link in outline.of("a"))
    assert "<title>First purchase" in text
    assert "Runs three times a week" in text, "personas have no page to link to, so that they are here"
    assert text == single_page(compiled(portfolio), make_journey())


def test_one_file_embeds_its_pictures() -> None:
    """Pictures travel inside the page."""
    portfolio = with_pictures()
    text = single_page(compiled(portfolio), portfolio.journeys[0], Options(read_picture=lambda _: PIXEL))

    sources = {image["src"] for image in Outline(text).of("img")}
    assert sources == {"data:image/png;base64,iVBORw0KGgo="}


def test_one_file_is_checked_too() -> None:
    """A page that travels alone may not point to neighbours it does not have."""
    journey = Journey("j", "J", (Stage("s", "S"),), summary="[x](other.html)")

    with pytest.raises(BrokenLinks):
        single_page(compiled(make_portfolio()), journey)


def test_the_page_for_lost_visitors_needs_no_neighbours() -> None:
    """It is shown at any depth: it brings its style along and links to the site's own address."""
    portfolio = make_portfolio()
    workspace = portfolio.workspace._replace(site_url="https://maps.example/journeys/")
    text = page(build_site(compiled(portfolio._replace(workspace=workspace))), "404.html")

    assert "<style>" in text
    skip, *others = [str(link["href"]) for link in Outline(text).of("a")]
    assert skip == "#content_"
    assert all(address.startswith("https://maps.example/journeys/") for address in others)
    assert "https://maps.example/journeys/" in others
    assert "https://maps.example/journeys/personas/index.html" in others


def test_weights_stay_within_their_limits(site: ArtifactSet) -> None:
    """Style and script are at most 10 KB packed, a rich page with everything it loads 40 KB."""
    from gzip import compress

    style, script, icon = (
        len(compress(site[f"assets/{name}"].content, 9)) for name in ("style.css", "script.js", "icon.svg")
    )
    rich = len(compress(site["journeys/first-purchase/index.html"].content, 9))

    assert style <= 10_240
    assert script <= 10_240
    assert style + script + icon + rich <= 40 * 1024


def test_an_atlas_knows_what_is_published() -> None:
    """Addresses are relative to the page that asks; what is not published has none."""
    atlas = Atlas(
        {"journey": frozenset({"a"}), "persona": frozenset({"p"})}, {"x.png": "assets/pictures/1.png"}
    )

    assert atlas.journey("a", page="index.html") == "journeys/a/index.html"
    assert atlas.journey("a", page="journeys/b/index.html", anchor="t") == "../a/index.html#t"
    assert atlas.journey("b", page="index.html") == ""
    assert atlas.persona("p", page="journeys/a/index.html") == "../../personas/p/index.html"
    assert atlas.persona("q", page="index.html") == ""
    assert atlas.picture("x.png", page="personas/p/index.html") == "../../assets/pictures/1.png"
    assert atlas.picture("y.png", page="index.html") == ""


def test_templates_and_contexts_are_registered() -> None:
    """Every page template belongs to one context, and every context to one template."""
    from journeymap.site.pages import PAGES

    folder = Path(__file__).resolve().parents[2] / "templates"
    extending = {
        path.relative_to(folder).as_posix()
        for path in (folder / "site").glob("*.html")
        if "{% extends" in path.read_text(encoding="utf-8") or path.name == "redirect.html"
    }
    assert set(PAGES.values()) == extending
    assert len(set(PAGES.values())) == len(PAGES)

"""The file of what can be found: every address arrives, nothing internal is in it, and it stays small."""

import gzip
import json
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.artifacts import ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model import Journey, Pain, Portfolio, Stage, Touchpoint
from journeymap.model.visibility import visible_to
from journeymap.site import build_site
from journeymap.site.addresses import Atlas
from journeymap.site.assets import BUNDLES, write_bundle
from journeymap.site.searching.entries import KINDS, LONGEST, Entry, list_entries
from journeymap.site.searching.index_file import PATH, write_index
from journeymap.themes.branding import OwnTheme
from journeymap.workspace import compile_workspaces, find_workspaces
from tests.conftest import ROOT
from tests.rendering.samples import SAMPLES
from tests.site.samples import make_journey, make_portfolio
from tests.site.searching.searcher import Searcher

RETAILER = "examples/online-retailer"


@pytest.fixture(scope="module")
def retailer() -> Compilation:
    """Compile the example that uses most of the language."""
    return compile_workspaces(find_workspaces([RETAILER], str(ROOT)))[0]


@pytest.fixture(scope="module")
def built(retailer: Compilation) -> ArtifactSet:
    """Build its site."""
    return build_site(retailer)


def resolve(entries: list[list[object]], number: int) -> str:
    """Return the address of an entry from the root of the site, as the page works it out."""
    entry = entries[number]
    anchor = str(entry[2])
    if anchor and not anchor.startswith("#"):
        return anchor
    page = resolve(entries, int(str(entry[3]))).partition("#")[0]
    return page + anchor


def broken_addresses(site: ArtifactSet) -> list[str]:
    """Return the addresses of the file of a site that lead to no page or no anchor."""
    entries = read_index(content_of(site, PATH).decode())
    broken = []
    for number in range(len(entries)):
        path, _, anchor = resolve(entries, number).partition("#")
        page = content_of(site, path).decode() if path in site.paths else ""
        if not page or (anchor and f' id="{anchor}"' not in page):
            broken.append(f"{path}#{anchor}")
    return broken


def read_index(file: str) -> list[list[object]]:
    """Return the entries in a file, with their texts and the numbers of their parents."""
    _, texts, lines = json.loads(f"[{file[file.index('(') + 1 : file.rindex(')')]}]")
    return [
        [
            kind,
            *(texts[part] if isinstance(part, int) else part for part in (title, address)),
            place - above if above else -1,
            *(texts[part] if isinstance(part, int) else part for part in text),
        ]
        for place, (kind, title, address, above, *text) in enumerate(lines)
    ]


def content_of(site: ArtifactSet, path: str) -> bytes:
    """Return the content of a file of a site."""
    return next(artifact.content for artifact in site if artifact.path == path)


def test_every_result_leads_to_its_place(built: ArtifactSet) -> None:
    """No entry of the example's search leads to a missing page or anchor."""
    assert broken_addresses(built) == []


@pytest.mark.parametrize("name", ["arabic", "japanese", "sixty"])
def test_results_of_foreign_and_long_journeys_lead_to_their_places(name: str) -> None:
    """No entry of a site in another script or with sixty touchpoints leads nowhere."""
    assert broken_addresses(build_site(Compilation(SAMPLES[name]().portfolio, (), {}))) == []


def test_every_kind_of_thing_can_be_found(retailer: Compilation, built: ArtifactSet) -> None:
    """The example has an entry of every kind there is, each under its title."""
    file = content_of(built, PATH).decode()
    found = {KINDS[int(str(entry[0]))] for entry in read_index(file)}

    assert found == set(KINDS)
    for journey in retailer.portfolio.journeys:
        for touchpoint in journey.touchpoints():
            assert json.dumps(touchpoint.title, ensure_ascii=False) in file


def test_parts_without_ids_lead_to_what_they_are_parts_of() -> None:
    """A pain without an id is found at its touchpoint, an opportunity among the others."""
    journey = make_journey()
    entries = list_entries(make_portfolio(), Atlas({"journey": frozenset({journey.id})}))
    by_title = {entry.title: entry for entry in entries if entry.parent >= 0}

    assert by_title["An account is forced"].address == "#checkout"
    assert by_title["Ask makers for the width"].address == "#section_pains"
    assert by_title["I nearly gave up."].kind == "quote"


def test_entries_name_what_they_are_parts_of() -> None:
    """From a pain the way leads up to its touchpoint, its stage and its journey."""
    entries = list_entries(make_portfolio(), Atlas({"journey": frozenset({"first-purchase"})}))
    number = next(n for n, entry in enumerate(entries) if entry.title.startswith("Delivery cost appears"))

    trail = []
    while (number := entries[number].parent) >= 0:
        trail.append(entries[number].title)

    assert trail == ["Checkout page", "Decision", "First purchase, from search to review"]


def test_what_has_no_page_cannot_be_found() -> None:
    """Library entries without a page are left out, for there is nowhere to go."""
    entries = list_entries(make_portfolio(), Atlas({"journey": frozenset({"first-purchase"})}))

    assert not {"channel", "team", "system", "term"} & {entry.kind for entry in entries}


def test_what_is_internal_is_not_in_the_public_search() -> None:
    """The file is made from what the audience may see: no byte of an internal pain or journey is in it."""
    journey = make_journey()
    secret = Touchpoint(
        "secret", "Backroom", pains=(Pain("Margin is thin", "margin", visibility="internal"),)
    )
    public = journey._replace(
        visibility="public", stages=(*journey.stages, Stage("s", "S", touchpoints=(secret,)))
    )
    portfolio = visible_to(
        make_portfolio()._replace(journeys=(public, journey._replace(id="inside"))), "public"
    )

    file = content_of(build_site(Compilation(portfolio, (), {})), PATH)

    assert b"Backroom" in file
    assert b"Margin is thin" not in file
    assert b"inside" not in file


def test_the_file_is_small(built: ArtifactSet, retailer: Compilation) -> None:
    """At most 2 KB a journey, compressed, and the script that searches at most 8 KB."""
    journeys = len(retailer.portfolio.journeys)

    assert len(gzip.compress(content_of(built, PATH), 9)) <= 2_000 * journeys
    assert len(gzip.compress(write_bundle("search.js", OwnTheme()).encode(), 9)) <= 8_000
    assert BUNDLES["search.js"] == ("script/search_core.js", "script/search.js")


def test_a_rich_journey_of_20_touchpoints_stays_small() -> None:
    """Texts that hardly repeat themselves need at most 2 KB a journey, descriptions cut."""
    words = [
        f"{first}{second}"
        for first in ("kar", "len", "mo", "ti", "sur", "va")
        for second in ("dan", "pel", "rik", "tos")
    ]

    def say(seed: int, count: int) -> str:
        return " ".join(words[(seed * 7 + n * n) % len(words)] for n in range(count))

    stages = tuple(
        Stage(
            f"stage-{s}",
            say(s, 2),
            touchpoints=tuple(
                Touchpoint(
                    f"tp-{s}-{t}",
                    say(s * 4 + t, 4),
                    summary=say(t, 60),
                    pains=(Pain(say(s + t, 9), f"pain-{s}-{t}"),),
                )
                for t in range(4)
            ),
        )
        for s in range(5)
    )
    portfolio = make_portfolio()._replace(journeys=(Journey("rich", "Rich", stages),), personas={})

    file = write_index(list_entries(portfolio, Atlas({"journey": frozenset({"rich"})})))

    assert len(gzip.compress(file.encode(), 9)) <= 2_000
    assert max(len(str(entry[4])) for entry in read_index(file) if len(entry) > 4) <= LONGEST + 2


def test_entries_grow_with_the_journeys_and_not_faster() -> None:
    """Twice the journeys are twice the entries, and the lines of each are the same whoever stands beside."""

    def entries_of(count: int) -> list[Entry]:
        journeys = tuple(make_journey()._replace(id=f"j{n}") for n in range(count))
        ids = frozenset(journey.id for journey in journeys)
        portfolio: Portfolio = make_portfolio()._replace(journeys=journeys, personas={})
        return list_entries(portfolio, Atlas({"journey": ids}))

    one, ten = entries_of(1), entries_of(10)

    assert len(ten) == 10 * len(one)
    assert ten[: len(one)] == one


def test_what_repeats_itself_is_written_once() -> None:
    """A text that many entries share stands in the file once, and entries come out as they were."""
    title, text = "Looking for the right size", "Three shops, three tables of sizes."
    entries = [Entry("journey", "Shoes", "journeys/shoes/index.html")]
    entries += [Entry("touchpoint", title, f"#step-{n}", 0, text) for n in range(50)]
    entries += [Entry("pain", f"Pain {n}", "#a-place-that-is-named-often", n + 1) for n in range(50)]

    file = write_index(entries)

    assert [file.count(each) for each in (title, text, "#a-place-that-is-named-often")] == [1, 1, 1]
    assert [Entry(KINDS[int(str(kind))], *rest) for kind, *rest in read_index(file)] == entries  # type: ignore[arg-type]


@pytest.mark.parametrize("at_once", [1, 2, 7])
def test_an_index_grown_in_turns_finds_the_same(searcher: Searcher, at_once: int) -> None:
    """However often the page stops to answer its reader meanwhile, queries find what they found at once."""
    entries = list_entries(make_portfolio(), Atlas({"journey": frozenset({"first-purchase"})}))
    queries = ["c", "checkout", "delivery cost", "chekout", "一", ""]

    whole, grown = searcher.ask(entries, queries), searcher.ask(entries, queries, at_once=at_once)

    assert grown == whole
    assert whole.found[1]


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_the_file_says_what_it_was_given(searcher: Searcher, titles: list[str]) -> None:
    """Any text reaches the page as it is, but for halves of characters; none of it ends the script early."""
    entries = [Entry("pain", title, f"journeys/{n}/index.html", text=title) for n, title in enumerate(titles)]

    answer = searcher.ask(entries)

    assert answer.kinds == list(KINDS)
    assert [entry[1] for entry in answer.entries] == titles
    assert "<" not in write_index(entries)
    assert answer.polluted == 0


def test_half_a_character_becomes_a_sign() -> None:
    """Text that has no bytes does not stop the site from being written."""
    assert '"?"' in write_index([Entry("tag", "\ud800", "tags/x/index.html")])


def test_the_search_page_leads_to_every_list(built: ArtifactSet) -> None:
    """Without JavaScript the page says so and leads to all there is."""
    page = content_of(built, "search/index.html").decode()
    folders = {
        PurePosixPath(path).parts[0]
        for path in built.paths
        if path.count("/") == 1 and path.endswith("/index.html")
    }

    assert "Searching needs JavaScript" in page
    assert "<dialog" not in page
    for folder in folders - {"search", "compare"}:
        assert f'href="../{folder}/index.html"' in page, folder


def test_pages_carry_the_way_to_the_search(built: ArtifactSet) -> None:
    """Every page with a head links to the search page and knows where its script is; alone there is none."""
    page = content_of(built, "journeys/first-purchase/index.html").decode()

    assert 'href="../../search/index.html" data-search="../../assets/search.js"' in page
    assert "data-search" not in content_of(built, "404.html").decode().partition("<body>")[2]

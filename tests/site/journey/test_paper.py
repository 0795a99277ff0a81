"""The map on paper: how it is cut, how large its letters are, and the page that is laid for it."""

import re
from gzip import compress
from typing import Any

import pytest

from journeymap.artifacts import ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model import Emotion, Journey, Stage, Touchpoint
from journeymap.rendering.map.journey_map import JourneyMap, draw_map
from journeymap.rendering.packing import pack_script, pack_style
from journeymap.site import build_site, single_page
from journeymap.site.journey.sheets import SIZES, WIDEST, choose_size, cut_map, name_size
from tests.rendering.samples import SAMPLES
from tests.site.samples import make_journey, make_portfolio


def drawn(*widths: int, **fields: Any) -> JourneyMap:
    """Return the map of a journey whose stages have so many touchpoints."""
    stages = tuple(
        Stage(
            f"s{n}",
            f"S{n}",
            touchpoints=tuple(
                Touchpoint(f"t{n}-{m}", "T", emotions=(Emotion(m % 3 - 1),))._replace(**fields)
                for m in range(width)
            ),
        )
        for n, width in enumerate(widths)
    )
    return draw_map(make_portfolio(), Journey("j", "J", stages))


def test_a_map_that_fits_stays_whole() -> None:
    """Up to fourteen touchpoints stand on one sheet."""
    whole = drawn(7, WIDEST - 7)

    assert cut_map(whole) == (whole,)


def test_a_wider_map_is_cut_between_stages() -> None:
    """Each sheet has its own columns, the pieces of the curve that belong to them, and no empty lanes."""
    wide = drawn(8, 0, 7)
    parts = cut_map(wide)

    assert [len(part.columns) for part in parts] == [9, 7]
    assert [[span.number for span in part.stages] for part in parts] == [[1, 2], [3]]
    pieces = [piece for part in parts for piece in part.lines[0].pieces]
    assert tuple(pieces) == wide.lines[0].pieces
    for part in parts:
        for lane in part.lanes:
            assert lane.line is None or any(lane.line is line for line in part.lines)
            assert lane.line or any(lane.cells)


def test_neighbours_share_a_sheet_only_where_it_is_read_with_ease() -> None:
    """Stages of few words stand together up to fourteen touchpoints, those of many words alone."""
    texts = "Reads all of the small print, twice, and still does not know what it costs. " * 24

    assert [len(part.columns) for part in cut_map(drawn(5, 5, 4, 4))] == [14, 4]
    parts = cut_map(drawn(5, 5, 5, action=texts, needs=(texts,)))
    assert [len(part.columns) for part in parts] == [5, 5, 5]


def test_letters_are_as_large_as_the_sheet_allows() -> None:
    """A small map has large letters, a long one smaller ones, and none is below seven points."""
    texts = "Reads all of the small print, twice, and still does not know what it costs. " * 3
    small, full = drawn(3), drawn(14, action=texts, needs=(texts,))
    endless = drawn(14, action=texts * 40)

    assert choose_size(small) == SIZES[0]
    assert SIZES[-1] <= choose_size(full) < SIZES[0]
    assert choose_size(endless) == 7
    assert name_size(drawn(14, action=texts * 40)) == "pt7"
    assert choose_size(drawn()) == SIZES[0]


@pytest.fixture(scope="module")
def site() -> ArtifactSet:
    """Build the sites of a long journey and of a small one."""
    sixty = SAMPLES["sixty"]()
    journeys = (*make_portfolio().journeys, sixty.journey)
    return build_site(Compilation(make_portfolio()._replace(journeys=journeys), (), {}))


def test_the_page_for_paper_is_complete(site: ArtifactSet) -> None:
    """It has all that the page for the screen has, unfolded, and leads back to it; tables have their own."""
    text = site["journeys/first-purchase/print.html"].content.decode()

    assert 'href="index.html"' in text
    assert 'href="print.html"' in site["journeys/first-purchase/index.html"].content.decode()
    assert '<details class="card"' in text
    assert not re.search(r'<details class="(card|panel)"(?![^>]* open)', text)
    assert "data-map" not in text
    for section in ("stages", "pains", "kpis", "evidence", "flow"):
        assert f'id="section_{section}"' in text
    assert 'id="section_tables"' not in text


def test_the_page_for_paper_has_a_sheet_for_each_stage(site: ArtifactSet) -> None:
    """A long journey stands on several sheets, whose headers have ids of their own."""
    text = site["journeys/sixty/print.html"].content.decode()
    ids = re.findall(r' id="([^"]+)"', text)

    assert text.count('<section class="sheet"') == 6
    assert len(ids) == len(set(ids))
    assert {"p1_s_1", "p6_s_6", "p6_c_10"} <= set(ids)


def test_a_page_that_travels_alone_knows_no_paper() -> None:
    """It leads to no neighbours, so that neither the page for paper nor a flow beside it is named."""
    text = single_page(Compilation(make_portfolio(), (), {}), make_journey())

    assert "print.html" not in text
    assert "flow.svg" not in text
    assert '<div class="flow-scroll"' in text


def test_packing_changes_no_meaning() -> None:
    """Comments, blanks and line ends go; texts, selectors and sums stay as they are."""
    style = (
        '/* a { b: "c" } */\na:hover > b , i { content: ", : ;  "; inline-size: calc(1em + (2px * 3)); }\n'
    )
    script = '  // comment\n  say("// kept");\n\n    go();  // kept as well\n'

    assert pack_style(style) == 'a:hover > b,i{content:", : ;  ";inline-size:calc(1em + (2px * 3))}\n'
    assert pack_style("@media (min-width: 1em) and (x) { a { b: c d; } }") == (
        "@media (min-width: 1em) and (x){a{b:c d}}\n"
    )
    assert pack_script(script) == 'say("// kept");\ngo();  // kept as well\n'


def weigh(site: ArtifactSet, path: str) -> int:
    """Return what a browser loads for a page, packed."""
    text = site[path].content.decode()
    files = {
        each.removeprefix("../../") for each in re.findall(r'(?:href|src)="(\.\./\.\./assets/[^"]+)"', text)
    }
    files.discard("assets/search.js")
    return sum(len(compress(site[name].content, 9)) for name in (path, *files))


def test_a_long_journey_stays_light(site: ArtifactSet) -> None:
    """Sixty touchpoints with all they load weigh at most 60 KB, in at most 6,000 elements and six files."""
    text = site["journeys/sixty/index.html"].content.decode()

    assert weigh(site, "journeys/sixty/index.html") <= 60 * 1024
    assert len(re.findall(r"<[a-z]", text)) <= 6000
    assert len(re.findall(r'(?:<script src|rel="(?:stylesheet|icon)" href)=', text)) <= 5


def test_a_journey_of_twenty_stays_lighter() -> None:
    """Twenty touchpoints in fifteen lanes and more weigh at most 40 KB with all they load."""
    sixty = SAMPLES["sixty"]()
    short = sixty.journey._replace(id="twenty", stages=sixty.journey.stages[:2])
    site = build_site(Compilation(sixty.portfolio._replace(journeys=(short,)), (), {}))

    assert weigh(site, "journeys/twenty/index.html") <= 40 * 1024


def test_style_and_script_of_the_page_stay_light(site: ArtifactSet) -> None:
    """The page's own style is at most 6 KB packed, and all its scripts together 10 KB."""
    sizes = {
        n: len(compress(site[f"assets/{n}"].content, 9)) for n in ("journey.css", "journey.js", "script.js")
    }

    assert sizes["journey.css"] <= 6 * 1024
    assert sizes["journey.js"] + sizes["script.js"] <= 10 * 1024

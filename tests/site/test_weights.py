"""What pages weigh, packed as every host sends them, and how much they ask of a browser."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from posixpath import join, normpath

import pytest

from journeymap.artifacts import ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model import BlueprintItem, Gain, Journey, Lane, Touchpoint
from journeymap.site import build_site, single_page
from journeymap.workspace import compile_workspaces, find_workspaces
from tests.benchmarks.corpus import write_workspace
from tests.conftest import ROOT
from tests.rendering.samples import SAMPLES

KB = 1024
JOURNEYS = 10
PLACES = 20
LANES = 15
RICHEST = "journeys/first-purchase/index.html"
_ASKED = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|script src|img src)="([^"]+)"([^>]*)>')


@cache
def packed(content: bytes) -> int:
    """Return how many bytes of a file go over the line."""
    return len(gzip.compress(content, 9))


def list_loaded(site: ArtifactSet, path: str) -> list[str]:
    """Return what a browser asks for to show a page: the page itself, and not the pictures further down."""
    found = _ASKED.findall(site[path].content.decode())
    addresses = [address for address, rest in found if "lazy" not in rest and "data:" not in address]
    folder = path.rpartition("/")[0]
    return [path, *dict.fromkeys(normpath(join(folder, address)) for address in addresses)]


def weigh_page(site: ArtifactSet, path: str) -> int:
    """Return what a page weighs with all that it loads."""
    return sum(packed(site[each].content) for each in list_loaded(site, path))


def count_elements(html: str) -> int:
    """Return how many elements a page has."""
    return len(re.findall(r"<[a-zA-Z]", html))


@pytest.fixture(scope="module")
def example() -> Compilation:
    """Return the online retailer, the richest of the examples."""
    (compilation,) = compile_workspaces(find_workspaces(["examples/online-retailer"], str(ROOT)))
    return compilation


@pytest.fixture(scope="module")
def example_site(example: Compilation) -> ArtifactSet:
    """Return its site."""
    return build_site(example)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Compilation:
    """Return ten written journeys, the first of them with twenty touchpoints in fifteen lanes."""
    folder = write_workspace(tmp_path_factory.mktemp("measured"), JOURNEYS)
    (compilation,) = compile_workspaces(find_workspaces([str(folder)], str(folder)))
    portfolio = compilation.portfolio
    first, *others = portfolio.journeys
    workspace = portfolio.workspace._replace(lanes=(Lane("mark", "Mark"),))
    journeys = (_fill(first), *others)
    return Compilation(portfolio._replace(workspace=workspace, journeys=journeys), (), {})


@pytest.fixture(scope="module")
def measured_site(measured: Compilation) -> ArtifactSet:
    """Return their site."""
    return build_site(measured)


@pytest.fixture(scope="module")
def sixty_site() -> ArtifactSet:
    """Return the site of a journey of sixty touchpoints."""
    portfolio, journey = SAMPLES["sixty"]()
    return build_site(Compilation(portfolio._replace(journeys=(journey,)), (), {}))


def _fill(journey: Journey) -> Journey:
    """Return a journey of four stages in which every lane that is shown from the start has something."""
    stages = tuple(
        stage._replace(touchpoints=tuple(map(_fill_touchpoint, stage.touchpoints)))
        for stage in journey.stages[: PLACES // 5]
    )
    return journey._replace(stages=stages)


def _fill_touchpoint(touchpoint: Touchpoint) -> Touchpoint:
    blueprint = touchpoint.blueprint._replace(
        physical_evidence=(BlueprintItem("Order slip"),), support=(BlueprintItem("payment-gateway"),)
    )
    return touchpoint._replace(
        owner="care-team", gains=(Gain("It is clear"),), blueprint=blueprint, fields={"mark": "Noted"}
    )


def test_the_measured_journey_is_what_it_says(measured_site: ArtifactSet) -> None:
    """Its map has twenty touchpoints and fifteen lanes."""
    page = measured_site["journeys/journey-0000/index.html"].content.decode()

    assert page.count('scope="col" headers=') == PLACES
    assert len(re.findall(r'<th[^>]* id="l_', page)) == LANES


def test_a_usual_journey_is_light(measured_site: ArtifactSet) -> None:
    """The page of twenty touchpoints in fifteen lanes weighs 40 KB with all that it loads."""
    assert weigh_page(measured_site, "journeys/journey-0000/index.html") <= 40 * KB


def test_a_long_journey_is_not_heavy(sixty_site: ArtifactSet) -> None:
    """The page of sixty touchpoints weighs 60 KB at most, and has 6,000 elements at most."""
    path = "journeys/sixty/index.html"

    assert weigh_page(sixty_site, path) <= 60 * KB
    assert count_elements(sixty_site[path].content.decode()) <= 6_000


def test_the_richest_journey_is_hardly_heavier(example_site: ArtifactSet) -> None:
    """Nineteen touchpoints in twenty-four lanes, with all they lead to, weigh 60 KB at most.

    That is more than the 40 KB of fifteen lanes: two people feel here, and everything is told that can be.
    What a phone has to lay out stays far below the 6,000 elements of a long journey.
    """
    text = example_site[RICHEST].content.decode()

    assert weigh_page(example_site, RICHEST) <= 60 * KB
    assert count_elements(text) <= 5_500


def test_no_page_is_heavy(example_site: ArtifactSet, measured_site: ArtifactSet) -> None:
    """Whatever an example's page shows, it weighs 100 KB at most with all that it loads."""
    for site in (example_site, measured_site):
        heavy = {path: size for path in _pages(site) if (size := weigh_page(site, path)) > 100 * KB}
        assert heavy == {}


def test_a_page_asks_for_few_files(example_site: ArtifactSet, sixty_site: ArtifactSet) -> None:
    """A page is there after six requests, itself and the icon among them; paper also needs the picture."""
    for site in (example_site, sixty_site):
        asked = {path: len(list_loaded(site, path)) for path in _pages(site)}
        assert {path: n for path, n in asked.items() if n > 6 + path.endswith("/print.html")} == {}


def test_styles_and_scripts_are_small(example_site: ArtifactSet) -> None:
    """Each style 10 KB, all scripts of a page 10 KB, the search, which is loaded when asked for, 8 KB."""
    weights = {
        path: packed(example_site[path].content) for path in example_site.paths if path[:7] == "assets/"
    }

    assert weights["assets/style.css"] <= 10 * KB
    assert weights["assets/journey.css"] <= 6 * KB
    assert weights["assets/search.js"] <= 8 * KB
    for path in _pages(example_site):
        scripts = [each for each in list_loaded(example_site, path) if each.endswith(".js")]
        assert sum(weights[each] for each in scripts) <= 10 * KB, path


def test_the_index_grows_with_the_journeys(measured_site: ArtifactSet, example_site: ArtifactSet) -> None:
    """What the search reads has 2 KB for each journey at most."""
    for site in (measured_site, example_site):
        journeys = len(list(_folders(site)))
        assert packed(site["assets/search-index.js"].content) <= 2 * KB * journeys


def test_the_picture_of_a_map_is_small(
    measured_site: ArtifactSet, example_site: ArtifactSet, sixty_site: ArtifactSet
) -> None:
    """It has 60 KB at most as it goes into other pages, and 11 KB packed, even of sixty touchpoints.

    That of twenty touchpoints in fifteen lanes has 50 KB; only what is told in full has more.
    """
    assert len(measured_site["journeys/journey-0000/map.svg"].content) <= 50 * KB
    for site in (measured_site, example_site, sixty_site):
        pictures = [site[path].content for path in _folders(site)]
        assert max(map(len, pictures)) <= 60 * KB
        assert max(map(packed, pictures)) <= 11 * KB


def test_a_site_grows_by_little(measured_site: ArtifactSet, example_site: ArtifactSet) -> None:
    """All files of a site weigh 250 KB for each journey at most, pictures in pixels left out."""
    for site in (measured_site, example_site):
        files = [site[path].content for path in site.paths if not path.endswith((".png", ".jpg", ".webp"))]
        assert sum(map(packed, files)) <= 250 * KB * len(list(_folders(site)))


def test_a_page_in_one_file_can_be_sent(example: Compilation, measured: Compilation) -> None:
    """Each weighs 60 KB at most, packed as in an archive, and 350 KB as it is attached to a letter.

    Unpacked, a fifth of that is style and script, a third the map and the flow, each drawn once.
    """
    for compilation in (example, measured):
        for journey in compilation.portfolio.journeys[:2]:
            page = single_page(compilation, journey).encode()
            assert packed(page) <= 60 * KB
            assert len(page) <= 350 * KB


def _pages(site: ArtifactSet) -> Iterator[str]:
    return (path for path in site.paths if path.endswith(".html"))


def _folders(site: ArtifactSet) -> Iterator[str]:
    return (path for path in site.paths if re.fullmatch(r"journeys/[^/]+/map\.svg", path))

"""A site calls the channels and phases that nobody declared as its readers do, on every kind of page."""

import json
from collections.abc import Mapping

import pytest

from journeymap.building.vocabulary import empty_library
from journeymap.compiling import Compilation
from journeymap.model import Emotion, Journey, Persona, Portfolio, Stage, Touchpoint, Workspace
from journeymap.site import build_site

CHANNEL, PHASE = "Suchmaschine", "Entscheidung"


def make_site() -> Mapping[str, str]:
    """Return the texts of a German site, one of whose journeys is in Spanish."""
    touchpoint = Touchpoint("t", "T", channels=("search",), emotions=(Emotion(1),))
    stage = Stage("s", "S", phase="decision", touchpoints=(touchpoint,))
    other = Stage("o", "O", phase="retention", touchpoints=(touchpoint._replace(id="u"),))
    german = Journey(
        "kauf", "Kauf", (stage, other), personas=("p",), review_every=604_800, reviewed="2026-01-05"
    )
    spanish = Journey("compra", "Compra", (stage, other), personas=("p",), lang="es")
    personas = {"p": Persona("p", "P", channels=("search",))}
    portfolio = Portfolio(Workspace(title="W", lang="de"), empty_library(), personas, (german, spanish))
    site = build_site(Compilation(portfolio, (), {}))
    endings = (".html", ".md", ".json", ".svg", ".csv", ".js")
    return {each.path: each.content.decode() for each in site if each.path.endswith(endings)}


@pytest.fixture(scope="module")
def site() -> Mapping[str, str]:
    """Build the site once."""
    return make_site()


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("index.html", PHASE),
        ("channels/index.html", CHANNEL),
        ("channels/search/index.html", CHANNEL),
        ("channels/search/index.html", PHASE),
        ("channels/search/index.md", CHANNEL),
        ("stages/index.html", PHASE),
        ("stages/decision/index.html", PHASE),
        ("stages/decision/index.html", CHANNEL),
        ("personas/p/index.html", CHANNEL),
        ("touchpoints/index.html", CHANNEL),
        ("journeys/kauf/index.html", CHANNEL),
        ("journeys/kauf/index.html", PHASE),
        ("journeys/kauf/map.svg", CHANNEL),
        ("journeys/kauf/flow.svg", CHANNEL),
        ("assets/search-index.js", CHANNEL),
        ("journeys/compra/index.html", "Buscador"),
        ("journeys/compra/index.html", "Decisión"),
    ],
)
def test_a_page_says_it_in_its_own_language(site: Mapping[str, str], path: str, word: str) -> None:
    """Overviews and pictures are in the workspace's language, a journey's page in its own."""
    assert word in site[path]


def test_no_page_says_it_in_english(site: Mapping[str, str]) -> None:
    """Between tags, in cells and in pictures the English title stands nowhere; CSV is for programs."""
    spoken = (">Search<", ">Decision<", ">Retention<", '"Search"', "| Search", "| Decision", ",Decision,")
    found = {(path, word) for path, text in site.items() for word in spoken if word in text}

    assert {path for path, _ in found if not path.endswith((".json", ".csv"))} == set()


def test_data_keeps_the_words_of_the_model(site: Mapping[str, str]) -> None:
    """The twins for programs hold the entry as it is in the model, in every language the same."""
    twin = json.loads(site["channels/search/index.json"])

    assert twin["entry"]["title"] == "Search"


def test_what_happens_every_week_is_not_counted(site: Mapping[str, str]) -> None:
    """One week is a rhythm and not a number."""
    assert "wöchentlich" in site["journeys/kauf/index.html"]
    assert "1 Woche" not in site["journeys/kauf/index.html"]

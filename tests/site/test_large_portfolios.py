"""A portfolio of 500 journeys: what shows all of them stays light to open, and nothing is lost."""

import gzip
import re
from collections.abc import Mapping
from posixpath import join, normpath

import pytest

from journeymap.artifacts import Artifact
from journeymap.compiling import Compilation
from journeymap.diagnostics import Diagnostic, Severity
from journeymap.model import Emotion, Journey, Opportunity, Pain, Stage, Touchpoint
from journeymap.site.build import build_leaves
from journeymap.site.entities.journeys import build_journey_list
from journeymap.site.front.chapter import build_front
from journeymap.site.overviews.chapter import build_overviews
from journeymap.site.plan import Options
from journeymap.site.searching.chapter import build_search
from journeymap.source import Position, Span
from tests.site.samples import make_portfolio

JOURNEYS = 500
CHAPTERS = (build_front, build_overviews, build_journey_list, build_search)
HEAVY = 400_000
_MORE = re.compile(r'<p class="more"><a href="([^"]+)"[^>]*>and \d+ more</a>')


def large_journey(number: int) -> Journey:
    """Return a journey of twenty touchpoints, each with a feeling and a pain."""
    stages = tuple(
        Stage(f"s{place}", f"Stage {place}", phase=f"phase-{place}", touchpoints=_touchpoints(number, place))
        for place in range(5)
    )
    answer = Opportunity(f"Answer {number}", "answer", addresses=("p00",), customer_value=4, effort=2)
    other = Opportunity("Another", "other", customer_value=number % 5 + 1, business_value=3, effort=4)
    return Journey(
        f"journey-{number}",
        f"Buying something, variation {number}",
        stages,
        owner="care-team",
        opportunities=(answer, other),
        reviewed="2026-01-01",
    )


def _touchpoints(number: int, stage: int) -> tuple[Touchpoint, ...]:
    return tuple(
        Touchpoint(
            f"t{stage}{place}",
            f"Step {place} of stage {stage}",
            emotions=(Emotion((number + stage + place) % 5 - 2),),
            pains=(Pain(f"It takes {number} minutes too long", f"p{stage}{place}", "high", "often"),),
        )
        for place in range(4)
    )


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    """Build the pages that speak of all journeys, for a workspace in which each journey is complained of."""
    journeys = tuple(large_journey(number) for number in range(JOURNEYS))
    start = Position(7, 3, 0)
    findings = tuple(
        Diagnostic(
            f"rule-{severity.word}",
            severity,
            f"Journey {number} lacks `this`",
            span,
            entity=f"journey:journey-{number}",
        )
        for severity in Severity
        for number in range(JOURNEYS)
        for span in (Span(f"/w/journeys/journey-{number}.yaml", start, start),)
    )
    compilation = Compilation(make_portfolio()._replace(journeys=journeys), findings, {})
    return {
        each.path: each.content
        for each in build_leaves(compilation, Options(), CHAPTERS)
        if isinstance(each, Artifact)
    }


def test_no_page_is_heavy(files: Mapping[str, bytes]) -> None:
    """Pages, their pictures and what the search reads have 400 KB at most, before anything is packed."""
    seen = {path: len(content) for path, content in files.items() if path.endswith((".html", ".svg", ".js"))}

    assert {path: size for path, size in seen.items() if size > HEAVY} == {}
    assert {
        "index.html",
        "pains/index.html",
        "health/index.html",
        "journeys/index.html",
        "heatmap.svg",
    } <= set(seen)


def test_what_is_left_out_is_somewhere(files: Mapping[str, bytes]) -> None:
    """Wherever a page says that there is more, the link leads to a file, and files have all there is."""
    led = {
        path: [normpath(join(path.rpartition("/")[0], each)) for each in _MORE.findall(content.decode())]
        for path, content in files.items()
        if path.endswith(".html")
    }

    assert {path for path, targets in led.items() if targets} == {
        *("index.html", "journeys/index.html", "pains/index.html", "opportunities/index.html"),
        "health/index.html",
    }
    assert {target for targets in led.values() for target in targets} <= set(files)
    counts = {path: len(content.splitlines()) - 1 for path, content in files.items() if path.endswith(".csv")}
    assert counts["pains/pains.csv"] == 20 * JOURNEYS
    assert counts["opportunities/opportunities.csv"] == 2 * JOURNEYS
    assert counts["health/findings.csv"] == len(Severity) * JOURNEYS
    assert (
        counts["health/journeys.csv"] == counts["heatmap.csv"] == counts["journeys/journeys.csv"] == JOURNEYS
    )


def test_the_search_has_everything_and_little_to_read(files: Mapping[str, bytes]) -> None:
    """Each pain can be found, in half a kilobyte for each journey, packed as every host sends it."""
    index = files["assets/search-index.js"]

    assert all(f"It takes {number} minutes".encode() in index for number in range(JOURNEYS))
    assert len(gzip.compress(index, 9)) <= 500 * JOURNEYS

"""The CSV files of a site are for programs: they are the same in whatever language people read its pages."""

import csv
from collections.abc import Mapping

import pytest

from journeymap.compiling import Compilation
from journeymap.diagnostics import Diagnostic, Severity
from journeymap.model import Kpi, Opportunity
from journeymap.site import build_site
from journeymap.source import Position, Span
from tests.site.samples import make_journey, make_portfolio


def write_files(lang: str) -> Mapping[str, str]:
    """Return the CSV files of a site with everything that may be in them, in a language."""
    rich = make_journey()._replace(
        id="rich",
        kpis=(Kpi("delivery-time", "delivery-time", 4, 2, due="2026-12-01"),),
        opportunities=(Opportunity("Win", "win", customer_value=5, effort=1, status="in-progress"),),
        review_every=604_800,
    )
    portfolio = make_portfolio(rich)
    portfolio = portfolio._replace(workspace=portfolio.workspace._replace(lang=lang))
    start = Position(7, 3, 0)
    wrong = Diagnostic("some-rule", Severity.ERROR, "Broken", Span("a.yaml", start, start), path="a.yaml")
    site = build_site(Compilation(portfolio, (wrong,), {}))
    return {each.path: each.content.decode() for each in site if each.path.endswith(".csv")}


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    """Return the files of an English site."""
    return write_files("en")


@pytest.mark.parametrize("lang", ["de", "es", "pt-BR", "ar"])
def test_a_file_is_the_same_in_every_language(files: Mapping[str, str], lang: str) -> None:
    """A script that reads one reads them all: neither headers nor values are translated."""
    other = write_files(lang)

    assert files.keys() == other.keys()
    assert [path for path, text in files.items() if text != other[path]] == []


@pytest.mark.parametrize(
    ("path", "column", "value"),
    [
        ("pains/pains.csv", "Severity", "high"),
        ("pains/pains.csv", "Frequency", "often"),
        ("pains/pains.csv", "Confidence", "researched"),
        ("opportunities/opportunities.csv", "Status", "in-progress"),
        ("opportunities/opportunities.csv", "Corner", "quick-win"),
        ("kpis/kpis.csv", "Direction", "down"),
        ("kpis/kpis.csv", "Where", "Whole journey"),
        ("changes/changes.csv", "What", "reviewed"),
        ("health/findings.csv", "Severity", "error"),
        ("health/journeys.csv", "Next review", "2026-10-08"),
    ],
)
def test_a_value_is_spelled_as_in_files(files: Mapping[str, str], path: str, column: str, value: str) -> None:
    """Programs read what the language of journeys says, such as ``in-progress``, and English headers."""
    rows = list(csv.DictReader(files[path].splitlines()))

    assert value in [row[column] for row in rows]

"""The overview of KPIs and the pages of metrics: every value where it belongs, gaps only where known."""

import pytest

from journeymap.model import Journey, Kpi, Metric, Portfolio, Stage, Touchpoint
from tests.site.overviews.pages import build_pages
from tests.site.samples import make_portfolio

BOARD = "kpis/index.html"


def portfolio_of(*kpis: Kpi, count: int = 1, truth: bool = False) -> Portfolio:
    """Return a portfolio whose journeys each have these KPIs at one touchpoint."""
    stages = (Stage("s", "S", touchpoints=(Touchpoint("t", "T", kpis=kpis, moment_of_truth=truth),)),)
    journeys = tuple(Journey(f"j{number}", f"J{number}", stages) for number in range(count))
    return make_portfolio()._replace(journeys=journeys)


def row_of(kpi: Kpi) -> str:
    """Return what the overview says of one KPI."""
    return next(row for row in build_pages(portfolio_of(kpi)).rows(BOARD) if row.startswith("T J0"))


@pytest.mark.parametrize(
    ("kpi", "words"),
    [
        (Kpi("k", "conversion", 31, 38), "T J0 31% 38% +7% planned – none – none"),
        (Kpi("k", "conversion", 38, 31), "T J0 38% 31% −7% planned – none – none"),
        (Kpi("k", "conversion", 31, 31), "T J0 31% 31% 0% planned – none – none"),
        (Kpi("k", "conversion", 31), "T J0 31% – none no target – none – none"),
        (Kpi("k", "conversion", target=31), "T J0 – none 31% not measured yet – none – none"),
        (
            Kpi("k", "conversion", 31, 38, actual=34.5),
            "T J0 31% 38% 34.5% 3.5% to go (50% of the way) – none – none",
        ),
        (
            Kpi("k", "conversion", 31, 38, actual=40),
            "T J0 31% 38% 40% target met (100% of the way) – none – none",
        ),
        (
            Kpi("k", "contacts", 5, 3, actual=6),
            "T J0 5 3 6 3 to go (0% of the way) – none – none",
        ),
        (
            Kpi("k", "delivery-time", 5, 3, due="2027-01-31", owner="logistics"),
            "T J0 5 3 −2 planned 31 January 2027 Overdue Logistics",
        ),
        (Kpi("k", "unknown", 5, 3), "T J0 5 3 −2 planned – none – none"),
    ],
)
def test_a_kpi_says_what_is_known_of_it(kpi: Kpi, words: str) -> None:
    """Baseline, target, actual, gap in words, due day and owner; a long unit stands beside the metric."""
    assert row_of(kpi) == words


def test_a_span_of_time_is_told_in_words() -> None:
    """Seconds read as days, and so do gaps."""
    metric = Metric("wait", "Wait", "duration", "s", "down")
    portfolio = portfolio_of(Kpi("k", "wait", 259_200, 172_800, actual=216_000))
    portfolio = portfolio._replace(library=portfolio.library._replace(metrics={"wait": metric}))
    pages = build_pages(portfolio)

    assert "T J0 3 days 2 days 2 days 12 hours 12 hours to go (50% of the way)" in pages.words(BOARD)
    assert "Unit Spans of time" in pages.words("kpis/wait/index.html")


def test_only_what_is_open_can_be_overdue() -> None:
    """The reader's clock flags a day that has passed, but not for a target that is met."""
    missed = Kpi("k", "conversion", 31, 38, actual=34, due="2026-01-01")

    assert 'data-stale="2026-01-01"' in build_pages(portfolio_of(missed)).html(BOARD)
    assert "data-stale" not in build_pages(portfolio_of(missed._replace(actual=38))).html(BOARD)


def test_a_bar_is_drawn_only_where_the_way_is_known() -> None:
    """Without a measurement there is no bar, and none for a way of no length."""
    measured = Kpi("k", "conversion", 31, 38, actual=34.5)

    assert 'class="done" width="50"' in build_pages(portfolio_of(measured)).html(BOARD)
    for kpi in (measured._replace(actual=None), measured._replace(target=31)):
        assert 'class="progress"' not in build_pages(portfolio_of(kpi)).html(BOARD)


def test_kpis_lead_to_their_rows() -> None:
    """The place of a KPI is a link to its row on the page of the journey; the metric has a page."""
    html = build_pages(make_portfolio()).html(BOARD)

    assert 'href="../journeys/first-purchase/index.html#checkout__conversion"' in html
    assert 'href="conversion/index.html"' in html


def test_moments_of_truth_without_kpi_are_named() -> None:
    """Where customers decide and nothing measures it, the overview says so; retired journeys owe nothing."""
    portfolio = portfolio_of(truth=True)

    assert "Moments of truth that nothing measures" in build_pages(portfolio).words(BOARD)
    retired = tuple(journey._replace(status="retired") for journey in portfolio.journeys)
    assert "that nothing measures" not in build_pages(portfolio._replace(journeys=retired)).words(BOARD)
    assert "that nothing measures" not in build_pages(portfolio_of(Kpi("k", "csat"), truth=True)).words(BOARD)


def test_a_metric_that_nobody_uses_says_so() -> None:
    """It stands in the overview and has its page, without a table."""
    pages = build_pages(portfolio_of())

    assert "Delivery time days · Lower is better Defined, and not in use." in pages.words(BOARD)
    assert "Defined, and not in use." in pages.words("kpis/delivery-time/index.html")


def test_the_page_of_a_metric_defines_it() -> None:
    """Kind, unit, direction, range, source and owner, and every KPI that is made of it."""
    portfolio = make_portfolio()
    metrics = {
        **portfolio.library.metrics,
        "csat": Metric(
            "csat", "Satisfaction", "csat", "of 5", "up", "Mean **answer**.", "survey", None, "checkout-team"
        ),
    }
    portfolio = portfolio._replace(library=portfolio.library._replace(metrics=metrics))
    words = build_pages(portfolio).words("kpis/csat/index.html")

    assert "Metric Satisfaction Mean answer. 2 KPIs 2 journeys" in words
    facts = "Kind Customer satisfaction Unit of 5 Direction Higher is better Range 1 of 5 … 5 of 5"
    assert f"{facts} Source Post-purchase survey Owner Checkout team" in words
    assert "Checkout page First purchase, from search to review 3.1 4.2" in words


def test_the_overview_shows_a_dozen_of_a_metric_and_leads_on() -> None:
    """Hundreds of KPIs of one metric leave the overview small; the metric's page and the file have them."""
    pages = build_pages(portfolio_of(Kpi("k", "conversion", 31, 38), count=30))

    assert sum("J" in row and "planned" in row for row in pages.rows(BOARD)) == 12
    assert "and 18 more" in pages.words(BOARD)
    assert sum("planned" in row for row in pages.rows("kpis/conversion/index.html")) == 30
    assert len(pages.table("kpis/kpis.csv")) == 31


def test_the_file_has_every_kpi_with_bare_numbers() -> None:
    """A row a KPI, its numbers without units, for a spreadsheet."""
    table = build_pages(portfolio_of(Kpi("k", "conversion", 31, 38.5, actual=32, due="2027-01-01"))).table(
        "kpis/kpis.csv"
    )

    assert table[0][:6] == ["Metric", "Journey", "Where", "Baseline", "Target", "Actual"]
    assert table[1] == [
        *("Checkout conversion", "J0", "T", "31", "38.5", "32"),
        *("%", "up", "2027-01-01", ""),
    ]


def test_without_metrics_and_kpis_there_is_no_overview() -> None:
    """Nothing to measure, no page."""
    portfolio = portfolio_of()
    portfolio = portfolio._replace(library=portfolio.library._replace(metrics={}))

    assert BOARD not in build_pages(portfolio).files

"""The overview of pains: what nobody answers first, the worst on top."""

from typing import Any

from journeymap.model import Evidence, Journey, Opportunity, Pain, Persona, Portfolio, Stage, Touchpoint
from journeymap.site.overviews import pains as overview
from tests.site.overviews.pages import build_pages
from tests.site.samples import make_portfolio

PAGE = "pains/index.html"


def portfolio_of(*pains: Pain, opportunities: tuple[Opportunity, ...] = (), **more: Any) -> Portfolio:
    """Return a portfolio of one journey with these pains at one touchpoint."""
    stages = (Stage("s", "S", touchpoints=(Touchpoint("t", "Touch", pains=pains),)),)
    journey = Journey("j", "Journey", stages, opportunities=opportunities, **more)
    return make_portfolio()._replace(journeys=(journey,))


def test_unanswered_pains_come_first_and_the_worst_on_top() -> None:
    """By severity, then by frequency; what nobody rated stands last."""
    portfolio = portfolio_of(
        Pain("Unrated"),
        Pain("Rare", "r", "high", "rare"),
        Pain("Always", "a", "high", "always"),
        Pain("Worst", "w", "critical", "often"),
        opportunities=(Opportunity("Fix", "f", addresses=("w",), status="planned"),),
    )
    words = build_pages(portfolio).words(PAGE)
    places = [
        words.index(each) for each in ("Nobody answers", " Always Touch", " Rare Touch", " Unrated Touch")
    ]

    assert places == sorted(places)
    assert (
        words.index(" Unrated Touch") < words.index("Answered by an opportunity") < words.index("Worst Touch")
    )
    assert "4 pains 3 unanswered 3 severe 4 only assumed" in words
    assert "Fix Planned" in words


def test_an_answer_that_was_rejected_is_none() -> None:
    """The pain stays unanswered, and the page says what became of the answer."""
    rejected = Opportunity("No", "n", addresses=("p",), status="rejected")
    words = build_pages(portfolio_of(Pain("Hurts", "p"), opportunities=(rejected,))).words(PAGE)

    assert "1 unanswered" in words
    assert "No Rejected" in words


def test_an_answer_of_another_journey_says_so() -> None:
    """Beside its status it names the journey that it belongs to."""
    portfolio = portfolio_of(Pain("Hurts", "p"))
    other = Journey("k", "Other journey", opportunities=(Opportunity("Far", "f", addresses=("j#p",)),))
    pages = build_pages(portfolio._replace(journeys=(*portfolio.journeys, other)))

    assert "Far Idea · Other journey" in pages.words(PAGE)
    assert 'href="../journeys/k/index.html#f"' in pages.html(PAGE)


def test_a_pain_says_where_whom_and_on_what_ground() -> None:
    """Place, journey, personas and evidence are links; a persona of the journey's own has no page."""
    pain = Pain("Hurts *much*", "p", "low", "often", "researched", ("e", "gone"), ("deal-hunter", "own"))
    portfolio = portfolio_of(
        pain,
        evidence=(Evidence("e", "Interviews 2026"),),
        personas=("deal-hunter", "own"),
        local_personas=(Persona("own", "Olga"),),
    )
    pages = build_pages(portfolio)
    html = pages.html(PAGE)

    assert (
        "Hurts much Touch Journey Low severity Often Dana, the deal hunter, Olga Researched"
        in pages.words(PAGE)
    )
    assert 'href="../journeys/j/index.html#p"' in html
    assert 'href="../journeys/j/index.html#e"' in html
    assert "#gone" not in html
    assert 'href="../personas/deal-hunter/index.html"' in html
    assert "personas/own" not in html


def test_pains_are_counted_by_severity_and_frequency() -> None:
    """Rows are severities that there are; a dash is none."""
    rows = build_pages(
        portfolio_of(Pain("A", severity="high", frequency="often"), Pain("B", severity="high"), Pain("C"))
    ).rows(PAGE)

    assert rows[0] == "Severity Always Often Sometimes Rare Frequency unknown"
    assert rows[1] == "High severity – none 1 – none – none 1"
    assert rows[2] == "Severity unknown – none – none – none – none 1"


def test_a_page_of_thousands_is_cut_and_the_file_is_whole() -> None:
    """The page has the worst of a kind and says how many more there are."""
    many = tuple(Pain(f"P{number}") for number in range(overview.MOST + 5))
    pages = build_pages(portfolio_of(*many))

    assert "and 5 more" in pages.words(PAGE)
    assert pages.html(PAGE).count("<tr data-words") == overview.MOST
    table = pages.table("pains/pains.csv")
    assert len(table) == len(many) + 1
    assert table[1] == ["P0", "Journey", "Touch", "", "", "", "assumed", ""]


def test_without_pains_there_is_no_overview() -> None:
    """Nothing hurts, no page."""
    assert PAGE not in build_pages(portfolio_of()).files

"""The backlog: opportunities of all journeys in order of rank, with what they change."""

from typing import Any

from journeymap.model import Journey, Kpi, Opportunity, Pain, Portfolio, Stage, Touchpoint
from journeymap.model.settings import FormulaName
from journeymap.site.overviews import backlog
from tests.site.overviews.pages import build_pages
from tests.site.samples import make_portfolio

PAGE = "opportunities/index.html"


def portfolio_of(*opportunities: Opportunity, formula: FormulaName = "mean-value", **more: Any) -> Portfolio:
    """Return a portfolio of one journey with a pain, a KPI and these opportunities."""
    touchpoint = Touchpoint("t", "T", pains=(Pain("It *hurts*", "p"),), kpis=(Kpi("c", "csat"),))
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=(touchpoint,)),), opportunities=opportunities)
    portfolio = make_portfolio()
    workspace = portfolio.workspace._replace(opportunity_score=formula)
    return portfolio._replace(workspace=workspace, journeys=(journey._replace(**more),))


WORTH = {"customer_value": 4, "business_value": 3, "effort": 2}


def test_a_line_says_all_there_is() -> None:
    """Rank, title, journey, status, corner, score, values, effort, owner, day, pains and KPIs."""
    one = Opportunity(
        "Do it",
        "do",
        addresses=("p",),
        kpis=("t/c",),
        own_kpis=(Kpi("own", "contacts"),),
        status="planned",
        owner="logistics",
        due="2027-02-01",
        **WORTH,  # type: ignore[arg-type]
    )
    pages = build_pages(portfolio_of(one))
    html = pages.html(PAGE)

    line = "1 Do it J Planned Quick win 3.5 4 3 2 Logistics 1 February 2027 Overdue Pain: It hurts"
    assert f"{line} KPI: Checkout satisfaction KPI: Contacts per order" in pages.words(PAGE)
    for anchor in ("do", "p", "t__c", "do__own"):
        assert f'href="../journeys/j/index.html#{anchor}"' in html, anchor


def test_kpis_and_pains_are_found_by_every_address() -> None:
    """By id alone where only one has it, by the whole address, and in words where nobody knows it."""
    one = Opportunity("Do it", addresses=("j#p", "long-gone"), kpis=("c", "j#t/c", "k#x/no-such"))
    words = build_pages(portfolio_of(one)).words(PAGE)

    assert "Pain: It hurts Pain: Long gone" in words
    assert "KPI: Checkout satisfaction KPI: Checkout satisfaction KPI: No such" in words


def test_the_workspace_chooses_the_score() -> None:
    """The formula is named and explained, and what it cannot score has a dash."""
    pages = build_pages(portfolio_of(Opportunity("A", **WORTH), Opportunity("B"), formula="value-per-effort"))  # type: ignore[arg-type]
    words = pages.words(PAGE)

    assert "In order of score: Value per effort." in words
    assert "1 A J Idea Quick win 1.75 4 3 2" in words
    assert "2 B J Idea – none – none – none – none – none – none – none" in words


def test_what_is_settled_stands_last_and_is_never_overdue() -> None:
    """Done and rejected opportunities keep their day without a flag."""
    done = Opportunity("Done", status="done", due="2020-01-01", **WORTH)  # type: ignore[arg-type]
    pages = build_pages(portfolio_of(done, Opportunity("Open")))

    assert [row.split()[:2] for row in pages.rows(PAGE)[1:]] == [["1", "Open"], ["2", "Done"]]
    assert "data-stale" not in pages.html(PAGE)
    assert "2 opportunities 1 done" in pages.words(PAGE)


def test_the_matrix_is_there_where_something_stands_in_it() -> None:
    """With a value and an effort there is a picture with its files; without one there is neither."""
    with_one = build_pages(portfolio_of(Opportunity("A", **WORTH)))  # type: ignore[arg-type]
    without = build_pages(portfolio_of(Opportunity("A")))

    assert "Value against effort" in with_one.words(PAGE)
    assert {f"opportunities/matrix.{kind}" for kind in ("svg", "csv", "md")} <= with_one.files.keys()
    assert "Value against effort" not in without.words(PAGE)
    assert "opportunities/matrix.svg" not in without.files


def test_the_matrix_of_many_says_what_it_shows() -> None:
    """Where more stand in it than can be told apart, the page says which are shown."""
    many = tuple(Opportunity(f"O{number}", **WORTH) for number in range(41))  # type: ignore[arg-type]

    assert "The 40 that rank best are shown." in build_pages(portfolio_of(*many)).words(PAGE)
    assert "that rank best" not in build_pages(portfolio_of(*many[:40])).words(PAGE)


def test_a_page_of_thousands_is_cut_and_the_file_is_whole() -> None:
    """The page has those that rank best and says how many more there are."""
    many = tuple(Opportunity(f"O{number}", due="2027-01-01") for number in range(backlog.MOST + 2))
    pages = build_pages(portfolio_of(*many))

    assert pages.html(PAGE).count("<tr class=") == backlog.MOST
    assert "and 2 more" in pages.words(PAGE)
    table = pages.table("opportunities/opportunities.csv")
    assert len(table) == len(many) + 1
    assert table[1] == ["1", "O0", "J", "idea", "", "", "", "", "", "", "2027-01-01", "", ""]


def test_without_opportunities_there_is_no_overview() -> None:
    """Nothing to do, no page."""
    assert PAGE not in build_pages(portfolio_of()).files

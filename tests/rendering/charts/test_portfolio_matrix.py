"""The opportunity matrix of all journeys: in order of rank, and never more than can be told apart."""

from journeymap.model import Journey, Opportunity, Portfolio
from journeymap.rendering.charts.matrix import (
    MOST,
    draw_bare_portfolio_matrix,
    draw_portfolio_matrix,
    tabulate_portfolio,
)
from journeymap.rendering.charts.opportunities import place_opportunities, rank_opportunities
from journeymap.themes.theme import LIGHT
from tests.rendering.charts.fitting import written
from tests.rendering.charts.test_matrix import numbered
from tests.rendering.samples import SAMPLES


def portfolio_of(*groups: tuple[Opportunity, ...]) -> Portfolio:
    """Return a portfolio with a journey for each group of opportunities."""
    portfolio, journey = SAMPLES["tiny"]()
    journeys = [
        journey._replace(id=f"journey-{place}", title=f"Journey {place}", opportunities=group)
        for place, group in enumerate(groups, start=1)
    ]
    return portfolio._replace(journeys=tuple(journeys))


def test_the_best_score_comes_first_and_what_is_settled_last() -> None:
    """Opportunities of all journeys are one list: by score, then without one, then done and rejected."""
    portfolio = portfolio_of(
        (numbered(2, 1, "Second"), numbered(5, 1, "Settled", status="done")),
        (Opportunity("Unscored"), numbered(4, 5, "First")),
    )
    ranked = rank_opportunities(portfolio)

    titles = [one.placed.opportunity.title for one in ranked]
    assert titles == ["First", "Second", "Unscored", "Settled"]
    assert [one.placed.number for one in ranked] == [1, 2, 3, 4]
    assert [one.journey.title for one in ranked] == ["Journey 2", "Journey 1", "Journey 2", "Journey 1"]
    assert [row[1] for row in tabulate_portfolio(portfolio).rows] == [
        "First",
        "Second",
        "Settled",
        "Unscored",
    ]


def test_the_picture_names_the_workspace_and_lists_all() -> None:
    """The picture of all journeys stands for itself; the bare one leaves title and list to the page."""
    portfolio = portfolio_of((numbered(4, 1, "Now"),), (Opportunity("Some day"),))
    portfolio = portfolio._replace(workspace=portfolio.workspace._replace(title="The shop"))

    texts = written(draw_portfolio_matrix(portfolio, theme=LIGHT))
    assert {"The shop", "Now", "Some day"} <= set(texts)
    assert "Some day" not in written(draw_bare_portfolio_matrix(portfolio, theme=LIGHT))


def test_of_many_the_best_are_shown() -> None:
    """Beyond what can be told apart the picture has those that rank best; the table has them all."""
    many = tuple(numbered(5 * place / 100, place % 6, f"Do {place}") for place in range(100))
    portfolio = portfolio_of(many)

    texts = written(draw_portfolio_matrix(portfolio, theme=LIGHT))
    assert "Do 99" in texts
    assert f"Do {100 - MOST - 1}" not in texts
    assert len(tabulate_portfolio(portfolio).rows) == 100


def test_a_journey_for_itself_is_drawn_as_ever() -> None:
    """Numbers in the picture of one journey are its own order, whatever others hold."""
    portfolio = portfolio_of((numbered(1, 1, "A"), numbered(5, 1, "B")), (numbered(3, 1, "C"),))
    first: Journey = portfolio.journeys[0]

    assert [(one.number, one.opportunity.title) for one in place_opportunities(portfolio, first)] == [
        (1, "A"),
        (2, "B"),
    ]

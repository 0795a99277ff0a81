"""What a map means is explained on the site itself, in the terms of the workspace."""

from typing import cast

from journeymap import __version__
from journeymap.model import EmotionScale
from journeymap.model.settings import FormulaName, ScaleLabel
from tests.site.overviews.pages import build_pages
from tests.site.samples import make_portfolio

PAGE = "about/index.html"


def test_signs_certainties_states_and_lines_are_explained() -> None:
    """Everything that a map shows has its sentence, and the formula in use, too."""
    words = build_pages(make_portfolio()).words(PAGE)

    for word in ("Moment of truth", "Partly researched", "Ideal state", "Line of visibility", "Lowest point"):
        assert word in words, word
    assert "Score of an opportunity: Mean value" in words
    assert f"Built by journeymap {__version__}." in words


def test_the_scale_is_that_of_the_workspace() -> None:
    """Scores are on the workspace's own scale, with its own words, the best first."""
    scale = EmotionScale(1, 10, 4, (ScaleLabel(10, "delighted"), ScaleLabel(1, "furious")))
    portfolio = make_portfolio()
    portfolio = portfolio._replace(workspace=portfolio.workspace._replace(emotion_scale=scale))
    words = build_pages(portfolio).words(PAGE)

    assert "Scores run from +1 to +10." in words
    assert "+10 delighted +7" in words
    assert "+1 furious" in words


def test_an_unknown_formula_is_left_out() -> None:
    """Where nobody knows how a score comes about, the page does not claim to."""
    portfolio = make_portfolio()
    workspace = portfolio.workspace._replace(opportunity_score=cast("FormulaName", "magic"))

    assert "Score of an opportunity" not in build_pages(portfolio._replace(workspace=workspace)).words(PAGE)

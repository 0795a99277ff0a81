"""The story of the simpler checkout in every form that is compared byte by byte."""

from pathlib import Path

import pytest

from journeymap.reporting.style import Style
from journeymap.reviewing import REVIEWS, Options
from tests.conftest import match_golden
from tests.reviewing.reviews import compare_story, make_story

GOLDENS = Path(__file__).with_name("goldens")
LINKED = Options(
    site_url="https://example.com/journeys/", edit_url="https://example.com/maps/edit/main/{file}#L{line}"
)


@pytest.mark.parametrize(
    ("name", "form", "options"),
    [
        ("review.txt", "text", Options()),
        ("review-all.txt", "text", Options(shows_all=True)),
        ("review-colour.txt", "text", Options(style=Style(80, color=True))),
        ("review-ascii.txt", "text", Options(encoding="ascii")),
        ("review.md", "markdown", Options()),
        ("review-linked.md", "markdown", LINKED),
        ("review.json", "json", Options()),
        ("review.svg", "svg", Options()),
    ],
)
def test_the_story_is_told_as_it_was_looked_at(name: str, form: str, options: Options) -> None:
    """What is committed was looked at: in a terminal, in a browser, and as GitHub renders it."""
    match_golden(GOLDENS / name, REVIEWS[form](make_story(options)))


@pytest.mark.parametrize("form", REVIEWS)
def test_the_same_review_is_the_same_bytes(form: str) -> None:
    """Every form of what the program itself found is written twice alike."""
    assert REVIEWS[form](compare_story()) == REVIEWS[form](compare_story())


def test_the_story_is_told_in_plain_words() -> None:
    """Whoever knows nothing of YAML reads in one sentence what the change does to the customer."""
    comment = REVIEWS["markdown"](compare_story())

    sentence = next(line for line in comment.splitlines() if line.startswith("**First purchase, from search"))
    for clause in (
        "1 touchpoint fewer",
        "Mira feels better at Pay on one page (−2 → +1)",
        "Basket feels better (+1 → +2)",
        "2 pains resolved",
        "1 pain removed",
        "more customers reach their goal",
        "1 opportunity done",
    ):
        assert clause in sentence

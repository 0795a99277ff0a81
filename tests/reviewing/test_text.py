"""The review in the terminal: 80 columns, levels by sign and word, nothing that steers a terminal."""

import re

import pytest

from journeymap.reporting.style import Style
from journeymap.reporting.terminal.screen import width_of
from journeymap.reviewing import Options
from journeymap.reviewing.text import write_review_text
from tests.reviewing.reviews import compare_story, make_changes, make_dossier, make_story
from tests.reviewing.worlds import compare, compile_world, edit

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("color", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, color: bool) -> None:
    """Whatever its width, and colours take no room; only an address is never broken."""
    text = write_review_text(compare_story(Options(shows_all=True, style=Style(width, color))))
    lines = [line for line in ESCAPES.sub("", text).splitlines() if ".yaml:" not in line]
    assert max(map(width_of, lines)) <= width


def test_the_last_line_has_the_counts() -> None:
    """Whoever scrolls to the end knows how grave it is, and how much was left out."""
    *_, before, last = write_review_text(make_story()).splitlines()
    assert before == "2 details of wording or looks are not shown (--all shows them)"
    assert last == "1 breaking, 2 warnings, 8 info, 1 of them approved"


def test_nothing_to_say_is_said() -> None:
    """Two equal sides are one sentence below their names."""
    assert write_review_text(edit()).splitlines()[-1] == "No changes for the customer."


def test_changes_stand_by_journey_and_stage() -> None:
    """They come in the order in which the customer walks, each with sign, word, reason and line."""
    text = write_review_text(make_story())
    places = [text.index(f"\n  {stage}\n") for stage in ("The whole journey", "Consideration", "Decision")]
    assert places == sorted(places)
    assert "✖ breaking − touchpoint `Payment` was merged into `Pay on one page`" in text
    assert "Approved: The payment step lives on" in text
    assert re.search(r"\n +journeys/first-purchase\.journey\.yaml:\d+\n", text)


def test_a_journey_that_only_shares_says_so() -> None:
    """Nothing is repeated where nothing was edited."""
    text = write_review_text(make_story())
    assert "First purchase in 2027, without surprises\n  changes as well, through what it shares" in text


def test_shared_things_stand_apart() -> None:
    """A change in no journey comes after those that are."""
    portfolio = compile_world()
    text = write_review_text(make_dossier(portfolio, portfolio, make_changes()[:1]))
    assert "\nShared things\n    ✖ breaking" in text


def test_ascii_is_enough() -> None:
    """A stream that knows nothing else gets signs of its own and no bars."""
    text = write_review_text(make_story(Options(encoding="ascii")))
    assert text.isascii()
    assert "x breaking - touchpoint" in text
    assert '"Payment" is now a part of "Pay on one page"' in text


def test_colours_are_only_those_of_the_style() -> None:
    """With colour there are escapes of ours, without there is none."""
    assert "\x1b[1;31m" in write_review_text(make_story(Options(style=Style(80, color=True))))
    assert "\x1b" not in write_review_text(make_story())


def test_many_names_are_cut() -> None:
    """Behind a clause three names are enough; the changes below have all."""
    pains = "".join(f", {{id: p{n}, text: Pain {n}}}" for n in range(5))
    text = write_review_text(edit(("text: Heavy}", f"text: Heavy}}{pains}")))
    assert "5 new pains: Pain 0, Pain 1, Pain 2, …" in text


def test_everyone_is_called_so() -> None:
    """A line of nobody in particular is that of everyone."""
    head = "journeymap: 1\nkind: journey\nid: visit\ntitle: A visit\nstages:\n"
    edits = (("emotion: {by: {ana: {score: 1}, ben: {score: -1}}}", "emotion: {score: 1}"),)
    before = compile_world(*edits, head=head)
    after = compile_world(*edits, ("score: -1, feeling: lost", "score: 1"), head=head)
    assert "\n  Everyone\n  before  ▅▃▆▅\n  after   ▅▆▆▅\n" in write_review_text(compare(before, after))


def test_long_names_of_sides_break() -> None:
    """What does not fit beside the title stands below it."""
    from journeymap.diffing.review import Review, SideName
    from journeymap.reviewing import open_dossier

    portfolio = compile_world()
    review = Review((), SideName("a" * 60), SideName("b" * 60))
    dossier = open_dossier(review, portfolio, portfolio, lambda _: None, lambda _: None)
    assert max(map(len, write_review_text(dossier).splitlines())) <= 80

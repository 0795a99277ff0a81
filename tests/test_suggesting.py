"""The one *did you mean*: near words are found, far ones never suggested."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.suggesting import LONGEST_WORD, closest

WORDS = ["owner", "checkout", "deal-hunter", "checkout-team", "personas", "id", "stages"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("ownr", "owner"),
        ("chekout", "checkout"),
        ("checkuot", "checkout"),
        ("deal_hunter", "deal-hunter"),
        ("Deal Hunter", "deal-hunter"),
        ("team-checkout", "checkout-team"),
        ("persnas", "personas"),
        ("Owner", "owner"),
        ("teams", None),
        ("xyz", None),
        ("o", None),
        ("", None),
        ("x" * (LONGEST_WORD + 1), None),
    ],
)
def test_what_is_suggested(word: str, meant: str | None) -> None:
    """Swapped, missing, doubled and re-ordered parts are near; another word is not."""
    assert closest(word, WORDS) == meant


def test_equally_near_words_are_taken_in_alphabetical_order() -> None:
    """The order of the candidates does not matter."""
    assert closest("cat", ["cut", "cot"]) == closest("cat", ["cot", "cut"]) == "cot"


@given(st.text(alphabet="abc-", min_size=6, max_size=12), st.data())
def test_one_slip_is_always_found(word: str, data: st.DataObject) -> None:
    """A word with one letter gone is near the word itself."""
    at = data.draw(st.integers(0, len(word) - 1))

    assert closest(word[:at] + word[at + 1 :], [word]) == word

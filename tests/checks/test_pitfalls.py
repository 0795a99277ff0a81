"""The five pitfalls that an article on customer journeys names, each shown by journeys that fall into it.

The article: no clear objectives, inadequate customer research, inconsistent experiences across channels,
neglect of what follows the purchase, data privacy overlooked. What the program prints is beside the cases.
"""

import json
from typing import Any

import pytest

from tests.programs import run_journeymap
from tests.test_cases import CASES, TODAY

PITFALLS = {
    "unclear-objectives": ["no-objective", "objective-without-kpi"],
    "inadequate-research": [
        "no-customer-research",
        "no-research",
        "outdated-evidence",
        "persona-without-research",
    ],
    "inconsistent-channels": ["channel-switch-without-handover", "contradicting-touchpoint"],
    "neglected-post-purchase": ["no-feedback-loop", "no-post-purchase"],
    "overlooked-privacy": ["personal-data-without-privacy", "personalization-without-consent"],
}
"""Case → what must be found in it, and nothing else above the level of a hint."""

WORDS = {
    "unclear-objectives": ["has no objective", "would tell whether the objective"],
    "inadequate-research": ["comes from customer research", "no customer was asked or observed"],
    "inconsistent-channels": ["nothing is said to be carried over", "contradict each other"],
    "neglected-post-purchase": ["ends with the purchase and neglects what comes after it"],
    "overlooked-privacy": ["personal data, and nothing is said about privacy", "without a word on consent"],
}
"""Case → what a reader of the article recognises in the messages."""


def findings_in(name: str) -> list[dict[str, Any]]:
    """Return what the program finds in a case, with every rule at its own level."""
    folder = CASES / "pitfalls" / name
    outcome = run_journeymap("check", ".", "--today", TODAY, "--output-format", "json", cwd=folder)
    found: list[dict[str, Any]] = json.loads(outcome.stdout)["diagnostics"]
    return found


@pytest.mark.parametrize("name", PITFALLS)
def test_a_pitfall_stands_out(name: str) -> None:
    """Its rules speak, and no other rule drowns them."""
    loud = {each["rule"] for each in findings_in(name) if each["severity"] != "info"}
    assert sorted(loud) == PITFALLS[name]


@pytest.mark.parametrize("name", PITFALLS)
def test_a_pitfall_is_named_in_words_that_are_known(name: str) -> None:
    """Who has read of the pitfall knows which one this is."""
    messages = [each["message"] for each in findings_in(name)]
    assert [words for words in WORDS[name] if not any(words in each for each in messages)] == []


def test_each_case_of_a_pitfall_is_held_to_its_rules() -> None:
    """There are five, and no case stands beside them."""
    assert sorted(path.name for path in (CASES / "pitfalls").iterdir() if path.is_dir()) == sorted(PITFALLS)

"""Sentences that a comma in brackets has cut: found where they read like one, and nowhere else."""

import pytest

from journeymap.schema import validate
from journeymap.syntax import read_document

FILE = """\
journeymap: 1
id: repair
title: Repair
stages:
  - id: wait
    title: Wait
    motivations: {}
"""


def find(written: str) -> list[tuple[str, str]]:
    """Return the rule and the marked text of each finding in a list written that way."""
    document = read_document("repair.journey.yaml", FILE.format(written).encode())
    text = document.source.text
    return [
        (each.rule, text[each.primary.start.offset : each.primary.end.offset])
        for each in validate(document, "journey")
    ]


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("[Two minutes, no account]", "Two minutes, no account"),
        ("[Now, not next week]", "Now, not next week"),
        ("[Now, not next week, ]", "Now, not next week"),
        ("[Now, not next week\n      # it's [late]\n      ]", "Now, not next week"),
        ("[It's late, my dear]", "It's late, my dear"),
        ("[Line#5, my dear]", "Line#5, my dear"),
        ("[A price, a day, a name]", "A price, a day, a name"),
    ],
)
def test_a_cut_sentence_is_found(written: str, marked: str) -> None:
    """A capital begins it, small letters begin the rest, and there is more than a word somewhere."""
    assert find(written) == [("split-text", marked)]


@pytest.mark.parametrize(
    "written",
    [
        '["Two minutes, no account"]',
        '[Two minutes, "no account"]',
        "[Confirmation, Assurance]",
        "[Seeking data, Reliability]",
        "[curiosity, Uncertainty]",
        "[Confirmation, assurance]",
        "[two minutes, no account]",
        "[Two minutes]",
        "\n      - Two minutes\n      - no account",
        "\n      - Prose about [Two minutes, no account]",
        "\n      # [Two minutes, no account]\n      - Two minutes",
        "[]",
    ],
)
def test_a_list_that_is_meant_is_left_alone(written: str) -> None:
    """Lists of words, quoted texts, texts on lines of their own and brackets in prose are what they are."""
    assert find(written) == []


def test_names_are_left_alone() -> None:
    """A list of tags or channels is a list of names, whatever its capitals."""
    written = FILE.format("[]").replace("stages:", "tags: [Winter repair, shop]\nstages:")

    assert validate(read_document("repair.journey.yaml", written.encode()), "journey") == ()


def test_the_finding_says_both_ways_out() -> None:
    """It informs only, offers the quotes around the whole, and says how to be left in peace."""
    document = read_document("repair.journey.yaml", FILE.format("[Two minutes, no account]").encode())
    (found,) = validate(document, "journey")

    assert found.severity.word == "info"
    assert found.message == "`motivations` of stage `wait` holds 2 texts that read like one"
    assert found.entity == "journey:repair/stage:wait"
    assert [each.text for fix in found.fixes for each in fix.edits] == ['"Two minutes, no account"']
    assert not found.fixes[0].safe
    assert len(found.help) == 2

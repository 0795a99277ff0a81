"""What a comment tells the checks, told from what it tells people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.suppressing.instructions import Instruction, Misfit, read_instruction
from journeymap.suppressing.mentioning import mentions_journeymap


@pytest.mark.parametrize(
    ("comment", "names", "reason", "whole_file"),
    [
        ("# journeymap: ignore[flat-emotion]", ["flat-emotion"], "", False),
        ("# journeymap: ignore[flat-emotion] measured in May", ["flat-emotion"], "measured in May", False),
        ("#journeymap:ignore[a-b,c-d]x", ["a-b", "c-d"], "x", False),
        ("#\t journeymap :  ignore [ a-b ,  c-d , ]  -- why [so]? ", ["a-b", "c-d"], "why [so]?", False),
        ("# journeymap: ignore-file[a-b]: old file", ["a-b"], "old file", True),
        ("# journeymap: ignore[no rule of ours]", ["no rule of ours"], "", False),
    ],
)
def test_a_comment_that_is_written_right(
    comment: str, names: list[str], reason: str, whole_file: bool
) -> None:
    """Blanks may vary; names stand in brackets, the reason behind them."""
    read = read_instruction(comment)
    assert isinstance(read, Instruction)
    assert [each.name for each in read.names] == names
    assert [comment[each.at : each.at + len(each.name)] for each in read.names] == names
    assert (read.reason, read.whole_file) == (reason, whole_file)
    assert comment[read.inside[0] - 1] == "["
    assert comment[read.inside[1]] == "]"


@pytest.mark.parametrize(
    ("comment", "problem", "verb"),
    [
        ("# journeymap: ignore", "the rules are not in brackets", "ignore"),
        ("# journeymap: ignore flat-emotion, no-objective", "the rules are not in brackets", "ignore"),
        ("# journeymap: ignore-file: flat-emotion", "the rules are not in brackets", "ignore-file"),
        ("# journeymap: ignore[]", "there is no rule between the brackets", "ignore"),
        ("# journeymap: ignore[ , ]", "there is no rule between the brackets", "ignore"),
        ("# journeymap: ignored[flat-emotion]", "`ignored` is not a word that it knows", "ignore"),
        ("# journeymap: ignore-next-line[a-b]", "`ignore-next-line` is not a word that it knows", "ignore"),
        ("# journeymap: ignore_file[a-b]", "`ignore_file` is not a word that it knows", "ignore-file"),
        ("# journeymap: disable flat-emotion", "`disable` is not a word that it knows", "ignore"),
        ("# journeymap: noqa", "`noqa` is not a word that it knows", "ignore"),
        ("# journeymap: frobnicate[flat-emotion]", "`frobnicate` is not a word that it knows", "ignore"),
        ("# journeymap: ignore (flat-emotion)", "the brackets are not `[` and `]`", "ignore"),
        ("# journeymap: ignore[flat-emotion", "the brackets are not `[` and `]`", "ignore"),
        ("# journeymap ignore[flat-emotion]", "it does not begin with `# journeymap:`", "ignore"),
        ("# JourneyMap: ignore[flat-emotion]", "it does not begin with `# journeymap:`", "ignore"),
        ("# journeymap-ignore[flat-emotion]", "it does not begin with `# journeymap:`", "ignore"),
    ],
)
def test_a_comment_that_tries_in_vain(comment: str, problem: str, verb: str) -> None:
    """Whoever means to silence something and does not learns why, and with which word it is done."""
    read = read_instruction(comment)
    assert isinstance(read, Misfit)
    assert (read.problem, read.verb) == (problem, verb)


@pytest.mark.parametrize(
    "comment",
    [
        "# journeymap: 1",
        "# journeymap:",
        "# journeymap: the map of the reading room",
        "# journeymap check says that this is fine",
        "# journeymap: skip the queue at the counter",
        "# journeymap: off-season",
        "# journeymaps: ignore[them]",
        "# see journeymap: ignore[flat-emotion] in the manual",
        "# yaml-language-server: $schema=https://journeymap.dev/schemas/journey-1.json",
        "# ignore[flat-emotion]",
    ],
)
def test_a_comment_for_people(comment: str) -> None:
    """What only mentions the program, or comments a line out, is left in peace."""
    assert read_instruction(comment) is None


@given(st.text("# journeymap:ignore-file[],\t", max_size=60).map("#".__add__))
def test_any_comment_is_read(comment: str) -> None:
    """Nothing makes the reader fail, and what it understands was mentioned before it looked."""
    read = read_instruction(comment)
    assert read is None or mentions_journeymap(comment)
    if isinstance(read, Instruction):
        assert [comment[each.at :].startswith(each.name) for each in read.names] == [True] * len(read.names)

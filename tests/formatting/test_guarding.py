"""What the guard lets through, and what it does not."""

import pytest

from journeymap.formatting import Formatted, Refused, format_document
from journeymap.formatting.guarding import find_difference, forget_ids, is_same
from journeymap.syntax import Document, read_document

GOOD = "journeymap: 1\nkind: journey\nid: a # x\ntitle: A\nstages: [{id: b, title: B}]\n"


def read(text: str) -> Document:
    return read_document("demo.journey.yaml", text.encode())


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        (GOOD, ""),
        (GOOD.replace("# x", "#   x"), ""),
        (GOOD.replace("title: A", "title: B"), "a value would have changed"),
        (GOOD.replace("1", "1.0"), "a value would have changed"),
        (GOOD.replace(" # x", ""), "a comment would have changed or been lost"),
        (GOOD.replace("# x", "# y"), "a comment would have changed or been lost"),
        (GOOD + "# x\n", "a comment would have changed or been lost"),
        (GOOD.replace("[{id", "[{"), "the result could not be read"),
        (GOOD.replace("A\n", "A\ntitle: B\n"), "there would have been a new finding"),
    ],
)
def test_what_differs_is_said(text: str, difference: str) -> None:
    """A result with another value, another comment or a new finding is told from one that is the same."""
    assert (
        find_difference(read(GOOD), read(text.replace("[{: b", "[{")), "journey", with_ids=False)
        == difference
    )


@pytest.mark.parametrize(
    ("one", "other"), [(1, 1.0), (1, True), ([1], [1, 2]), ({"a": 1}, {"a": "1"}), ("", None)]
)
def test_values_of_different_types_are_not_the_same(one: object, other: object) -> None:
    """Values count as the same only with their types."""
    assert is_same(one, one)
    assert not is_same(one, other)


def test_only_new_ids_are_forgotten() -> None:
    """An id that was there before is compared like everything else."""
    before = {"pains": ["a", {"text": "b"}, {"id": "c", "text": "c"}]}
    after = {"pains": [{"id": "x", "text": "a"}, {"id": "y", "text": "b"}, {"id": "z", "text": "c"}]}

    assert forget_ids(after, before) == {"pains": ["a", {"text": "b"}, {"id": "z", "text": "c"}]}


def test_a_document_with_errors_is_refused() -> None:
    """A document that cannot be read whole is not formatted."""
    assert format_document(read("id: a\nid: b\n"), "journey") == Refused("its syntax has errors")


def test_a_result_that_cannot_be_read_is_refused() -> None:
    """A key too long to stand without its question mark makes the guard speak."""
    text = f"{GOOD}fields:\n  ? {'k' * 1_100}\n  : 1\n"
    assert not read(text).broken

    assert format_document(read(text), "journey") == Refused("the result could not be read")


@pytest.mark.parametrize("text", ["{} # nothing\n", "{}\n", "# nothing\n{}\n"])
def test_a_map_without_entries_is_formatted(text: str) -> None:
    """A map that holds nothing keeps its comments and its brackets."""
    result = format_document(read(text), "journey")

    assert result == Formatted(text.replace(" #", "  #"), changed="{} #" in text)

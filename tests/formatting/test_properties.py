"""Truths about the formatter, whatever the file."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.diagnostics import Severity
from journeymap.formatting import Formatted, can_be_formatted, format_document
from journeymap.formatting.guarding import find_difference, forget_ids, is_same
from journeymap.schema import kind_of
from journeymap.syntax import Document, read_document
from tests.conftest import ROOT
from tests.formatting.journeys import journeys
from tests.formatting.scribbling import Scribe
from tests.formatting.test_real_files import REAL

SAMPLE = read_document(
    "sample.journey.yaml", (ROOT / "templates/new/journeys/bike-repair.journey.yaml").read_bytes()
).data
PIECES = (
    b"#", b" # x\n", b"\n", b"  ", b"\t", b": ", b"- ", b"{", b"}", b"[", b"]", b",", b'"', b"'", b"|\n",
    b">-\n", b"? ", b"\xff", b"\r\n", b"\r", b"---\n", b"...\n", b"&a ", b"*a", b"!t ", b"\xef\xbb\xbf",
    b"a: 1\n", b"~",
)  # fmt: skip


def read(text: str) -> Document:
    return read_document("demo.journey.yaml", text.encode())


def formatted(document: Document, *, write_ids: bool = False) -> str:
    result = format_document(document, "journey", write_ids=write_ids)
    assert isinstance(result, Formatted), (result, document.source.text)
    return result.text


@given(journeys, st.randoms(use_true_random=False))
def test_any_journey_in_any_style_is_formatted_to_the_same_values_and_comments(
    data: dict[str, Any], hand: Random
) -> None:
    """Whatever an author writes is formatted, means the same, and keeps its comments; twice is once."""
    document = read(Scribe(hand).write_file(data))
    assert not [each for each in document.diagnostics if each.severity is Severity.ERROR], (
        document.source.text
    )
    assert is_same(document.data, data), document.source.text

    text = formatted(document)

    after = read(text)
    assert is_same(after.data, data), text
    assert find_difference(document, after, "journey", with_ids=False) == ""
    assert formatted(after) == text


@given(journeys, st.randoms(use_true_random=False))
def test_written_ids_are_unique_and_all_that_is_new(data: dict[str, Any], hand: Random) -> None:
    """With missing ids written, nothing else is new, no written id is another's, and twice is once."""
    document = read(Scribe(hand).write_file(data))

    text = formatted(document, write_ids=True)

    after = read(text)
    written = list(new_ids(after.data, data))
    assert is_same(forget_ids(after.data, data), data), text
    assert len(written) == len(set(written))
    assert set(written).isdisjoint(old_ids(data))
    assert formatted(after, write_ids=True) == text


@given(st.sampled_from(REAL), st.data())
def test_mutated_real_files_are_formatted_or_left_alone(path: Any, data: st.DataObject) -> None:
    """However a real file is broken, it is formatted with the same meaning or said to be malformed."""
    content = path.read_bytes()
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(content)))
        piece = data.draw(st.sampled_from(PIECES))
        cut = data.draw(st.integers(0, 3))
        content = content[:at] + piece + content[at + cut :]
    document = read_document(path.name, content)
    kind, _ = kind_of(document)
    if kind is None or not can_be_formatted(document):
        return

    for write_ids in (False, True):
        result = format_document(document, kind, write_ids=write_ids)

        assert isinstance(result, Formatted), (result, content)


@pytest.mark.parametrize("seed", range(200))
def test_a_generated_file_with_comments_in_awkward_places_keeps_them_all(seed: int) -> None:
    """Two hundred copies of one journey, each in another hand, all come to hold the same values."""
    hand = Random(seed)  # the same two hundred in each run
    document = read(Scribe(hand).write_file(SAMPLE))

    after = read(formatted(document))

    assert is_same(after.data, SAMPLE)
    assert find_difference(document, after, "journey", with_ids=False) == ""


def new_ids(value: Any, original: Any) -> Iterator[str]:
    """Yield the ids that were not in the original."""
    if isinstance(value, dict):
        if "id" in value and (not isinstance(original, dict) or "id" not in original):
            yield value["id"]
        for key, each in value.items():
            yield from new_ids(each, original.get(key) if isinstance(original, dict) else None)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from new_ids(each, original[index] if isinstance(original, list) else None)


def old_ids(value: Any) -> Iterator[str]:
    """Yield the ids that stand in a journey as somebody's own."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for each in value.values():
            yield from old_ids(each)
    elif isinstance(value, list):
        for each in value:
            yield from old_ids(each)

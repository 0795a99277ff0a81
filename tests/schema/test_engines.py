"""The two validators behind the one door say the same."""

import sys
from typing import Any

import pytest

from journeymap.schema import validate
from journeymap.schema.violations import Violation, find_by_reference, find_fast, find_violations
from tests.schema.finding import in_journey, read
from tests.schema.test_documents import FILES, FIVE_MISTAKES
from tests.schema.test_wording import CASES

BROKEN = [FIVE_MISTAKES, *(text for text, _ in CASES.values())]
LINE_BREAK = in_journey('owner: "counter\\n"')


def kind_in(text: str) -> str:
    """Return the kind that a text says it has."""
    return next(
        (kind for kind in ("persona", "library", "workspace") if f"kind: {kind}\n" in text), "journey"
    )


def comparable(violations: tuple[Violation, ...]) -> list[Any]:
    """Return violations in a form and order of their own, whoever found them."""
    return sorted(
        (
            [str(step) for step in each.pointer],
            each.keyword,
            str(each.schema.get("title")),
            sorted(map(str, each.schema)),
            [comparable(branch) for branch in each.branches],
        )
        for each in violations
    )


@pytest.mark.parametrize("text", [*BROKEN, LINE_BREAK])
def test_the_engines_agree_on_broken_documents(text: str) -> None:
    """Pointer, keyword, schema and alternatives of every violation are the same."""
    data, kind = read(text).data, kind_in(text)

    assert comparable(find_fast(data, kind)) == comparable(find_by_reference(data, kind)) != []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_engines_agree_on_a_right_document(file: Any) -> None:
    """Neither of them has anything against it."""
    text = file.read_text(encoding="utf-8")

    assert find_fast(read(text, file.name).data, kind_in(text)) == ()
    assert find_by_reference(read(text, file.name).data, kind_in(text)) == ()


def test_the_end_of_a_pattern_is_the_end_of_the_text() -> None:
    """A line break behind an id is no part of it, in either engine."""
    for find in (find_fast, find_by_reference):
        assert [each.keyword for each in find(read(LINE_BREAK).data, "journey")] == ["pattern"]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_number_is_none_in_either_engine(number: float) -> None:
    """Infinity and NaN are of the wrong type."""
    data = {
        "journeymap": 1,
        "id": "a",
        "title": "A",
        "stages": [{"id": "a", "title": "A", "emotion": number}],
    }
    for find in (find_fast, find_by_reference):
        (violation,) = find(data, "journey")
        assert violation.keyword == "anyOf"


def test_a_boolean_is_no_number_in_either_engine() -> None:
    """Python counts ``True`` among the numbers, a journey does not."""
    for find in (find_fast, find_by_reference):
        (violation,) = find({"journeymap": True}, "library")
        assert violation.keyword == "const"


def test_the_reference_serves_where_there_is_no_fast_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without jsonschema-rs the findings are the same."""
    from journeymap.schema import violations

    fast = validate(read(FIVE_MISTAKES), "journey")
    violations._fast_validator.cache_clear()
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)

    assert find_violations(read(FIVE_MISTAKES).data, "journey") != ()
    assert validate(read(FIVE_MISTAKES), "journey") == fast

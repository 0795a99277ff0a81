"""The words that people bring from other tools lead to words that this language has."""

import pytest

from journeymap.schema import KINDS
from journeymap.schema.nearness import KEYS, VALUES, meant_key, meant_value
from journeymap.schema.violations import load_schema
from tests.schema.test_schemas import parts


def test_the_keys_exist() -> None:
    """Every key that may be suggested is one of the language."""
    known = {
        key for kind in KINDS for _, part in parts(load_schema(kind)) for key in part.get("properties", {})
    }

    assert {key for keys in KEYS.values() for key in keys} <= known


def test_the_values_exist() -> None:
    """Every value that may be suggested is one of the language."""
    known = {
        value for kind in KINDS for _, part in parts(load_schema(kind)) for value in part.get("enum", ())
    }

    assert {value for values in VALUES.values() for value in values} <= known


@pytest.mark.parametrize("table", [KEYS, VALUES])
def test_the_tables_are_in_order(table: dict[str, tuple[str, ...]]) -> None:
    """A word is found by its place, and none stands for itself."""
    assert list(table) == sorted(table)
    assert all(word not in meant for word, meant in table.items())


@pytest.mark.parametrize(
    ("word", "allowed", "meant"),
    [
        ("description", ("title", "summary"), "summary"),
        ("description", ("title", "definition"), "definition"),
        ("description", ("when", "share"), None),
        ("Pain Points", ("pains", "gains"), "pains"),
        ("title ", ("title",), "title"),
        ("Feedback-Loops", ("feedback_loops",), "feedback_loops"),
        ("titel", ("title",), "title"),
        ("", ("title",), None),
        ("x" * 500, ("title",), None),
    ],
)
def test_a_key_leads_to_the_first_that_is_allowed(
    word: str, allowed: tuple[str, ...], meant: str | None
) -> None:
    """Spelling, then other tools' words, then small slips."""
    assert meant_key(word, allowed) == meant


def test_a_value_leads_to_the_first_that_is_allowed() -> None:
    """The same holds for values, with their own table."""
    assert meant_value("In Progress", ("planned", "in-progress")) == "in-progress"
    assert meant_value("wip", ("draft", "review")) == "draft"
    assert meant_value("wip", ("low", "high")) is None


def test_yes_and_no_are_no_answer_to_a_question_of_three() -> None:
    """Whether consent was given or has to be asked for, nobody can tell from a word of two meanings."""
    consent = ("required", "given", "not-needed")
    assert [meant_value(word, consent) for word in ("yes", "no", "true", "false", "on", "off")] == [None] * 6

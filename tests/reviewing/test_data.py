"""The review as JSON is what its schema says, complete, in order, and safe to print."""

import json

import pytest
from jsonschema import Draft202012Validator

from journeymap.resources import schema_path
from journeymap.reviewing import Dossier, Options
from journeymap.reviewing.data import FORMAT, FORMAT_VERSION, write_review_json
from tests.reviewing.reviews import compare_story, make_story
from tests.reviewing.worlds import compare, compile_world, edit

SCHEMA = json.loads(schema_path("diff-output").read_text(encoding="utf-8"))


def read(dossier: Dossier):  # type: ignore[no-untyped-def]
    """Return what is written, as plain data, after holding it against the schema."""
    data = json.loads(write_review_json(dossier))
    Draft202012Validator(SCHEMA).validate(data)
    return data


def test_the_schema_is_one_and_closed_to_nothing() -> None:
    """It is valid, describes every property, and leaves room for more."""
    Draft202012Validator.check_schema(SCHEMA)
    for definition in (SCHEMA, *SCHEMA["$defs"].values()):
        assert set(definition["required"]) == set(definition["properties"])
        assert "additionalProperties" not in definition
        for field in definition["properties"].values():
            assert field.get("description") or "$ref" in field


@pytest.mark.parametrize("dossier", [make_story(), compare_story(), edit()], ids=["made", "real", "empty"])
def test_it_is_what_the_schema_says(dossier: Dossier) -> None:
    """Every review is valid against the published schema."""
    data = read(dossier)
    assert (data["format"], data["format_version"]) == (FORMAT, FORMAT_VERSION)


def test_everything_of_a_change_is_there() -> None:
    """Level, words, entity, values, places on both sides, fingerprint, approval, and what it affects."""
    dossier = make_story()
    change = read(dossier)["changes"][0]

    assert change["level"] == "breaking"
    assert change["entity"]["path"] == "journey:first-purchase/stage:decision/touchpoint:payment"
    assert (change["before"], change["after"]) == ("payment", "checkout")
    assert change["affects"] == ["journey:first-purchase-2027"]
    assert change["fingerprint"] == dossier.changes[0].change.fingerprint
    assert change["approval"]["approved_by"] == "Priya, checkout team"
    assert change["base"]["file"] == "journeys/first-purchase.journey.yaml"
    assert change["base"]["pointer"][:2] == ["stages", 2]
    assert change["base"]["start"]["line"] > 1
    assert change["head"] is None
    assert change["nearest"]["start"]["line"] > 1


def test_the_gravest_comes_first_and_details_are_there() -> None:
    """The data leave nothing out, also where people are shown less."""
    data = read(make_story())
    levels = ["breaking", "warning", "info", "detail"]
    found = [levels.index(change["level"]) for change in data["changes"]]
    assert found == sorted(found)
    assert data["summary"] == {"breaking": 1, "warnings": 2, "infos": 8, "details": 2, "approved": 1}


def test_what_it_means_for_the_customer_is_data_as_well() -> None:
    """The clauses come with their signs; a journey that only shares says so."""
    first, second = read(make_story())["journeys"]
    assert first["remarks"][0]["text"] == "1 touchpoint fewer"
    assert (first["passed_on"], second["passed_on"]) == (False, True)


def test_it_is_ascii_with_sorted_keys() -> None:
    """No character of a map reaches a terminal raw, half a surrogate pair included."""
    before = compile_world()
    journey = before.journeys[0]
    after = before._replace(journeys=(journey._replace(title="\ud800\u202e\x1b[31m"),))
    text = write_review_json(compare(before, after))
    assert text.isascii()
    assert "\x1b" not in text
    assert json.dumps(json.loads(text), sort_keys=True, indent=2) + "\n" == text


def test_a_place_whose_text_is_unknown_has_no_line() -> None:
    """Then the file and the way to it are still there."""
    change = read(edit(("owner: hosts", "owner: waiters"), options=Options()))["changes"][0]
    assert change["base"]["file"] == "visit.journey.yaml"
    assert change["base"]["start"] is None

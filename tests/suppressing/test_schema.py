"""The schema of baselines: right by its standard, explained throughout, and no kind of map."""

from typing import Any

from jsonschema import Draft202012Validator

from journeymap.schema import KINDS, kind_by_name
from journeymap.schema.violations import find_by_reference, find_fast, load_schema
from journeymap.suppressing.mentioning import BASELINE


def test_the_schema_is_right_by_the_standard() -> None:
    """It validates against the metaschema, has its address, and describes every property."""
    schema = load_schema("baseline")
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == "https://journeymap.dev/schemas/baseline-1.json"
    assert all("description" in each for each in (*schema["properties"].values(), *schema["$defs"].values()))


def test_both_engines_say_the_same() -> None:
    """What the fast engine has against a baseline, the other has as well."""
    head: dict[str, Any] = {"journeymap": 1, "kind": "baseline"}
    wrong: tuple[Any, ...] = ({"a": {"b": [3]}}, {"a": []}, [], {"a": {"b": [""]}})
    for findings in ({}, {"a": {"b": ["c"]}}, *wrong):
        data = {**head, "findings": findings}
        fast, slow = find_fast(data, "baseline"), find_by_reference(data, "baseline")
        assert set(map(str, fast)) == set(map(str, slow))


def test_a_baseline_is_not_walked_as_a_map() -> None:
    """Neither its name nor its kind makes it one of the files that journeys are made of."""
    assert kind_by_name(BASELINE) is None
    assert "baseline" not in KINDS

"""The report for programs: valid against its published schema, which explains every property."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap import __version__
from journeymap.diagnostics import Edit, Fix, Severity
from journeymap.reporting import PLAIN, REPORTERS, Style
from journeymap.resources import schema_path
from tests.reporting.scenes import FAULT, SCENES, report, span

SCHEMA = json.loads(schema_path("check-output").read_text(encoding="utf-8"))
write_json = REPORTERS["json"]


def validate(data: object) -> None:
    """Raise unless the data is what the schema describes, and nothing more."""
    jsonschema.Draft202012Validator(closed(SCHEMA)).validate(data)


def closed(schema: Any) -> Any:
    """Return the schema with no room for properties that it does not describe."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return {**inner, "additionalProperties": False} if isinstance(schema.get("required"), list) else inner


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_is_valid(name: str) -> None:
    """Whatever is reported, the output is what the published schema says."""
    validate(json.loads(write_json(report(SCENES[name]), PLAIN)))


def test_report_without_findings_is_valid() -> None:
    """A clean run has an empty list and a sum of zeros."""
    data = json.loads(write_json(report(files=7), PLAIN))
    validate(data)
    assert data["diagnostics"] == []
    assert data["summary"] == {"files": 7, "errors": 0, "warnings": 0, "infos": 0, "suppressed": 0}
    assert data["tool"] == {"name": "journeymap", "version": __version__}
    assert (data["format"], data["format_version"]) == ("journeymap-check/1", "1.0")


def test_finding_keeps_all_it_knows() -> None:
    """Every field of a finding arrives, places with line, column and offset."""
    fix = Fix("replace it", (Edit(span("shop"), "store"),), safe=False)
    found = FAULT.found(
        "m", span("shop"), label="here", help=("h",), notes=("n",), fixes=(fix,), entity="journey:shop",
        severity=Severity.WARNING,
    )  # fmt: skip
    (record,) = json.loads(write_json(report(found), PLAIN))["diagnostics"]
    place = {
        "file": "maps/shop.journey.yaml",
        "start": {"line": 3, "column": 5, "offset": 32},
        "end": {"line": 3, "column": 9, "offset": 36},
    }
    assert record == {
        "rule": "some-fault",
        "severity": "warning",
        "category": "reference",
        "message": "m",
        "primary": {**place, "text": "here"},
        "labels": [],
        "notes": ["n"],
        "help": ["h"],
        "fixes": [{"title": "replace it", "safety": "unsafe", "edits": [{"span": place, "text": "store"}]}],
        "entity": "journey:shop",
        "docs_url": found.docs_url,
        "fingerprint": found.fingerprint,
        "suppressed_by": None,
    }


@given(st.text())
def test_any_words_arrive_unchanged(words: str) -> None:
    """A program reads exactly the message that was written, though the output is pure ASCII."""
    text = write_json(report(FAULT.found(words, span("shop"))), Style(color=True))
    assert text.isascii()
    assert json.loads(text)["diagnostics"][0]["message"] == words


def test_keys_are_sorted() -> None:
    """Objects have their keys in order, so that two outputs can be compared as text."""
    pairs: list[list[str]] = []
    json.loads(
        write_json(report(*SCENES.values()), PLAIN),
        object_pairs_hook=lambda items: pairs.append([key for key, _ in items]) or dict(items),  # type: ignore[func-returns-value]
    )
    assert all(keys == sorted(keys) for keys in pairs)


def test_schema_explains_every_property() -> None:
    """The schema is a valid one, and each property and definition has a description of its own."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    missing = []

    def walk(node: Any, path: str) -> None:
        if isinstance(node, dict):
            for group in ("properties", "$defs"):
                for name, value in node.get(group, {}).items():
                    described = value.get("description") or "$ref" in value
                    missing.extend([] if described else [f"{path}/{name}"])
            for key, value in node.items():
                walk(value, f"{path}/{key}")
        elif isinstance(node, list):
            for item in node:
                walk(item, path)

    walk(SCHEMA, "")
    assert missing == []

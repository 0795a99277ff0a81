"""Whole files: one that uses the entire language, and one with five mistakes."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from journeymap.schema import kind_of, validate
from journeymap.schema.alternatives import alternatives_of
from journeymap.schema.kinds import KINDS
from journeymap.schema.violations import follow_reference, load_schema
from journeymap.syntax import read_document
from tests.schema.finding import COMPLETE, find, read, show

FILES = sorted(COMPLETE.glob("*.yaml"))

RULES = ("Rule settings.", "Rule levels.", "Options.")
"""The forms that list all rules; the registry's tests hold these to it."""

FIVE_MISTAKES = """\
journeymap: 1
kind: journey
id: repair
ownr: counter-team
title: Repair
reviewed: 2026-02-30
stages:
  - id: wait
    title: 7
    touchpoints:
      - id: call
        channel: phone
        pains:
          - {text: Nobody calls, severity: hihg}
"""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_in_the_whole_language_is_right(file: Path) -> None:
    """Nothing is found in a file that uses all that the language has."""
    document = read_document(file.name, file.read_bytes())
    kind, faults = kind_of(document)

    assert kind is not None
    assert (*document.diagnostics, *faults, *validate(document, kind)) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_use_every_property(kind: str) -> None:
    """No property of a schema is left out of the files above, in any form that has it."""
    used: set[str] = set()
    for file in FILES:
        document = read_document(file.name, file.read_bytes())
        root = load_schema(str(kind_of(document)[0]))
        used.update(used_properties(document.data, root, root))

    unused = set(declared_properties(load_schema(kind))) - used
    assert sorted(each for each in unused if not each.startswith(RULES)) == []


def test_five_mistakes_are_five_findings_at_their_places() -> None:
    """A key, a date, a type, a missing title and a word are each named once, where they stand."""
    found = find(FIVE_MISTAKES)

    assert [show(each, FIVE_MISTAKES).split("\n")[:2] for each in found] == [
        ["unknown-key at 4:1 ownr", "unknown key `ownr` in journey `repair`"],
        [
            "bad-date at 6:11 2026-02-30",
            "`reviewed` of journey `repair` is `2026-02-30`, which is not in the calendar",
        ],
        ["wrong-type at 9:12 7", "expected text for `title` of stage `wait`, found the number 7"],
        ["missing-key at 11:9 id: call", "touchpoint `call` is missing `title`"],
        ["unknown-value at 14:44 hihg", "unknown value `hihg` for `severity` of pain `Nobody calls`"],
    ]
    assert [each.entity for each in found] == [
        "journey:repair",
        "journey:repair",
        "journey:repair/stage:wait",
        "journey:repair/stage:wait/touchpoint:call",
        "journey:repair/stage:wait/touchpoint:call",
    ]
    assert len({each.fingerprint for each in found}) == 5


def test_a_broken_document_is_not_validated() -> None:
    """What the parser could not read is said by the parser alone."""
    document = read_document("x.journey.yaml", b"[")

    assert kind_of(document) == ("journey", ())
    assert validate(document, "journey") == ()


def test_a_newer_version_is_the_only_finding() -> None:
    """The rules of this version say nothing about a file of another one."""
    text = FIVE_MISTAKES.replace("journeymap: 1", "journeymap: 2")

    assert [each.rule for each in find(text)] == ["unsupported-version"]


def test_findings_come_in_the_order_of_the_file() -> None:
    """The one total order holds among the findings of a file."""
    document = read(FIVE_MISTAKES)
    starts = [each.primary.start.offset for each in validate(document, "journey")]

    assert starts == sorted(starts)


def declared_properties(root: Mapping[str, Any]) -> Iterator[str]:
    """Yield each property of each form of a schema as ``Form.property``."""
    for schema in (root, *root["$defs"].values()):
        for form in forms_of(schema, root):
            yield from (f"{form['title']}.{name}" for name in form.get("properties", {}) if form.get("title"))


def forms_of(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the forms of a schema and of what is written out inside it."""
    for form in alternatives_of(schema, root):
        yield form
        for inner in form.get("properties", {}).values():
            for each in (inner, inner.get("items", {})):
                if "properties" in each:
                    yield from forms_of(each, root)


def used_properties(data: Any, schema: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[str]:
    """Yield each property of each form that a value uses."""
    schema = follow_reference(schema, root)
    if isinstance(data, list):
        for form in alternatives_of(schema, root):
            for item in data if "items" in form else ():
                yield from used_properties(item, form["items"], root)
    if not isinstance(data, dict):
        return
    for form in alternatives_of(schema, root):
        properties = form.get("properties", {})
        rest = form.get("additionalProperties")
        if not set(form.get("required", ())) <= set(data) or (not rest and not set(data) <= set(properties)):
            continue
        for key, value in data.items():
            if key in properties:
                yield f"{form.get('title')}.{key}"
                yield from used_properties(value, properties[key], root)
            elif isinstance(rest, dict):
                yield from used_properties(value, rest, root)
        for choice in form.get("allOf", ()):
            if choice["if"]["properties"]["add"]["const"] == data.get("add"):
                yield from used_properties(data["item"], choice["then"]["properties"]["item"], root)

"""Every property of the language is in use in the examples."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from journeymap.resources import schema_path
from journeymap.schema import kind_of
from journeymap.syntax import read_document
from tests.conftest import ROOT

KINDS = ("journey", "persona", "library", "workspace")
COMMON = {"visibility", "deprecated", "aliases", "tags"}
"""What nearly everything may have: in use somewhere is enough."""
NOT_COUNTED = {"changed-fields", "nothing", "rule-settings", "rule-levels"}
"""Definitions that repeat the fields of others for overlays, or list the rules."""


def schema_of(kind: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(schema_path(kind).read_text("utf-8"))
    return schema


def parts_of(schema: Any, root: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a schema and those it consists of: references and alternatives."""
    if not isinstance(schema, dict):
        return
    yield schema
    reference = schema.get("$ref", "").removeprefix("#/$defs/")
    if reference and reference not in NOT_COUNTED:
        yield from parts_of(root["$defs"][reference], root)
    for keyword in ("anyOf", "oneOf", "allOf"):
        for part in schema.get(keyword, ()):
            yield from parts_of(part, root)
    if "then" in schema:
        yield from parts_of(schema["then"], root)


def used(schema: Any, data: Any, root: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the properties, each with the title of what has it, that some data uses."""
    for part in parts_of(schema, root):
        if isinstance(data, dict):
            known = part.get("properties", {})
            for key, value in data.items():
                if key in known:
                    yield part.get("title", ""), key
                    yield from used(known[key], value, root)
                elif isinstance(part.get("additionalProperties"), dict):
                    yield from used(part["additionalProperties"], value, root)
        elif isinstance(data, list):
            for item in data:
                yield from used(part.get("items"), item, root)


def declared(schema: Any) -> Iterator[tuple[str, str]]:
    """Yield the properties that a schema and its definitions declare."""
    if isinstance(schema, dict):
        if schema.get("additionalProperties") is False:
            yield from ((schema.get("title", ""), key) for key in schema.get("properties", {}))
        for key, value in schema.items():
            if key not in NOT_COUNTED and key != "examples":
                yield from declared(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from declared(value)


def properties_in_use() -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for path in sorted((ROOT / "examples").rglob("*.yaml")):
        document = read_document(path.name, path.read_bytes())
        kind, _ = kind_of(document)
        assert kind is not None
        schema = schema_of(kind)
        found.update(used(schema, document.data, schema))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_is_in_use(kind: str) -> None:
    """What the language offers can be seen at work in an example."""
    found = properties_in_use()
    unused = set(declared(schema_of(kind))) - found

    assert sorted(pair for pair in unused if pair[1] not in COMMON) == []
    assert {key for _, key in found} >= COMMON

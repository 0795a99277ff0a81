"""The properties of the language, by the path of their names, as the published schemas declare them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tests.conftest import ROOT

LANGUAGES = ("journey", "persona", "library", "workspace")
FOLDED = {
    "journey.changes[].item": "an item of an overlay has the properties that it has in a journey",
    "workspace.checks.rules": "one entry for each rule; another level is another level, whichever rule it is",
    "workspace.checks.overrides[].rules": "the same entries again",
}
"""Properties whose insides are not listed one by one, each with the reason.

The fields that an overlay sets are listed, but not what is inside them: that has the properties that it
has in a journey.
"""
HERE = ROOT / "tests" / "diffing" / "mutating"


def read_listed() -> list[str]:
    """Return the properties as the list in this folder names them."""
    return (HERE / "properties.txt").read_text(encoding="utf-8").split()


def find_properties() -> list[str]:
    """Return the properties of all schemas, sorted."""
    found: set[str] = set()
    for name in LANGUAGES:
        schema = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        found.update(_walk(schema, schema, name))
    return sorted(found)


def _walk(node: Mapping[str, Any], schema: Mapping[str, Any], path: str) -> Iterator[str]:
    node = _follow(node, schema)
    if path in FOLDED or path.rpartition(".")[0] == "journey.changes[].fields":
        return
    branches = [_follow(each, schema) for word in ("anyOf", "oneOf") for each in node.get(word, ())]
    # One thing may be written in the place of a list with one thing: both have the same name.
    is_list = any(branch.get("type") == "array" for branch in branches)
    for branch in branches:
        inner = f"{path}[]" if is_list and branch.get("type") == "object" else path
        yield from _walk(branch, schema, inner)
    for name, each in node.get("properties", {}).items():
        yield f"{path}.{name}"
        yield from _walk(each, schema, f"{path}.{name}")
    if isinstance(node.get("additionalProperties"), dict):
        yield f"{path}.*"
        yield from _walk(node["additionalProperties"], schema, f"{path}.*")
    if isinstance(node.get("items"), dict):
        yield from _walk(node["items"], schema, f"{path}[]")


def _follow(node: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in node:
        found: Any = schema
        for step in node["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        node = found
    return node

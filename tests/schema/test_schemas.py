"""The schema files themselves: right by their own standard, complete for an editor, and small."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from journeymap.resources import schema_path
from journeymap.schema.expecting import describe_expected
from journeymap.schema.kinds import KINDS
from journeymap.schema.values import FORMS
from journeymap.schema.violations import load_schema

LARGEST = 100_000
WORDED = {
    "type", "const", "enum", "minLength", "maxLength", "pattern", "format", "minimum", "maximum", "minItems",
    "maxItems", "uniqueItems", "not", "dependentRequired", "required", "additionalProperties", "anyOf",
    "oneOf", "propertyNames", "minProperties",
}  # fmt: skip
STRUCTURE = {
    "$schema", "$id", "$defs", "$ref", "title", "description", "default", "examples", "properties", "items",
    "allOf", "if", "then",
}  # fmt: skip

kinds = pytest.mark.parametrize("kind", KINDS)


@kinds
def test_a_schema_is_right_by_the_standard(kind: str) -> None:
    """Each schema validates against the 2020-12 metaschema and says so."""
    schema = load_schema(kind)

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"https://journeymap.dev/schemas/{kind}-1.json"


@kinds
def test_a_schema_is_small(kind: str) -> None:
    """Editors grow slow with large schemas."""
    assert schema_path(kind).stat().st_size < LARGEST


@kinds
def test_a_schema_stands_alone(kind: str) -> None:
    """Every reference leads to a definition of the same file, and no definition is left over."""
    schema = load_schema(kind)
    referred = {part["$ref"] for _, part in parts(schema) if "$ref" in part}

    assert referred == {f"#/$defs/{name}" for name in schema["$defs"]}


def test_equal_names_mean_equal_definitions() -> None:
    """A definition that several schemas have is the same in all of them."""
    seen: dict[str, Any] = {}
    for kind in KINDS:
        for name, definition in load_schema(kind)["$defs"].items():
            assert seen.setdefault(name, definition) == definition, name


@kinds
def test_every_property_is_described(kind: str) -> None:
    """What an editor shows on hover is there for each property, and is a sentence."""
    missing = [
        f"{'/'.join(path)}/{name}"
        for path, part in parts(load_schema(kind))
        for name, schema in part.get("properties", {}).items()
        if "if" not in path
        and "then" not in path
        and not re.fullmatch(r"[A-Z`].*\.", schema.get("description", ""))
    ]

    assert missing == []


@kinds
def test_every_form_has_a_title(kind: str) -> None:
    """Messages name a form by its title: mappings, lists of choices, and texts with a pattern."""
    untitled = [
        "/".join(path)
        for path, part in parts(load_schema(kind))
        if "title" not in part and {"properties", "enum", "pattern"} & set(part)
        if not {"if", "then"} & set(path)
    ]

    assert untitled == []


@kinds
def test_unknown_keys_are_refused_everywhere(kind: str) -> None:
    """A mapping with named keys takes no others."""
    open_ = [
        "/".join(path)
        for path, part in parts(load_schema(kind))
        if "properties" in part and "if" not in path and "then" not in path
        if part.get("additionalProperties") is not False
    ]

    assert open_ == []


@kinds
def test_only_worded_keywords_are_used(kind: str) -> None:
    """Every keyword that can be violated has its words."""
    used = {keyword for _, part in parts(load_schema(kind)) for keyword in part}

    assert used <= WORDED | STRUCTURE


@kinds
def test_patterns_are_anchored_linear_and_worded(kind: str) -> None:
    """A pattern covers the whole text, nests no repetition in a repetition of the same, and has its words."""
    for _, part in parts(load_schema(kind)):
        if "pattern" in part:
            pattern = part["pattern"]
            assert re.fullmatch(r"\^(?:[^^$\[]|\[[^\]]+\])*\$", pattern)
            assert not re.search(r"[+*]\)[+*]", pattern.replace("(-[a-z0-9]+)*", "").replace("(/.*)?", ""))
            assert part["title"] in FORMS


@kinds
def test_dates_are_held_against_the_calendar(kind: str) -> None:
    """The one format in use is the date, which both engines check."""
    assert {part["format"] for _, part in parts(load_schema(kind)) if "format" in part} <= {"date"}


@kinds
def test_examples_and_defaults_are_right(kind: str) -> None:
    """What an editor offers passes the schema it stands in."""
    schema = load_schema(kind)
    tried = 0
    for path, part in parts(schema):
        validator = Draft202012Validator(
            {"$defs": schema["$defs"], **part}, format_checker=FormatChecker(["date"])
        )
        offered = [*part.get("examples", []), *([part["default"]] if "default" in part else [])]
        for example in offered:
            assert validator.is_valid(example), ("/".join(path), example)
            tried += 1

    assert tried > 5


@kinds
def test_every_part_can_be_expected_in_words(kind: str) -> None:
    """No part of a schema is described by its machinery when a value of another type is found."""
    schema = load_schema(kind)
    for path, part in parts(schema):
        if {"type", "enum", "anyOf", "$ref"} & set(part):
            words = describe_expected(part, schema)
            assert words, path
            assert not re.search(r"(?<!`)\b(string|object|array|boolean|integer|null)\b", words), (
                path,
                words,
            )


@kinds
def test_a_schema_is_written_as_people_write(kind: str) -> None:
    """The file is valid JSON with each key once, in lines that fit a review."""
    text = schema_path(kind).read_text(encoding="utf-8")

    def refuse_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    json.loads(text, object_pairs_hook=refuse_twins)
    assert text.endswith("}\n")


def parts(
    schema: dict[str, Any], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Yield each subschema of a schema with the path to it."""
    yield path, schema
    for keyword in ("properties", "$defs"):
        for name, inner in schema.get(keyword, {}).items():
            yield from parts(inner, (*path, keyword, name))
    for keyword in ("items", "additionalProperties", "propertyNames", "if", "then", "not"):
        if isinstance(schema.get(keyword), dict):
            yield from parts(schema[keyword], (*path, keyword))
    for keyword in ("anyOf", "oneOf", "allOf"):
        for number, inner in enumerate(schema.get(keyword, ())):
            yield from parts(inner, (*path, keyword, str(number)))

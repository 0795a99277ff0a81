"""The one door to the validators: where a document departs from its schema, as plain values.

Two engines read the same schemas. jsonschema-rs is the fast one; jsonschema is the reference, used
where no wheel of the other exists. Both say the same, and tests hold them to it.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from journeymap.named_tuples import NamedTuple
from journeymap.resources import schema_path
from journeymap.source import Pointer


class Violation(NamedTuple):
    """A value that departs from its schema.

    ``keyword`` is the rule it breaks and ``schema`` the part of the schema in which that rule stands.
    ``branches`` holds what each alternative has against the value, where there are alternatives;
    ``keys`` the keys of a mapping that the violation speaks of, where the engines' own words are not
    precise enough.
    """

    pointer: Pointer
    keyword: str
    schema: Mapping[str, Any]
    branches: tuple[tuple["Violation", ...], ...] = ()
    keys: tuple[str, ...] = ()


def find_violations(data: Any, kind: str) -> tuple[Violation, ...]:
    """Return what the schema of a kind of file has against a document's data."""
    try:
        violations = find_fast(data, kind)
    except ImportError:
        return find_by_reference(data, kind)
    return find_by_reference(data, kind) if violations and _loses_keys(data) else violations


def find_fast(data: Any, kind: str) -> tuple[Violation, ...]:
    """Return the violations that jsonschema-rs finds."""
    errors = _fast_validator(kind).iter_errors(data)
    return _once(_from_fast(error, load_schema(kind)) for error in errors)


def find_by_reference(data: Any, kind: str) -> tuple[Violation, ...]:
    """Return the violations that jsonschema finds."""
    return _once(_from_reference(error) for error in _reference_validator(kind).iter_errors(data))


@cache
def load_schema(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of file; treat it as frozen."""
    import json  # only a file with errors needs the schema's own words

    schema: dict[str, Any] = json.loads(_schema_text(kind))
    return schema


def follow_reference(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the part of the schema that a part refers to, or the part itself."""
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return schema


def _schema_text(kind: str) -> str:
    return schema_path(kind).read_text(encoding="utf-8")


@cache
def _fast_validator(kind: str) -> Any:
    from journeymap.schema.fast_engine import load_fast_engine

    return load_fast_engine().Draft202012Validator(_schema_text(kind), validate_formats=True)


def _from_fast(error: Any, root: Mapping[str, Any]) -> Violation:
    path = error.schema_path
    schema: Any = root
    for step in path[:-1]:
        schema = schema[step]
    keyword = "propertyNames" if error.kind.name == "propertyNames" else path[-1]
    branches = getattr(error.kind, "context", ())
    found = tuple(_once(_from_fast(each, root) for each in branch) for branch in branches)
    return Violation(tuple(error.instance_path), keyword, schema, found if all(found) else ())


def _loses_keys(data: Any) -> bool:
    """Whether the fast engine's paths mislead: it drops empty keys, and takes digits for indexes."""
    if isinstance(data, dict):
        return any(not key or key.removeprefix("+").isdecimal() or _loses_keys(data[key]) for key in data)
    return isinstance(data, list) and any(_loses_keys(value) for value in data)


@cache
def _reference_validator(kind: str) -> Any:
    import re

    from jsonschema import Draft202012Validator, FormatChecker, ValidationError
    from jsonschema.validators import extend

    def check_pattern(_: Any, pattern: str, text: Any, __: Any) -> Iterator[ValidationError]:
        # Python's `$` also matches before a last line break; the patterns end with `$` and mean the end.
        if isinstance(text, str) and not re.search(pattern.removesuffix("$") + r"\Z", text):
            yield ValidationError(f"{text!r} does not match {pattern!r}")

    def is_number(_: Any, value: Any) -> bool:
        # Infinity and NaN are no numbers in JSON, and none that a journey could mean.
        return isinstance(value, int | float) and not isinstance(value, bool) and value - value == 0

    checker = Draft202012Validator.TYPE_CHECKER.redefine("number", is_number)
    validator = extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, {"pattern": check_pattern}, type_checker=checker
    )
    return validator(load_schema(kind), format_checker=FormatChecker(["date"]))


def _from_reference(error: Any) -> Violation:
    path = error.schema_path
    keyword = "propertyNames" if len(path) > 1 and path[-2] == "propertyNames" else error.validator
    count = len(error.validator_value) if error.context else 0
    found = tuple(
        _once(_from_reference(each) for each in error.context if each.schema_path[0] == branch)
        for branch in range(count)
    )
    return Violation(tuple(error.absolute_path), keyword, error.schema, found)


def _once(violations: Iterable[Violation]) -> tuple[Violation, ...]:
    """Return the violations without repetitions: the engines report each missing key on its own."""
    return tuple({(each.pointer, each.keyword, id(each.schema)): each for each in violations}.values())

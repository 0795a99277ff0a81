"""From violations to findings: one finding for each cause, each in words.

Owns which keyword is worded where, and which violations follow from others and are not worth a word.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from journeymap.diagnostics import Diagnostic, in_order
from journeymap.schema.alternatives import CHOICE, CONFLICT, narrow
from journeymap.schema.cases import Case
from journeymap.schema.keys import (
    has_cut_text,
    unknown_keys,
    word_bad_names,
    word_choice,
    word_conflict,
    word_dependent_keys,
    word_missing_keys,
    word_unknown_keys,
)
from journeymap.schema.nearness import meant_key
from journeymap.schema.values import (
    word_bad_form,
    word_duplicates,
    word_out_of_range,
    word_unknown_value,
    word_wrong_length,
    word_wrong_type,
)
from journeymap.schema.violations import Violation, load_schema
from journeymap.source import Pointer
from journeymap.syntax import Document

WORDINGS: Final[Mapping[str, Callable[[Case], Iterator[Diagnostic]]]] = {
    # What a value is; the first of these that a value breaks says it all.
    "type": word_wrong_type,
    "const": word_unknown_value,
    "enum": word_unknown_value,
    "minLength": word_wrong_length,
    "maxLength": word_wrong_length,
    "pattern": word_bad_form,
    "format": word_bad_form,
    "minimum": word_out_of_range,
    "maximum": word_out_of_range,
    "minItems": word_wrong_length,
    "maxItems": word_wrong_length,
    "uniqueItems": word_duplicates,
    # Which keys a mapping has; each is a cause of its own.
    CONFLICT: word_conflict,
    "dependentRequired": word_dependent_keys,
    CHOICE: word_choice,
    "required": word_missing_keys,
    "additionalProperties": word_unknown_keys,
    "propertyNames": word_bad_names,
    "minProperties": word_wrong_length,
}
"""The keyword of a violation → its words, most telling first."""

_ALONE: Final = ("minProperties",)
_OF_KEYS: Final = (CONFLICT, "dependentRequired", CHOICE, "required", "additionalProperties", "propertyNames")
_RANK: Final = {keyword: rank for rank, keyword in enumerate(WORDINGS)}


def explain(violations: tuple[Violation, ...], document: Document, kind: str) -> tuple[Diagnostic, ...]:
    """Return the findings for what a schema has against a document, in order."""
    root = load_schema(kind)
    narrowed = narrow(violations, document, root)
    cases = [Case(document, kind, root, each) for each in narrowed if each.pointer != ("kind",)]
    return in_order(finding for case in _causes(cases) for finding in WORDINGS[case.violation.keyword](case))


def _causes(cases: Iterable[Case]) -> Iterator[Case]:
    """Yield the cases that are not consequences of others."""
    places: dict[Pointer, list[Case]] = {}
    for case in cases:
        places.setdefault(case.pointer, []).append(case)
    version = places.get(("journeymap",))
    if version and isinstance(version[0].value, int | float) and version[0].value > 1:
        # The rules of this version say nothing about a file of another one.
        yield version[0]
        return
    for there in places.values():
        there.sort(key=lambda case: _RANK[case.violation.keyword])
        if there[0].violation.keyword in _OF_KEYS:
            yield from _causes_in_mapping([case for case in there if case.violation.keyword not in _ALONE])
        else:
            yield there[0]


def _causes_in_mapping(cases: list[Case]) -> Iterator[Case]:
    """Yield the cases of one mapping's keys; a key that is missing because it is misspelt is one cause.

    Keys that are the pieces of a text say that it was never meant to be a mapping with others.
    """
    misspelt = {
        meant_key(key, case.violation.schema["properties"])
        for case in cases
        if case.violation.keyword == "additionalProperties"
        for key in unknown_keys(case)
    }
    cut = any(case.violation.keyword == "additionalProperties" and has_cut_text(case) for case in cases)
    dependent = any(case.violation.keyword == "dependentRequired" for case in cases)
    for case in cases:
        violation = case.violation
        if violation.keyword == "required":
            missing = [key for key in violation.schema["required"] if key not in misspelt and not cut]
            narrower = {**violation.schema, "required": missing}
            yield case._replace(violation=violation._replace(schema=narrower))
        elif violation.keyword != CHOICE or not (dependent or misspelt & set(violation.keys)):
            yield case

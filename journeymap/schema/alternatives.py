"""Which of several forms a value was meant to have, told by its type and its keys.

A value that fits no alternative breaks a rule of each of them. Only the rules of the one that was
meant are worth a word; this module finds that one, so that one mistake gives one finding.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from journeymap.schema.nearness import meant_key
from journeymap.schema.violations import Violation, follow_reference
from journeymap.source import Pointer
from journeymap.syntax import Document

CHOICE: Final = "choice"
"""The keyword of a mapping that has none of the keys of which it needs one."""
CONFLICT: Final = "conflict"
"""The keyword of a mapping that has keys that exclude each other."""

_TYPES: Final[Mapping[type, str]] = {
    str: "string",
    bool: "boolean",
    int: "number",
    float: "number",
    list: "array",
    dict: "object",
    type(None): "null",
}


def narrow(
    violations: tuple[Violation, ...], document: Document, root: Mapping[str, Any]
) -> Iterator[Violation]:
    """Yield the violations, those of alternatives replaced by those of the one that was meant."""
    for violation in violations:
        if violation.keyword in ("anyOf", "oneOf"):
            yield from _narrow_one(violation, document, root)
        elif violation.keyword == "not":
            yield violation._replace(keyword=CONFLICT, keys=tuple(violation.schema["not"]["required"]))
        else:
            yield violation


def value_at(data: Any, pointer: Pointer) -> Any:
    """Return the value that a pointer leads to."""
    for step in pointer:
        data = data[step]
    return data


def alternatives_of(schema: Mapping[str, Any], root: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """Return the forms that a value may have, references followed and nested alternatives flat."""
    schema = follow_reference(schema, root)
    branches = schema.get("anyOf") or schema.get("oneOf") or ()
    if not branches or "properties" in schema:
        return (schema,)
    return tuple(form for branch in branches for form in alternatives_of(branch, root))


def is_in_braces(document: Document, pointer: Pointer) -> bool:
    """Whether a mapping is written with braces, so that nobody took it for a text."""
    start = document.value_span(pointer).start.offset
    return document.source.text.startswith("{", start)


def _narrow_one(violation: Violation, document: Document, root: Mapping[str, Any]) -> Iterator[Violation]:
    value = value_at(document.data, violation.pointer)
    written = violation.schema.get("anyOf") or violation.schema["oneOf"]
    branches = [follow_reference(branch, root) for branch in written]
    fitting = [i for i, branch in enumerate(branches) if _admits(branch, value, root)]
    if not fitting:
        yield violation._replace(keyword="type")
    elif isinstance(value, dict):
        yield from _narrow_mapping(violation, value, {i: branches[i] for i in fitting}, document, root)
    else:
        yield from narrow(violation.branches[fitting[0]], document, root)


def _narrow_mapping(
    violation: Violation,
    value: Mapping[str, Any],
    branches: Mapping[int, Mapping[str, Any]],
    document: Document,
    root: Mapping[str, Any],
) -> Iterator[Violation]:
    """Tell mappings apart by the key that only one of them requires."""
    marks = {i: next(iter(branch.get("required", ())), "") for i, branch in branches.items()}
    present = [i for i, mark in marks.items() if mark in value]
    plain = [i for i, mark in marks.items() if not mark]
    if len(present) > 1:
        yield violation._replace(keyword=CONFLICT, keys=tuple(marks[i] for i in present))
        return
    if not present and not plain and len(branches) > 1:
        yield violation._replace(keyword=CHOICE, keys=tuple(marks.values()))
        rest = [key for key in branches[min(branches)]["required"][1:] if key not in value]
        if rest and "properties" not in branches[min(branches)]:
            yield Violation(violation.pointer, "required", {"required": rest})
        return
    meant = (present or plain or list(branches))[0]
    if _is_text_with_colon(violation, value, branches[meant], root) and not is_in_braces(
        document, violation.pointer
    ):
        yield violation._replace(keyword="type")
        return
    for each in narrow(violation.branches[meant], document, root):
        yield from _split_rivals(each, violation.pointer, value, branches, meant)


def _split_rivals(
    violation: Violation,
    pointer: Pointer,
    value: Mapping[str, Any],
    branches: Mapping[int, Mapping[str, Any]],
    meant: int,
) -> Iterator[Violation]:
    """Tell a key that belongs to another form from one that belongs to none."""
    if violation.keyword != "additionalProperties" or violation.pointer != pointer:
        yield violation
        return
    unknown = [key for key in value if key not in branches[meant].get("properties", {})]
    others = [branch.get("properties", {}) for i, branch in branches.items() if i != meant]
    mark = next(iter(branches[meant].get("required", ())), "")
    rivals = [key for key in unknown if mark and any(key in other for other in others)]
    for key in rivals:
        yield violation._replace(keyword=CONFLICT, keys=(mark, key))
    rest = tuple(key for key in unknown if key not in rivals)
    if rest:
        yield violation._replace(keys=rest)


def _is_text_with_colon(
    violation: Violation, value: Mapping[str, Any], branch: Mapping[str, Any], root: Mapping[str, Any]
) -> bool:
    """Whether a mapping looks like a text that became one by a colon, as in ``- Note: too late``."""
    texts = any(form.get("type") == "string" for form in alternatives_of(violation.schema, root))
    if not texts or len(value) != 1:
        return False
    key, only = next(iter(value.items()))
    allowed = branch.get("properties", {})
    return isinstance(only, str) and key not in allowed and not meant_key(key, allowed)


def _admits(branch: Mapping[str, Any], value: Any, root: Mapping[str, Any]) -> bool:
    forms = alternatives_of(branch, root)
    return any(_TYPES[type(value)] in types_of(form) for form in forms)


def types_of(form: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the types of values that a form may have, in the schema's order."""
    if "type" in form:
        written = form["type"]
        types = (written,) if isinstance(written, str) else tuple(written)
        return (*types, "number") if "integer" in types else types
    if "enum" in form or "const" in form:
        return ("string",)
    return tuple(_TYPES.values())

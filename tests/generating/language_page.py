"""The language reference: every kind of file, every field, from the JSON Schemas."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from journeymap.resources import schema_path

Schema: TypeAlias = Mapping[str, Any]

KINDS = ("journey", "persona", "library", "workspace")

SMALL_VALUES = {
    "id": "A name for machines: lower-case letters, digits and single hyphens, at most 64 characters.",
    "ref": "The id of something else.",
    "date": "A day as `2026-10-01`.",
    "language": "A language tag such as `en` or `pt-BR`.",
    "text": "Plain text; one that reads as a number needs quotes.",
}
"""What the schemas leave to the editor to show by its form."""

LISTED_ELSEWHERE = {
    "rule-settings": "names of [rules](../rules/README.md), with a level or options",
    "rule-levels": "names of [rules](../rules/README.md), with a level",
    "change-id": "a kind of change that `journeymap diff` reports",
}
"""Parts whose fields have pages of their own."""

OPENING = """\
# The language

Every kind of file and every field, version 1 of the language. This page is made from the JSON Schemas that
your editor uses too (`journeymap schema` prints them). What cannot be told in a table stands in the
explanations: of [emotion](../explanation/emotion.md), of [paths](../explanation/paths.md), of
[overlays](../how-to/write-an-overlay.md).

A file begins with `journeymap: 1` and its `kind`, which may be left out when the name says it:
`*.journey.yaml`, `*.persona.yaml`, `*.library.yaml`, and `journeymap.yaml` for a workspace. Files are UTF-8
and hold one YAML document in the scalars of YAML 1.2, so `no`, `on` and `12:30` are texts; anchors, aliases,
merge keys and custom tags are not part of the language. Unknown fields are errors. **Bold** fields are
required.
"""


def write_language_page() -> str:
    """Return the whole page."""
    schemas = {kind: json.loads(schema_path(kind).read_text(encoding="utf-8")) for kind in KINDS}
    parts = [OPENING, "\nKinds of file: "]
    parts.append(", ".join(f"[{kind}](#{kind}-file)" for kind in KINDS) + ".\n")
    shared: dict[str, Schema] = {}
    for schema in schemas.values():
        for name, definition in schema["$defs"].items():
            shared.setdefault(name, definition)
    for kind, schema in schemas.items():
        parts.append(f"\n## {kind.capitalize()} file\n\n{schema['description']}\n\n")
        parts += field_table(schema, shared)
    for name in LISTED_ELSEWHERE:
        del shared[name]
    parts.append("\n## Parts\n")
    for name in sorted(shared):
        if has_section(shared[name]):
            parts.append(f"\n### {heading(name)}\n")
            parts += section(shared[name], shared)
    parts.append("\n## Kinds of value\n\n| | |\n|---|---|\n")
    parts += [
        f'| <a id="value-{name}"></a>{heading(name)} | {cell(describe(name, shared))} |\n'
        for name in sorted(shared)
        if not has_section(shared[name])
    ]
    return "".join(parts)


def section(definition: Schema, shared: Mapping[str, Schema]) -> Iterator[str]:
    """Yield what a part is: its description, the forms it may take, and the fields of each form."""
    if definition.get("description"):
        yield f"\n{definition['description']}\n"
    forms = forms_of(definition)
    if len(forms) > 1:
        yield f"\nTakes {words(definition, shared)}.\n"
    for form in forms:
        if "properties" not in form:
            continue
        if form is not definition and form.get("description"):
            yield f"\n{form.get('title', 'Long form')}: {form['description']}\n"
        yield "\n"
        yield from field_table(form, shared)


def field_table(schema: Schema, shared: Mapping[str, Schema]) -> Iterator[str]:
    """Yield a table of an object's fields in the order of the schema."""
    yield "| Field | Takes | |\n|---|---|---|\n"
    yield from field_rows(schema, shared, "")


def field_rows(schema: Schema, shared: Mapping[str, Schema], prefix: str) -> Iterator[str]:
    """Yield a row for each field; the fields of an object described on the spot follow it, dotted."""
    required = schema.get("required", ())
    for name, field in schema["properties"].items():
        shown = f"**`{prefix}{name}`**" if name in required else f"`{prefix}{name}`"
        about = cell(field.get("description", ""))
        default = f" Default: `{plain(field['default'])}`." if "default" in field else ""
        inner = field.get("items", field) if field.get("type") == "array" else field
        takes = words(field, shared)
        yield f"| {shown} | {cell(takes)} | {about}{default} |\n"
        if "properties" in inner:
            yield from field_rows(inner, shared, f"{prefix}{name}{'' if inner is field else '[]'}.")


def words(schema: Schema, shared: Mapping[str, Schema]) -> str:
    """Return what a value may be, in words with links."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name in LISTED_ELSEWHERE:
            return LISTED_ELSEWHERE[name]
        anchor = heading(name).lower().replace(" ", "-") if has_section(shared[name]) else f"value-{name}"
        return f"[{heading(name).lower()}](#{anchor})"
    if "enum" in schema:
        return ", ".join(f"`{plain(each)}`" for each in schema["enum"])
    if "const" in schema:
        return f"`{plain(schema['const'])}`"
    for union in ("anyOf", "oneOf"):
        if union in schema and "properties" not in schema:
            return " or ".join(dict.fromkeys(words(each, shared) for each in schema[union]))
    match schema.get("type"):
        case "array":
            return f"list of {words(schema['items'], shared)}" if "items" in schema else "list"
        case "object" if "properties" in schema:
            return "the fields below"
        case "object":
            values = schema.get("additionalProperties")
            return f"keys with {words(values, shared)}" if isinstance(values, Mapping) else "keys and values"
        case "string":
            return "text"
        case "integer":
            return f"whole number{limits(schema)}"
        case "number":
            return f"number{limits(schema)}"
        case "boolean":
            return "`true` or `false`"
        case "null":
            return "`null`"
        case list() as several:
            return " or ".join(words({"type": each}, shared) for each in several)
    return "any value"


def describe(name: str, shared: Mapping[str, Schema]) -> str:
    """Return what a small value is: its description, and its form where that adds something."""
    about = str(shared[name].get("description") or SMALL_VALUES.get(name, ""))
    form = words(shared[name], shared)
    if about and form in {"text", "any value"}:
        return about
    return f"{about} Takes {form}." if about else f"{form[:1].upper()}{form[1:]}."


def limits(schema: Schema) -> str:
    """Return the bounds of a number in words, or nothing."""
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f" from {low} to {high}"
    return f", at least {low}" if low is not None else ""


def forms_of(definition: Schema) -> list[Schema]:
    """Return the alternatives of a definition, or the definition itself; lists stand for their items."""
    if "properties" in definition:
        return [definition]
    forms: list[Schema] = list(definition.get("anyOf") or definition.get("oneOf") or [definition])
    return [form.get("items", form) if form.get("type") == "array" else form for form in forms]


def has_section(definition: Schema) -> bool:
    """Say whether a definition has fields or forms of its own, and so a section."""
    forms = forms_of(definition)
    return len(forms) > 1 or "properties" in forms[0]


def heading(name: str) -> str:
    """Return a definition's name as a heading."""
    return name.replace("-", " ").capitalize()


def plain(value: object) -> str:
    """Return a JSON value as one writes it in YAML."""
    return value if isinstance(value, str) else json.dumps(value)


def cell(text: str) -> str:
    """Return a text as one cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")

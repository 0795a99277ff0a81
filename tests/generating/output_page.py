"""The reference of the JSON that ``check`` prints: its fields from the schema, and a real example."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from journeymap.compiling import compile_files
from journeymap.reporting import PLAIN, REPORTERS, Report
from journeymap.resources import schema_path
from tests.generating.language_page import cell, words

OPENING = """\
# The JSON output of `check`

`journeymap check --output-format json` prints one object. `format_version` follows semantic versioning:
within one major version fields are only added, so readers pass over what they do not know. The schema is
`schemas/check-output.schema.json`; `journeymap schema check-output` prints it.

Lines and columns begin at 1 and ends are exclusive; columns and offsets count Unicode code points. The
`fingerprint` of a finding stays the same when lines move or the wording changes.
"""

EXAMPLE = """\
journeymap: 1
kind: journey
id: refund
title: Getting money back
stages:
  - id: after-sale
    titel: After the sale
"""


def write_output_page() -> str:
    """Return the whole page."""
    schema = json.loads(schema_path("check-output").read_text(encoding="utf-8"))
    shared = schema["$defs"]
    parts = [OPENING, "\n## The object\n\n", *rows(schema, shared)]
    for name, definition in shared.items():
        if "properties" in definition:
            parts.append(f"\n### {name.capitalize()}\n\n")
            if definition.get("description"):
                parts.append(f"{definition['description']}\n\n")
            parts += rows(definition, shared)
    parts.append("\n## An example\n\n")
    parts.append(f"For this file\n\n<!-- broken -->\n```yaml\n{EXAMPLE}```\n\nit prints\n\n")
    parts.append(f"```json\n{print_example()}```\n")
    return "".join(parts)


def rows(schema: Mapping[str, Any], shared: Mapping[str, Any]) -> Iterator[str]:
    """Yield the table of an object's fields; always present ones are bold."""
    required = schema.get("required", ())
    yield "| Field | Holds | |\n|---|---|---|\n"
    for name, field in schema["properties"].items():
        shown = f"**`{name}`**" if name in required else f"`{name}`"
        holds = follow(field, shared)
        about = field.get("description") or holds.get("description", "")
        yield f"| {shown} | {cell(words(holds, shared))} | {cell(about)} |\n"


def follow(field: Mapping[str, Any], shared: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a field's own schema, or the one it borrows where that is no object with a section."""
    while "$ref" in field:
        definition = shared[field["$ref"].rpartition("/")[2]]
        if "properties" in definition:
            return field
        field = definition
    return field


def print_example() -> str:
    """Return what the program prints for the example."""
    compilation = compile_files([("refund.journey.yaml", EXAMPLE.encode())])
    return REPORTERS["json"](Report(compilation.diagnostics, compilation.sources, 1), PLAIN)

"""The references of the JSON that commands print: fields from the schema, and a real example."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from journeymap.compiling import compile_files
from journeymap.reporting import PLAIN, REPORTERS, Report
from journeymap.resources import schema_path
from tests.generating.language_page import cell, words
from tests.history.repositories import Repository
from tests.programs import run_journeymap

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


DIFF_OPENING = """\
# The JSON output of `diff`

`journeymap diff BASE HEAD --output-format json` prints one object. `format_version` follows semantic
versioning: within one major version fields are only added, so readers pass over what they do not know. The
schema is `schemas/diff-output.schema.json`; `journeymap schema diff-output` prints it.

Details of wording and looks are always there, with or without `--all`. Lines and columns begin at 1 and ends
are exclusive; columns and offsets count Unicode code points. The `fingerprint` of a change stays the same
when lines move or the words of messages change: approvals name it.
"""

CHANGES_OPENING = """\
# The JSON output of `changes`

`journeymap changes --format json` prints one object. `format_version` follows semantic versioning: within one
major version fields are only added, so readers pass over what they do not know. The schema is
`schemas/changes-output.schema.json`; `journeymap schema changes-output` prints it.

Chapters come latest first. Details of wording and looks, which text and Markdown only count, are there in
full.
"""

LS_OPENING = """\
# The JSON output of `ls`

`journeymap ls KIND --json` prints one object. `format_version` follows semantic versioning: within one major
version fields are only added, so readers pass over what they do not know. The schema is
`schemas/ls-output.schema.json`; `journeymap schema ls-output` prints it.

The fields of a row are named by their paths, the same that `--columns`, `--where` and table views take. Ids
of teams, channels and the like come out as titles, as in tables.
"""

STATS_OPENING = """\
# The JSON output of `stats`

`journeymap stats --json` prints one object. `format_version` follows semantic versioning: within one major
version fields are only added, so readers pass over what they do not know. The schema is
`schemas/stats-output.schema.json`; `journeymap schema stats-output` prints it.

Where there is no number there is `null`, and never a zero.
"""

JOURNEY_OPENING = """\
# A compiled journey as JSON

`journeymap render JOURNEY -o journey.json` writes a journey as the compiler understands it, and
`journeymap show JOURNEY --json` prints the same: overlays, shared touchpoints and defaults are resolved, what
the journey refers to is there, and so is what can be worked out from it. `format_version` follows semantic
versioning: within one major version fields are only added, so readers pass over what they do not know. The
schema is `schemas/journey-output.schema.json`; `journeymap schema journey-output` prints it.

A field that holds nothing is left out; **bold** ones are always there. Fields stand in a fixed order, one
thing on a line, so that a change of the journey is a small diff. Pictures are named from the folder of the
workspace. Characters that nobody sees, such as those that turn the direction of a line, are written as
escapes.
"""

NOON = "12:00:00+0000"

COUNTED = """\
journeymap: 1
kind: journey
id: refund
title: Getting money back
stages:
  - id: after-sale
    title: After the sale
    touchpoints:
      - id: ask
        title: Asks for the money
        channel: chat
        emotion: {score: -2, feeling: angry, confidence: researched}
        pains: [{id: silence, text: Nobody answers, severity: high}]
"""


def write_output_page() -> str:
    """Return the page about ``check``."""
    broken = f"For this file\n\n<!-- broken -->\n```yaml\n{EXAMPLE}```\n\nit prints\n\n"
    return _write_page("check-output", OPENING, broken + f"```json\n{print_example()}```\n")


def write_diff_page() -> str:
    """Return the page about ``diff``."""
    after = COUNTED.replace("score: -2, feeling: angry", "score: 0, feeling: heard")
    after = "".join(line for line in after.splitlines(keepends=True) if "pains:" not in line)
    sides = {"before": COUNTED, "after": after}
    with TemporaryDirectory() as folder:
        for side, text in sides.items():
            Path(folder, side).mkdir()
            Path(folder, side, "refund.journey.yaml").write_text(text, encoding="utf-8")
        command = ("diff", *sides, "--output-format", "json")
        printed = run_journeymap(*command, cwd=Path(folder)).stdout
    files = "and this one ".join(f"in `{side}`\n\n```yaml\n{text}```\n\n" for side, text in sides.items())
    shown = f"With this file {files}`journeymap {' '.join(command)}` prints\n\n```json\n{printed}```\n"
    return _write_page("diff-output", DIFF_OPENING, shown)


def write_changes_page() -> str:
    """Return the page about ``changes``."""
    after = COUNTED.replace("        channel: chat\n", "")
    with TemporaryDirectory() as folder:
        repository = Repository(Path(folder))
        repository.commit("Draw the journey", {"refund.journey.yaml": COUNTED}, when=f"2026-10-01T{NOON}")
        repository.commit("Close the chat", {"refund.journey.yaml": after}, when=f"2026-10-05T{NOON}")
        printed = run_journeymap("changes", "--format", "json", cwd=repository.folder).stdout
    story = (
        f"With this file, written on 1 October,\n\n```yaml\n{COUNTED}```\n\n"
        "and without its `channel: chat` since 5 October, `journeymap changes --format json` prints\n\n"
    )
    return _write_page("changes-output", CHANGES_OPENING, f"{story}```json\n{printed}```\n")


def write_ls_page() -> str:
    """Return the page about ``ls``."""
    return _write_page("ls-output", LS_OPENING, _show("ls", "pains", "--json"))


def write_stats_page() -> str:
    """Return the page about ``stats``."""
    return _write_page("stats-output", STATS_OPENING, _show("stats", "--json"))


def write_journey_page() -> str:
    """Return the page about compiled journeys."""
    return _write_page("journey-output", JOURNEY_OPENING, _show("show", "refund", "--json"))


def _write_page(name: str, opening: str, example: str) -> str:
    schema = json.loads(schema_path(name).read_text(encoding="utf-8"))
    shared = schema["$defs"]
    parts = [opening, "\n## The object\n\n", *rows(schema, shared)]
    for title, definition in shared.items():
        if "properties" in definition:
            parts.append(f"\n### {title.capitalize()}\n\n")
            if definition.get("description"):
                parts.append(f"{definition['description']}\n\n")
            parts += rows(definition, shared)
    parts.append(f"\n## An example\n\n{example}")
    return "".join(parts)


def _show(*arguments: str) -> str:
    """Return the example file, the command, and what it prints."""
    with TemporaryDirectory() as folder:
        Path(folder, "refund.journey.yaml").write_text(COUNTED, encoding="utf-8")
        printed = run_journeymap(*arguments, cwd=Path(folder)).stdout
    line = " ".join(arguments)
    return f"For this file\n\n```yaml\n{COUNTED}```\n\n`journeymap {line}` prints\n\n```json\n{printed}```\n"


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

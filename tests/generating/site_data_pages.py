"""The references of what a site holds for programs: fields from the schemas, and a real example."""

import json

from journeymap.artifacts import ArtifactSet
from journeymap.compiling import compile_files
from journeymap.resources import schema_path
from journeymap.site import build_site
from tests.generating.output_page import COUNTED, rows

INDEX = """\
# `journeys.json`, the list of all journeys

Every site has it beside its front page: all journeys in one small file, for programs that look for one.
`format_version` follows semantic versioning: within one major version fields are only added, so readers pass
over what they do not know. The schema is `schemas/journeys-index.schema.json`; `journeymap schema
journeys-index` prints it.

Addresses are relative to the file. A field that holds nothing is `null`, an empty text or an empty list: all
of them are always there.
"""

PAGE = """\
# `index.json`, a page as data

Most pages of a site have it beside them, and say so in their head. The page of a journey has
[`journey.json`](journey-output.md) in its place, which holds all of it, and the front page
[`journeys.json`](journeys-index.md). `format_version` follows semantic versioning: within one major version
fields are only added, so readers pass over what they do not know. The schema is
`schemas/page-output.schema.json`; `journeymap schema page-output` prints it.

`entry` and `used` come from the journeys themselves. `parts` are what the page shows, in the words and the
language of the page: good to read, but not made to be reckoned with. Addresses are relative to the page.
"""


def write_index_page() -> str:
    """Return the page about ``journeys.json``."""
    return _write("journeys-index", INDEX, "journeys.json")


def write_page_page() -> str:
    """Return the page about ``index.json``."""
    return _write("page-output", PAGE, "channels/chat/index.json")


def _write(name: str, opening: str, file: str) -> str:
    schema = json.loads(schema_path(name).read_text(encoding="utf-8"))
    shared = schema["$defs"]
    parts = [opening, "\n## The object\n\n", *rows(schema, shared)]
    for title, definition in shared.items():
        parts += [
            f"\n### {title.capitalize()}\n\n",
            f"{definition['description']}\n\n",
            *rows(definition, shared),
        ]
    site: ArtifactSet = build_site(compile_files([("refund.journey.yaml", COUNTED.encode())]))
    example = site[file].content.decode()
    parts.append(f"\n## An example\n\nFor this file\n\n```yaml\n{COUNTED}```\n\n")
    parts.append(f"`{file}` holds\n\n```json\n{example}```\n")
    return "".join(parts)

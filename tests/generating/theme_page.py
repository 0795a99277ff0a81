"""The page of all tokens of the theme: what each is for, from the schema, and its shipped values."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from journeymap.resources import schema_path
from journeymap.themes.contrast import FOR_SHAPES
from journeymap.themes.legibility import Pair, list_pairs
from journeymap.themes.theme import DARK, LIGHT
from journeymap.themes.tokens import read_aliases

OPENING = """\
# The theme

Every colour, font and distance of pages, pictures and slides, with its name under `theme:` in
`journeymap.yaml` and its shipped value. How to change them says
[use your own colours](../how-to/use-your-own-colours.md). The shipped values stand in one file,
`templates/theme.json`, in the format of the Design Tokens Community Group (2025.10), which design tools read.

## Colours

Under `light:` and `dark:`, as `"#rrggbb"`.

"""

STEPS = """
## The emotion scale

Under `light:` and `dark:`, a list `emotions:` of steps, each with its `score:` from -2 to 2. Neighbouring
steps are at least 20 apart (CIEDE2000) under normal, protan, deutan and tritan vision;
[similar-emotion-colours](../rules/similar-emotion-colours.md) holds a workspace's own colours to the same.

"""

PAIRS = """
## What stands on what

[low-contrast](../rules/low-contrast.md) compares these pairs, in each appearance that a workspace changes.

"""

TYPE = """
## Fonts and sizes

Under `type:`, for both appearances. Sizes are pixels of a picture; pages go by the size that their reader
has set, and take the fonts only.

"""

SPACING = """
## Distances

Under `spacing:`, for both appearances, in pixels. Pages take the round corners only, in proportion.

"""


def write_theme_page() -> str:
    """Return the whole page."""
    schema = json.loads(schema_path("workspace").read_text(encoding="utf-8"))
    parts = schema["properties"]["theme"]["properties"]
    colours, step = (schema["$defs"][name]["properties"] for name in ("colours", "emotion-step"))
    sections = [
        (OPENING, _colour_rows(colours)),
        (STEPS, _step_rows(step)),
        (PAIRS, _pair_rows()),
        (TYPE, _size_rows(parts["type"]["properties"], LIGHT.type._asdict())),
        (SPACING, _size_rows(parts["spacing"]["properties"], LIGHT.spacing._asdict())),
    ]
    return "".join(heading + "".join(f"{row}\n" for row in rows) for heading, rows in sections)


def _colour_rows(colours: Mapping[str, Any]) -> Iterator[str]:
    yield "| Token | What for | Light | Dark |"
    yield "|---|---|---|---|"
    for name, schema in colours.items():
        if name != "emotions":
            values = [_value(getattr(theme, name), theme.name, name) for theme in (LIGHT, DARK)]
            yield f"| `{name}` | {schema['description']} | {' | '.join(values)} |"


def _value(colour: str, appearance: str, name: str) -> str:
    source = read_aliases(appearance).get(name)
    return f"`{source}`" if source else f"`{colour}`"


def _step_rows(parts: Mapping[str, Any]) -> Iterator[str]:
    yield "| Token | What for | Appearance | -2 | -1 | 0 | 1 | 2 |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, schema in parts.items():
        if name != "score":
            for theme in (LIGHT, DARK):
                values = " | ".join(f"`{getattr(step, name)}`" for step in theme.emotions)
                about = schema["description"] if theme is LIGHT else ""
                yield f"| {f'`{name}`' if about else ''} | {about} | {theme.name} | {values} |"


def _pair_rows() -> Iterator[str]:
    yield "| On | stand | which need |"
    yield "|---|---|---|"
    gathered: dict[tuple[str, float], list[str]] = {}
    for pair in list_pairs():
        if not _is_repeated(pair):
            gathered.setdefault((_name(pair.ground), pair.needed), []).append(_name(pair.ink))
    for (ground, needed), inks in gathered.items():
        criterion = "1.4.11" if needed == FOR_SHAPES else "1.4.3"
        yield f"| {ground} | {', '.join(inks)} | {needed:g}:1 (WCAG 2.2, {criterion}) |"


def _is_repeated(pair: Pair) -> bool:
    """Whether a pair of the emotion scale is the same as that of the first step."""
    scores = {token.score for token in (pair.ink, pair.ground)} - {None}
    return bool(scores) and scores != {-2}


def _name(token: Any) -> str:
    return f"`{token.name}`" if token.score is None else f"`{token.name}` of a step"


def _size_rows(schemas: Mapping[str, Any], values: Mapping[str, Any]) -> Iterator[str]:
    yield "| Token | What for | From, to | Shipped |"
    yield "|---|---|---|---|"
    for name, schema in schemas.items():
        limits = f"{schema['minimum']} to {schema['maximum']}" if "minimum" in schema else ""
        yield f"| `{name}` | {schema['description']} | {limits} | `{values[name]}` |"

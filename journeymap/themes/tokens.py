"""The shipped design tokens, read from ``templates/theme.json``.

The file is in the format of the Design Tokens Community Group (2025.10): groups of tokens, each with a
``$value``; ``{light.accent}`` as a value is that of another token.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeAlias

from journeymap.resources import templates_path
from journeymap.themes.families import write_family
from journeymap.themes.theme import Spacing, Step, Theme, Typography

Group: TypeAlias = Mapping[str, Any]


@cache
def read_themes() -> Mapping[str, Theme]:
    """Return the shipped themes by name, light and dark."""
    tokens = _read_tokens()
    type, spacing = tokens["type"], tokens["spacing"]
    sizes = {name: _size(type[name]) for name in ("title", "heading", "body", "small")}
    typography = Typography(write_family(type["family"]["$value"]), type["face"]["$value"], **sizes)
    distances = Spacing(*(_size(spacing[name]) for name in Spacing._fields))
    return {name: _read_theme(name, tokens, typography, distances) for name in ("light", "dark")}


@cache
def read_aliases(name: str) -> Mapping[str, str]:
    """Return the colours of an appearance that are those of another token: its name → the other's."""
    values = {token: group.get("$value") for token, group in _colours(_read_tokens()[name]).items()}
    return {token: _target(value) for token, value in values.items() if isinstance(value, str)}


@cache
def _read_tokens() -> Group:
    tokens: Group = json.loads((templates_path() / "theme.json").read_bytes())
    return tokens


def _read_theme(name: str, tokens: Group, type: Typography, spacing: Spacing) -> Theme:
    group = tokens[name]
    colours = {token: _colour(group, value) for token, value in _colours(group).items()}
    a, b, c, d, e = (
        Step(int(score), *(_colour(group, step[part]) for part in Step._fields[1:]))
        for score, step in group["emotions"].items()
    )
    return Theme(name=name, **colours, emotions=(a, b, c, d, e), type=type, spacing=spacing)


def _colours(group: Group) -> Group:
    """Return the tokens of an appearance that are not those of the emotion scale."""
    return {token: value for token, value in group.items() if token not in {"$type", "emotions"}}


def _colour(group: Group, token: Group) -> str:
    value = token["$value"]
    if isinstance(value, str):
        return _colour(group, group[_target(value)])
    colour: str = value["hex"]
    return colour


def _target(alias: str) -> str:
    """Return the token that an alias names, which is one of its own appearance."""
    return alias.strip("{}").rpartition(".")[2]


def _size(token: Group) -> float:
    """Return a distance in pixels."""
    size: float = token["$value"]["value"]
    return size

"""Data → what a workspace changes about how things look."""

import re

from journeymap.building.reading import Node
from journeymap.themes.branding import OwnColours, OwnSpacing, OwnStep, OwnTheme, OwnType

_COLOURS = [name for name in OwnColours._fields if name not in {"emotions", "at"}]
_PARTS = [name for name in OwnStep._fields if name not in {"score", "at"}]


def build_theme(node: Node | None) -> OwnTheme:
    """Return a workspace's own tokens; colours are in lower case, however they were written."""
    if node is None:
        return OwnTheme()
    return OwnTheme(
        light=_build_colours(node.child("light")),
        dark=_build_colours(node.child("dark")),
        type=_build_type(node.child("type")),
        spacing=_build_spacing(node.child("spacing")),
    )


def _build_colours(node: Node | None) -> OwnColours:
    if node is None:
        return OwnColours()
    colours = {name: _read_colour(node, name) for name in _COLOURS}
    return OwnColours(**colours, emotions=tuple(map(_build_step, node.items("emotions"))), at=node.place)


def _build_step(node: Node) -> OwnStep:
    colours = {name: _read_colour(node, name) for name in _PARTS}
    return OwnStep(score=node.whole("score") or 0, **colours, at=node.place)


def _read_colour(node: Node, name: str) -> str:
    """Return a colour, or nothing for a text that is none: it is a finding, and must not get into a style."""
    colour = node.text(name).lower()
    return colour if re.fullmatch(r"#[0-9a-f]{6}", colour) else ""


def _build_type(node: Node | None) -> OwnType:
    if node is None:
        return OwnType()
    sizes = {name: node.number(name) for name in ("title", "heading", "body", "small")}
    return OwnType(node.text("family"), node.text("face"), **sizes)


def _build_spacing(node: Node | None) -> OwnSpacing:
    return OwnSpacing() if node is None else OwnSpacing(*map(node.number, OwnSpacing._fields))

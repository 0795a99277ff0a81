"""Lists of fonts: written as style sheets have them, and the one font for files that know no lists."""

import re
from collections.abc import Iterable
from typing import Final

GENERIC: Final = (
    *("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "math"),
    *("ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded"),
)
"""The kinds of font that every program has one of; they stand without quotes."""

_FACES: Final = {
    "serif": "Times New Roman",
    "ui-serif": "Times New Roman",
    "monospace": "Courier New",
    "ui-monospace": "Courier New",
}
_RESERVED: Final = frozenset({"inherit", "initial", "unset", "revert", "revert-layer", "default"})
"""Words that mean something else in a style sheet when they stand without quotes."""


def split_family(family: str) -> tuple[str, ...]:
    """Return the fonts of a list, without quotes and whatever else means something in a style sheet."""
    names = (" ".join(re.sub(r"[^A-Za-z0-9-]", " ", name).split()) for name in family.split(","))
    return tuple(name for name in names if name)


def write_family(names: Iterable[str]) -> str:
    """Return a list of fonts for style sheets and pictures, each name quoted that is not one plain word."""
    return ", ".join(name if _is_plain(name) else f"'{name}'" for name in names)


def complete_family(family: str) -> str:
    """Return a list with its quotes set right, ending in a kind of font that every reader has."""
    names = split_family(family)
    return write_family(names if names and names[-1] in GENERIC else (*names, "sans-serif"))


def choose_face(family: str, usual: str) -> str:
    """Return the first font that a list names; where it names only kinds, one of that kind."""
    names = split_family(family)
    for name in names:
        if name not in GENERIC:
            return name
    return next((_FACES[name] for name in names if name in _FACES), usual)


def _is_plain(name: str) -> bool:
    return re.fullmatch(r"[A-Za-z][A-Za-z-]*", name) is not None and name.lower() not in _RESERVED

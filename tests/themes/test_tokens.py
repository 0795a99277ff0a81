"""The file of tokens: in the format that design tools read, and the one source of the shipped themes."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from journeymap.resources import templates_path
from journeymap.themes.theme import DARK, LIGHT
from journeymap.themes.tokens import read_aliases

TOKENS: dict[str, Any] = json.loads((templates_path() / "theme.json").read_text(encoding="utf-8"))


def tokens_of(group: dict[str, Any], type: str = "", path: str = "") -> Iterator[tuple[str, str, Any]]:
    """Yield each token's path, type and value; a type is inherited from the group around."""
    type = group.get("$type", type)
    if "$value" in group:
        yield path, type, group["$value"]
        return
    for name, inner in group.items():
        if not name.startswith("$"):
            yield from tokens_of(inner, type, f"{path}.{name}".lstrip("."))


ALL = tuple(tokens_of(TOKENS))


def test_names_are_those_that_the_format_allows() -> None:
    """No name holds a dot or a brace, which stand for something else in aliases."""
    assert [path for path, _, _ in ALL if not re.fullmatch(r"[a-z_]+(\.(-?[0-9]|[a-z_]+)){1,3}", path)] == []


@pytest.mark.parametrize(("path", "type", "value"), ALL, ids=[path for path, _, _ in ALL])
def test_a_value_has_the_form_of_its_type(path: str, type: str, value: Any) -> None:
    """Colours are sRGB with parts and digits that agree, distances are pixels, fonts names; no other type."""
    if isinstance(value, str) and value.startswith("{"):
        assert value[1:-1] in {other for other, _, _ in ALL}
    elif type == "color":
        assert value["colorSpace"] == "srgb"
        assert "#" + bytes(round(part * 255) for part in value["components"]).hex() == value["hex"]
    elif type == "dimension":
        assert value["unit"] == "px"
        assert value["value"] > 0
    else:
        assert type == "fontFamily"
        assert value


def test_themes_are_what_the_file_says() -> None:
    """A colour, an alias, a size and a distance arrive where they belong."""
    assert LIGHT.accent == TOKENS["light"]["accent"]["$value"]["hex"]
    assert DARK.opportunity == DARK.accent
    assert LIGHT.raised == LIGHT.background
    assert DARK.step(-2).on_tint == TOKENS["dark"]["emotions"]["-2"]["on_tint"]["$value"]["hex"]
    assert DARK.type == LIGHT.type
    assert LIGHT.type.body == TOKENS["type"]["body"]["$value"]["value"]
    assert list(LIGHT.spacing) == [8, 10, 1.5]
    assert [step.score for step in LIGHT.emotions] == [-2, -1, 0, 1, 2]


def test_aliases_are_known_by_both_names() -> None:
    """What follows another colour is told from what has one of its own."""
    assert read_aliases("light") == {"raised": "background", "opportunity": "accent"}
    assert read_aliases("dark") == {"opportunity": "accent"}


def test_commands_that_draw_nothing_do_not_read_the_file() -> None:
    """The theme is loaded where something is drawn, so that checks and versions start without it."""
    program = (
        "import runpy, sys\n"
        "try: runpy.run_module('journeymap', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith('journeymap.themes.')])"
    )
    for arguments in (["--version"], ["check", "examples/online-retailer"]):
        outcome = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            capture_output=True,
            text=True,
            check=True,
            cwd=templates_path().parent,
        )
        loaded = outcome.stdout.splitlines()[-1]
        assert "journeymap.themes.tokens" not in loaded
        assert "journeymap.themes.theme" not in loaded

"""A link of a text that leads nowhere is named with file, line and column, whoever draws."""

from pathlib import Path

import pytest

from journeymap.source import SourceFile
from journeymap.workspace.tracing import find_written
from tests.programs import run_journeymap

SETTINGS = """\
journeymap: 1
kind: workspace
title: W
lanes: [{id: where, title: Where, on: touchpoint, type: url}]
"""
JOURNEY = """\
journeymap: 1
kind: journey
id: shop
title: Shop
stages:
  - id: find
    title: Find
    touchpoints:
      - id: look
        title: Looks
        summary: See [x](foo.html)
        fields: {where: nowhere/page.html}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a workspace with two links that lead nowhere."""
    (tmp_path / "journeymap.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ("build", "-o", "out"),
        ("build", "-o", "out", "--single-file"),
        ("render", "shop", "-o", "out.html"),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_place(folder: Path, command: tuple[str, ...]) -> None:
    """Markdown of a text and a field of the workspace's own alike; nothing is written."""
    outcome = run_journeymap(*command, cwd=folder)
    said = " ".join(outcome.stderr.split())
    assert outcome.code == 1
    assert "shop.journey.yaml:11:26: the link to `foo.html` leads to no file, on " in said
    assert "shop.journey.yaml:12:25: the link to `nowhere/page.html` leads to no file, on " in said
    assert "links in texts and fields need a whole address, such as https://example.com/page" in said
    assert said.endswith("nothing was written")
    assert not list(folder.glob("out*"))


def find(text: str, address: str) -> tuple[str, ...]:
    """Return where an address is written in one file."""
    return find_written({"a.yaml": SourceFile("a.yaml", text)}, address)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("# x.html\nx.html: [y, x.html, {z: 'see x.html'}]\n", ("a.yaml:2:13", "a.yaml:2:30")),
        ("a: >\n  one\n  [t](x.html)\n", ("a.yaml:3:7",)),
        ('a: "x\\x2ehtml or x.html"\n', ("a.yaml:1:18",)),
        ('a: "[t](\\\n  x.html)"\n', ("a.yaml:2:3",)),
        ("a: [https://e.com/x.html, x.html5, ../x.html, x.html#y, x.htm, 1, null]\n", ()),
        ("[", ()),
    ],
)
def test_an_address_is_found_where_it_is_written(text: str, places: tuple[str, ...]) -> None:
    """Values count, keys and comments do not; a file that cannot be read holds nothing."""
    assert find(text, "x.html") == places


def test_an_address_is_found_in_its_plain_spelling() -> None:
    """A page says `%20` where the author wrote a blank, and an escape stands for the whole value."""
    assert find("a: '[t](<c d é.html>)'\n", "c%20d%20%C3%A9.html") == ("a.yaml:1:10",)
    assert find("b: x\na: c\\x20d.html\n", "c%20d.html") == ()
    assert find('# c d.html\nb: x\na: "c\\x20d.html"\n', "c%20d.html") == ("a.yaml:3:4",)

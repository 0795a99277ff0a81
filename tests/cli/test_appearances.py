"""Whoever draws with colours that not everybody can see is told where they are written."""

from pathlib import Path

import pytest

from tests.programs import Outcome, run_journeymap

SETTINGS = "journeymap: 1\nkind: workspace\ntitle: W\n"
PALE = 'theme: {light: {muted: "#9a9a9a"}}\n'
ALIKE = 'theme: {light: {emotions: [{score: 1, solid: "#0000ff"}, {score: 2, solid: "#0000ff"}]}}\n'
JOURNEY = """\
journeymap: 1
kind: journey
id: shop
title: Shop
stages:
  - {id: find, title: Find, touchpoints: [{id: look, title: Looks}]}
"""
WAYS = {
    "site": ("build", "-o", "out"),
    "public": ("build", "-o", "out", "--visibility", "public"),
    "lone": ("build", "-o", "out", "--single-file"),
    "map": ("render", "shop", "-o", "shop.svg"),
    "page": ("render", "shop", "-o", "shop.html"),
}


def draw(folder: Path, theme: str, *command: str) -> Outcome:
    """Draw a workspace with a theme of its own."""
    (folder / "journeymap.yaml").write_text(SETTINGS + theme, encoding="utf-8")
    text = JOURNEY.replace("title: Shop\n", "title: Shop\nvisibility: public\n")
    (folder / "shop.journey.yaml").write_text(text, encoding="utf-8")
    return run_journeymap(*command, cwd=folder)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("theme", "told"),
    [(PALE, "journeymap.yaml:4:24: `muted` on"), (ALIKE, "journeymap.yaml:4:76: the colours of emotion")],
)
def test_colours_that_are_hard_to_see_are_named_with_their_place(
    tmp_path: Path, way: str, theme: str, told: str
) -> None:
    """Each way to draw makes what was asked for, and says which colour stands where."""
    outcome = draw(tmp_path, theme, *WAYS[way])
    said = " ".join(outcome.stderr.split())
    assert outcome.code == 0
    assert f"warning: {told}" in said
    assert "`journeymap check` shows which colours would do" in said


@pytest.mark.parametrize(
    "theme",
    [
        "",
        "theme: {type: {title: 30}}\n",
        'theme: {light: {muted: "#444444"}}\n',
        f"# journeymap: ignore[low-contrast] it is our brand\n{PALE}",
        f"{PALE}checks: {{rules: {{low-contrast: off}}}}\n",
    ],
)
@pytest.mark.parametrize("way", ["site", "map"])
def test_nothing_is_said_of_a_theme_that_will_do(tmp_path: Path, way: str, theme: str) -> None:
    """Shipped colours, legible ones, and those that somebody has decided to live with are no news."""
    outcome = draw(tmp_path, theme, *WAYS[way])
    assert outcome.code == 0
    assert "warning" not in outcome.stderr


def test_what_is_known_is_no_news(tmp_path: Path) -> None:
    """What the baseline of the workspace holds was seen before."""
    assert draw(tmp_path, PALE, "check", ".", "--write-baseline").code == 0
    assert "warning" not in draw(tmp_path, PALE, *WAYS["map"]).stderr


def test_many_colours_are_counted(tmp_path: Path) -> None:
    """Three are named and the others counted; a quiet run says nothing."""
    names = ("muted", "text", "accent", "pain", "opportunity", "achieved")
    colours = ", ".join(f'{name}: "#eeeeee"' for name in names)
    theme = f"theme: {{light: {{{colours}}}}}\n"
    said = draw(tmp_path, theme, *WAYS["map"]).stderr
    assert said.count("warning: journeymap.yaml:") == 3
    assert "more colours of the theme are hard to see" in said
    assert draw(tmp_path, theme, *WAYS["map"], "--quiet").stderr == ""


@pytest.mark.parametrize(
    ("theme", "rule"),
    [
        ('theme: {light: {mutd: "#123456"}}', "unknown-key"),
        ('theme: {sepia: {text: "#123456"}}', "unknown-key"),
        ('theme: {light: {muted: "#12345"}}', "bad-form"),
        ("theme: {light: {muted: red}}", "bad-form"),
        ("theme: brand.json", "wrong-type"),
        ('theme: {light: {emotions: [{score: 9, solid: "#123456"}]}}', "out-of-range"),
        ('theme: {light: {emotions: [{solid: "#123456"}]}}', "missing-key"),
        ("theme: {spacing: {unit: -3}}", "out-of-range"),
        ("theme:", "empty-value"),
        ("theme: [1]", "wrong-type"),
        (f"theme: {{light: {{muted: '#{'1' * 2_000_000}'}}}}", "too-large"),
    ],
)
@pytest.mark.parametrize("way", ["site", "map"])
def test_a_theme_that_is_none_is_a_finding_at_its_place(
    tmp_path: Path, way: str, theme: str, rule: str
) -> None:
    """What is no theme stops whoever draws, named with file, line and column."""
    outcome = draw(tmp_path, theme + "\n", *WAYS[way])
    said = outcome.stdout + outcome.stderr
    assert outcome.code == 1
    assert f"error[{rule}]" in said
    assert "--> journeymap.yaml:" in said
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "shop.svg").exists()

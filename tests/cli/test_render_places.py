"""Where `render` writes, and where it does not: over what people made, or when two are meant."""

from pathlib import Path

import pytest

from tests.programs import run_journeymap

SHOP = """journeymap: 1
kind: journey
id: shop-flow
title: Shop
stages:
  - {id: only, title: Only, touchpoints: [{id: one, title: One}]}
"""
README = "# Our journeys\n\nWritten by us.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one journey in it."""
    (tmp_path / "shop.journey.yaml").write_text(SHOP, encoding="utf-8")
    return tmp_path


def test_what_people_made_is_not_written_over(folder: Path) -> None:
    """A readme is refused with a way out, and the files beside it are not written either."""
    (folder / "README.md").write_text(README, encoding="utf-8")
    outcome = run_journeymap("render", "-o", "map.svg", "-o", "README.md", cwd=folder)

    assert outcome.code == 2
    assert "`README.md` is there and was not rendered by journeymap" in outcome.stderr
    assert "journeymap inject" in outcome.stderr
    assert (folder / "README.md").read_text() == README
    assert not (folder / "map.svg").exists()


@pytest.mark.parametrize("name", ["map.svg", "map.png", "tables.md", "tables.csv", "shop.html", "shop.json"])
def test_what_was_rendered_is_written_over(folder: Path, name: str) -> None:
    """After a change of the journey the same command brings its file up to date."""
    assert run_journeymap("render", "-o", name, cwd=folder).code == 0
    before = (folder / name).read_bytes()
    changed = SHOP.replace("title: Shop", "title: Store").replace("title: One", "title: First")
    (folder / "shop.journey.yaml").write_text(changed, encoding="utf-8")
    outcome = run_journeymap("render", "-o", name, cwd=folder)

    assert (outcome.code, outcome.stderr) == (0, f"wrote {name}\n")
    assert (folder / name).read_bytes() != before


def test_a_file_made_empty_beforehand_is_filled(folder: Path) -> None:
    """Scripts reserve a name by an empty file."""
    (folder / "map.svg").touch()
    assert run_journeymap("render", "-o", "map.svg", cwd=folder).code == 0
    assert (folder / "map.svg").read_bytes().startswith(b"<svg")


def test_a_form_after_a_dash_is_heard(folder: Path) -> None:
    """`permit-flow.svg` is the flow; a file that is called like its journey is the map."""
    for name in ("permit-flow.svg", "permit_curve.svg", "shop-flow.svg", "landing-page.svg"):
        assert run_journeymap("render", "-o", name, cwd=folder).code == 0
    kinds = [
        (folder / name).read_text().partition('aria-labelledby="')[2].partition("-")[0]
        for name in ("permit-flow.svg", "permit_curve.svg", "shop-flow.svg", "landing-page.svg")
    ]
    assert kinds == ["flow", "curve", "map", "map"]


def test_one_id_twice_draws_neither(folder: Path) -> None:
    """Which one is meant cannot be known, whichever file comes first."""
    (folder / "journeymap.yaml").write_text("journeymap: 1\nkind: workspace\ntitle: Shop\n")
    for name in ("a", "z"):
        copy = folder / f"{name}.journey.yaml"
        copy.write_text(SHOP.replace("title: Shop", "title: Copy"), encoding="utf-8")
        outcome = run_journeymap("render", "shop-flow", "-o", "map.svg", cwd=folder)
        assert outcome.code == 1
        assert "duplicate-id" in outcome.stderr + outcome.stdout
        assert not (folder / "map.svg").exists()
        copy.unlink()

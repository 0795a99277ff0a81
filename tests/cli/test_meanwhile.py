"""Work in a thread: it goes on beside other work, and what came of it is the same as without."""

from pathlib import Path
from threading import Event

import pytest

from journeymap.cli.meanwhile import Begun
from tests.conftest import ROOT
from tests.programs import run_journeymap

JOURNEY = "first-purchase"
RETAILER = ROOT / "examples" / "online-retailer"
SHORT = """journeymap: 1
kind: journey
id: odd
title: Odd \ue000
stages:
  - {id: only, title: Only, touchpoints: [{id: one, title: One}]}
"""
FILES = ("map.pdf", "map.svg", "flow.png", "curve.pdf", "tables.csv", "map.png", "matrix.svg")


def test_work_goes_on_meanwhile() -> None:
    """It has begun before anybody waits for it, and waiting returns its result."""
    opened = Event()

    def work() -> str:
        opened.set()
        return "done"

    begun = Begun(work)
    assert opened.wait(timeout=10)
    assert begun.finish() == "done"


def test_what_goes_wrong_is_told_to_who_waits() -> None:
    """An error of the work is raised where its result is wanted."""

    def work() -> str:
        raise ValueError("no such colour")

    with pytest.raises(ValueError, match="no such colour"):
        Begun(work).finish()


def test_files_drawn_together_are_those_drawn_alone(tmp_path: Path) -> None:
    """What is typeset beside other files is the same, byte for byte, and files are told in order."""
    for name in FILES:
        alone = run_journeymap("render", JOURNEY, "-o", str(tmp_path / "alone" / name), cwd=RETAILER)
        assert alone.code == 0, alone.stderr
    words = [word for name in FILES for word in ("-o", str(tmp_path / "together" / name))]
    together = run_journeymap("render", JOURNEY, *words, cwd=RETAILER)

    assert together.code == 0, together.stderr
    for name in FILES:
        assert (tmp_path / "together" / name).read_bytes() == (tmp_path / "alone" / name).read_bytes(), name
    places = [together.stderr.index(f"together/{name}") for name in FILES]
    assert places == sorted(places)


def test_when_one_cannot_be_drawn_none_is_written(tmp_path: Path) -> None:
    """An error of the typesetter is told like any other, and the files beside it are not written."""
    (tmp_path / "odd.journey.yaml").write_text(SHORT, encoding="utf-8")
    outcome = run_journeymap("render", "-o", "map.svg", "-o", "map.png", "odd.journey.yaml", cwd=tmp_path)
    assert outcome.code == 2
    assert "U+E000" in outcome.stderr
    assert not list(tmp_path.glob("map.*"))

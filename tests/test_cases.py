"""Broken journeys as data: each case under ``cases/`` is checked by the program, its transcript is a golden.

A case is a file (``cases/<room>/<name>.journey.yaml``, or any other kind) or a folder of files; its golden is
``<name>.txt`` beside it. ``JOURNEYMAP_ACCEPT=1`` writes the goldens; look at what you accept.
"""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import match_golden
from tests.programs import run_journeymap

CASES = Path(__file__).parent / "cases"
FILES = ("*.journey.y*ml", "*.persona.y*ml", "*.library.y*ml", "*.yaml")
TODAY = "2026-11-01"
ARROW = re.compile(r"^ *(?:-->|:::) (.+):(\d+):(\d+)$", re.MULTILINE)


def find_cases() -> list[Path]:
    """Return every case: the files of each room, and the folders in it."""
    rooms = [path for path in sorted(CASES.iterdir()) if path.is_dir()]
    files = {file for room in rooms for pattern in FILES for file in room.glob(pattern)}
    return sorted({*files, *(path for room in rooms for path in room.iterdir() if path.is_dir())})


def options_of(case: Path) -> list[str]:
    """Return with which options a case is checked: that of a rule of the method asks for it alone."""
    name = case.name.split(".")[0]
    return ["--today", TODAY, *(["--select", name] if case.parent.name == "checks" else [])]


def case_name(case: Path) -> str:
    """Return the name by which a case is known, such as ``schema/unknown-key``."""
    return f"{case.parent.name}/{case.name.split('.')[0]}"


@pytest.mark.parametrize("case", find_cases(), ids=case_name)
def test_a_case_prints_its_transcript(case: Path) -> None:
    """The command, all it prints with positions, and its exit code are what was accepted."""
    cwd, argument = (case, ".") if case.is_dir() else (case.parent, case.name)
    words = [*options_of(case), argument]
    outcome = run_journeymap("check", *words, cwd=cwd)
    transcript = (
        f"$ journeymap check {' '.join(words)}\n{outcome.stdout}{outcome.stderr}exit {outcome.code}\n"
    )
    match_golden(case.parent / f"{case.name.split('.')[0]}.txt", transcript)


@pytest.mark.parametrize("case", find_cases(), ids=case_name)
def test_every_printed_place_exists(case: Path) -> None:
    """An arrow points at a character (or the end) of a line the named file has, and JSON agrees with it."""
    cwd, argument = (case, ".") if case.is_dir() else (case.parent, case.name)
    words = [*options_of(case), argument]
    arrows = ARROW.findall(run_journeymap("check", *words, cwd=cwd).stdout)
    found = json.loads(run_journeymap("check", *words, "--output-format", "json", cwd=cwd).stdout)
    assert found["diagnostics"]
    for each in found["diagnostics"]:
        start = each["primary"]["start"]
        assert (each["primary"]["file"], str(start["line"]), str(start["column"])) in arrows
    for file, line, column in arrows:
        lines = read_lines(cwd / file)
        assert int(line) <= len(lines)
        assert int(column) <= len(lines[int(line) - 1]) + 1


def test_five_mistakes_at_once_are_five_located_errors() -> None:
    """One run names all five, each at its own place."""
    outcome = run_journeymap(
        "check", "five-mistakes.journey.yaml", "--output-format", "concise", cwd=CASES / "spine"
    )
    places = [line.split(" ")[0] for line in outcome.stdout.splitlines() if " error[" in line]
    assert len(places) == len(set(places)) == 5
    assert outcome.code == 1


def test_each_golden_has_its_case() -> None:
    """No golden is left over from a case that is gone."""
    named = {case.parent / f"{case.name.split('.')[0]}.txt" for case in find_cases()}
    assert {path for room in CASES.iterdir() if room.is_dir() for path in room.glob("*.txt")} == named


def read_lines(file: Path) -> list[str]:
    """Return the lines of a file that may be anything, split as YAML splits them."""
    return re.split("\r\n|\r|\n", file.read_bytes().decode("utf-8-sig", "surrogateescape"))

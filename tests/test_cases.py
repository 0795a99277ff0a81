"""Broken journeys as data: each case under ``cases/`` is checked by the program, its transcript is a golden.

A case is a file (``cases/<room>/<name>.journey.yaml``, or any other kind) or a folder of files; its golden
is ``<name>.txt`` beside it. Pages of Markdown with markers are joined into one file (``<name>.files``), as
in the examples of rules, so that `inject` finds no page in the repository that is wrong on purpose.
``JOURNEYMAP_ACCEPT=1`` writes the goldens; look at what you accept.
"""

import json
import re
from pathlib import Path

import pytest

from journeymap.cli.rule_examples import files_of
from tests.conftest import match_golden
from tests.programs import run_journeymap

CASES = Path(__file__).parent / "cases"
FILES = ("*.journey.y*ml", "*.persona.y*ml", "*.library.y*ml", "*.yaml", "*.files")
JOINED = ".files"
ELSEWHERE = {"changes"}
"""Rooms whose cases have two sides, and tests of their own."""
TODAY = "2026-11-01"
ARROW = re.compile(r"^ *(?:-->|:::) (.+):(\d+):(\d+)$", re.MULTILINE)


def find_cases() -> list[Path]:
    """Return every case: the files of each room, and the folders in it."""
    rooms = [path for path in sorted(CASES.iterdir()) if path.is_dir() and path.name not in ELSEWHERE]
    files = {file for room in rooms for pattern in FILES for file in room.glob(pattern)}
    return sorted({*files, *(path for room in rooms for path in room.iterdir() if path.is_dir())})


def command_for(case: Path, folder: Path) -> tuple[Path, list[str]]:
    """Return where and how a case is checked: that of a rule of the method asks for this rule alone.

    Joined files are taken apart into ``folder``.
    """
    if case.suffix == JOINED:
        for file, content in files_of(case.read_text(encoding="utf-8")):
            (folder / file).write_bytes(content)
        return folder, ["inject", "--check", "."]
    cwd, argument = (case, ".") if case.is_dir() else (case.parent, case.name)
    name = case.name.split(".")[0]
    only = ["--select", name] if case.parent.name == "checks" else []
    return cwd, ["check", "--today", TODAY, *only, argument]


def case_name(case: Path) -> str:
    """Return the name by which a case is known, such as ``schema/unknown-key``."""
    return f"{case.parent.name}/{case.name.split('.')[0]}"


@pytest.mark.parametrize("case", find_cases(), ids=case_name)
def test_a_case_prints_its_transcript(case: Path, tmp_path: Path) -> None:
    """The command, all it prints with positions, and its exit code are what was accepted."""
    cwd, words = command_for(case, tmp_path)
    outcome = run_journeymap(*words, cwd=cwd)
    transcript = f"$ journeymap {' '.join(words)}\n{outcome.stdout}{outcome.stderr}exit {outcome.code}\n"
    match_golden(case.parent / f"{case.name.split('.')[0]}.txt", transcript)


@pytest.mark.parametrize("case", find_cases(), ids=case_name)
def test_every_printed_place_exists(case: Path, tmp_path: Path) -> None:
    """An arrow points at a character (or the end) of a line the named file has."""
    cwd, words = command_for(case, tmp_path)
    arrows = ARROW.findall(run_journeymap(*words, cwd=cwd).stdout)
    assert arrows
    for file, line, column in arrows:
        lines = read_lines(cwd / file)
        assert int(line) <= len(lines)
        assert int(column) <= len(lines[int(line) - 1]) + 1


@pytest.mark.parametrize("case", [case for case in find_cases() if case.suffix != JOINED], ids=case_name)
def test_json_names_the_same_places(case: Path, tmp_path: Path) -> None:
    """What `check` finds as JSON begins where an arrow of the text points."""
    cwd, words = command_for(case, tmp_path)
    arrows = ARROW.findall(run_journeymap(*words, cwd=cwd).stdout)
    found = json.loads(run_journeymap(*words, "--output-format", "json", cwd=cwd).stdout)
    assert found["diagnostics"]
    for each in found["diagnostics"]:
        start = each["primary"]["start"]
        assert (each["primary"]["file"], str(start["line"]), str(start["column"])) in arrows


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

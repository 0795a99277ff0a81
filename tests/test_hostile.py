"""Twelve hostile files through the real program: a located error each, no signal, bounded time and memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile import GOOD_FILE, HOSTILE_FILES, HostileFile
from tests.measuring import measure_program

MORE_SECONDS = 0.1
MEBIBYTES = 100
ATTEMPTS = 5


@pytest.mark.parametrize("hostile", HOSTILE_FILES, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_a_located_error(hostile: HostileFile, tmp_path: Path) -> None:
    """The program ends with exit code 1 and says where the trouble is, as data that can be decoded."""
    (tmp_path / "hostile.journey.yaml").write_bytes(hostile.content)
    done = subprocess.run(
        [sys.executable, "-m", "journeymap", "check", "hostile.journey.yaml", "--output-format", "json"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    errors = [each for each in json.loads(done.stdout)["diagnostics"] if each["severity"] == "error"]
    places = [(each["primary"]["start"]["line"], each["primary"]["start"]["column"]) for each in errors]
    assert places[0] == (hostile.line, hostile.column), errors[0]["message"]
    assert "internal-error" not in {each["rule"] for each in errors}


@pytest.fixture(scope="module")
def good_seconds(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Return the best time of a few checks of a good file."""
    good = tmp_path_factory.mktemp("good") / "good.journey.yaml"
    good.write_bytes(GOOD_FILE)
    return min(measure_check(good)[0] for _ in range(ATTEMPTS))


@pytest.mark.parametrize("hostile", HOSTILE_FILES, ids=lambda hostile: hostile.name)
def test_a_hostile_file_costs_little_more_than_a_good_one(
    hostile: HostileFile, tmp_path: Path, good_seconds: float
) -> None:
    """Time and memory stay near a good file's; the best of a few attempts counts, since others run too."""
    file = tmp_path / "bad.journey.yaml"
    file.write_bytes(hostile.content)
    best = float("inf")
    for _ in range(ATTEMPTS):
        seconds, mebibytes = measure_check(file)
        assert mebibytes < MEBIBYTES
        best = min(best, seconds)
        if best <= good_seconds + MORE_SECONDS:
            break
    assert best <= good_seconds + MORE_SECONDS


def measure_check(file: Path) -> tuple[float, float]:
    """Return the seconds and the peak mebibytes of one check in a process of its own."""
    measured = measure_program(
        [sys.executable, "-m", "journeymap", "check", file.name],
        cwd=file.parent,
        output=file.with_suffix(".txt"),
    )
    assert measured.code in {0, 1}
    return measured.seconds, measured.mebibytes

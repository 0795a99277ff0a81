"""Twelve hostile files through the real program: a located error each, no signal, bounded time and memory."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.hostile import GOOD_FILE, HOSTILE_FILES, HostileFile

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


@pytest.mark.parametrize("hostile", HOSTILE_FILES, ids=lambda hostile: hostile.name)
def test_a_hostile_file_costs_little_more_than_a_good_one(hostile: HostileFile, tmp_path: Path) -> None:
    """Time and memory stay near a good file's; the best of a few attempts counts, since others run too."""
    good, bad = tmp_path / "good.journey.yaml", tmp_path / "bad.journey.yaml"
    good.write_bytes(GOOD_FILE)
    bad.write_bytes(hostile.content)
    runs = [(measure_check(good), measure_check(bad)) for _ in range(ATTEMPTS)]
    assert min(run[1][0] for run in runs) <= min(run[0][0] for run in runs) + MORE_SECONDS
    assert max(run[1][1] for run in runs) < MEBIBYTES


def measure_check(file: Path) -> tuple[float, float]:
    """Return the seconds and the peak mebibytes of one check in a process of its own."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "journeymap", "check", file.name],
        cwd=file.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode in {0, 1}
    return time.perf_counter() - start, usage.ru_maxrss / 1024

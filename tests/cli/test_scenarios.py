"""Whole runs as text: files and command lines in, exit code and both outputs out."""

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.scenario import FOLDER, play, read_scenario, write_scenario
from tests.conftest import match_golden
from tests.programs import run_journeymap
from tests.reporting.test_json import validate
from tests.reporting.test_safety import leaks

SCENARIOS = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", SCENARIOS)
def test_scenario_plays_as_written(name: str, tmp_path: Path) -> None:
    """Each command line answers with the exit code, the stdout and the stderr of the scenario's file."""
    scenario = read_scenario(FOLDER / f"{name}.txt")
    outcomes = [outcome for _, outcome in play(scenario, tmp_path)]
    match_golden(FOLDER / f"{name}.txt", write_scenario(scenario, outcomes))


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_output_leaks_or_names_a_place_on_this_machine(name: str, tmp_path: Path) -> None:
    """Nothing that steers a terminal comes out, no line ends in blanks, and no path is absolute."""
    for _, outcome in play(read_scenario(FOLDER / f"{name}.txt"), tmp_path):
        for text in (outcome.stdout, outcome.stderr):
            assert leaks(text) == []
            assert str(tmp_path) not in text
            assert not re.search(r"[ \t]$", text, re.MULTILINE)
            assert text == "" or text.endswith("\n")


@pytest.mark.parametrize("name", [name for name in SCENARIOS if name.startswith("check")])
def test_json_of_every_scenario_is_valid(name: str, tmp_path: Path) -> None:
    """Whatever is checked, the JSON output is what the published schema describes."""
    scenario = read_scenario(FOLDER / f"{name}.txt")
    for line, _ in play(scenario, tmp_path):
        if shlex.split(line)[1] not in {"check", "validate"}:
            continue
        words = [word for word in shlex.split(line)[1:] if word != "-"]
        outcome = run_journeymap(*words, "--output-format", "json", cwd=tmp_path)
        validate(json.loads(outcome.stdout))

"""The hooks for pre-commit: which files wake them, and that they run as they stand."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from journeymap.cli import COMMANDS, load_command
from journeymap.cli.parsing import parse_arguments
from tests.conftest import ROOT
from tests.history.repositories import Repository

PRE_COMMIT = ROOT / ".tools/integrations/bin/pre-commit"
HOOKS: dict[str, dict[str, Any]] = {
    each["id"]: each for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
SOURCES = (
    "shop.journey.yaml",
    "maps/shop.journey.yml",
    "deep/er/mira.persona.yaml",
    "kpis.library.yml",
    "journeymap.yaml",
    "maps/journeymap.yml",
)
OTHERS = (
    "journey.yaml",
    "shop.journey.yaml.bak",
    "shop.journey.json",
    "shop-journey.yaml",
    "myjourneymap.yaml",
    "maps/not-journeymap.yml",
    "README.md",
)


@pytest.mark.parametrize("id", ["journeymap-check", "journeymap-fmt"])
def test_files_wake_the_right_hooks(id: str) -> None:
    """What the language knows wakes a hook, and what only looks like it does not."""
    wakes = re.compile(HOOKS[id]["files"]).search
    assert [name for name in SOURCES if not wakes(name)] == []
    assert [name for name in OTHERS if wakes(name)] == []


def test_a_new_baseline_is_checked_and_never_formatted() -> None:
    """The file of known findings is the check's own."""
    name = "maps/journeymap-baseline.yaml"
    assert re.search(HOOKS["journeymap-check"]["files"], name)
    assert not re.search(HOOKS["journeymap-fmt"]["files"], name)


@pytest.mark.parametrize("id", HOOKS)
def test_each_hook_is_a_command_of_ours(id: str) -> None:
    """The entry parses, and only what works file by file is given names of files."""
    program, name, *options = shlex.split(HOOKS[id]["entry"])
    assert program == "journeymap"
    assert name in COMMANDS
    parse_arguments(load_command(name), options)
    assert HOOKS[id].get("pass_filenames", True) is (name == "fmt")
    assert HOOKS[id]["require_serial"] is True
    assert "language_version" not in HOOKS[id]


@pytest.mark.packaging
@pytest.mark.skipif(not PRE_COMMIT.exists(), reason="pre-commit is not there; .ci/test installs it")
def test_pre_commit_runs_them(tmp_path: Path) -> None:
    """In a repository of journeys the hooks are installed and run; a fault stops the commit."""
    ours = Repository(tmp_path / "ours")
    for name in ("journeymap", "schemas", "templates", ".ci"):
        shutil.copytree(ROOT / name, ours.folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, ours.folder / name)
    ours.commit("All of it", {})
    theirs = Repository(tmp_path / "theirs")
    good = (ROOT / "examples/quickstart.journey.yaml").read_text(encoding="utf-8")
    theirs.commit("A journey", {"quickstart.journey.yaml": good})

    def try_hook(id: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [PRE_COMMIT, "try-repo", str(ours.folder), id, "--all-files"],
            cwd=theirs.folder,
            env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache")},
            capture_output=True,
            timeout=300,
            check=False,
        )

    passed = try_hook("journeymap-check")
    assert passed.returncode == 0, passed.stdout.decode()
    assert b"Passed" in passed.stdout
    theirs.commit("A slip", {"quickstart.journey.yaml": good.replace("title:", "titel:", 1)})
    failed = try_hook("journeymap-check")
    assert failed.returncode == 1
    assert b"titel" in failed.stdout

"""A site built again: only what an edit changed is written, however many processes draw."""

from pathlib import Path

import pytest

from tests.benchmarks.corpus import write_workspace
from tests.programs import run_journeymap

JOURNEYS = 12


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace whose site was built."""
    folder = write_workspace(tmp_path_factory.mktemp("again"), JOURNEYS)
    assert run_journeymap("build", cwd=folder).code == 0
    return folder


def written(workspace: Path, *options: str) -> list[str]:
    """Build again and return the paths that were written."""
    outcome = run_journeymap("build", "-v", *options, cwd=workspace)
    assert outcome.code == 0
    lines = outcome.stderr.splitlines()
    return [line.removeprefix("wrote ") for line in lines if line.startswith("wrote ")]


def test_nothing_is_written_where_nothing_changed(workspace: Path) -> None:
    """Every file is compared and none is touched."""
    before = {path: path.stat().st_mtime_ns for path in (workspace / "site").rglob("*")}
    assert written(workspace) == []
    assert written(workspace, "--jobs", "1") == []
    assert {path: path.stat().st_mtime_ns for path in (workspace / "site").rglob("*")} == before


def test_an_edit_changes_the_pages_that_show_it(workspace: Path) -> None:
    """The title of a touchpoint is on its journey's pages and in lists, and on no page of another journey."""
    file = workspace / "journeys" / "journey-0003.journey.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Step 1 of awareness", "Sees a poster"), encoding="utf-8")
    try:
        paths = written(workspace)
    finally:
        file.write_text(text, encoding="utf-8")
    others = [path for path in paths if path.startswith("journeys/journey-") and "-0003/" not in path]
    assert "journeys/journey-0003/index.html" in paths
    assert others == []


def test_how_many_work_is_a_number(workspace: Path) -> None:
    """A word is refused like a wrong value of any option."""
    outcome = run_journeymap("build", "--jobs", "many", cwd=workspace)
    assert outcome.code == 2
    assert "expected a whole number" in outcome.stderr

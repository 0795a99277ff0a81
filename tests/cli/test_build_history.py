"""``journeymap build --history``: git is asked when somebody says so, and never otherwise."""

from pathlib import Path

import pytest

from tests.history.repositories import Repository
from tests.programs import run_journeymap

JOURNEY = """\
journeymap: 1
kind: journey
id: {id}
title: Journey {id}
stages:
  - id: stage
    title: Stage
    touchpoints:
      - {{id: moment, title: Moment}}
"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make a repository with a workspace in a folder of it, committed twice."""
    repository = Repository(tmp_path / "repository")
    files: dict[str, str | None] = {
        "maps/journeymap.yaml": "journeymap: 1\nkind: workspace\n",
        "maps/journeys/a.journey.yaml": JOURNEY.format(id="a"),
    }
    repository.commit("Draw the first journey", files)
    repository.commit("Draw another", {"maps/journeys/b.journey.yaml": JOURNEY.format(id="b")})
    return repository


@pytest.mark.parametrize(
    ("folder", "path"),
    [(".", "maps"), ("maps", "."), ("maps/journeys", "."), ("maps", "journeys/a.journey.yaml")],
)
def test_commits_are_on_the_page_wherever_one_stands(repository: Repository, folder: str, path: str) -> None:
    """Files are told apart by their place, from above, in and below the workspace."""
    out = repository.folder.parent / "site"
    outcome = run_journeymap("build", path, "--history", "-o", str(out), cwd=repository.folder / folder)
    page = (out / "changes/index.html").read_text(encoding="utf-8")

    assert outcome.code == 0, outcome.stderr
    assert "Draw the first journey" in page
    assert "Mira Muster" in page
    assert 'href="../journeys/a/index.html"' in page


def test_a_file_that_stands_alone_has_a_history(repository: Repository) -> None:
    """Without a workspace the folder of the file is asked about, by a full path as well."""
    repository.commit("Alone", {"alone/c.journey.yaml": JOURNEY.format(id="c")})
    out = repository.folder.parent / "site"
    path = str(repository.folder / "alone" / "c.journey.yaml")
    outcome = run_journeymap("build", path, "--history", "-o", str(out), cwd=repository.folder.parent)

    assert outcome.code == 0, outcome.stderr
    assert "Alone" in (out / "changes/index.html").read_text(encoding="utf-8")


def test_without_the_option_nobody_asks_git(repository: Repository) -> None:
    """A build of the same workspace names neither commits nor people."""
    outcome = run_journeymap("build", "maps", "-o", "site", cwd=repository.folder)
    written = b"".join(path.read_bytes() for path in (repository.folder / "site").rglob("*.*"))

    assert outcome.code == 0, outcome.stderr
    assert b"Mira Muster" not in written
    assert b"Draw another" not in written


def test_where_there_is_no_history_nothing_is_written(tmp_path: Path) -> None:
    """Who asks for a history and cannot have it is told why, and gets no site without it."""
    (tmp_path / "a.journey.yaml").write_text(JOURNEY.format(id="a"), encoding="utf-8")
    outcome = run_journeymap("build", "a.journey.yaml", "--history", cwd=tmp_path)

    assert outcome.code not in (0, 1)
    assert "there is no history to show: not a git repository" in outcome.stderr
    assert not (tmp_path / "site").exists()

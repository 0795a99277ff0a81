"""A committed site held to its journeys: what is shown of a long list, and what is compared with what."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.programs import run_journeymap

RETAILER = str(ROOT / "examples" / "online-retailer")
MOST = 20


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the site of the online retailer in it."""
    folder = tmp_path_factory.mktemp("built")
    assert run_journeymap("build", "-q", RETAILER, cwd=folder).code == 0
    return folder


def test_a_fresh_site_is_counted(site: Path) -> None:
    """The count is that of the files a build writes, and nothing is said on standard output."""
    outcome = run_journeymap("build", "--check", RETAILER, cwd=site)
    files = [path for path in (site / "site").rglob("*") if path.is_file()]
    assert (outcome.code, outcome.stdout) == (0, "")
    assert outcome.stderr == f"site is up to date: {len(files) - 1} files\n"


def test_a_long_list_is_cut_unless_all_is_asked_for(site: Path) -> None:
    """The reader of a build log sees the first files and a count; -v shows each."""
    short = run_journeymap("build", "--check", RETAILER, "-o", "none", cwd=site)
    long = run_journeymap("build", "--check", RETAILER, "-o", "none", "-v", cwd=site)
    assert short.code == long.code == 1
    shown, everything = short.stdout.splitlines(), long.stdout.splitlines()
    assert shown[:MOST] == everything[:MOST]
    assert shown[MOST:] == [f"... and {len(everything) - MOST} more; -v lists them all"]
    assert max(map(len, shown)) <= 80
    assert not (site / "none").exists()


def test_a_link_in_the_place_of_the_folder_is_refused(site: Path, tmp_path: Path) -> None:
    """What could not be written is not compared either."""
    (tmp_path / "site").symlink_to(site / "site")
    outcome = run_journeymap("build", "--check", RETAILER, cwd=tmp_path)
    assert (outcome.code, outcome.stdout) == (2, "")
    assert "is a symbolic link" in outcome.stderr


def test_the_next_step_has_the_options_of_the_check(site: Path) -> None:
    """Copied from the log, the command makes what was compared."""
    own = site / "own" / "about.html"
    own.parent.mkdir()
    own.write_text('{% extends "site/about.html" %}', encoding="utf-8")
    words = [RETAILER, "-o", "a folder", "--visibility", "public", "--templates", "own"]
    outcome = run_journeymap("build", "--check", *words, cwd=site)
    options = "-o 'a folder' --visibility public --templates own"
    assert outcome.stderr.endswith(f"  journeymap build {RETAILER} {options}\n")

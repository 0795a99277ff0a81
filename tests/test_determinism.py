"""The same files make the same bytes: whatever the hash seed, locale, time zone, folder or order of files."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journeymap.rendering import FORMS
from tests.conftest import ROOT

WORKSPACE = ROOT / "examples" / "online-retailer"
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "4711", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "99", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "COLUMNS": "40"},
)


def run_program(*arguments: str, cwd: Path, surroundings: dict[str, str]) -> bytes:
    """Run the program in a process of its own and return what it printed."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "journeymap", *arguments],
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT), **surroundings},
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def copy_in_order(source: Path, target: Path, *, backwards: bool) -> Path:
    """Copy a workspace so that the file system lists it in another order."""
    for path in sorted(source.rglob("*"), reverse=backwards):
        if path.is_file() and "expected" not in path.relative_to(source).parts:
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    return target


def digests(folder: Path) -> dict[str, str]:
    """Return what each file of a folder holds."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def first_site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Build the example once, as every other build is compared with it."""
    folder = tmp_path_factory.mktemp("first")
    workspace = copy_in_order(WORKSPACE, folder / "workspace", backwards=False)
    run_program("build", "workspace", "-o", "site", cwd=workspace.parent, surroundings=SURROUNDINGS[0])
    return digests(folder / "site")


@pytest.mark.parametrize("number", range(1, len(SURROUNDINGS)))
def test_a_second_build_elsewhere_is_byte_identical(
    first_site: dict[str, str], tmp_path: Path, number: int
) -> None:
    """Another seed, locale, zone, folder name, working directory and file order change no byte."""
    home = tmp_path / f"Übung {number}"
    copy_in_order(WORKSPACE, home, backwards=True)
    run_program("build", ".", "-o", str(tmp_path / "out"), cwd=home, surroundings=SURROUNDINGS[number])
    assert len(first_site) > 5
    assert digests(tmp_path / "out") == first_site


def test_every_form_and_format_is_byte_identical(tmp_path: Path) -> None:
    """The same goes for whatever one journey is rendered as, pixels, pages, slides and workbooks included."""
    names = [f"shop.{form}.{format}" for form, formats in FORMS.items() for format in formats]
    outputs = [word for name in (*names, "page.html") for word in ("-o", f"../out/{name}")]
    made = []
    for number, surroundings in enumerate(SURROUNDINGS):
        home = tmp_path / f"place {number}" / f"Übung {number}"
        copy_in_order(WORKSPACE, home, backwards=number % 2 == 1)
        run_program("render", "first-purchase", *outputs, cwd=home, surroundings=surroundings)
        made.append(digests(home.parent / "out"))

    assert len(made[0]) == len(names) + 1
    assert made[1] == made[0]
    assert made[2] == made[0]


def test_findings_are_the_same_for_any_order_of_paths(tmp_path: Path) -> None:
    """The report does not depend on how the paths were listed, nor on the surroundings."""
    shutil.copytree(ROOT / "tests" / "cases", tmp_path / "cases")
    rooms = sorted(path.name for path in (tmp_path / "cases").iterdir())
    reports = {
        run_program(
            "check", *paths, "--output-format", form, cwd=tmp_path / "cases", surroundings=surroundings
        )
        for form in ("json",)
        for surroundings, paths in zip(SURROUNDINGS, (rooms, rooms[::-1], rooms * 2), strict=True)
    }
    assert len(reports) == 1

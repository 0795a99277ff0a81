"""What people install: a wheel built from the source archive, in an environment that has nothing else."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from journeymap.rendering.templating import compiled_folder_name
from tests.conftest import ROOT

pytestmark = pytest.mark.packaging
KINDS = (
    "journey",
    "persona",
    "library",
    "workspace",
    "journey-output",
    "check-output",
    "diff-output",
    "changes-output",
    "ls-output",
    "stats-output",
    "baseline",
    "approvals",
)


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a step; its own words are shown when it fails."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "COV_", "PIP_TARGET"))
    }
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=kept, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done


@pytest.fixture(scope="module")
def source_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source archive from the checkout."""
    folder = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "build", "--no-isolation", "--sdist", "-o", folder, ROOT, cwd=ROOT)
    (archive,) = folder.glob("*.tar.gz")
    return archive


@pytest.fixture(scope="module")
def wheel(source_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the unpacked source archive, not from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.unpack_archive(source_archive, folder)
    (source,) = (path for path in folder.iterdir() if path.is_dir())
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "-o", folder, source, cwd=source)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment and return its command."""
    environment = tmp_path_factory.mktemp("installed") / "venv"
    run(sys.executable, "-m", "venv", environment, cwd=ROOT)
    run(environment / "bin" / "python", "-m", "pip", "install", "-qq", wheel, cwd=environment)
    return environment / "bin" / "journeymap"


def test_the_source_archive_is_complete(source_archive: Path) -> None:
    """The archive holds what a packager needs to build and to test, and nothing of a developer's own."""
    with tarfile.open(source_archive) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "LICENSE",
        "README.md",
        "CHANGELOG.md",
        "pyproject.toml",
        ".ci/test",
        "tests/conftest.py",
    } <= names
    assert {f"schemas/{kind}.schema.json" for kind in KINDS} <= names
    assert not [
        name for name in names if name.startswith((".venv", ".tools", "site/")) or "__pycache__" in name
    ]


def test_the_wheel_holds_what_the_program_needs(wheel: Path) -> None:
    """Schemas, templates and the typing marker are in; tests, docs and examples are not."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = archive.read(next(name for name in names if name.endswith("METADATA"))).decode()
    assert {f"journeymap/_data/schemas/{kind}.schema.json" for kind in KINDS} <= names
    templates = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*") if path.is_file()
    }
    assert templates
    assert {f"journeymap/_data/{template}" for template in templates} <= names
    assert "journeymap/py.typed" in names
    pages = [name for name in templates if name.endswith(".html")]
    compiled = [name for name in names if name.startswith(f"journeymap/_data/{compiled_folder_name()}/")]
    assert len(compiled) == len(pages)
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "journeymap").rglob("*.py")}
    assert modules <= names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"journeymap"}
    assert "License-Expression: MIT" in metadata


def test_the_installed_program_does_everything(program: Path, tmp_path: Path) -> None:
    """``init``, ``check``, ``build``, ``render`` and ``schema`` work, and write what a checkout writes."""
    assert run(program, "--version", cwd=tmp_path).stdout.startswith("journeymap ")
    run(program, "init", "shop", cwd=tmp_path)
    run(program, "check", "shop", cwd=tmp_path)
    run(program, "build", "shop", "-o", "site", cwd=tmp_path)
    assert "<table" in "".join(page.read_text() for page in (tmp_path / "site" / "journeys").rglob("*.html"))
    subprocess.run(
        [sys.executable, "-m", "journeymap", "build", "shop", "-o", "twin"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    assert contents(tmp_path / "site") == contents(tmp_path / "twin")
    (journey,) = (path for path in (tmp_path / "shop").rglob("*.journey.yaml"))
    for extension, sign in (
        ("html", "<!doctype html>"),
        ("svg", "<svg"),
        ("dot", "digraph"),
        ("md", "|"),
        ("csv", ","),
        ("flow.svg", "<svg"),
        ("curve.svg", "<svg"),
        ("matrix.svg", "<svg"),
        ("table.html", "<table"),
        ("mmd", "journey"),
        ("flow.mmd", "flowchart"),
        ("d2", "direction"),
        ("puml", "@startuml"),
        ("json", '"format"'),
    ):
        run(program, "render", journey, "-o", f"out.{extension}", cwd=tmp_path)
        assert sign in (tmp_path / f"out.{extension}").read_text(encoding="utf-8-sig").lower()
    assert '"$schema"' in run(program, "schema", "journey", cwd=tmp_path).stdout


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_installed_package_names_its_version_once(program: Path, tmp_path: Path) -> None:
    """The metadata, the module and ``--version`` say the same."""
    script = (
        "from importlib.metadata import version; import journeymap\n"
        "print(version('journeymap'), journeymap.__version__)"
    )
    first, second = run(program.parent / "python", "-c", script, cwd=tmp_path).stdout.split()
    assert first == second
    assert run(program, "--version", cwd=tmp_path).stdout == f"journeymap {first}\n"

"""The workspace that ``init`` writes: valid, clean, complete, and understood by editors."""

import json
import os
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

from journeymap import Compilation, compile_files
from journeymap.cli.commands.init import SCHEMA_FOLDER, scaffold_files
from journeymap.resources import schema_path, templates_path
from tests.programs import run_journeymap


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a fresh workspace, as a newcomer gets it."""
    folder = tmp_path_factory.mktemp("new")
    assert run_journeymap("init", "mine", "--yes", cwd=folder).code == 0
    return folder / "mine"


@pytest.fixture(scope="module")
def compilation() -> Compilation:
    """Compile the scaffold as it stands in the templates."""
    root = templates_path() / "new"
    files = sorted(root.rglob("*.yaml"))
    return compile_files([(path.relative_to(root).as_posix(), path.read_bytes()) for path in files])


def test_nothing_is_wrong_with_it(compilation: Compilation) -> None:
    """The first check of a newcomer finds nothing at all, not even for information."""
    assert compilation.diagnostics == ()


def test_it_shows_what_the_language_can_say(compilation: Compilation) -> None:
    """The journey has everything a page has a section for, so that the first site is a full one."""
    (journey,) = compilation.portfolio.journeys
    touchpoints = list(journey.touchpoints())
    assert journey.owner
    assert journey.scenario
    assert journey.objective
    assert journey.objective.kpi
    assert [persona.id for persona in compilation.portfolio.personas_of(journey)] == ["everyday-rider"]
    assert all(stage.touchpoints and stage.goal and stage.focus and stage.phase for stage in journey.stages)
    assert all(touchpoint.emotions and touchpoint.motivations for touchpoint in touchpoints)
    assert any(touchpoint.moment_of_truth for touchpoint in touchpoints)
    assert any(len(touchpoint.next or ()) > 1 for touchpoint in touchpoints)
    assert {pain.id for t in touchpoints for pain in t.pains} == {
        pain for opportunity in journey.opportunities for pain in opportunity.addresses
    }
    for part in (journey.exits, journey.insights, journey.evidence, journey.feedback_loops, journey.sources):
        assert part


def test_it_builds_and_renders(workspace: Path) -> None:
    """Its site is built at once, and its view is a table."""
    assert run_journeymap("build", "--strict", cwd=workspace).code == 0
    assert (workspace / "site" / "journeys" / "bike-repair" / "index.html").is_file()
    table = run_journeymap("render", "--view", "feelings", "--format", "md", "-o", "-", cwd=workspace)
    assert table.stdout.splitlines()[0] == "| Stage | Feelings | What they want |"


def test_every_file_names_its_schema(workspace: Path) -> None:
    """Each YAML file's first line leads, from where it lies, to the schema that was written for its kind."""
    for path in sorted(workspace.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        modeline = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        kind = re.search(r"^kind: (\w+)$", text, re.MULTILINE)
        assert modeline
        assert kind
        schema = Path(os.path.normpath(path.parent / modeline[1]))
        assert schema == workspace / SCHEMA_FOLDER / f"{kind[1]}.schema.json"
        assert schema.read_bytes() == schema_path(kind[1]).read_bytes()


def test_editor_knows_each_kind_of_file(workspace: Path) -> None:
    """The settings give every file of the language the schema of its kind and no other."""
    settings = json.loads((workspace / ".vscode" / "settings.json").read_text(encoding="utf-8"))[
        "yaml.schemas"
    ]
    for name, kind in {
        "journeymap.yaml": "workspace",
        "journeymap.yml": "workspace",
        "a.journey.yaml": "journey",
        "a.journey.yml": "journey",
        "a.persona.yaml": "persona",
        "a.library.yml": "library",
        "docker-compose.yml": None,
    }.items():
        found = [path for path, patterns in settings.items() if any(fnmatch(name, p) for p in patterns)]
        assert found == ([f"{SCHEMA_FOLDER}/{kind}.schema.json"] if kind else [])


@pytest.mark.parametrize("title", ["City library", 'Wer "A" sagt: #1', "日本 🚲", "null", "- x", "\\"])
def test_any_title_becomes_a_text(title: str, tmp_path: Path) -> None:
    """The title arrives as it was typed, whatever it means in YAML."""
    assert run_journeymap("init", "--title", title, cwd=tmp_path).code == 0
    settings = (tmp_path / "journeymap.yaml").read_bytes()
    assert compile_files([("journeymap.yaml", settings)]).portfolio.workspace.title == title


def test_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """Files and links that exist stay as they are, and nothing is written beside them."""
    for taken in ("README.md", ".vscode/settings.json"):
        folder = tmp_path / taken.replace("/", "-")
        (folder / taken).parent.mkdir(parents=True)
        (folder / taken).symlink_to("nowhere")
        outcome = run_journeymap("init", "--yes", cwd=folder)
        assert outcome.code == 2
        assert f"  {taken}\n" in outcome.stderr
        assert [path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()] == [
            taken
        ]


def test_scaffold_is_the_same_everywhere() -> None:
    """The files come in one order, with slashes."""
    paths = list(scaffold_files())
    assert [path for path in paths if "\\" in path] == []
    assert len(paths) == len(set(paths)) == 10

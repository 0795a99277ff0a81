"""The files that build servers read: valid for them, without a known weakness, where they look."""

import hashlib
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from journeymap import __version__
from tests.conftest import ROOT
from tests.fences import find_fences
from tests.programs import run_journeymap

VENDORED = Path(__file__).parent / "vendored"
ZIZMOR = ROOT / ".tools/integrations/bin/zizmor"
GUIDES = (ROOT / "docs/how-to/run-in-ci.md", ROOT / "docs/how-to/check-in-ci.md")
GITHUB = "templates/ci/github.yml"
GITLAB = "templates/ci/gitlab.yml"
PIN = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v[0-9.]+$")


def read(path: str) -> Any:
    """Return a file of the repository as a build server reads it."""
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def faults(schema: str, value: Any) -> list[str]:
    """Return what a schema has against a value."""
    validator = Draft7Validator(json.loads((VENDORED / schema).read_text(encoding="utf-8")))
    return [error.message for error in validator.iter_errors(_as_json(value))]


def _as_json(value: Any) -> Any:
    """Return a value with texts for keys: YAML 1.1 takes the word `on` for a truth."""
    if isinstance(value, dict):
        return {"on" if key is True else key: _as_json(each) for key, each in value.items()}
    return [_as_json(each) for each in value] if isinstance(value, list) else value


def documented_workflows() -> Iterator[str]:
    """Yield the whole workflows in the guides."""
    for guide in GUIDES:
        for fence in find_fences(guide.read_text(encoding="utf-8")):
            if fence.language == "yaml" and "\njobs:" in fence.body and "runs-on:" in fence.body:
                yield fence.body


def test_the_vendored_schemas_are_unchanged() -> None:
    """Each copy is the one that the list beside it names."""
    text = (VENDORED / "README.md").read_text(encoding="utf-8")
    listed = {name: digest for digest, name in re.findall(r"^([0-9a-f]{64})  (\S+)$", text, re.MULTILINE)}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in VENDORED.glob("*.json")}
    assert listed == found


def test_the_action_is_one() -> None:
    """GitHub reads the action, and a fault in it would be seen."""
    action = read("action.yml")
    assert faults("github-action.json", action) == []
    assert faults("github-action.json", {**action, "runs": {"using": "composite"}})


def test_the_workflow_and_the_jobs_are_valid() -> None:
    """GitHub and GitLab read what `init` writes, and what the guide shows."""
    assert faults("github-workflow.json", read(GITHUB)) == []
    assert faults("gitlab-ci.json", read(GITLAB)) == []
    assert faults("github-workflow.json", {"jobs": {}})
    assert faults("gitlab-ci.json", {"job": {"script": 1}})
    workflows = list(documented_workflows())
    assert len(workflows) >= 3
    for each in workflows:
        assert faults("github-workflow.json", yaml.safe_load(each)) == []


def test_what_others_wrote_is_pinned() -> None:
    """Each action of somebody else is named by a commit, its version beside it, also in parts of jobs."""
    files = (ROOT / "action.yml", ROOT / GITHUB, *GUIDES)
    for text in (file.read_text(encoding="utf-8") for file in files):
        lines = [line.strip().removeprefix("- ") for line in text.splitlines() if "uses: " in line]
        for line in lines:
            assert PIN.search(line), line


def test_no_expression_stands_in_a_command() -> None:
    """What strangers wrote reaches scripts through the environment: no command has a place to put it."""
    for step in read("action.yml")["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    for job in read(GITHUB)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
    for text in ((ROOT / "action.yml").read_text(), (ROOT / GITHUB).read_text(), *documented_workflows()):
        assert not re.search(r"^\s*pull_request_target\s*:", text, re.MULTILINE)


def test_every_input_is_used_and_every_output_is_a_number() -> None:
    """No input is only documented, and outputs are the counts that the steps leave."""
    action = read("action.yml")
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name, each in action["inputs"].items():
        assert f"inputs.{name} " in text
        assert each["description"].endswith(".")
    left = {f"steps.check.outputs.{name}" for name in ("errors", "warnings", "infos")}
    left |= {f"steps.compare.outputs.{name}" for name in ("breaking", "warnings", "infos")}
    for each in action["outputs"].values():
        assert each["value"].strip("${} ") in left


@pytest.mark.skipif(not ZIZMOR.exists(), reason="zizmor is not there; .ci/test installs it")
def test_no_weakness_is_known(tmp_path: Path) -> None:
    """A scanner of workflows finds nothing in the action, in the template, or in the guide."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "template.yml").write_bytes((ROOT / GITHUB).read_bytes())
    for number, text in enumerate(documented_workflows()):
        (folder / f"guide-{number}.yml").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [ZIZMOR, "--offline", "--no-progress", "--format=json", tmp_path, ROOT / "action.yml"],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout) == []


@pytest.mark.parametrize(
    ("system", "path"),
    [("github", ".github/workflows/journeymap.yml"), ("gitlab", ".gitlab/journeymap.gitlab-ci.yml")],
)
def test_init_writes_them_beside_a_workspace(tmp_path: Path, system: str, path: str) -> None:
    """A workspace that is there stays as it is; the file stands at the top and names folder and version."""
    (tmp_path / ".git").mkdir()
    maps = tmp_path / 'our "maps"'
    maps.mkdir()
    (maps / "journeymap.yaml").write_text("journeymap: 1\nkind: workspace\n", encoding="utf-8")
    outcome = run_journeymap("init", 'our "maps"', "--ci", system, cwd=tmp_path)
    text = (tmp_path / path).read_text(encoding="utf-8")

    assert outcome.code == 0, outcome.stderr
    assert f"Wrote {path}" in outcome.stderr
    assert list(maps.iterdir()) == [maps / "journeymap.yaml"]
    assert 'our "maps"' in json.dumps(yaml.safe_load(text)).replace('\\"', '"')
    assert f"journeymap=={__version__}" in text

    again = run_journeymap("init", 'our "maps"', "--ci", system, cwd=tmp_path)
    assert again.code == 2
    assert path in again.stderr
    assert (tmp_path / path).read_text(encoding="utf-8") == text


def test_init_writes_them_with_a_new_workspace(tmp_path: Path) -> None:
    """In an empty folder the workspace is started, and GitLab's pipeline leads to the jobs."""
    outcome = run_journeymap("init", "--ci", "gitlab", "--yes", cwd=tmp_path)

    assert outcome.code == 0, outcome.stderr
    assert (tmp_path / "journeymap.yaml").exists()
    assert read_yaml(tmp_path / ".gitlab-ci.yml") == {
        "include": [{"local": "/.gitlab/journeymap.gitlab-ci.yml"}]
    }
    assert run_journeymap("check", cwd=tmp_path).code == 0


def test_a_pipeline_that_is_there_is_its_owners(tmp_path: Path) -> None:
    """An existing pipeline is not touched: what to add to it is said."""
    (tmp_path / ".gitlab-ci.yml").write_text("job: {script: [make]}\n", encoding="utf-8")
    (tmp_path / "journeymap.yaml").write_text("journeymap: 1\nkind: workspace\n", encoding="utf-8")
    outcome = run_journeymap("init", "--ci", "gitlab", cwd=tmp_path)

    assert outcome.code == 0, outcome.stderr
    assert "local: /.gitlab/journeymap.gitlab-ci.yml" in outcome.stderr
    assert (tmp_path / ".gitlab-ci.yml").read_text(encoding="utf-8") == "job: {script: [make]}\n"


def read_yaml(path: Path) -> Any:
    """Return what a file holds."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))

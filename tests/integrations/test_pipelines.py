"""The pipelines that `init --ci` writes, their commands run by a shell as the build server would run them."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.history.repositories import ENVIRONMENT, Repository
from tests.integrations.runner import JOURNEY, LESS
from tests.programs import run_journeymap

PATH = "our maps/shop.journey.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make the merge of a pull request that takes a touchpoint away, with a folder whose name has a blank."""
    repository = Repository(tmp_path / "checkout")
    repository.commit("Draw", {PATH: JOURNEY})
    repository.git("checkout", "--quiet", "-b", "change")
    repository.commit("Less", {PATH: LESS})
    repository.git("checkout", "--quiet", "--detach", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge", "change")
    return repository


def write_pipeline(repository: Repository, system: str, path: str) -> Any:
    """Return the pipeline that is written for a folder of the repository."""
    outcome = run_journeymap("init", "our maps", "--ci", system, cwd=repository.folder)
    assert outcome.code == 0, outcome.stderr
    return yaml.safe_load((repository.folder / path).read_text(encoding="utf-8"))


def run_script(repository: Repository, script: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run commands as a build server does: the first that fails ends them."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=repository.folder,
        env={**ENVIRONMENT, "PATH": path, "HOME": str(repository.folder.parent), **environ},
        capture_output=True,
        timeout=120,
        check=False,
    )


def test_the_workflow_reviews_a_pull_request(repository: Repository, tmp_path: Path) -> None:
    """The check passes, the review is in the summary, and the page lies where the artifact is taken from."""
    workflow = write_pipeline(repository, "github", ".github/workflows/journeymap.yml")
    steps = {each["name"]: each for each in workflow["jobs"]["review"]["steps"]}
    summary = tmp_path / "summary.md"
    environ = {
        **workflow["env"],
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_OUTPUT": str(tmp_path / "outputs"),
    }
    check = run_script(repository, steps["Check"]["run"], **environ)
    review = run_script(repository, steps["Say what changes for the customer"]["run"], **environ)

    assert check.returncode == 0, check.stderr.decode()
    assert review.returncode == 0, review.stderr.decode()
    assert b"::error file=our maps/shop.journey.yaml" in review.stdout
    assert "Gets a receipt" in summary.read_text(encoding="utf-8")
    kept = steps["Keep the page that shows both states"]["with"]["path"]
    assert (repository.folder / kept).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_policy_fails_the_workflow_after_the_summary(repository: Repository, tmp_path: Path) -> None:
    """Where the base says that nothing may break the step fails, and still has told what broke."""
    settings = "journeymap: 1\nkind: workspace\npolicy: {fail_on: breaking}\n"
    repository.git("checkout", "--quiet", "main")
    repository.commit("Decide", {"our maps/journeymap.yaml": settings})
    repository.git("checkout", "--quiet", "--detach", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge", "change")
    workflow = write_pipeline(repository, "github", ".github/workflows/journeymap.yml")
    script = workflow["jobs"]["review"]["steps"][-2]["run"]
    summary = tmp_path / "summary.md"
    done = run_script(repository, script, **workflow["env"], GITHUB_STEP_SUMMARY=str(summary))

    assert done.returncode == 1, done.stderr.decode()
    assert "1 breaking" in summary.read_text(encoding="utf-8")


def test_the_jobs_check_review_and_publish(repository: Repository) -> None:
    """Each job of GitLab leaves the files that it says it leaves."""
    jobs = write_pipeline(repository, "gitlab", ".gitlab/journeymap.gitlab-ci.yml")
    environ = {
        **jobs[".journeymap"]["variables"],
        "GITLAB_CI": "true",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": repository.git("rev-parse", "main").strip(),
    }
    for name in ("journeymap-check", "journeymap-review", "pages"):
        done = run_script(repository, "\n".join(jobs[name]["script"]), **environ)
        assert done.returncode == 0, done.stderr.decode()
        artifacts = jobs[name]["artifacts"]
        for path in (*artifacts.get("paths", ()), *artifacts.get("reports", {}).values()):
            assert (repository.folder / path).exists(), path
    assert "Gets a receipt" in (repository.folder / "review.md").read_text(encoding="utf-8")

"""A job on a pull request, with the action's own scripts as processes, and nothing else of the platform."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import ROOT
from tests.history.repositories import Repository
from tests.integrations.code_host import TOKEN, CodeHost

SCRIPTS = ROOT / ".ci" / "action"
STEPS = ("check", "compare", "comment", "verdict")

JOURNEY = """\
journeymap: 1
kind: journey
id: shop
title: Buying shoes
status: review
stages:
  - id: pay
    title: Pay
    touchpoints:
      - {id: card, title: Pays by card}
      - {id: receipt, title: Gets a receipt}
"""
LESS = JOURNEY.replace("      - {id: receipt, title: Gets a receipt}\n", "")
"""The same journey without a touchpoint, which is breaking."""


class Ended(NamedTuple):
    """How a step ended: its exit code, what it said, and the outputs it left."""

    code: int
    log: str
    outputs: str


class Job:
    """A checkout with a pull request, and the folders of a runner."""

    def __init__(self, folder: Path, host: CodeHost) -> None:
        self.folder = folder
        self.host = host
        self.repository = Repository(folder / "checkout")
        self.base = self.repository.commit("Draw", {"maps/shop.journey.yaml": JOURNEY})
        self.repository.git("checkout", "--quiet", "-b", "change")
        self.summary = folder / "summary.md"
        self.pull_request: dict[str, Any] = {
            "number": 7,
            "title": "$(touch /tmp/owned) ::error::`id`\n::set-output name=x::y",
            "labels": [],
            "base": {"sha": self.base, "ref": "main"},
            "head": {"sha": self.base, "ref": "$(id)"},
        }

    def change(self, text: str, path: str = "maps/shop.journey.yaml") -> str:
        """Commit a change to the branch of the pull request."""
        commit = self.repository.commit("Change", {path: text})
        self.pull_request["head"]["sha"] = commit
        return commit

    def step(self, name: str, **environ: str) -> Ended:
        """Run one step as the action does, and return how it ended."""
        event, outputs = self.folder / "event.json", self.folder / "outputs.txt"
        event.write_text(json.dumps({"pull_request": self.pull_request}), encoding="utf-8")
        outputs.write_text("", encoding="utf-8")
        (self.folder / "temp").mkdir(exist_ok=True)
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        surroundings = {
            **kept,
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": self.host.url,
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_JOB": "maps",
            "GITHUB_OUTPUT": str(outputs),
            "GITHUB_REPOSITORY": "acme/maps",
            "GITHUB_RUN_ID": "42",
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_WORKFLOW": "Journeys --> of us",
            "GITHUB_WORKSPACE": str(self.repository.folder),
            "RUNNER_TEMP": str(self.folder / "temp"),
            "JOURNEYMAP": str(Path(sys.executable).with_name("journeymap")),
            "JOURNEYMAP_TOKEN": TOKEN,
            "INPUT_ALLOW_BREAKING_LABEL": "journeymap: allow-breaking",
            "INPUT_ARTIFACT": "journeymap-review",
            "INPUT_COMMENT": "true",
            "INPUT_PATH": ".",
            **environ,
        }
        done = subprocess.run(
            [sys.executable, "-I", str(SCRIPTS), name],
            cwd=self.repository.folder,
            env=surroundings,
            capture_output=True,
            timeout=120,
            check=False,
        )
        log = (done.stdout + done.stderr).decode()
        return Ended(done.returncode, log, outputs.read_text(encoding="utf-8"))

    def run(self, **environ: str) -> dict[str, Ended]:
        """Run all steps and return how each ended."""
        return {name: self.step(name, **environ) for name in STEPS}

    def review(self, **environ: str) -> dict[str, Ended]:
        """Run only the steps that compare and comment."""
        return {name: self.step(name, **environ) for name in ("compare", "comment")}

    def read_summary(self) -> str:
        """Return the summary of the run."""
        return self.summary.read_text(encoding="utf-8") if self.summary.exists() else ""

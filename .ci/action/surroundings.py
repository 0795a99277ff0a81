"""What the platform tells a step, read once: inputs, event, folders. All words in it are a stranger's.

Nothing of it is ever part of a command line that a shell reads: texts go on as arguments, as JSON, or not at
all, and what a step hands on are numbers.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")

_NOT_HANDED_ON = frozenset(
    {"GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_TOKEN", "JOURNEYMAP_TOKEN"}
)


class Run(NamedTuple):
    """One run of the action: its environment, the event that caused it, and the folder for what it finds."""

    environ: Mapping[str, str]
    event: Mapping[str, Any]
    results: Path

    def wish(self, name: str) -> str:
        """Return an input of the action."""
        return self.environ.get(f"INPUT_{name.upper()}", "").strip()

    def wants(self, name: str) -> bool:
        """Say whether an input is switched on."""
        return self.wish(name).lower() == "true"

    @property
    def workspace(self) -> Path:
        """The checkout under review."""
        return Path(self.environ.get("GITHUB_WORKSPACE", "."))

    @property
    def pull_request(self) -> Mapping[str, Any]:
        """What the event says of the pull request; empty where it is about none."""
        found = self.event.get("pull_request")
        return found if isinstance(found, dict) else {}

    @property
    def number(self) -> int:
        """The number of the pull request, 0 where there is none."""
        found = self.pull_request.get("number")
        return found if isinstance(found, int) and not isinstance(found, bool) else 0

    @property
    def labels(self) -> frozenset[str]:
        """The names of its labels."""
        found = self.pull_request.get("labels")
        names = (
            [each.get("name") for each in found if isinstance(each, dict)] if isinstance(found, list) else []
        )
        return frozenset(name for name in names if isinstance(name, str))

    def commit(self, *path: str) -> str:
        """Return a commit that the event names, nothing where what stands there is no id."""
        found: Any = self.event
        for step in path:
            found = found.get(step) if isinstance(found, dict) else None
        return found if isinstance(found, str) and COMMIT.fullmatch(found) else ""

    def ask_git(self, *arguments: str) -> str:
        """Return what git answers in the checkout, nothing where it has no answer."""
        done = subprocess.run(  # noqa: S603 - a list, no shell
            ["git", "--no-pager", *arguments],  # noqa: S607 - the runner's own
            cwd=self.workspace,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""

    def run_journeymap(self, *arguments: str) -> int:
        """Run journeymap in the checkout, its words on our streams; it hears of no token and no output."""
        kept = {
            name: value
            for name, value in self.environ.items()
            if name
            not in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_TOKEN")
            and not name.startswith(("INPUT_", "PYTHON"))
        }
        say_nothing_more()
        return subprocess.run(  # noqa: S603 - a list, no shell
            [self.environ["JOURNEYMAP"], *arguments], cwd=self.workspace, env=kept, check=False
        ).returncode

    def hand_on(self, counts: Mapping[str, int]) -> None:
        """Tell later steps some numbers; a text could pretend to be more outputs than one."""
        lines = "".join(f"{name}={int(number)}\n" for name, number in counts.items())
        if target := self.environ.get("GITHUB_OUTPUT"):
            with Path(target).open("a", encoding="utf-8") as file:
                file.write(lines)

    def read_counts(self, name: str) -> Mapping[str, int]:
        """Return the numbers of a report in JSON, none where it was not written."""
        found = self.read_report(name).get("summary")
        if not isinstance(found, dict):
            return {}
        return {key: number for key, number in found.items() if isinstance(number, int)}

    def read_report(self, name: str) -> Mapping[str, Any]:
        """Return a report in JSON, empty where it was not written."""
        try:
            found = json.loads((self.results / name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return found if isinstance(found, dict) else {}

    def keep(self, name: str, code: int) -> None:
        """Remember how a step ended, for the verdict."""
        (self.results / f"{name}.code").write_text(f"{code}\n", encoding="ascii")

    def recall(self, name: str) -> int | None:
        """Return how a step ended, nothing where it did not run."""
        try:
            return int((self.results / f"{name}.code").read_text(encoding="ascii"))
        except FileNotFoundError:
            return None


def read_run(environ: Mapping[str, str] = os.environ) -> Run:
    """Return the run around us; what it finds goes into a folder outside of the checkout."""
    results = Path(environ["RUNNER_TEMP"], "journeymap", "results")
    results.mkdir(parents=True, exist_ok=True)
    path = environ.get("GITHUB_EVENT_PATH")
    event = json.loads(Path(path).read_text(encoding="utf-8")) if path else {}
    return Run(environ, event if isinstance(event, dict) else {}, results)


def say(text: str) -> None:
    """Say something in the log; only words of ours, for a line of a stranger's could be a command."""
    sys.stdout.write(f"{text}\n")


def say_nothing_more() -> None:
    """Let what was said stand before what another program says."""
    sys.stdout.flush()

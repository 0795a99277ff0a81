"""The peers: pinned, installed into ``.tools/``, and never left out. A peer that is missing fails the run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.timing import RunFailedError
from tests.conftest import ROOT

TOOLS = ROOT / ".tools"
PYTHON_PEERS = {
    "check-jsonschema": "0.39.0",
    "yamllint": "1.38.0",
    "mkdocs-material": "9.8.1",
    "mmdr": "0.4.0",
}
NPM_PEERS = {"@stoplight/spectral-cli": "6.16.3", "@mermaid-js/mermaid-cli": "11.17.0"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Peers:
    """Where each program of the comparison is, ours among them: a plain installation, not the checkout."""

    def __init__(self) -> None:
        self.python = environment(TOOLS / "journeymap")
        self.peer_python = environment(TOOLS / "python")

    def install(self) -> None:
        """Bring every peer and a fresh build of this checkout; whatever fails, fails the run."""
        say("installing this checkout into .tools/journeymap")
        # The start script that older pips write imports `re`, which is half of a start.
        pip(self.python, "--upgrade", "pip")
        pip(self.python, "--upgrade", f"{ROOT}[export]")
        pip(self.python, "--force-reinstall", "--no-deps", "--no-cache-dir", str(ROOT))
        say("installing " + ", ".join(PYTHON_PEERS) + " into .tools/python")
        pip(self.peer_python, *(f"{name}=={version}" for name, version in PYTHON_PEERS.items()))
        say("installing " + ", ".join(NPM_PEERS) + " into .tools")
        if not (TOOLS / "package.json").exists():
            (TOOLS / "package.json").write_text('{"private": true}\n')
        call(
            ["npm", "install", "--prefix", str(TOOLS), "--ignore-scripts", "--save-exact", "--no-audit"]
            + ["--no-fund", "--loglevel=error"]
            + [f"{name}@{version}" for name, version in NPM_PEERS.items()],
            {"PUPPETEER_SKIP_DOWNLOAD": "1"},
        )
        for program in (
            self.journeymap,
            *map(self.peer, ("check-jsonschema", "yamllint", "mkdocs", "mmdr", "spectral", "mmdc")),
        ):
            if not program.exists():
                raise RunFailedError(f"{program} is missing after its installation")

    @property
    def journeymap(self) -> Path:
        """Our own command."""
        return self.python.parent / "journeymap"

    def peer(self, program: str) -> Path:
        """Return a peer's command, from whichever of the two package worlds has it."""
        if program in {"spectral", "mmdc"}:
            return TOOLS / "node_modules" / ".bin" / program
        return self.peer_python.parent / program

    def browser(self) -> str:
        """Return the system's browser, which the Mermaid peer drives."""
        found = next(filter(None, map(shutil.which, BROWSERS)), None)
        if found is None:
            raise RunFailedError("no Chromium on the path; mermaid-cli cannot be measured without one")
        return found


def environment(folder: Path) -> Path:
    """Return the Python of a virtual environment, made on the first call."""
    python = folder / "bin" / "python"
    if not python.exists():
        call([sys.executable, "-m", "venv", str(folder)])
    return python


def pip(python: Path, *arguments: str) -> None:
    """Install packages into an environment."""
    call([str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments])


def call(command: list[str], extra: dict[str, str] | None = None) -> None:
    """Run an installation step; its own words are shown when it fails."""
    done = subprocess.run(
        command, env={**os.environ, **(extra or {})}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RunFailedError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def say(text: str) -> None:
    """Tell progress beside the results."""
    print(text, file=sys.stderr, flush=True)

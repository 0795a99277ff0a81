"""The documentation generators themselves, in an environment of their own, each run as people run it."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

HOME = ROOT / ".tools" / "generators"
PACKAGES = (
    "mkdocs==1.6.1",
    "mkdocs-material==9.8.1",
    "myst-parser==5.2.0",
    "pymdown-extensions==13.1",
    "Sphinx==9.0.4",
    "zensical==0.0.73",
)
"""What ``.ci/test`` installs, with journeymap itself."""


class Built(NamedTuple):
    """What a generator said, and the exit code it left."""

    code: int
    words: str


def run_generator(program: str, *arguments: str | Path, cwd: Path) -> Built:
    """Run a generator in a folder, in surroundings that hold nothing of this process."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    done = subprocess.run(
        [install_generators() / program, *map(str, arguments)],
        cwd=cwd,
        env={**kept, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    return Built(done.returncode, done.stdout + done.stderr)


@cache
def install_generators() -> Path:
    """Return the folder of the generators' programs; they are installed where they are missing."""
    programs = HOME / "bin"
    stamp = HOME / ".installed"
    if not (stamp.is_file() and stamp.read_text(encoding="utf-8").split() == list(PACKAGES)):
        python: list[str | Path] = [sys.executable, "-m"]
        subprocess.run([*python, "venv", "--without-pip", HOME], check=True, capture_output=True)
        pip = [*python, "pip", "--python", programs / "python", "install", "-qq"]
        done = subprocess.run(
            [*pip, "--editable", ROOT, *PACKAGES], capture_output=True, text=True, timeout=600
        )
        assert done.returncode == 0, done.stderr
        stamp.write_text("\n".join(PACKAGES) + "\n", encoding="utf-8")
    return programs

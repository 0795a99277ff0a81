"""The files that make a build server check journeys: where they stand, and with which folder and version."""

import os
from json import dumps
from pathlib import Path
from typing import Final

from journeymap import __version__

SYSTEMS: Final = ("github", "gitlab")
WORKFLOW: Final = ".github/workflows/journeymap.yml"
JOBS: Final = ".gitlab/journeymap.gitlab-ci.yml"
PIPELINE: Final = ".gitlab-ci.yml"
INCLUDE: Final = f"include:\n  - local: /{JOBS}\n"
"""What leads GitLab from the file it reads to the jobs."""
_FOLDER: Final = 'JOURNEYS: "."\n'
_INSTALL: Final = "journeymap\n"


def find_top(folder: Path) -> Path:
    """Return the top of the repository that a folder lies in, or will: the folder itself outside of one."""
    own = Path(os.path.realpath(folder))
    return next((each for each in (own, *own.parents) if (each / ".git").exists()), own)


def write_ci_files(system: str, folder: Path, top: Path) -> dict[str, bytes]:
    """Return the files of a build server by their paths below the top of the repository."""
    from journeymap.resources import templates_path

    text = (templates_path() / "ci" / f"{system}.yml").read_text(encoding="utf-8")
    below = Path(os.path.realpath(folder)).relative_to(top).as_posix()
    # JSON's way to write a text is one of YAML's ways; a shell reads it from a variable.
    text = text.replace(_FOLDER, f"JOURNEYS: {dumps(below)}\n")
    text = text.replace(f"install {_INSTALL}", f"install journeymap=={__version__}\n")
    text = text.replace(f"--quiet {_INSTALL}", f"--quiet journeymap=={__version__}\n")
    if system == "github":
        return {WORKFLOW: text.encode()}
    files = {JOBS: text.encode()}
    # A pipeline that is there already is its owner's: it gets a line, but not from us.
    return files if (top / PIPELINE).exists() else {**files, PIPELINE: INCLUDE.encode()}

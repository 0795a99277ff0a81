"""The only door to git: one question at a time, and nothing of a repository runs.

Git gets a list of arguments and surroundings of our making: no pager, no hook, no monitor of files, no
filter, no signature to verify, no connection. Where it looks is the caller's choice; what a repository
holds, the names of its branches included, is somebody else's.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from journeymap.history.commits import NoHistory

TIMEOUT: Final = 30.0
_SAFE: Final = (
    "--no-pager",
    "--no-optional-locks",
    *("-c", "core.fsmonitor="),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.quotePath=false"),
    *("-c", "log.showSignature=false"),
    *("-c", "protocol.allow=never"),
)
"""What every question begins with. A clone that left things behind may not fetch them now."""


def ask_git(folder: str, *arguments: str, timeout: float = TIMEOUT) -> str:
    """Return what git answers in a folder; letters that are not UTF-8 become signs that say so."""
    git = shutil.which("git")
    if git is None:
        raise NoHistory("git is not installed")
    try:
        done = subprocess.run(  # noqa: S603 - a list, no shell, and the program is never the workspace's choice
            [git, *_SAFE, *arguments],
            cwd=Path(folder),
            env=_surroundings(os.environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NoHistory(f"git gave no answer within {timeout:g} seconds") from None
    except OSError as error:
        raise NoHistory(f"git does not start: {error.strerror}") from None
    if done.returncode != 0:
        raise NoHistory(_reason(done.stderr.decode("utf-8", "replace")))
    return done.stdout.decode("utf-8", "replace")


def check_revision(revision: str) -> str:
    """Return the name of a revision, refused where git could take it for an option."""
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise NoHistory(f"`{revision}` is no name of a revision")
    return revision


def _surroundings(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without what would lead git elsewhere or make it run something."""
    kept = {name: value for name, value in environ.items() if not name.upper().startswith("GIT_")}
    return {
        **kept,
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "LC_ALL": "C",
    }


def _reason(complaint: str) -> str:
    lines = [line.strip() for line in complaint.splitlines() if line.strip()]
    first = lines[0].removeprefix("fatal: ") if lines else "git failed without a word"
    return first[:200]

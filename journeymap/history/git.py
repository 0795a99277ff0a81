"""The only door to git: one question at a time, and nothing of a repository runs.

Git gets a list of arguments and surroundings of our making: no pager, no hook, no monitor of files, no
filter, no signature to verify, no connection. Where it looks is the caller's choice; what a repository
holds, the names of its branches included, is somebody else's. Only who asks for it in so many words lets
git connect, and then with the user's own keys.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from journeymap.history.commits import NoHistory

TIMEOUT: Final = 30.0
FETCH_TIMEOUT: Final = 600.0
SILENT: Final = "git failed without a word"
"""The reason where git gives none, as it does where the answer is that there is nothing."""
_SAFE: Final = (
    "--no-pager",
    "--no-optional-locks",
    *("-c", "core.fsmonitor="),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.quotePath=false"),
    *("-c", "log.showSignature=false"),
    *("-c", "safe.bareRepository=explicit"),
)
"""What every question begins with.

Files of a folder that look like the inside of a repository are none: they would bring settings of their own.
"""
_ALONE: Final = ("-c", "protocol.allow=never")
"""What keeps a clone that left things behind from fetching them now."""
_CONNECTED: Final = ("-c", "protocol.ext.allow=never", "-c", "gc.auto=0", "-c", "maintenance.auto=false")
"""What a question that may connect begins with: no transport that is a program of somebody's choice."""
_KEYS: Final = ("GIT_SSH", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_SSL_CAINFO", "GIT_CONFIG_GLOBAL")
"""The user's own way to a server, kept where a connection was asked for."""


def ask_git(folder: str, *arguments: str, timeout: float = TIMEOUT) -> str:
    """Return what git answers in a folder; letters that are not UTF-8 become signs that say so."""
    return _run(folder, arguments, timeout=timeout).decode("utf-8", "replace")


def read_git(folder: str, *arguments: str, given: bytes = b"", connects: bool = False) -> bytes:
    """Return what git answers, byte for byte, to what it is ``given``; it may connect only if asked to."""
    return _run(
        folder, arguments, given=given, connects=connects, timeout=FETCH_TIMEOUT if connects else TIMEOUT
    )


def check_revision(revision: str) -> str:
    """Return the name of a revision, refused where git could take it for an option."""
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise NoHistory(f"`{revision}` is no name of a revision")
    return revision


def _run(
    folder: str,
    arguments: tuple[str, ...],
    *,
    given: bytes = b"",
    connects: bool = False,
    timeout: float = TIMEOUT,
) -> bytes:
    git = shutil.which("git")
    if git is None:
        raise NoHistory("git is not installed")
    try:
        done = subprocess.run(  # noqa: S603 - a list, no shell, and the program is never the workspace's choice
            [git, *_SAFE, *(_CONNECTED if connects else _ALONE), *arguments],
            cwd=Path(folder),
            env=_surroundings(os.environ, connects=connects),
            stdin=None if given else subprocess.DEVNULL,
            input=given or None,
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
    return done.stdout


def _surroundings(environ: Mapping[str, str], *, connects: bool = False) -> dict[str, str]:
    """Return the environment without what would lead git elsewhere or make it run something."""
    kept = {
        name: value
        for name, value in environ.items()
        if not name.upper().startswith("GIT_") or (connects and name in _KEYS)
    }
    return {
        **kept,
        "GIT_TERMINAL_PROMPT": "0",
        **({} if connects else {"GIT_NO_LAZY_FETCH": "1"}),
        "GIT_NO_REPLACE_OBJECTS": "1",
        "LC_ALL": "C",
    }


def _reason(complaint: str) -> str:
    lines = [line.strip() for line in complaint.splitlines() if line.strip()]
    # What git says first may only be a warning.
    grave = [line.removeprefix("fatal: ") for line in lines if line.startswith("fatal: ")]
    return [*grave, *lines, SILENT][0][:200]

"""What a run that was ended in the middle of writing left beside its files, and how it is cleared away."""

import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

_DAY: Final = 86_400


def name_temporary(number: int) -> str:
    """Return the name of a file that this process writes before it takes its place."""
    return f".journeymap-{os.getpid()}-{number}.tmp"


def clear_leftovers(folders: Iterable[Path], beside: Path) -> None:
    """Remove temporary files of runs that are over from some folders, and nothing else.

    That a run is over is asked of the system. Where that has no answer, a file has to be a day older than one
    ``beside`` it that was just written: the file system tells what time it is. What cannot be looked at or
    removed stays: it harms nobody, and the files that matter are written.
    """
    with suppress(OSError):
        now = beside.lstat().st_mtime
        for folder in folders:
            with suppress(OSError):
                for path in folder.iterdir():
                    if path.name.startswith(".journeymap-") and _is_left_over(path, now):
                        path.unlink()


def _is_left_over(path: Path, now: float) -> bool:
    named = re.fullmatch(r"\.journeymap-([1-9][0-9]{0,9})-[0-9]{1,9}\.tmp", path.name)
    state = path.lstat()
    if not named or not stat.S_ISREG(state.st_mode):
        return False
    if os.name == "nt":  # there is no harmless way to ask for a process
        return now - state.st_mtime > _DAY
    return state.st_uid == os.geteuid() and not _lives(int(named[1]))


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True

"""Which files on disk are meant: by name in folders, and the workspace that each belongs to.

Follows no link to a folder, enters no hidden folder, and takes nothing back in that was built from the
files themselves. Names are taken in byte order, so that neither locale nor file system shows.
"""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from journeymap.schema import kind_by_name

SETTINGS: Final = ("journeymap.yaml", "journeymap.yml")
_REPOSITORY: Final = ".git"
_SKIPPED: Final = "node_modules"


class Disk:
    """Folders and files as one run sees them: each folder is looked at once.

    ``is_wanted`` says by its name whether a file is meant: without it, whether it is one of the language.
    """

    def __init__(self, is_wanted: Callable[[str], object] = kind_by_name) -> None:
        self.unreadable: list[tuple[Path, OSError]] = []
        self._is_wanted = is_wanted
        self._roots: dict[Path, Path | None] = {}

    def walk(self, folder: Path) -> Iterator[Path]:
        """Yield the files that are wanted in a folder and below, in order of name."""
        pending = [folder]
        while pending:
            looked_at = pending.pop()
            files, folders = self._look(looked_at, is_asked=looked_at is folder)
            yield from files
            pending.extend(reversed(folders))

    def root_of(self, file: Path) -> Path | None:
        """Return the folder of the nearest settings file above, inside the repository, if there is one."""
        passed = []
        folder = file.parent
        while folder not in self._roots:
            passed.append(folder)
            if any(stat.S_ISREG(_mode(folder / name)) for name in SETTINGS):
                self._roots[folder] = folder
            elif folder.parent == folder or _mode(folder / _REPOSITORY):
                self._roots[folder] = None
            else:
                folder = folder.parent
        root = self._roots[folder]
        self._roots.update(dict.fromkeys(passed, root))
        return root

    def _look(self, folder: Path, *, is_asked: bool) -> tuple[list[Path], list[Path]]:
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            self.unreadable.append((folder, error))
            return [], []
        if not is_asked and _is_built(entries):
            return [], []
        files = [folder / entry.name for entry in entries if self._is_wanted(entry.name) and entry.is_file()]
        folders = [folder / entry.name for entry in entries if _is_entered(entry)]
        return files, folders


def _is_built(entries: "list[os.DirEntry[str]]") -> bool:
    # Who names files walks through no folder, and needs nothing that writes.
    from journeymap.artifacts import MANIFEST

    return any(entry.name == MANIFEST for entry in entries)


def _is_entered(entry: "os.DirEntry[str]") -> bool:
    is_skipped = entry.name.startswith(".") or entry.name == _SKIPPED
    return not is_skipped and entry.is_dir(follow_symlinks=False)


def _mode(path: Path) -> int:
    """Return what kind of thing a path is on disk; nothing for what is not there or hidden from us."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0

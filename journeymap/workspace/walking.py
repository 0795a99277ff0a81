"""Which files are meant: by name in folders, and the workspace that each belongs to.

Follows no link to a folder, enters no hidden folder, and takes nothing back in that was built from the
files themselves. Names are taken in byte order, so that neither locale nor file system shows.
"""

import os
import stat
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Final

from journeymap.schema import kind_by_name

SETTINGS: Final = ("journeymap.yaml", "journeymap.yml")
REPOSITORY: Final = ".git"
_SKIPPED: Final = "node_modules"
LINK: Final = "link"
MODULE: Final = "repository of its own"
"""Why something is left out of what is compared with a commit."""


class Disk:
    """Folders and files as one run sees them: each folder is looked at once.

    ``is_wanted`` says by its name whether a file is meant: without it, whether it is one of the language.
    With ``as_committed`` only that counts which a commit holds: neither links nor repositories within.
    What was left out for it is in ``left_out``.
    """

    def __init__(
        self, is_wanted: Callable[[str], object] = kind_by_name, *, as_committed: bool = False
    ) -> None:
        self.unreadable: list[tuple[Path, OSError]] = []
        self.left_out: dict[Path, str] = {}
        self._is_wanted = is_wanted
        self._as_committed = as_committed
        self._roots: dict[Path, Path | None] = {}

    def mode_of(self, path: Path) -> int:
        """Return what kind of thing a path is, or raise the reason why that cannot be told."""
        return path.stat().st_mode

    def is_link(self, path: Path) -> bool:
        """Say whether a path only leads to another."""
        return path.is_symlink()

    def walk(self, folder: Path) -> Iterator[Path]:
        """Yield the files that are wanted in a folder and below, in order of name."""
        pending = [folder]
        while pending:
            looked_at = pending.pop()
            files, folders = self.look(looked_at, is_asked=looked_at is folder)
            yield from files
            pending.extend(reversed(folders))

    def root_of(self, file: Path) -> Path | None:
        """Return the folder of the nearest settings file above, inside the repository, if there is one."""
        passed = []
        folder = file.parent
        while folder not in self._roots:
            passed.append(folder)
            if any(stat.S_ISREG(self._try_mode(folder / name)) for name in SETTINGS):
                self._roots[folder] = folder
            elif folder.parent == folder or self._try_mode(folder / REPOSITORY):
                self._roots[folder] = None
            else:
                folder = folder.parent
        root = self._roots[folder]
        self._roots.update(dict.fromkeys(passed, root))
        return root

    def look(self, folder: Path, *, is_asked: bool) -> tuple[list[Path], list[Path]]:
        """Return the files that are wanted in a folder, and the folders to enter, both in order of name."""
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            self.unreadable.append((folder, error))
            return [], []
        names = {entry.name for entry in entries}
        if not is_asked and (is_built(names) or self._is_repository(folder, names)):
            return [], []
        files = [
            folder / entry.name
            for entry in entries
            if self._is_wanted(entry.name) and entry.is_file() and not self._is_left_out(entry)
        ]
        folders = [
            folder / entry.name
            for entry in entries
            if is_entered(entry.name) and entry.is_dir(follow_symlinks=False)
        ]
        return files, folders

    def _is_repository(self, folder: Path, names: Collection[str]) -> bool:
        """Say whether a folder is left out as a repository of its own."""
        if not (self._as_committed and REPOSITORY in names):
            return False
        self.left_out[folder] = MODULE
        return True

    def _is_left_out(self, entry: "os.DirEntry[str]") -> bool:
        if not (self._as_committed and entry.is_symlink()):
            return False
        self.left_out[Path(entry.path)] = LINK
        return True

    def _try_mode(self, path: Path) -> int:
        """Return what kind of thing a path is; nothing for what is not there or hidden from us."""
        try:
            return self.mode_of(path)
        except OSError:
            return 0


def is_built(names: Collection[str]) -> bool:
    """Say by the names in a folder whether it was built, and holds no sources."""
    # Who names files walks through no folder, and needs nothing that writes.
    from journeymap.artifacts import MANIFEST

    return MANIFEST in names


def is_entered(name: str) -> bool:
    """Say by its name whether a folder may hold sources."""
    return not name.startswith(".") and name != _SKIPPED

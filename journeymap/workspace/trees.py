"""A commit as a disk: its files stand where a checkout would put them, so that they are found alike."""

import errno
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from journeymap.history.objects import Listing
from journeymap.schema import kind_by_name
from journeymap.workspace.walking import LINK, MODULE, REPOSITORY, Disk, is_built, is_entered


class Tree(Disk):
    """The files of a commit below the folder that is the top of its repository."""

    def __init__(
        self, top: Path, listing: Listing, is_wanted: Callable[[str], object] = kind_by_name
    ) -> None:
        super().__init__(is_wanted)
        self.ids = {top / path: id for path, id in listing.files.items()}
        self._folders: dict[Path, dict[str, bool]] = {top: {}}
        self._modes = {top: stat.S_IFDIR, top / REPOSITORY: stat.S_IFDIR}
        self._unfollowed = {
            **{top / path: LINK for path in listing.links},
            **{top / path: MODULE for path in listing.modules},
        }
        for file in self.ids:
            self._place(file)

    def mode_of(self, path: Path) -> int:
        """Return whether a path is a file or a folder of the commit."""
        found = self._modes.get(path)
        if found is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        return found

    def is_link(self, path: Path) -> bool:
        """Say whether a path is a link; what is a link is no file here."""
        return self._unfollowed.get(path) == LINK

    def look(self, folder: Path, *, is_asked: bool) -> tuple[list[Path], list[Path]]:
        """Return the files that are wanted in a folder, and the folders to enter, both in order of name."""
        entries = self._folders.get(folder, {})
        if not is_asked and is_built(entries):
            return [], []
        names = sorted(entries, key=os.fsencode)
        files = [folder / name for name in names if not entries[name] and self._is_wanted(name)]
        folders = [folder / name for name in names if entries[name] and is_entered(name)]
        return files, folders

    def leave_out(self, folders: Iterable[Path]) -> None:
        """Note which links to sources and which repositories in some folders nobody followed."""
        asked = tuple(folders)
        for path, why in self._unfollowed.items():
            if any(path.is_relative_to(folder) for folder in asked) and (
                why == MODULE or self._is_wanted(path.name)
            ):
                self.left_out[path] = why

    def _place(self, file: Path) -> None:
        """Put a file into its folder, and that into the one above as often as it takes."""
        self._modes[file] = stat.S_IFREG
        is_folder = False
        while True:
            entries = self._folders.setdefault(file.parent, {})
            is_known = file.name in entries
            entries[file.name] = is_folder
            if is_known or self._modes.get(file.parent) == stat.S_IFDIR:
                return
            self._modes[file.parent] = stat.S_IFDIR
            file, is_folder = file.parent, True

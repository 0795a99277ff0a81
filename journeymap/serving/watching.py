"""When to look at the files again: they are compared with what they were, and nothing else is believed.

Times and sizes of the files tell that something changed, on every system and every kind of disk. Where
``watchfiles`` is installed, the system wakes us; otherwise we look up several times a second.
"""

import os
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from journeymap.workspace.walking import Disk

Look: TypeAlias = Mapping[str, tuple[int, int, int]]
"""Path → what changes when a file is written or replaced."""

_SOONEST: Final = 0.1
"""How many seconds pass from one look to the next where nobody wakes us."""
_LATEST: Final = 2.0
_SHARE: Final = 20
"""Looking takes at most one part in so many of the time."""
_QUIET: Final = 0.05
"""For how many seconds files stay the same before they are taken for written: editors write in steps."""
_PATIENCE: Final = 0.5
"""After how many seconds of changes without a pause the files are read all the same."""


class Watcher:
    """The files of the language under some folders, some single files, and the pictures they show.

    What ``find_more`` returns is watched as well, and one more or less of it is a change: templates.
    """

    def __init__(
        self,
        places: Iterable[Path],
        find_more: Callable[[], Iterable[Path]] = tuple,
        *,
        asks_system: bool = True,
    ) -> None:
        self._places = tuple(places)
        self._find_more = find_more
        self._pictures: Look = {}
        self._listener = _listen(self._places) if asks_system else None
        self._known = self._look()

    def include(self, pictures: Iterable[Path]) -> None:
        """Watch these files too, instead of those that were included before."""
        paths = tuple(pictures)
        seen = _look_at(paths)
        self._pictures = {
            os.fspath(each): self._pictures.get(os.fspath(each)) or seen[os.fspath(each)] for each in paths
        }

    def has_changed(self) -> bool:
        """Whether files are others than when they were last waited for."""
        return self._look() != self._known or self._look_at_pictures() != self._pictures

    def wait(self) -> None:
        """Return once files have changed, and have then been left alone for a moment."""
        while not self.has_changed():
            self._doze()
        began = time.monotonic()
        seen, settled = self._look(), None
        while seen != settled and time.monotonic() - began < _PATIENCE:
            time.sleep(_QUIET)
            seen, settled = self._look(), seen
        self._known, self._pictures = seen, self._look_at_pictures()

    def close(self) -> None:
        """Ask nothing of the system any more."""
        if self._listener is not None:
            self._listener.close()

    def _look(self) -> Look:
        disk = Disk(_is_watched)
        files = (
            file for place in self._places for file in (disk.walk(place) if place.is_dir() else (place,))
        )
        return _look_at((*files, *self._find_more()))

    def _look_at_pictures(self) -> Look:
        return _look_at(Path(path) for path in self._pictures)

    def _doze(self) -> None:
        """Return when it is worth looking again."""
        if self._listener is not None:
            try:
                next(self._listener)
                return
            except (OSError, RuntimeError, StopIteration):
                self._listener = None  # the system has no more to give: from now on we look by ourselves
        began = time.monotonic()
        self._look()
        time.sleep(min(_LATEST, max(_SOONEST, _SHARE * (time.monotonic() - began))))


def _look_at(files: Iterable[Path]) -> Look:
    """Return what tells of each file that it is another; what is not there is told of, too."""
    return {os.fspath(file): _stamp(file) for file in files}


def _stamp(file: Path) -> tuple[int, int, int]:
    try:
        status = file.stat()
    except OSError:
        return (0, 0, 0)
    return (status.st_mtime_ns, status.st_size, status.st_ino)


def _is_watched(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml"))


def _listen(places: tuple[Path, ...]) -> "Generator[object] | None":
    """Return what yields when the system saw something happen, and once a second in any case."""
    try:
        from watchfiles import watch
    except ImportError:
        return None
    # A file that is replaced takes what listens to it along: the folder stays.
    folders = {place if place.is_dir() else place.parent for place in places}
    deep = all(place.is_dir() for place in places)
    return watch(
        *folders,
        watch_filter=None,
        debounce=20,
        step=5,
        rust_timeout=1000,
        yield_on_timeout=True,
        recursive=deep,
        ignore_permission_denied=True,
    )

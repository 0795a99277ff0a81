"""From the paths of a command line to groups of files that are compiled together."""

import os
import posixpath
import stat
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from journeymap.named_tuples import NamedTuple
from journeymap.source import path_in
from journeymap.suppressing.mentioning import APPROVALS, BASELINE
from journeymap.workspace.walking import Disk

STDIN = "-"


class File(NamedTuple):
    """A file to compile: its path as shown, where it is on disk, or else its content."""

    path: str
    location: Path
    content: bytes | None = None


class Group(NamedTuple):
    """Files that are compiled together: a workspace, or one file that stands alone.

    ``root`` is the workspace's folder as shown, ``""`` for a lone file, and ``location`` is where it is
    on disk. ``asked`` are the shown paths of the files whose findings are wanted. ``inside`` is the folder
    that paths are shown from, as seen from the workspace's, where it lies in it. What is not read from this
    disk has its contents in the files, and in ``beside``, by name, those of other files of the root.
    """

    root: str
    location: Path | None
    files: tuple[File, ...]
    asked: frozenset[str]
    inside: str = ""
    beside: Mapping[str, bytes] | None = None

    def see(self, path: str) -> str:
        """Return a shown path as seen from the folder of the workspace, or of a file that stands alone."""
        folder = self.root or (posixpath.dirname(self.files[0].path) if self.files else "")
        return path_in(folder, path, inside=self.inside)


class Plan(NamedTuple):
    """What a run has to compile, and the paths that it cannot: each problem is one line of words.

    Problems are for exit code 2; no groups and no problems is for exit code 3.
    """

    groups: tuple[Group, ...]
    problems: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing matched the paths."""
        return not self.groups


def find_workspaces(
    paths: Sequence[str], cwd: str, *, stdin: tuple[str, bytes] | None = None, disk: Disk | None = None
) -> Plan:
    """Return the plan for files and folders, those of the current folder when there are none.

    A file belongs to the workspace of the nearest settings file above it and is compiled with the
    whole of it; without one it stands alone. ``stdin`` is the name and the content of ``-``; ``disk`` is
    where the files are, if not on this one.
    """
    return _Planning(cwd, stdin, disk or Disk()).run(paths or (".",))


class _Planning:
    """A plan in the making."""

    def __init__(self, cwd: str, stdin: tuple[str, bytes] | None, disk: Disk) -> None:
        self._cwd = Path(os.path.normpath(Path(cwd).absolute()))
        self._stdin = stdin
        self._disk = disk
        self._asked: dict[Path, dict[Path, None]] = {}
        self._lone: dict[Path, File] = {}
        self._walked: list[Path] = []
        self._problems: list[str] = []

    def run(self, paths: Iterable[str]) -> Plan:
        for path in paths:
            self._ask(path)
        groups = [self._gather(root, list(asked)) for root, asked in self._asked.items()]
        groups += [Group("", None, (file,), frozenset((file.path,))) for file in self._lone.values()]
        for folder, error in self._disk.unreadable:
            self._problems.append(f"cannot read folder `{self._show(folder)}`: {describe(error)}")
        groups.sort(key=lambda group: (_order(group.root or group.files[0].path), bool(group.root)))
        return Plan(tuple(groups), tuple(dict.fromkeys(self._problems)))

    def _ask(self, path: str) -> None:
        if path == STDIN:
            name, content = self._stdin or ("stdin", b"")
            self._lone.setdefault(Path(STDIN), File(name, Path(STDIN), content))
            return
        location = Path(os.path.normpath(self._cwd / path))
        try:
            mode = self._disk.mode_of(location)
        except FileNotFoundError:
            problem = "is a link that leads nowhere" if self._disk.is_link(location) else "does not exist"
            self._problems.append(f"`{path}` {problem}")
        except (OSError, ValueError) as error:
            self._problems.append(f"cannot read `{path}`: {describe(error)}")
        else:
            self._ask_existing(path, location, mode)

    def _ask_existing(self, path: str, location: Path, mode: int) -> None:
        if stat.S_ISDIR(mode):
            self._walked.append(location)
            for file in self._disk.walk(location):
                self._ask_file(file)
        elif not stat.S_ISREG(mode):
            self._problems.append(f"`{path}` is neither a file nor a folder")
        elif location.name == BASELINE:
            self._problems.append(f"`{path}` is a baseline: it is checked with the workspace it lies in")
        elif location.name == APPROVALS:
            self._problems.append(f"`{path}` holds approvals: `journeymap diff` reads it with its workspace")
        elif location.suffix.lower() not in (".yaml", ".yml"):
            self._problems.append(f"`{path}` is not a YAML file: its name ends neither in .yaml nor in .yml")
        else:
            self._ask_file(location)

    def _ask_file(self, file: Path) -> None:
        root = self._disk.root_of(file)
        if root is None:
            self._lone.setdefault(file, File(self._show(file), file))
        else:
            self._asked.setdefault(root, {}).setdefault(file)

    def _gather(self, root: Path, asked: list[Path]) -> Group:
        """Return a workspace with all its files, also those nobody asked for."""
        files = dict.fromkeys(asked)
        if not any(root.is_relative_to(folder) for folder in self._walked):
            files.update((file, None) for file in self._disk.walk(root) if self._disk.root_of(file) == root)
        kept = self._without_strays(root, list(files))
        shown = {file: self._show(file) for file in kept}
        return Group(
            self._show(root),
            root,
            tuple(File(path, file) for file, path in sorted(shown.items(), key=lambda item: _order(item[1]))),
            frozenset(shown[file] for file in asked if file in shown),
            self._cwd.relative_to(root).as_posix() if root in self._cwd.parents else "",
        )

    def _without_strays(self, root: Path, files: list[Path]) -> list[Path]:
        """Return the files without links out of the workspace and without second names of one file."""
        links = [file for file in files if self._disk.is_link(file)]
        if not links:
            return files
        real_root = os.path.realpath(root)
        taken = {os.path.realpath(file) for file in files if file not in links}
        for link in sorted(links, key=os.fsencode):
            real = os.path.realpath(link)
            if not Path(real).is_relative_to(real_root):
                self._problems.append(f"`{self._show(link)}` is a link out of its workspace")
                files.remove(link)
            elif real in taken:
                files.remove(link)
            else:
                taken.add(real)
        return files

    def _show(self, location: Path) -> str:
        return show_path(location, self._cwd)


def show_path(location: Path, cwd: str | Path) -> str:
    """Return a path as shown: relative to the current folder, with slashes."""
    try:
        shown = os.path.relpath(location, cwd)
    except ValueError:  # another drive
        shown = str(location)
    return shown.replace(os.sep, "/")


def describe(error: OSError | ValueError) -> str:
    """Return why the system refused, in its words but without the path."""
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return (reason or type(error).__name__).lower()


def _order(path: str) -> bytes:
    return path.encode("utf-8", "surrogatepass")

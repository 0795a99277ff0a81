"""Finished files in memory, and the one place that writes them to disk.

Owns what a safe output path is, the manifest of an output folder, and atomic writing. Knows nothing of
what the files hold.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

MANIFEST = ".journeymap-manifest.json"

_DEVICES = [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
_RESERVED = frozenset(["con", "prn", "aux", "nul", "conin$", "conout$", *_DEVICES])
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\ud800-\udfff]')
_LONGEST_NAME = 200


class ArtifactError(Exception):
    """Output that cannot be written safely; the message names the path and the reason."""


class Artifact(NamedTuple):
    """One finished file: a POSIX path relative to the output folder, and its bytes."""

    path: str
    content: bytes


class ArtifactSet:
    """Finished files in order of path, no two of which meet in one place on any file system."""

    def __init__(self, artifacts: Iterable[Artifact] = ()) -> None:
        self._by_path: dict[str, Artifact] = {}
        taken: dict[str, tuple[str, bool]] = {}
        for artifact in sorted(artifacts):
            reason = unsafe_reason(artifact.path)
            if reason:
                raise ArtifactError(f"`{artifact.path}` cannot be an output path: {reason}")
            if artifact.path in self._by_path:
                raise ArtifactError(f"`{artifact.path}` is made twice")
            _claim(artifact.path, taken)
            self._by_path[artifact.path] = artifact

    def __iter__(self) -> Iterator[Artifact]:
        return iter(self._by_path.values())

    def __len__(self) -> int:
        return len(self._by_path)

    def __contains__(self, path: object) -> bool:
        return path in self._by_path

    def __getitem__(self, path: str) -> Artifact:
        return self._by_path[path]

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all files, in order."""
        return tuple(self._by_path)


class Written(NamedTuple):
    """What writing did: the paths of each kind, in order."""

    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Staleness(NamedTuple):
    """How a folder differs from what would be written into it: the paths of each kind, in order.

    ``extra`` are files that an earlier run wrote and that are no longer made.
    """

    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


def write(artifacts: ArtifactSet, folder: Path) -> Written:
    """Write the files into a folder, each atomically and only when its bytes changed.

    Files that the folder's manifest lists and that are no longer made are removed. A different file
    that stands in the way without being listed is somebody else's: an error, before anything is written.
    """
    _require_folder(folder)
    ours = _read_manifest(folder)
    changed = tuple(artifact for artifact in artifacts if _differs(artifact, folder, ours))
    stale = _left_over(artifacts, folder, ours)

    folder.mkdir(parents=True, exist_ok=True)
    # What is about to appear is listed first, so that an interrupted run leaves nothing unclaimed.
    _write_manifest(folder, ours.union(artifacts.paths))
    for artifact in changed:
        target = folder / artifact.path
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, artifact.content)
    for path in stale:
        (folder / path).unlink()
        _prune(folder, path)
    _write_manifest(folder, frozenset(artifacts.paths))

    paths = tuple(artifact.path for artifact in changed)
    return Written(paths, tuple(path for path in artifacts.paths if path not in set(paths)), stale)


def compare(artifacts: ArtifactSet, folder: Path) -> Staleness:
    """Return how a folder differs from what ``write`` would make of it; nothing is written.

    The manifest counts like any other file: it has to travel with those that it lists.
    """
    _require_folder(folder)
    listing = Artifact(MANIFEST, _manifest_of(frozenset(artifacts.paths)))
    kinds = [(artifact, stands_at(folder, artifact.path)) for artifact in (listing, *artifacts)]
    return Staleness(
        tuple(
            artifact.path
            for artifact, kind in kinds
            if kind == "other" or (kind == "file" and _holds_other(folder / artifact.path, artifact.content))
        ),
        tuple(artifact.path for artifact, kind in kinds if kind == "absent"),
        _left_over(artifacts, folder, _read_manifest(folder)),
    )


def write_file(path: Path, content: bytes) -> bool:
    """Write one file atomically and only when its bytes changed; return whether they had."""
    if path.is_symlink():
        raise ArtifactError(f"`{path.name}` is a symbolic link; name the file it points to")
    if path.exists():
        if not path.is_file():
            raise ArtifactError(f"`{path.name}` is not a regular file")
        if path.read_bytes() == content:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, content)
    return True


def is_stale(path: Path, content: bytes) -> bool:
    """Say whether a file is not there or does not hold the content."""
    return not path.is_file() or _holds_other(path, content)


def unsafe_reason(path: str) -> str:
    """Return why a path is no safe place for output, or nothing when it is one."""
    if path.split("/")[0] == MANIFEST:
        return "the name is taken by the manifest"
    for name in path.split("/"):
        if name in {"", ".", ".."}:
            return "it must be relative and stay inside the output folder"
        if _FORBIDDEN.search(name):
            return "it holds a character that not every file system takes"
        if name[-1] in " .":
            return "a name ends in a space or a dot, which Windows drops"
        if name.split(".")[0].rstrip(" ").casefold() in _RESERVED:
            return "Windows reserves that name"
        if len(name.encode()) > _LONGEST_NAME:
            return f"a name is longer than {_LONGEST_NAME} bytes"
    return ""


def stands_at(folder: Path, path: str) -> Literal["file", "absent", "other"]:
    """Return what stands at a path in a folder; ``other`` where a link or a folder is met."""
    steps = path.split("/")
    for depth in range(1, len(steps) + 1):
        try:
            mode = (folder / "/".join(steps[:depth])).lstat().st_mode
        except FileNotFoundError:
            return "absent"
        expected = stat.S_ISREG(mode) if depth == len(steps) else stat.S_ISDIR(mode)
        if not expected:
            return "other"
    return "file"


def _claim(path: str, taken: dict[str, tuple[str, bool]]) -> None:
    """Take a path and its folders, unless another spelling or the other sort has one of them."""
    steps = path.split("/")
    for depth in range(1, len(steps) + 1):
        claim = ("/".join(steps[:depth]), depth == len(steps))
        key = unicodedata.normalize("NFC", claim[0]).casefold()
        holder = taken.setdefault(key, claim)
        if holder != claim:
            raise ArtifactError(f"`{path}` and `{holder[0]}` would meet in one place on some file systems")


def _require_folder(folder: Path) -> None:
    """Refuse a folder that is a link or no folder."""
    if folder.is_symlink():
        raise ArtifactError(f"`{folder.name}` is a symbolic link; name the folder it points to")
    if folder.exists() and not folder.is_dir():
        raise ArtifactError(f"`{folder.name}` is not a folder")


def _left_over(artifacts: ArtifactSet, folder: Path, ours: frozenset[str]) -> tuple[str, ...]:
    """Return the files of an earlier run that are still there and no longer made."""
    return tuple(
        path for path in sorted(ours.difference(artifacts.paths)) if stands_at(folder, path) == "file"
    )


def _differs(artifact: Artifact, folder: Path, ours: frozenset[str]) -> bool:
    kind = stands_at(folder, artifact.path)
    if kind == "other":
        raise ArtifactError(
            f"`{artifact.path}` cannot be written: a symbolic link or a folder stands in its place"
        )
    if kind == "absent":
        return True
    target = folder / artifact.path
    if not _holds_other(target, artifact.content):
        return False
    if artifact.path not in ours:
        raise ArtifactError(f"`{artifact.path}` is there already and was not made by an earlier build")
    return True


def _holds_other(file: Path, content: bytes) -> bool:
    """Say whether a file holds other bytes; the size alone tells most of them apart."""
    return file.stat().st_size != len(content) or file.read_bytes() != content


def _read_manifest(folder: Path) -> frozenset[str]:
    """Return the safe paths that an earlier run listed; a manifest that makes no sense lists none."""
    if stands_at(folder, MANIFEST) != "file":
        return frozenset()
    import json  # those who only ask for the manifest's name need not load it

    try:
        listed = json.loads((folder / MANIFEST).read_bytes())["files"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return frozenset()
    if not isinstance(listed, list):
        return frozenset()
    return frozenset(path for path in listed if isinstance(path, str) and not unsafe_reason(path))


def _write_manifest(folder: Path, paths: frozenset[str]) -> None:
    if stands_at(folder, MANIFEST) == "other":
        raise ArtifactError(f"`{MANIFEST}` is not a regular file")
    write_file(folder / MANIFEST, _manifest_of(paths))


def _manifest_of(paths: frozenset[str]) -> bytes:
    """Return the content of a manifest that lists these paths."""
    import json

    text = json.dumps({"format_version": 1, "files": sorted(paths)}, indent=1, ensure_ascii=False)
    return text.encode() + b"\n"


def _replace(target: Path, content: bytes) -> None:
    """Put a file in place in one step, by way of a temporary file beside it; its mode stays."""
    temporary = target.with_name(f".journeymap-{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        # Exclusive creation never follows a link somebody else put there.
        with temporary.open("xb") as file:
            file.write(content)
        if target.is_file():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _prune(folder: Path, path: str) -> None:
    """Remove the folders above a removed file that it left empty."""
    for parent in (folder / path).parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()

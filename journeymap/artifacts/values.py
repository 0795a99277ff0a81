"""Finished files in memory, and which paths are safe for them on every file system."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from journeymap.devices import is_reserved
from journeymap.named_tuples import NamedTuple

MANIFEST = ".journeymap-manifest.json"

# A pattern that is compiled where it is first needed: many commands write no folder.
_FORBIDDEN = r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\ud800-\udfff]'
_LONGEST_NAME = 200


class ArtifactError(Exception):
    """Output that cannot be written safely; the message names the path and the reason."""


class ArtifactPathError(ArtifactError):
    """A path that no folder can have, or that two files claim: what the file is named for has to change."""


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
                raise ArtifactPathError(f"`{artifact.path}` cannot be an output path: {reason}")
            if artifact.path in self._by_path:
                raise ArtifactPathError(f"`{artifact.path}` is made twice")
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


def unsafe_reason(path: str) -> str:
    """Return why a path is no safe place for output, or nothing when it is one."""
    if path.split("/")[0] == MANIFEST:
        return "the name is taken by the manifest"
    for name in path.split("/"):
        if name in {"", ".", ".."}:
            return "it must be relative and stay inside the output folder"
        if re.search(_FORBIDDEN, name):
            return "it holds a character that not every file system takes"
        if name[-1] in " .":
            return "a name ends in a space or a dot, which Windows drops"
        if is_reserved(name):
            return "Windows reserves that name"
        if len(name.encode()) > _LONGEST_NAME:
            return f"a name is longer than {_LONGEST_NAME} bytes"
    return ""


def _claim(path: str, taken: dict[str, tuple[str, bool]]) -> None:
    """Take a path and its folders, unless another spelling or the other sort has one of them."""
    steps = path.split("/")
    for depth in range(1, len(steps) + 1):
        claim = ("/".join(steps[:depth]), depth == len(steps))
        key = unicodedata.normalize("NFC", claim[0]).casefold()
        holder = taken.setdefault(key, claim)
        if holder != claim:
            raise ArtifactPathError(
                f"`{path}` and `{holder[0]}` would meet in one place on some file systems"
            )

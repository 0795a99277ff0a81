"""Output folders: written and compared as a whole, with a manifest of what is ours."""

import stat
from pathlib import Path
from typing import Literal

from journeymap.artifacts.files import holds_other, replace_file, write_file
from journeymap.artifacts.leftovers import clear_leftovers
from journeymap.artifacts.values import MANIFEST, Artifact, ArtifactError, ArtifactSet, unsafe_reason
from journeymap.named_tuples import NamedTuple


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
    for parent in {artifact.path.rpartition("/")[0]: None for artifact in changed}:
        (folder / parent).mkdir(parents=True, exist_ok=True)
    for artifact in changed:
        replace_file(folder / artifact.path, artifact.content)
    for path in stale:
        (folder / path).unlink()
        _prune(folder, path)
    _write_manifest(folder, frozenset(artifacts.paths))
    # What is no longer made may stand behind a link by now, which leads to somebody else's folder.
    gone = (path for path in sorted(ours.difference(artifacts.paths)) if stands_at(folder, path) != "other")
    parents = {path.rpartition("/")[0]: None for path in (*artifacts.paths, *gone)}
    clear_leftovers((folder / parent for parent in ("", *parents)), folder / MANIFEST)

    paths = dict.fromkeys(artifact.path for artifact in changed)
    return Written(tuple(paths), tuple(path for path in artifacts.paths if path not in paths), stale)


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
            if kind == "other" or (kind == "file" and holds_other(folder / artifact.path, artifact.content))
        ),
        tuple(artifact.path for artifact, kind in kinds if kind == "absent"),
        _left_over(artifacts, folder, _read_manifest(folder)),
    )


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
    if not holds_other(target, artifact.content):
        return False
    if artifact.path not in ours:
        raise ArtifactError(f"`{artifact.path}` is there already and was not made by an earlier build")
    return True


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


def _prune(folder: Path, path: str) -> None:
    """Remove the folders above a removed file that it left empty."""
    for parent in (folder / path).parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()

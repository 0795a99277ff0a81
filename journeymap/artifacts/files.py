"""Single files on the disk: written in one step or not at all, and compared."""

import stat
from collections.abc import Sequence
from pathlib import Path

from journeymap.artifacts.leftovers import clear_leftovers, name_temporary
from journeymap.artifacts.values import ArtifactError


def write_file(path: Path, content: bytes) -> bool:
    """Write one file atomically and only when its bytes changed; return whether they had."""
    return write_files([(path, content)])[0]


def write_files(files: Sequence[tuple[Path, bytes]]) -> tuple[bool, ...]:
    """Write files, each atomically and only when its bytes changed; return which had.

    All are prepared beside their places before the first takes its own: what fails, fails before. What an
    earlier run that was ended left beside them is cleared away.
    """
    staged: list[tuple[Path, Path]] = []
    changed = []
    try:
        for path, content in files:
            changed.append(_is_to_write(path, content))
            if changed[-1]:
                path.parent.mkdir(parents=True, exist_ok=True)
                staged.append((path, _stage(path, content, len(staged))))
        for path, temporary in staged:
            temporary.replace(path)
    except BaseException:
        for _, temporary in staged:
            temporary.unlink(missing_ok=True)
        raise
    if staged:
        clear_leftovers({path.parent: None for path, _ in staged}, staged[-1][0])
    return tuple(changed)


def replace_file(target: Path, content: bytes) -> None:
    """Put a file in place in one step."""
    temporary = _stage(target, content)
    try:
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def is_stale(path: Path, content: bytes) -> bool:
    """Say whether a file is not there or does not hold the content."""
    return not path.is_file() or holds_other(path, content)


def holds_other(file: Path, content: bytes) -> bool:
    """Say whether a file holds other bytes; the size alone tells most of them apart."""
    return file.stat().st_size != len(content) or file.read_bytes() != content


def _is_to_write(path: Path, content: bytes) -> bool:
    """Say whether a file has other bytes; refuse what is no file of its own."""
    if path.is_symlink():
        raise ArtifactError(f"`{path.name}` is a symbolic link; name the file it points to")
    if not path.exists():
        return True
    if not path.is_file():
        raise ArtifactError(f"`{path.name}` is not a regular file")
    return holds_other(path, content)


def _stage(target: Path, content: bytes, number: int = 0) -> Path:
    """Return a temporary file beside a target that is ready to take its place; the target's mode stays."""
    temporary = target.with_name(name_temporary(number))
    try:
        try:
            _create(temporary, content)
        except FileExistsError:
            # Left over from a run that was ended, or a link: neither is written to.
            temporary.unlink()
            _create(temporary, content)
        if target.is_file():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _create(path: Path, content: bytes) -> None:
    """Write a file that is not there yet: exclusive creation never follows a link somebody else put there."""
    # What buffers would only copy the content once more.
    with path.open("xb", buffering=0) as file:
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest) :]

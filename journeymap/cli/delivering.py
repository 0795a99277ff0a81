"""Putting files where they were asked for: single ones all or none, and never over what they come from."""

import os
from collections.abc import Sequence
from pathlib import Path

from journeymap.artifacts import (
    ArtifactError,
    ArtifactPathError,
    ArtifactSet,
    Written,
    is_stale,
    write,
    write_files,
)
from journeymap.cli.console import Console
from journeymap.cli.options import UsageError
from journeymap.cli.outputs import STDOUT, Output
from journeymap.cli.verdict import DONE, FAILED, FOUND
from journeymap.compiling import Compilation

_INJECTING = ("tables within a text of yours are kept by `journeymap inject`",)


def refuse_targets(outputs: Sequence[Output], compilation: Compilation, console: Console) -> None:
    """Refuse files that cannot or must not be written, before any work is done for them."""
    sources = {os.path.realpath(console.path(path)) for path in compilation.sources}
    taken: dict[str, str] = {}
    for output in outputs:
        if output.path == STDOUT:
            continue
        target = console.path(output.path)
        location = os.path.realpath(target)
        if target.is_dir():
            raise UsageError(f"`{output.path}` is a folder", "name a file in it")
        if location in sources or target.suffix.lower() in {".yaml", ".yml"}:
            stem = target.stem.partition(".")[0] or "journey"
            stem += "-2" if target.name == f"{stem}.{output.format}" else ""
            raise UsageError(
                f"`{output.path}` would be written over what people write by hand",
                f"name another file, such as {stem}.{output.format}",
            )
        if location in taken:
            raise UsageError(f"`{taken[location]}` and `{output.path}` are one file")
        taken[location] = output.path
        _refuse_parents(target, output.path)


def refuse_handwork(files: Sequence[tuple[Output, bytes]], console: Console) -> None:
    """Refuse to write over a file that does not look as if it had been rendered."""
    from journeymap.rendering.provenance import is_rendered

    for output, content in files:
        target = console.path(output.path)
        if target.is_file() and not is_rendered(output.format, target.read_bytes(), content):
            raise UsageError(
                f"`{output.path}` is there and was not rendered by journeymap; nothing was written",
                "name another file, or move this one away first",
                *(_INJECTING if output.format == "md" else ()),
            )


def deliver(files: Sequence[tuple[Output, bytes]], console: Console) -> int:
    """Write the files, none before all of them are prepared, and say which changed."""
    if files[0][0].path == STDOUT:
        console.write_bytes(files[0][1])
        return DONE
    try:
        changed = write_files([(console.path(output.path), content) for output, content in files])
    except (ArtifactError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        what = files[0][0].path if len(files) == 1 else "all of the files"
        console.complain(f"cannot write {what}: {reason}", "nothing was written; name another place with -o")
        return FAILED
    for (output, _), is_new in zip(files, changed, strict=True):
        console.say(f"{'wrote' if is_new else 'unchanged:'} {output.path}")
    return DONE


def write_folder(site: ArtifactSet, output: str, console: Console) -> Written:
    """Write a site into its folder; where the system stops that in the middle, say what is there now."""
    try:
        return write(site, console.path(output))
    except OSError:
        if console.path(output).is_dir():
            console.complain(
                f"{output} may now hold files of this build beside those of an earlier one",
                "mend what stopped it, named next, and build again: each file by itself is whole",
            )
        raise


def explain_refusal(error: ArtifactError) -> tuple[str, str]:
    """Return why a site is not written into a folder, and what to do: not always is the folder to blame."""
    is_named = isinstance(error, ArtifactPathError)
    step = "move it away, or name another folder with -o"
    if is_named:
        step = "rename what has that id; `journeymap check` shows where"
    return str(error), f"{step}; nothing was written"


def compare(files: Sequence[tuple[Output, bytes]], console: Console) -> int:
    """Say which files are not what would be written; write nothing."""
    if files[0][0].path == STDOUT:
        raise UsageError(
            "there is nothing on standard output to compare with", "name the file: -o FILE --check"
        )
    stale = [output.path for output, content in files if is_stale(console.path(output.path), content)]
    for path in stale:
        console.complain(f"{path} is not up to date")
    if stale:
        console.say(f"render without --check to write {'it' if len(stale) == 1 else 'them'}")
        return FOUND
    console.say(f"up to date: {', '.join(output.path for output, _ in files)}")
    return DONE


def _refuse_parents(target: Path, shown: str) -> None:
    """Refuse a place below something that is no folder."""
    for parent in target.parents:
        if parent.exists():
            if not parent.is_dir():
                raise UsageError(f"`{shown}` cannot be written: `{parent.name}` is a file, not a folder")
            return

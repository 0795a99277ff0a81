"""Reading the files of a plan, and compiling each group of them."""

import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journeymap.compiling import Compilation, Home, compile_files
from journeymap.diagnostics import Diagnostic
from journeymap.suppressing.mentioning import BASELINE
from journeymap.syntax import Limits
from journeymap.workspace.planning import STDIN, File, Group, Plan, describe
from journeymap.workspace.walking import SETTINGS

if TYPE_CHECKING:
    from journeymap.building import Memory
    from journeymap.checks import Checking

WORKSPACE_BYTES: Final = 512 * 1024 * 1024
"""How much text one workspace may hold."""


def compile_workspaces(
    plan: Plan,
    *,
    limits: Limits | None = None,
    workspace_bytes: int = WORKSPACE_BYTES,
    checking: "Checking | None" = None,
    on_file: Callable[[str], None] | None = None,
) -> tuple[Compilation, ...]:
    """Return the compilation of each group of a plan, with the findings of the files asked for.

    ``checking`` says how the method is checked, if it is; ``on_file`` is told the path of each file
    that was read.
    """
    return tuple(
        compile_group(group, limits or Limits(), workspace_bytes, checking=checking, on_file=on_file)
        for group in plan.groups
    )


def compile_group(
    group: Group,
    limits: Limits,
    workspace_bytes: int = WORKSPACE_BYTES,
    *,
    checking: "Checking | None" = None,
    on_file: Callable[[str], None] | None = None,
    memory: "Memory | None" = None,
) -> Compilation:
    """Return the compilation of one group; what could not be read is named in ``unread``.

    ``memory`` is that of the same group as it was before: what has not changed is taken over from there.
    """
    contents: list[tuple[str, bytes]] = []
    unread = []
    size = 0
    for file in group.files:
        try:
            content = _read(file, group.location, limits.bytes)
        except OSError as error:
            unread.append(f"cannot read `{file.path}`: {describe(error)}")
            continue
        size += len(content)
        if size > workspace_bytes:
            unread.append(f"workspace `{group.root}` holds more than {workspace_bytes:,} bytes of journeys")
            break
        contents.append((file.path, content))
    home = Home(
        group.root,
        group.inside,
        is_lone=group.location is None,
        is_excerpt=any(file.location == Path(STDIN) for file in group.files),
    )
    try:
        # What is known already matters only to those who check.
        home = home._replace(baseline=read_beside(group, BASELINE, limits) if checking else None)
    except OSError as error:
        unread.append(f"cannot read `{baseline_of(group).path}`: {describe(error)}")
    compilation = compile_files(
        contents,
        root=group.root,
        limits=limits,
        checking=checking,
        home=home,
        on_file=on_file,
        memory=memory,
    )
    return compilation._replace(
        diagnostics=tuple(_asked_for(compilation.diagnostics, group)),
        suppressed=tuple(_asked_for(compilation.suppressed, group)),
        asked=tuple(path for path, _ in contents if path in group.asked),
        unread=tuple(unread),
    )


def baseline_of(group: Group) -> File:
    """Return where the baseline of a workspace is, or would be."""
    return _file_beside(group, BASELINE)


def read_beside(group: Group, name: str, limits: Limits) -> tuple[str, bytes] | None:
    """Return the path as shown and the content of a file beside a workspace's settings, if it is there."""
    if group.location is None:
        return None
    file = _file_beside(group, name)
    if group.beside is not None:
        return (file.path, group.beside[name]) if name in group.beside else None
    try:
        return file.path, _read(file, group.location, limits.bytes)
    except FileNotFoundError:
        return None


def _file_beside(group: Group, name: str) -> File:
    shown = name if group.root == "." else f"{group.root}/{name}"
    return File(shown, (group.location or Path()) / name)


def _read(file: File, root: Path | None, most: int) -> bytes:
    """Return a file's content, at most one byte more than is allowed, which is enough to refuse it."""
    if file.content is not None:
        return file.content
    if root is not None and not file.location.resolve().is_relative_to(root.resolve()):
        raise OSError(0, "it is a link out of its workspace")
    if not stat.S_ISREG(file.location.stat().st_mode):
        raise OSError(0, "it is not a regular file")
    with file.location.open("rb") as opened:
        return opened.read(most + 1)


def _asked_for(diagnostics: tuple[Diagnostic, ...], group: Group) -> Iterator[Diagnostic]:
    """Yield the findings that point into a file asked for, at the workspace's settings, or at ourselves."""
    for each in diagnostics:
        files = {each.primary.file, *(label.span.file for label in each.labels)}
        is_settings = group.root and each.primary.file.rpartition("/")[2] in (*SETTINGS, BASELINE)
        if is_settings or each.category == "internal" or not files.isdisjoint(group.asked):
            yield each

"""``journeymap git-diff-driver``: what a file changes for the customer, where git would show its lines.

Git calls it with a path, two copies and what it knows of them. It never fails: git would stop at it, and show
nothing of all other files.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journeymap.cli.console import Console
from journeymap.cli.options import Argument, Command, Example, UsageError, Values
from journeymap.cli.verdict import DONE
from journeymap.named_tuples import NamedTuple

if TYPE_CHECKING:
    from journeymap.diffing import Change
    from journeymap.reporting.style import Style
    from journeymap.workspace import Group

UNMERGED: Final = 1
SHORT: Final = 7
RENAMED: Final = 9


class Versions(NamedTuple):
    """Both versions of a file: its paths, and its contents, which are nothing where it is not there."""

    old_path: str
    new_path: str
    old: bytes | None
    new: bytes | None


def run(values: Values, console: Console) -> int:
    """Write what changed in a file between the two versions that git names."""
    words = values["words"]
    if len(words) == UNMERGED:
        console.write(f"* Unmerged path {words[0]}\n")
        return DONE
    if len(words) not in (SHORT, RENAMED):
        raise UsageError(
            "git calls this with seven or nine words",
            "git config diff.journeymap.command 'journeymap git-diff-driver'",
        )
    path, old, _, _, new, _, _, *renamed = words
    versions = Versions(path, renamed[0] if renamed else path, _read(old, console), _read(new, console))
    console.write(_write(versions, console))
    return DONE


def _read(path: str, console: Console) -> bytes | None:
    """Return the content of a version, nothing for one that is not there."""
    if path == os.devnull:
        return None
    from journeymap.syntax import Limits

    target = console.path(path)
    # Of a link git shows where it leads; what is there is no part of the repository.
    if target.is_symlink():
        return os.fsencode(target.readlink())
    with target.open("rb") as file:
        return file.read(Limits().bytes + 1)


def _write(versions: Versions, console: Console) -> str:
    from journeymap.reviewing.changelog import write_file_changes

    style = _style(console)
    encoding = getattr(console.streams.stdout, "encoding", None) or "utf-8"
    changes = _compare(versions, console)
    if changes is None:
        return _write_lines(versions, style)
    is_same = versions.old == versions.new
    return write_file_changes(_name(versions), changes, style, encoding, is_same=is_same)


def _style(console: Console) -> "Style":
    """Return the style of what git shows: its pager takes colours although it is no terminal for us."""
    style = console.style()
    pages = console.environ.get("GIT_PAGER_IN_USE") == "true" and not console.environ.get("NO_COLOR")
    return style._replace(color=True) if pages and console.color == "auto" else style


def _name(versions: Versions) -> str:
    if versions.old is None:
        return f"{versions.new_path} (new file)"
    if versions.new is None:
        return f"{versions.old_path} (deleted file)"
    if versions.old_path != versions.new_path:
        return f"{versions.old_path} → {versions.new_path}"
    return versions.new_path


def _compare(versions: Versions, console: Console) -> "tuple[Change, ...] | None":
    """Return what changed, gravest first; nothing where a version cannot be read as journeys."""
    from journeymap.building import Memory
    from journeymap.cli.reviews import portfolio_of
    from journeymap.cli.sides import list_unbuilt
    from journeymap.diffing import review_portfolios
    from journeymap.syntax import Limits
    from journeymap.workspace.loading import compile_group
    from journeymap.workspace.pairing import Half

    memory = Memory()
    halves: list[Half | None] = []
    group = _find_group(versions, console)
    for path, content in ((versions.new_path, versions.new), (versions.old_path, versions.old)):
        side = _place(group, versions, path, content)
        if not side.files:
            halves.append(None)
            continue
        compilation = compile_group(side, Limits(), memory=memory)
        if compilation.unread or path in list_unbuilt(compilation):
            return None
        halves.append(Half(side, compilation))
    new, old = (portfolio_of(half) for half in halves)
    changes = review_portfolios(old, new).changes
    return tuple(sorted(changes, key=lambda change: -change.level))


def _find_group(versions: Versions, console: Console) -> "Group":
    """Return the workspace of a file as it is on disk: the other files lend their names to both versions."""
    from journeymap.workspace import find_workspaces
    from journeymap.workspace.planning import Group

    for path in (versions.new_path, versions.old_path):
        folder = console.path(path).parent
        if folder.is_dir():
            plan = find_workspaces([str(folder)], console.cwd)
            for group in plan.groups:
                if group.location and console.path(path).resolve().is_relative_to(group.location):
                    return group
    return Group("", None, (), frozenset())


def _place(group: "Group", versions: Versions, path: str, content: bytes | None) -> "Group":
    """Return a group with one version of the file in the place of what is on disk."""
    from journeymap.workspace.planning import File

    own = {versions.old_path, versions.new_path}
    files = [file for file in group.files if file.path not in own]
    if content is not None:
        files.append(File(path, Path(path), content))
    return group._replace(files=tuple(files), asked=frozenset({path}))


def _write_lines(versions: Versions, style: "Style") -> str:
    """Return the lines that differ, for what is no journey on one side or the other."""
    from journeymap.cli.differing import write_difference
    from journeymap.reporting.safety import safe

    old, new = ((content or b"").decode("utf-8", "replace") for content in (versions.old, versions.new))
    shown = "".join(f"{safe(line)}\n" for line in write_difference(versions.new_path, old, new).splitlines())
    head = style.paint("strong", safe(_name(versions)))
    note = style.paint("quiet", "  cannot be compared as journeys: here are its lines")
    return f"{head}\n{note}\n{shown}\n"


COMMAND = Command(
    name="git-diff-driver",
    summary="Show what a file changes for the customer, where `git diff` would show its lines.",
    usage="PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH WORDS]",
    examples=(
        Example(
            "git config diff.journeymap.command 'journeymap git-diff-driver'",
            "Let git call it for the files that .gitattributes names.",
        ),
    ),
    arguments=(Argument("words", "What git passes.", many=True),),
    options=(),
    epilog="With `*.journey.yaml diff=journeymap` in .gitattributes.\n"
    "`git diff --no-ext-diff` shows the lines all the same.",
    run=run,
)

"""The two sides of a comparison: each is a folder, a file or a commit, planned as if it lay on the disk.

A side that is a commit shows its files under the paths that a checkout would give them, so that what is
said of both sides reads alike. A revision without a path means the place that the other side names.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal, TypeAlias

from journeymap.history import NoHistory
from journeymap.history.fetching import find_parting, resolve_commit
from journeymap.history.objects import Repository, find_repository, list_files
from journeymap.named_tuples import NamedTuple
from journeymap.workspace.planning import STDIN, Group, Plan, find_workspaces, show_path
from journeymap.workspace.trees import Tree
from journeymap.workspace.walking import Disk

Role: TypeAlias = Literal["base", "head"]

ON_DISK: Final = "the files on disk"
_REVISION: Final = re.compile(r"((?:[^:{]|\{[^}]*\})+)(?::(.*))?", re.DOTALL)
"""A revision and, behind a colon that stands in no braces, a path in it."""
_DOTS: Final = "..."
_TWO_DOTS: Final = re.compile(r"(?<!\.)\.\.(?!\.)")


class Unloadable(Exception):  # noqa: N818 - it says what a side is
    """That a side cannot be read: which one, why, and what to do about it."""

    def __init__(self, role: Role, reason: str, *steps: str) -> None:
        super().__init__(reason)
        self.role: Role = role
        self.steps = steps


class Side(NamedTuple):
    """One side: its name, the place that was asked for, where its files are, and what to compile.

    One that is a commit has its id, its repository, and a tree of it for a disk.
    """

    role: Role
    name: str
    location: Path
    disk: Disk
    plan: Plan = Plan(())
    commit: str = ""
    repository: Repository | None = None

    @property
    def tree(self) -> Tree | None:
        """The files of the commit, if the side is one."""
        return self.disk if isinstance(self.disk, Tree) else None

    @property
    def is_there(self) -> bool:
        """Whether the place is there on this side."""
        return has_place(self.disk, self.location)

    def list_left_out(self, cwd: str) -> tuple[tuple[str, str], ...]:
        """Return the links and repositories, as shown, that are no files of a commit, each with its kind."""
        if self.tree:
            roots = (group.location for group in self.plan.groups if group.location)
            self.tree.leave_out([self.location, *roots])
        here = os.path.realpath(cwd)
        return tuple(sorted((show_path(path, here), kind) for path, kind in self.disk.left_out.items()))


class _Wish(NamedTuple):
    """A side as it was written: a place that exists, or a revision with or without a path in it.

    What has ``parted`` from another revision means the last commit that both have in common.
    """

    role: Role
    name: str
    location: Path | None = None
    revision: str = ""
    path: str | None = None
    parted: str = ""


def find_sides(base: str, head: str | None, cwd: str, *, fetches: bool = False) -> tuple[Side, Side]:
    """Return both sides; without a head it is the files on disk. A commit is fetched only if asked for."""
    here = Path(os.path.realpath(cwd))
    wishes = _read_both(_read_wish("base", base, here), _read_wish("head", head, here))
    repository = _find_repository(wishes, here)
    top = Path(os.path.normpath(Path(repository.folder, repository.up))) if repository else here
    places = [_name_place(wish, top, here) for wish in wishes]
    if head is None and not wishes[0].revision:
        places[1] = here
    common = next((place for place in places if place and place.is_relative_to(top)), here)
    opened = [
        Side(
            wish.role,
            wish.name,
            place or common,
            Disk(as_committed=bool(other.revision)),
        )
        if not (wish.revision and repository)
        else _open_commit(wish, place or common, repository, top, here, fetches=fetches)
        for wish, other, place in zip(wishes, reversed(wishes), places, strict=True)
    ]
    for wish, side in zip(wishes, opened, strict=True):
        if wish.path is not None and not side.is_there:
            raise Unloadable(
                side.role,
                f"there is no `{wish.path}` in `{wish.revision}`",
                f"`git ls-tree -r --name-only {wish.revision}` lists what there is",
            )
    before, after = (_plan_side(side, here) for side in opened)
    return _complete(before, after, here), _complete(after, before, here)


def has_place(disk: Disk, location: Path) -> bool:
    """Say whether a place is there."""
    try:
        return bool(disk.mode_of(location))
    except (OSError, ValueError):
        return False


def _read_wish(role: Role, text: str | None, here: Path) -> _Wish:
    if text is None:
        return _Wish(role, ON_DISK)
    if text == STDIN:
        raise Unloadable(role, "standard input is no side", "name a file, a folder or a revision")
    if "\0" not in text and text and os.path.lexists(here / text):
        location = Path(os.path.normpath(here / text))
        # A folder may be reached through a link; git knows it by its own name.
        real = os.path.realpath(location) if location.is_dir() else os.path.realpath(location.parent)
        return _Wish(role, text, Path(real) if location.is_dir() else Path(real, location.name))
    found = _REVISION.fullmatch(text)
    if not found:
        raise Unloadable(
            role,
            f"`{text}` is neither a file or folder nor a revision",
            "name a branch, a tag or a commit, or one of them with a path: `main:journeys`",
        )
    return _Wish(role, text, revision=found[1], path=found[2])


def _read_both(base: _Wish, head: _Wish) -> tuple[_Wish, _Wish]:
    """Return both sides, where the base may name them both: `A...B` is B since it went its own way from A."""
    for side in (base, head):
        if _TWO_DOTS.search(side.revision):
            first, second = _TWO_DOTS.split(side.revision, maxsplit=1)
            both = f"{first or 'HEAD'} {second or 'HEAD'}"
            raise Unloadable(
                side.role,
                f"`{side.name}` is a range of commits, and a side is one state",
                f"name both sides, as in `journeymap diff {both}`",
                "with three dots it is what was done since they parted",
            )
    if _DOTS in head.revision:
        raise Unloadable("head", f"`{head.name}` names both sides", "leave the other side out")
    if _DOTS not in base.revision:
        return base, head
    if head.name != ON_DISK:
        raise Unloadable("base", f"`{base.name}` names both sides", f"leave `{head.name}` out")
    first, _, second = base.revision.partition(_DOTS)
    base = base._replace(revision=first or "HEAD", parted=second or "HEAD")
    return base, _Wish("head", second, revision=second, path=base.path) if second else head


def _find_repository(wishes: tuple[_Wish, _Wish], here: Path) -> Repository | None:
    """Return the repository that revisions are of: that of a place that is named, else the one around us."""
    asking = next((wish for wish in wishes if wish.revision), None)
    if asking is None:
        return None
    places = [wish.location for wish in wishes if wish.location]
    for place in places:
        try:
            return find_repository(str(place if place.is_dir() else place.parent))
        except NoHistory:
            continue
    try:
        return find_repository(str(here))
    except NoHistory as error:
        reason, steps = str(error), error.steps
        if "not a git repository" in reason:
            reason = f"`{asking.name}` is neither a file nor a folder, and there is no git repository here"
            steps = ("name two folders, or run this in a clone",)
        elif "not installed" in reason:
            steps = (f"there is no file or folder `{asking.name}`, and revisions need git",)
        raise Unloadable(asking.role, reason, *steps) from None


def _name_place(wish: _Wish, top: Path, here: Path) -> Path | None:
    """Return the place that a side names itself; a path in a revision begins at the top, as git has it."""
    if wish.path is None:
        return wish.location
    start = here if wish.path.startswith(("./", "../")) else top
    return Path(os.path.normpath(start / wish.path.strip("/")))


def _open_commit(
    wish: _Wish, place: Path, repository: Repository, top: Path, here: Path, *, fetches: bool
) -> Side:
    try:
        commit = resolve_commit(repository, wish.revision, fetches=fetches)
        if wish.parted:
            other = resolve_commit(repository, wish.parted, fetches=fetches)
            commit = find_parting(repository, commit, other, fetches=fetches)
        tree = Tree(top, list_files(repository, commit, connects=fetches))
    except NoHistory as error:
        raise Unloadable(wish.role, str(error), *error.steps, *_suggest_place(wish, error, here)) from None
    return Side(wish.role, wish.name, place, tree, commit=commit, repository=repository)


def _suggest_place(wish: _Wish, error: NoHistory, here: Path) -> Iterator[str]:
    """Yield that a name that is no commit's is no file's either, with the one that may be meant."""
    if wish.path is not None or wish.parted or "there is no commit" not in str(error):
        return
    from journeymap.suggesting import closest

    folder, slash, name = wish.name.rpartition("/")
    beside = here / folder
    names = sorted(each.name for each in beside.iterdir()) if beside.is_dir() else []
    near = closest(name, [each for each in names if not each.startswith(".")])
    found = f"; did you mean `{folder}{slash}{near}`?" if near else ""
    yield f"there is no file or folder `{wish.name}` here either{found}"


def _plan_side(side: Side, here: Path) -> Side:
    """Return a side with what it has to compile; what only the other side has is nothing here."""
    if not side.is_there:
        return side
    return side._replace(plan=find_workspaces([str(side.location)], str(here), disk=side.disk))


def _complete(side: Side, other: Side, here: Path) -> Side:
    """Return a side with the workspaces of the other one, too, where nothing in them was asked for."""
    if side.location != other.location:
        return side
    known = {group.location for group in side.plan.groups}
    missing = [
        group.location
        for group in other.plan.groups
        if group.location and group.location not in known and has_place(side.disk, group.location)
    ]
    if not missing:
        return side
    found = find_workspaces([str(root) for root in missing], str(here), disk=side.disk)
    added = (group._replace(asked=frozenset()) for group in found.groups if group.location in missing)
    groups: tuple[Group, ...] = (*side.plan.groups, *added)
    return side._replace(plan=side.plan._replace(groups=groups))

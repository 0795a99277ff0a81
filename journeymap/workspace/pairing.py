"""Both sides of a comparison compiled, workspace by workspace: what did not change is compiled once.

The head comes first, and the base takes over from it whatever is the same. Of a commit only those contents
are read that are not known already from a file on disk or from the other commit.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from journeymap.building import Memory
from journeymap.compiling import Compilation
from journeymap.history import NoHistory
from journeymap.history.objects import identify, read_contents
from journeymap.named_tuples import NamedTuple
from journeymap.suppressing.mentioning import APPROVALS, BASELINE
from journeymap.syntax import Limits
from journeymap.workspace.loading import WORKSPACE_BYTES, compile_group
from journeymap.workspace.planning import File, Group
from journeymap.workspace.sides import Side, Unloadable

if TYPE_CHECKING:
    from journeymap.checks import Checking


Key: TypeAlias = tuple[str, bool]


class Half(NamedTuple):
    """A workspace, or a file that stands alone, on one side."""

    group: Group
    compilation: Compilation

    @property
    def journeys(self) -> frozenset[str]:
        """The ids of its journeys."""
        return frozenset(journey.id for journey in self.compilation.portfolio.journeys)


class Pair(NamedTuple):
    """The same workspace on both sides; one that is new has no base, one that is gone has no head."""

    base: Half | None = None
    head: Half | None = None


def compile_sides(
    base: Side,
    head: Side,
    *,
    limits: Limits | None = None,
    checking: "Checking | None" = None,
    on_file: Callable[[str], None] | None = None,
    connects: bool = False,
) -> tuple[Pair, ...]:
    """Return both sides compiled, each workspace with its counterpart, in the order of the head."""
    limits = limits or Limits()

    def compile_whole(group: Group, memory: Memory) -> Compilation:
        """Return a group compiled, with the findings of all its files."""
        whole = group._replace(asked=frozenset(file.path for file in group.files))
        return compile_group(whole, limits, checking=checking, on_file=on_file, memory=memory)

    contents: dict[str, bytes] = {}
    memories: dict[Key, Memory] = {}
    head = fill_side(head, contents, limits, connects=connects)
    after: dict[Key, Half] = {}
    for group in head.plan.groups:
        key = key_of(group, head)
        memory = memories.setdefault(key, Memory())
        after[key] = Half(group, compile_whole(group, memory))
    base = fill_side(
        gather_lone(base, after), _know(base, memories.values(), contents), limits, connects=connects
    )
    before: dict[Key, Half] = {}
    for group in base.plan.groups:
        key = key_of(group, base)
        memory = memories.get(key) or Memory()
        before[key] = Half(group, compile_whole(group, memory))
    return tuple(pair_halves(before, after))


def key_of(group: Group, side: Side) -> Key:
    """Return where a workspace is as seen from the place asked for, and whether it is a lone file."""
    location = group.location or group.files[0].location
    return os.path.relpath(location, side.location), group.location is None


def pair_halves(before: dict[Key, Half], after: dict[Key, Half]) -> Iterator[Pair]:
    """Yield each workspace with its counterpart: at the same place, else one with the same journeys."""
    gone = {key: half for key, half in before.items() if key not in after}
    for key, half in after.items():
        found = before.get(key)
        if found is None:
            shared = {other: len(each.journeys & half.journeys) for other, each in gone.items()}
            most = max(shared, key=lambda other: shared[other], default=None)
            found = gone.pop(most) if most is not None and shared[most] else None
        yield Pair(found, half)
    yield from (Pair(half, None) for half in gone.values())


def gather_lone(base: Side, after: dict[Key, Half]) -> Side:
    """Return the base with the files of a folder as one group where the head has made it a workspace."""
    groups = {key_of(group, base): group for group in base.plan.groups}
    for key, half in after.items():
        folder = half.group.location
        if folder is None or key in groups:
            continue
        own = Path(os.path.normpath(base.location / key[0]))
        lone = {
            other: group
            for other, group in groups.items()
            if group.location is None and group.files[0].location.is_relative_to(own)
        }
        if lone:
            files = tuple(file for group in lone.values() for file in group.files)
            asked = frozenset(path for group in lone.values() for path in group.asked)
            groups = {other: group for other, group in groups.items() if other not in lone}
            groups[key] = half.group._replace(
                root=_show_root(own, files[0]), location=own, files=files, asked=asked, beside={}
            )
    return base._replace(plan=base.plan._replace(groups=tuple(groups.values())))


def _show_root(root: Path, file: File) -> str:
    """Return a folder as it is shown where a file in it is."""
    shown = file.path.removesuffix(file.location.relative_to(root).as_posix())
    return shown.rstrip("/") or "."


def _know(base: Side, memories: Iterable[Memory], contents: dict[str, bytes]) -> dict[str, bytes]:
    """Return the contents that need not be read from a commit, since a file on disk has them."""
    if base.tree is None:
        return {}
    known = dict(contents)
    opened = {path: each.content for memory in memories for path, each in memory.opened.items()}
    for group in base.plan.groups:
        for file in group.files:
            content, id = opened.get(file.path), base.tree.ids.get(file.location)
            if content is not None and id is not None and id not in known and identify(content, id) == id:
                known[id] = content
    return known


def fill_side(side: Side, known: dict[str, bytes], limits: Limits, *, connects: bool) -> Side:
    """Return a side that is a commit with the contents of its files, which are added to what is known."""
    if side.tree is None or side.repository is None:
        return side
    ids = side.tree.ids
    wanted = [ids[file.location] for group in side.plan.groups for file in group.files]
    wanted += [ids[place] for group in side.plan.groups for place in _places_beside(group) if place in ids]
    try:
        found = read_contents(
            side.repository,
            (id for id in wanted if id not in known),
            most=limits.bytes,
            most_in_all=WORKSPACE_BYTES,
            connects=connects,
        )
    except NoHistory as error:
        raise Unloadable(side.role, str(error), *error.steps) from None
    known.update((id, content) for id, content in found.items() if content is not None)
    # What is too large is refused like any other file that is: by its length.
    too_much = b"#" * (limits.bytes + 1) if None in found.values() else b""
    groups = []
    for group in side.plan.groups:
        files = (file._replace(content=known.get(ids[file.location], too_much)) for file in group.files)
        places = (place for place in _places_beside(group) if place in ids and ids[place] in known)
        beside = {place.name: known[ids[place]] for place in places}
        groups.append(group._replace(files=tuple(files), beside=beside))
    return side._replace(plan=side.plan._replace(groups=tuple(groups)))


def _places_beside(group: Group) -> tuple[Path, ...]:
    return (group.location / BASELINE, group.location / APPROVALS) if group.location else ()

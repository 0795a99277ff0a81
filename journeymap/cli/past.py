"""What journeys were at their commits: each state compiled once, what did not change taken over.

States are asked for from the latest back, so that what a commit started from is what the one before it made.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from journeymap.building import Memory
from journeymap.cli.reviews import portfolio_of
from journeymap.cli.sides import list_unbuilt
from journeymap.diffing import Change, read_policy, review_portfolios
from journeymap.history import NoHistory
from journeymap.history.objects import Repository, find_repository, list_files
from journeymap.model import Portfolio
from journeymap.syntax import Limits
from journeymap.workspace import find_workspaces
from journeymap.workspace.loading import compile_group
from journeymap.workspace.pairing import Half, Key, fill_side, gather_lone, key_of, pair_halves
from journeymap.workspace.planning import Group
from journeymap.workspace.sides import Role, Side, Unloadable, has_place
from journeymap.workspace.trees import Tree
from journeymap.workspace.walking import Disk

_BEGINNINGS = ("journey", "persona")


class Past:
    """The states of what lies at a place, in the repository around it.

    ``narrow`` returns what the audience may see of a portfolio: what it may not is no change to it.
    ``titles`` are those of the journeys that were compared.
    """

    def __init__(
        self, place: Path, cwd: str, narrow: Callable[[Portfolio], Portfolio] = lambda portfolio: portfolio
    ) -> None:
        self.place = Path(os.path.realpath(place))
        self.cwd = os.path.realpath(cwd)
        folder = self.place if self.place.is_dir() else self.place.parent
        self.repository: Repository = find_repository(str(folder))
        self.top = Path(os.path.normpath(folder / self.repository.up))
        self.titles: dict[str, str] = {}
        self._narrow = narrow
        self._sides: dict[str, Side] = {}
        self._halves: dict[Key, tuple[tuple[tuple[str, str], ...], Half]] = {}
        self._memories: dict[Key, Memory] = {}
        self._contents: dict[str, bytes] = {}

    def find_root(self) -> Path:
        """Return the folder whose files make up what lies at the place: that of its workspace, if any."""
        groups = find_workspaces([str(self.place)], self.cwd).groups if self.place.exists() else ()
        around = [group.location for group in groups if group.location and len(groups) == 1]
        folder = self.place if self.place.is_dir() else self.place.parent
        return around[0] if around and self.place.is_relative_to(around[0]) else folder

    def compare(self, before: str, after: str) -> tuple[Change, ...]:
        """Return what changed from a commit to another, gravest first; raise where one cannot be read."""
        head = self._open("head", after)
        halves = self._compile(head)
        base = gather_lone(self._open("base", before), halves) if before else None
        pairs = pair_halves(self._compile(base) if base else {}, halves)
        changes: list[Change] = []
        for pair in pairs:
            if pair.base is pair.head:
                continue
            old, new = (self._narrow(portfolio_of(half)) for half in pair)
            self.titles |= {journey.id: journey.title for each in (old, new) for journey in each.journeys}
            rules = pair.base or pair.head
            policy = read_policy(rules.compilation.portfolio.workspace.policy) if rules else None
            told = review_portfolios(old, new, policy=policy).changes
            # What a workspace begins with is its journeys; that it has a library goes without saying.
            changes += told if pair.base else [each for each in told if each.fact.entity.kind in _BEGINNINGS]
        return tuple(sorted(changes, key=_weigh))

    def _open(self, role: Role, commit: str) -> Side:
        """Return a commit as a side that is planned and filled."""
        known = self._sides.get(commit)
        if known:
            return known
        try:
            tree = Tree(self.top, list_files(self.repository, commit))
        except NoHistory as error:
            raise Unloadable(role, str(error), *error.steps) from None
        disk: Disk = tree
        side = Side(role, commit[:7], self.place, disk, commit=commit, repository=self.repository)
        if has_place(tree, self.place):
            plan = find_workspaces([str(self.place)], self.cwd, disk=tree)
            side = side._replace(plan=plan)
        side = fill_side(side, self._contents, Limits(), connects=False)
        # What a commit started from is asked for next; nothing older is needed again.
        self._sides = {commit: side}
        return side

    def _compile(self, side: Side) -> dict[Key, Half]:
        halves = {key_of(group, side): self._compile_group(group, side) for group in side.plan.groups}
        for half in halves.values():
            missing = [*half.compilation.unread, *sorted(list_unbuilt(half.compilation))]
            if missing:
                raise Unloadable(side.role, missing[0])
        return halves

    def _compile_group(self, group: Group, side: Side) -> Half:
        key, ids = key_of(group, side), tuple(_list_ids(group, side))
        known = self._halves.get(key)
        if known and known[0] == ids:
            return known[1]
        memory = self._memories.setdefault(key, Memory())
        whole = group._replace(asked=frozenset(file.path for file in group.files))
        half = Half(group, compile_group(whole, Limits(), memory=memory))
        self._halves[key] = (ids, half)
        return half


def _weigh(change: Change) -> tuple[int, bool]:
    """Return what orders changes: the gravest first, and among equals those of journeys."""
    entity = change.fact.entity
    return -change.level, not (entity.journey or entity.kind == "journey")


def _list_ids(group: Group, side: Side) -> Iterator[tuple[str, str]]:
    """Yield the files of a group, each with the id of its content."""
    ids = side.tree.ids if side.tree else {}
    for file in group.files:
        yield file.path, ids.get(file.location, "")

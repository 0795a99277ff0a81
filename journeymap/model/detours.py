"""Where paths lead once some touchpoints are left out: past them, to what came after."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from journeymap.model.journey import Branch, Journey, Touchpoint
from journeymap.model.ways import likeliest_of

_END: Final = Branch()


def lead_past(whole: Journey, kept: Journey, hidden_journeys: frozenset[str]) -> Journey:
    """Return the kept part of a journey with its paths led past what is missing.

    A hidden touchpoint is passed along its main path. A branch to a hidden exit or journey is gone; so is
    one among several that would only end behind hidden touchpoints, which no branch can say.
    """
    detours = _Detours(whole, kept, hidden_journeys)
    return kept._replace(
        stages=tuple(
            stage._replace(
                touchpoints=tuple(each._replace(next=detours.next_of(each)) for each in stage.touchpoints)
            )
            for stage in kept.stages
        )
    )


class _Detours:
    """The order of a whole journey, and what of it is kept."""

    def __init__(self, whole: Journey, kept: Journey, hidden_journeys: frozenset[str]) -> None:
        order = list(whole.touchpoints())
        self._whole = {each.id: each for each in order}
        self._kept = {each.id for each in kept.touchpoints()}
        self._following = {each.id: later.id for each, later in pairwise(order) if each.id != later.id}
        self._entries = dict(_find_entries(whole))
        self._gone_exits = {each.id for each in whole.exits} - {each.id for each in kept.exits}
        self._hidden_journeys = hidden_journeys

    def next_of(self, touchpoint: Touchpoint) -> tuple[Branch, ...] | None:
        """Return the branches out of a kept touchpoint, none of which leads to anything hidden."""
        if touchpoint.next is None:
            following = self._following.get(touchpoint.id, "")
            if following in self._kept or not following:
                return None
            branch = self._pass(following)
            return (branch,) if branch is not None and branch != _END else ()
        branches = (self._lead(branch) for branch in touchpoint.next)
        return tuple(branch for branch in branches if branch is not None and branch != _END)

    def _lead(self, branch: Branch) -> Branch | None:
        if branch.exit in self._gone_exits or branch.journey in self._hidden_journeys:
            return None
        target = self._entries.get(branch.to, branch.to)
        if not branch.to or target in self._kept:
            return branch
        beyond = self._pass(target)
        if beyond is None or beyond == _END:
            return beyond
        return branch._replace(to=beyond.to, exit=beyond.exit, journey=beyond.journey)

    def _pass(self, target: str) -> Branch | None:
        """Return where the main path from a touchpoint first comes to something visible, if it does."""
        passed = set()
        while target not in self._kept:
            if target in passed or target not in self._whole:
                return None
            passed.add(target)
            branches = self._whole[target].next
            if branches == () or (branches is None and target not in self._following):
                return _END
            if branches is None:
                target = self._following[target]
                continue
            main = likeliest_of(branches)
            if not main.to:
                return (
                    None if main.exit in self._gone_exits or main.journey in self._hidden_journeys else main
                )
            target = self._entries.get(main.to, main.to)
        return Branch(to=target)


def _find_entries(journey: Journey) -> Iterator[tuple[str, str]]:
    """Yield each stage with the touchpoint at which it is entered; an empty stage is passed through."""
    entry = ""
    for stage in reversed(journey.stages):
        entry = stage.touchpoints[0].id if stage.touchpoints else entry
        yield stage.id, entry

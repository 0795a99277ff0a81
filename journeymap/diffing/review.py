"""A whole review: two sides compared, judged under a policy, with what was agreed to."""

from collections.abc import Iterable, Mapping

from journeymap.diffing.approving import apply_approvals
from journeymap.diffing.changes import Approval, Change, Fact, Level
from journeymap.diffing.comparing import compare_portfolios
from journeymap.diffing.judging import judge_facts
from journeymap.diffing.policies import FailOn, Policy
from journeymap.model import Portfolio
from journeymap.named_tuples import NamedTuple

CONFIG_KINDS = ("check-settings-changed", "policy-changed")
"""Kinds of changes that change what is looked at, and so how everything else is judged."""


class SideName(NamedTuple):
    """What one side is called: as it was asked for, and the commit that this was, if it was one."""

    name: str
    commit: str = ""

    @property
    def short(self) -> str:
        """The first letters of the commit, else the name."""
        return self.commit[:7] or self.name


class Hint(NamedTuple):
    """A removed and an added thing that look like one that got another id."""

    text: str
    removed: str
    added: str


class Review(NamedTuple):
    """What a reviewer is told; ``changes`` are all of them, in order, details included.

    ``regressions`` are changes of what `check` finds on each side; they count like all others.
    ``config_changes`` are those among the changes that change the rules themselves. ``used``, ``unused`` and
    ``expired`` are the approvals.
    """

    changes: tuple[Change, ...]
    base: SideName = SideName("base")
    head: SideName = SideName("head")
    hints: tuple[Hint, ...] = ()
    used: tuple[Approval, ...] = ()
    unused: tuple[Approval, ...] = ()
    expired: tuple[Approval, ...] = ()
    regressions: tuple[Change, ...] = ()
    policy: Policy = Policy()
    config_changes: tuple[Change, ...] = ()

    @property
    def counts(self) -> Mapping[Level, int]:
        """How many changes there are of each level, the highest first, regressions included."""
        told = (*self.changes, *self.regressions)
        return {level: sum(each.level is level for each in told) for level in sorted(Level, reverse=True)}

    def at_or_above(self, level: Level) -> tuple[Change, ...]:
        """Return the changes and regressions of a level and all higher ones, approved or not."""
        return tuple(each for each in (*self.changes, *self.regressions) if each.level >= level)

    def failing(self, fail_on: FailOn | None = None) -> tuple[Change, ...]:
        """Return what makes the review fail: nobody agreed to it and it is at or above a level."""
        word = fail_on or self.policy.fail_on
        if word == "none":
            return ()
        level = Level[word.upper()]
        return tuple(each for each in self.at_or_above(level) if each.approval is None)

    def in_journey(self, id: str) -> tuple[Change, ...]:
        """Return the changes of one journey, in order; those outside any journey for no id."""
        return tuple(each for each in self.changes if each.fact.entity.journey == id)


def review_portfolios(
    before: Portfolio,
    after: Portfolio,
    *,
    policy: Policy | None = None,
    approvals: Iterable[Approval] = (),
    today: str = "",
    names: tuple[SideName, SideName] | None = None,
) -> Review:
    """Return the review of what changed between two portfolios."""
    policy = policy or Policy()
    facts = compare_portfolios(before, after)
    changes = judge_facts(facts, policy, today)
    approved = apply_approvals(changes, approvals, today)
    base, head = names or (SideName("base"), SideName("head"))
    return Review(
        approved.changes,
        base,
        head,
        find_hints(facts),
        approved.used,
        approved.unused,
        approved.expired,
        policy=policy,
        config_changes=tuple(change for change in approved.changes if change.id in CONFIG_KINDS),
    )


def find_hints(facts: Iterable[Fact]) -> tuple[Hint, ...]:
    """Return the likely renames among facts, each once."""
    told: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.hint:
            told.setdefault((fact.entity.kind, fact.hint), []).append(fact)
    hints = []
    for (_, text), (*pair,) in told.items():
        removed = next((fact.entity.path for fact in pair if fact.head is None), "")
        added = next((fact.entity.path for fact in pair if fact.base is None), "")
        hints.append(Hint(text, removed, added))
    return tuple(hints)

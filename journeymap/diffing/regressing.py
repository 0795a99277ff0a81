"""What got worse or better around the journeys: findings of the checks, research, approvals.

These are no differences of the model, so nothing in the tables of fields gives them; whoever has checked both
sides, or read both files of approvals, brings the numbers.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from journeymap.diffing.changes import Approval, Change, Entity, Fact, Level
from journeymap.diffing.kinds import BREAKING, INFO, WARNING, ChangeKind, one, two
from journeymap.diffing.policies import Policy
from journeymap.diffing.wording import write_sentence
from journeymap.named_tuples import NamedTuple

_MORE: Final = ("increase", "decrease")

REGRESSIONS: Final[Mapping[str, ChangeKind]] = MappingProxyType(
    {
        kind.id: kind
        for kind in (
            *two(
                (
                    *("errors-increased", BREAKING, "The checks find more errors than before"),
                    "the checks find more errors: {new}, and {old} before",
                ),
                (
                    *("errors-decreased", INFO, "The checks find fewer errors than before"),
                    "the checks find fewer errors: {new}, and {old} before",
                ),
                "links",
                actions=_MORE,
                comments=("`journeymap check` shows them, and what to do about each", ""),
            ),
            *two(
                (
                    *("warnings-increased", WARNING, "The checks find more warnings than before"),
                    "the checks find more warnings: {new}, and {old} before",
                ),
                (
                    *("warnings-decreased", INFO, "The checks find fewer warnings than before"),
                    "the checks find fewer warnings: {new}, and {old} before",
                ),
                "experience",
                actions=_MORE,
                comments=("`journeymap check` shows them; mend those that are new", ""),
            ),
            *two(
                (
                    *("research-increased", INFO, "More of what is claimed rests on research"),
                    "{new} claims rest on research, and {old} did before",
                ),
                (
                    *("research-decreased", WARNING, "Less of what is claimed rests on research"),
                    "{new} claims rest on research, and {old} did before",
                ),
                "structure",
                actions=_MORE,
                comments=("", "say what new claims rest on, or that they are only assumed"),
            ),
            one(
                (
                    *("approvals-changed", INFO, "Other changes are approved than before"),
                    "`{name:bare}` is approved: {new}",
                ),
                "structure",
            ),
        )
    }
)
"""Id → kind of change that no comparison of models gives."""


class Tally(NamedTuple):
    """What the checks found on one side, and how many claims rest on research, of how many."""

    errors: int = 0
    warnings: int = 0
    known: int = 0
    claims: int = 0

    @property
    def research(self) -> float | None:
        """The share of claims that rest on research, or nothing where nothing is claimed."""
        return self.known / self.claims if self.claims else None


def judge_tallies(before: Tally, after: Tally, workspace: str, policy: Policy) -> tuple[Change, ...]:
    """Return what got worse, and what got better, between two sides."""
    return tuple(
        change
        for id, old, new in _compare(before, after)
        if (change := _judge(_fact(id, workspace, old, new), after, policy))
    )


def tell_new_approvals(before: Iterable[Approval], after: Iterable[Approval]) -> tuple[Change, ...]:
    """Return the approvals that came in, so that nobody approves what they do without being seen."""
    known = {each.fingerprint for each in before}
    facts = (
        Fact(
            "approvals-changed",
            Entity("approval", each.entity or f"approval:{each.fingerprint}", each.id or each.fingerprint),
            None,
            each.reason,
            about=each.fingerprint,
            head=each.at,
            context={"name": " ".join(filter(None, (each.id, each.entity))) or each.fingerprint},
        )
        for each in after
        if each.fingerprint not in known
    )
    return tuple(_change(fact, REGRESSIONS[fact.id], Level.INFO) for fact in facts)


def _compare(before: Tally, after: Tally) -> Iterator[tuple[str, object, object]]:
    for name in ("errors", "warnings"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{name}-{'increased' if new > old else 'decreased'}", old, new
    if before.research is not None and after.research is not None:
        # Shares of the same claims are compared as numbers, and told as people read them.
        difference = after.research - before.research
        if difference:
            word = "increased" if difference > 0 else "decreased"
            yield f"research-{word}", f"{before.known} of {before.claims}", f"{after.known} of {after.claims}"


def _fact(id: str, workspace: str, old: object, new: object) -> Fact:
    return Fact(id, Entity("workspace", f"workspace:{workspace}", workspace), old, new)


def _judge(fact: Fact, after: Tally, policy: Policy) -> Change | None:
    kind = REGRESSIONS[fact.id]
    level, because = kind.level, ""
    floor = policy.coverage_floor
    if fact.id == "research-decreased" and floor is not None and (after.research or 0) < floor:
        level, because = Level.BREAKING, f"the policy asks that {floor:.0%} of all claims rest on research"
    elif policy.strictness == "strict" and level is Level.WARNING:
        level, because = Level.BREAKING, "under the strictness `strict` every warning is breaking"
    if fact.id in policy.levels:
        own = policy.levels[fact.id]
        if own is None:
            return None
        if own != level:
            level, because = own, f"`change_levels` sets `{fact.id}` to {own.word}"
    return _change(fact, kind, level, because)


def _change(fact: Fact, kind: ChangeKind, level: Level, because: str = "") -> Change:
    comment = kind.comment if level > Level.INFO else ""
    message = write_sentence(fact, kind)
    return Change(fact, level, kind.area, kind.nature, kind.action, message, comment, because)

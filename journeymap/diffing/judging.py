"""How much each difference matters: the level of its kind, what stands around it, drafts, and the policy.

The later word counts: first what is special about the one change, then drafts, then the strictness, then
the policy, and at last a team's own level for the kind.
"""

from collections.abc import Iterable

from journeymap.diffing.catalogue import KINDS
from journeymap.diffing.changes import Change, Fact, Level
from journeymap.diffing.circumstances import CIRCUMSTANCES
from journeymap.diffing.demands import DEMANDS
from journeymap.diffing.policies import Policy
from journeymap.diffing.wording import write_sentence

_NO_DRAFT = ("visibility-widened",)
"""Kinds that matter in drafts as well: what leaks has leaked."""


def judge_facts(facts: Iterable[Fact], policy: Policy, today: str = "") -> tuple[Change, ...]:
    """Return the changes that facts are under a policy, in the order in which they are told.

    ``today`` is an ISO date; without it nothing is past its day.
    """
    judged = (_judge(fact, policy, today) for fact in facts)
    return tuple(sorted((change for change in judged if change is not None), key=order_of))


def order_of(change: Change) -> tuple[object, ...]:
    """Return what sorts changes: what matters most first, then journey by journey, stage by stage."""
    fact = change.fact
    entity = fact.entity
    place = fact.context.get("order", -1)
    what = (entity.path, entity.kind, fact.id, fact.about, repr(fact.before), repr(fact.after))
    return (-change.level, entity.journey, place, *what)


def _judge(fact: Fact, policy: Policy, today: str) -> Change | None:
    kind = KINDS[fact.id]
    level, because = kind.level, ""
    for circumstance in CIRCUMSTANCES.get(fact.id, ()):
        found = circumstance(fact, policy, today)
        if found is not None:
            level, because = found
            break
    if fact.entity.status == "draft" and level > Level.INFO and fact.id not in _NO_DRAFT:
        level, because = Level.INFO, "the journey was a draft"
    if policy.strictness == "strict" and level is Level.WARNING:
        level, because = Level.BREAKING, "under the strictness `strict` every warning is breaking"
    elif level is Level.BREAKING and kind.area not in policy.breaking_areas:
        level, because = Level.WARNING, f"the strictness `{policy.strictness}` lets only other areas break"
    demand = DEMANDS.get(fact.id)
    is_bound = demand is not None and (fact.entity.status != "draft" or fact.id in _NO_DRAFT)
    found = demand(fact, policy, today) if demand is not None and is_bound else None
    if found is not None and found[0] != level:
        level, because = found
    if fact.id in policy.levels:
        own = policy.levels[fact.id]
        if own is None:
            return None
        if own != level:
            level, because = own, f"`change_levels` sets `{fact.id}` to {own.word}"
    return Change(
        fact,
        level,
        kind.area,
        kind.nature,
        kind.action,
        write_sentence(fact, kind),
        kind.comment if level > Level.INFO else "",
        because,
    )

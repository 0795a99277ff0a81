"""What a policy demands of certain changes, whatever they are otherwise."""

from collections.abc import Mapping
from typing import Final

from journeymap.diffing.changes import Fact, Level
from journeymap.diffing.circumstances import Judge, Verdict
from journeymap.diffing.policies import Policy


def demand_deprecation(fact: Fact, policy: Policy, today: str) -> Verdict | None:
    """Demand that what others rely on was on its way out for some days before it goes."""
    status = fact.entity.status
    days = policy.deprecation_days.get(status)
    if not days or not today:
        return None
    if not fact.context.get("deprecated"):
        return Level.BREAKING, f"the policy asks for {days} days of deprecation before {status} things go"
    from datetime import date

    since = fact.context.get("since")
    if not since:
        return Level.BREAKING, "the policy asks since when it was deprecated, and it does not say"
    passed = (date.fromisoformat(today) - date.fromisoformat(since)).days
    if passed < days:
        return Level.BREAKING, f"it was deprecated for {max(passed, 0)} days, and the policy asks for {days}"
    return None


def demand_sunset(fact: Fact, policy: Policy, _: str) -> Verdict | None:
    """Demand that a deprecation says when the thing goes, where days of it are asked for."""
    if fact.entity.status in policy.deprecation_days and not fact.context.get("sunset"):
        return Level.BREAKING, "the policy asks for days of deprecation, and no day of sunset is given"
    return None


def demand_narrowness(fact: Fact, policy: Policy, _: str) -> Verdict | None:
    """Demand that nothing becomes visible to more people, where that is the policy."""
    if policy.allow_visibility_widening or fact.context.get("idle"):
        return None
    return Level.BREAKING, "the policy does not allow that more people may see something"


def demand_owner(fact: Fact, policy: Policy, _: str) -> Verdict | None:
    """Demand that what must have an owner keeps one."""
    del fact
    return (Level.BREAKING, "the policy asks for owners") if policy.require_owner else None


DEMANDS: Final[Mapping[str, Judge]] = {
    "journey-removed": demand_deprecation,
    "stage-removed": demand_deprecation,
    "touchpoint-removed": demand_deprecation,
    "kpi-removed": demand_deprecation,
    "exit-removed": demand_deprecation,
    "deprecation-declared": demand_sunset,
    "sunset-unset": demand_sunset,
    "visibility-widened": demand_narrowness,
    "owner-removed": demand_owner,
}
"""Kind of change → what the policy demands of it."""

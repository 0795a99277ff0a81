"""What stands around a change and makes it matter more or less than others of its kind."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from journeymap.diffing.changes import Fact, Level
from journeymap.diffing.policies import Policy
from journeymap.diffing.shortening import quote

Verdict: TypeAlias = tuple[Level, str]
Judge: TypeAlias = Callable[[Fact, Policy, str], Verdict | None]


def judge_sunset(fact: Fact, _: Policy, today: str) -> Verdict | None:
    """Let go what was to go by its day, and hold what goes before it to the promise."""
    sunset = fact.context.get("sunset")
    if not sunset or not today:
        return None
    if sunset <= today:
        return Level.INFO, f"its sunset on {sunset} has passed"
    return Level.BREAKING, f"it goes before its sunset on {sunset}"


def judge_reach(fact: Fact, _: Policy, __: str) -> Verdict | None:
    """Call breaking what cuts a stage off."""
    lost = fact.context.get("unreachable")
    if not lost:
        return None
    names = ", ".join(f"`{title}`" for title in lost)
    return Level.BREAKING, f"no way leads to {names} any more"


def judge_edge(fact: Fact, _: Policy, __: str) -> Verdict | None:
    """Where a journey begins and ends is more than one place of many."""
    edge = fact.context.get("edge")
    if not edge or fact.id != "stage-added":
        return None
    return Level.WARNING, f"the journey {'begins' if edge == 'first' else 'ends'} with it now"


def judge_drop(fact: Fact, policy: Policy, _: str) -> Verdict | None:
    """Warn of a fall at a moment of truth, through neutral, or from a height."""
    steps = fact.context.get("steps", 0)
    if fact.context.get("moment_of_truth"):
        return Level.WARNING, "it is a moment of truth"
    if fact.context.get("flipped"):
        return Level.WARNING, "what was positive is negative now"
    if steps > policy.max_emotion_drop:
        return Level.WARNING, f"it fell by more than {policy.max_emotion_drop:g} of the steps from -2 to +2"
    return None


def judge_new_pain(fact: Fact, _: Policy, __: str) -> Verdict | None:
    """Warn of a pain that hurts much."""
    severity = fact.context.get("severity")
    return (Level.WARNING, f"its severity is {severity}") if severity in ("high", "critical") else None


def judge_gone_pain(fact: Fact, _: Policy, __: str) -> Verdict | None:
    """Welcome that a pain was resolved."""
    resolved = fact.context.get("resolved_by")
    return (Level.INFO, f"`{resolved}` resolved it") if resolved else None


def judge_users(fact: Fact, _: Policy, __: str) -> Verdict | None:
    """Call breaking that what journeys are about has gone."""
    count = sum(path.startswith("journey:") for path in fact.affects)
    if not count:
        return None
    return Level.BREAKING, f"{count} journey{'s' if count > 1 else ''} spoke of it"


def judge_lifecycle(fact: Fact, _: Policy, __: str) -> Verdict | None:
    """Call breaking that something published is taken back: it was promised to others."""
    return (Level.BREAKING, "it was published") if fact.before == "published" else None


def judge_idle(fact: Fact, _: Policy, __: str) -> Verdict | None:
    """Play down a word that changes nothing about who sees a thing."""
    return (Level.INFO, "it was as visible as its journey before") if fact.context.get("idle") else None


def judge_first(fact: Fact, _: Policy, __: str) -> Verdict | None:
    """Warn at most of what is said for the first time: nobody can have relied on it."""
    if fact.before is not None:
        return None
    level = Level.WARNING if fact.entity.kind == "metric" else Level.INFO
    return level, "nothing was said of it before"


def judge_gone(fact: Fact, _: Policy, __: str) -> Verdict | None:
    """Play down that something names another thing no more that is gone: this is what counts."""
    gone = fact.context.get("gone")
    return (Level.INFO, f"{quote(gone)} itself was removed") if gone else None


def judge_retired(fact: Fact, _: Policy, __: str) -> Verdict | None:
    """Let go what was retired: it binds nobody."""
    return (Level.INFO, "it was retired") if fact.entity.status == "retired" else None


CIRCUMSTANCES: Final[Mapping[str, tuple[Judge, ...]]] = {
    "journey-removed": (judge_sunset, judge_retired),
    "stage-removed": (judge_sunset, judge_reach),
    "touchpoint-removed": (judge_sunset, judge_reach),
    "touchpoint-added": (judge_reach,),
    "touchpoint-moved": (judge_reach,),
    "touchpoint-reordered": (judge_reach,),
    "stage-added": (judge_reach, judge_edge),
    "stage-reordered": (judge_reach,),
    "branch-removed": (judge_reach, judge_gone),
    **{
        f"{reference}-removed": (judge_gone,)
        for reference in (
            *("addressed-pain", "opportunity-kpi", "citation", "channel-use", "system-use"),
            *("journey-persona", "concerned-persona", "journey-segment", "feedback-target"),
        )
    },
    "branch-added": (judge_reach,),
    "emotion-score-decreased": (judge_drop,),
    "pain-added": (judge_new_pain,),
    "pain-removed": (judge_gone_pain,),
    "lifecycle-decreased": (judge_lifecycle,),
    "persona-removed": (judge_sunset, judge_users),
    "visibility-widened": (judge_idle,),
    **dict.fromkeys(
        ("site-address-changed", "metric-unit-changed", "metric-range-changed", "metric-measure-changed"),
        (judge_first,),
    ),
    **{
        f"{kind}-removed": (judge_sunset,)
        for kind in (
            *("exit", "opportunity", "action", "gain", "insight", "evidence", "feedback-loop", "kpi"),
            *("blueprint-item", "channel", "metric", "team", "system", "segment", "source"),
            *("shared-touchpoint", "phase", "term"),
        )
    },
}
"""Kind of change → who looks at what stands around it; the first who has something to say counts."""

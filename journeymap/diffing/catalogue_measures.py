"""Kinds of change: what is measured, how, against what, and on which ground."""

from typing import Final

from journeymap.diffing.kinds import BREAKING, INFO, WARNING, ChangeKind, one, two

_SERIES: Final = "numbers before and after cannot be compared; define another metric and let this one end"
_GROUND: Final = "numbers before and after may not be comparable; say in the definition since when it holds"

MEASURE_KINDS: Final[tuple[ChangeKind, ...]] = (
    one(
        (
            "kpi-metric-changed",
            BREAKING,
            "A KPI measures something else",
            "{it} measures {new:named} now, not {old:named}",
        ),
        "measurement",
        "reference",
        _SERIES,
    ),
    *two(
        ("kpi-baseline-added", INFO, "A baseline was added", "the baseline of {it} is known now: {new}"),
        (
            "kpi-baseline-removed",
            WARNING,
            "A baseline was removed",
            "{it} has no baseline any more; it was {old}",
        ),
        "measurement",
        comments=("", "progress cannot be computed without it"),
    ),
    one(
        (
            "kpi-baseline-changed",
            WARNING,
            "A baseline changed",
            "the baseline of {it} changed from {old} to {new}",
        ),
        "measurement",
        "value",
        "progress counts from elsewhere now",
    ),
    *two(
        ("kpi-target-added", INFO, "A target was added", "{it} has a target now: {new}"),
        ("kpi-target-removed", WARNING, "A target was removed", "{it} has no target any more; it was {old}"),
        "measurement",
        comments=("", "nobody can say any more when it is good enough"),
    ),
    *two(
        (
            "kpi-target-tightened",
            INFO,
            "A target is harder to reach",
            "the target of {it} was tightened from {old} to {new}",
        ),
        (
            "kpi-target-loosened",
            WARNING,
            "A target is easier to reach",
            "the target of {it} was loosened from {old} to {new}",
        ),
        "measurement",
        actions=("increase", "decrease"),
        comments=("", "a commitment got smaller; make sure that who relies on it agrees"),
    ),
    one(
        (
            "kpi-margin-changed",
            INFO,
            "Near the target means something else",
            "the margin in which {it} is near its target {became}",
        ),
        "measurement",
    ),
    *two(
        ("objective-added", INFO, "An objective was added", "{it} has an objective now: `{new:bare}`"),
        (
            "objective-removed",
            WARNING,
            "An objective was removed",
            "{it} has no objective any more; it was `{old:bare}`",
        ),
        "measurement",
        "existence",
        comments=("", "without it nobody can say what the journey is good for"),
    ),
    *two(
        (
            "objective-kpi-added",
            INFO,
            "An objective got its KPI",
            "the objective of {it} is measured by {new:named} now",
        ),
        (
            "objective-kpi-removed",
            WARNING,
            "An objective lost its KPI",
            "the objective of {it} is not measured by {old:named} any more",
        ),
        "measurement",
        "reference",
    ),
    one(
        (
            "objective-kpi-changed",
            WARNING,
            "An objective is measured by another KPI",
            "the objective of {it} is measured by {new:named} now, not by {old:named}",
        ),
        "measurement",
        "reference",
    ),
    *two(
        (
            "opportunity-kpi-added",
            INFO,
            "An opportunity should move one KPI more",
            "{it} should move {new:named} now",
        ),
        (
            "opportunity-kpi-removed",
            WARNING,
            "An opportunity should move one KPI less",
            "{it} should not move {old:named} any more",
        ),
        "measurement",
        "reference",
    ),
    *two(
        (
            "event-added",
            INFO,
            "A touchpoint is known by one event more",
            "{it} is known by the event `{new:bare}` now",
        ),
        (
            "event-removed",
            WARNING,
            "A touchpoint is known by one event less",
            "{it} is not known by the event `{old:bare}` any more",
        ),
        "measurement",
        "reference",
        comments=("", "what was counted by this event is not counted here now"),
    ),
    one(
        (
            "metric-type-changed",
            BREAKING,
            "A metric is of another type",
            "{it} is of the type {new} now, not {old}",
        ),
        "measurement",
        "value",
        _SERIES,
    ),
    one(
        ("metric-unit-changed", BREAKING, "A metric has another unit", "the unit of {it} {became}"),
        "measurement",
        "value",
        _SERIES,
    ),
    one(
        (
            "metric-direction-flipped",
            BREAKING,
            "What was better is worse",
            "{it} is better {new:direction} now",
        ),
        "measurement",
        "value",
        "all targets and judgements of it are turned round",
    ),
    one(
        (
            "metric-definition-changed",
            WARNING,
            "A metric is defined in other words",
            "the definition of {it} {became}",
        ),
        "measurement",
        "value",
        _GROUND,
    ),
    one(
        (
            "metric-measure-changed",
            BREAKING,
            "A metric is measured in another way",
            "how {it} is measured changed",
        ),
        "measurement",
        "value",
        _SERIES,
    ),
    one(
        (
            "metric-source-changed",
            WARNING,
            "A metric comes from another source",
            "the source of {it} {became}",
        ),
        "measurement",
        "reference",
        _GROUND,
    ),
    one(
        ("metric-range-changed", BREAKING, "A metric has other bounds", "the range of {it} {became:range}"),
        "measurement",
        "value",
        _SERIES,
    ),
)
"""What is measured."""

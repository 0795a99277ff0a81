"""A KPI's target is worse than its baseline.

Either the two numbers are swapped, or the metric says `up`, which is the default, where less is better.
As it stands, the map asks a team to make things worse for customers, and will report it as a success.

A target that only holds the baseline is fine.

Failing:

    # file: moving-house.journey.yaml
    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: day
        title: The day
        kpis:
          - {metric: delay, baseline: 90, target: 15}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: delay
        title: Minutes of delay
        type: mean
        owner: dispatch
    teams:
      - {id: dispatch, title: Dispatch}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Passing:

    # file: moving-house.journey.yaml
    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: day
        title: The day
        kpis:
          - {metric: delay, baseline: 90, target: 15}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: delay
        title: Minutes of delay
        type: mean
        direction: down
        owner: dispatch
    teams:
      - {id: dispatch, title: Dispatch}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: the language's own rule: a metric's `direction` says which of two values is better.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.numbers import spot_number
from journeymap.model import Metric
from journeymap.model.kpis import kpi_gap
from journeymap.problems import Problem

FAULT = describe_fault("target-against-direction", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each KPI that is planned to become worse."""
    metrics = subject.portfolio.library.metrics
    for owned in subject.kpis:
        kpi = owned.kpi
        metric = metrics.get(kpi.metric)
        if metric is not None and (kpi_gap(kpi, metric.direction) or 0) < 0:
            better = "more" if metric.direction == "up" else "less"
            opposite = "down" if metric.direction == "up" else "up"
            yield Problem(
                FAULT,
                f"KPI `{kpi.id}` should go from {kpi.baseline:.10g} to {kpi.target:.10g}, "
                f"but of `{metric.id}` {better} is better",
                (
                    spot_number(subject.journey, owned, "target", "worse than the baseline"),
                    spot_number(subject.journey, owned, "baseline", "the baseline"),
                    at_id(metric, f"its direction is `{metric.direction}`{_default(metric)}"),
                ),
                help=(
                    (
                        f"if of this metric {_OTHER[better]} is better, "
                        f"write `direction: {opposite}` at the metric in its library"
                    ),
                    (
                        "swap the numbers only if they really are mixed up: where things have become worse, "
                        "write a better `target:`"
                    ),
                ),
                args=(kpi.id, f"{kpi.baseline:.10g}", f"{kpi.target:.10g}"),
            )


def _default(metric: Metric) -> str:
    return ", the default" if metric.direction == "up" else ""


_OTHER = {"more": "less", "less": "more"}

CHECK = Check(FAULT, in_journey=find)

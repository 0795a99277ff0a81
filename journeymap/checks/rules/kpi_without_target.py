"""A KPI does not say where it should be.

A number without a target is watched and not worked on. Nobody can say whether what customers live through
is good enough, and any change in the right direction passes for a success.

Failing:

    # file: moving-house.journey.yaml
    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: published
    stages:
      - id: day
        title: The day
        kpis:
          - {metric: on-time, baseline: 81}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: on-time
        title: Arrivals on time
        type: ratio
        owner: dispatch
        definition: Arrivals within the promised hour, in percent of all.
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
    status: published
    stages:
      - id: day
        title: The day
        kpis:
          - {metric: on-time, baseline: 81, target: 95, due: 2030-06-30}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: on-time
        title: Arrivals on time
        type: ratio
        owner: dispatch
        definition: Arrivals within the promised hour, in percent of all.
    teams:
      - {id: dispatch, title: Dispatch}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: Locke and Latham, A Theory of Goal Setting and Task Performance (1990), on specific goals
against "do your best".
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("kpi-without-target", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each KPI without a number to reach."""
    for owned in subject.kpis:
        if owned.kpi.target is None:
            yield Problem(
                FAULT,
                f"KPI `{owned.kpi.id}` does not say where it should be",
                (at_field(owned.kpi, "metric", "how good is good enough?"),),
                help=(
                    (
                        "agree on it with the owner, and add `target: ...` in the metric's unit (percent "
                        "from 0 to 100, durations in seconds) and `due: YYYY-MM-DD`"
                    ),
                ),
            )


CHECK = Check(FAULT, in_journey=find)

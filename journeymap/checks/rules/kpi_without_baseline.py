"""A KPI does not say where it stood when the work began.

Without a baseline nobody can tell a success from a number: 70 per cent is a triumph or a disaster,
depending on where it came from. Whether things became better for customers is then a matter of opinion.

Journeys with `state: future` or `ideal` are left alone: what does not exist yet cannot be measured.

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
          - {metric: on-time, target: 95, due: 2030-06-30}
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

Source: Doran, There's a S.M.A.R.T. Way to Write Management's Goals and Objectives (Management Review, 1981),
on objectives whose progress can be measured.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("kpi-without-baseline", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each KPI of today without a number to start from."""
    if subject.journey.state != "current":
        return
    for owned in subject.kpis:
        if owned.kpi.baseline is None:
            yield Problem(
                FAULT,
                f"KPI `{owned.kpi.id}` does not say where it stood when the work began",
                (at_field(owned.kpi, "metric", "better than what?"),),
                help=(
                    (
                        "look up where it stood, and add `baseline: ...` in the unit of the metric (percent "
                        "from 0 to 100, durations in seconds); if nobody measured it, leave it out"
                    ),
                ),
            )


CHECK = Check(FAULT, in_journey=find)

"""A KPI does not say where it stood when the work began.

Without a baseline nobody can tell a success from a number: 70 per cent is a triumph or a disaster, depending
on where it came from. Whether things became better for customers is then a matter of opinion. Journeys of a
future or an ideal state are left alone, since what does not exist yet cannot be measured.

Failing:

    # file: moving-house.journey.yaml
    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: published
    stages:
      - {id: day, title: The day, kpis: [{metric: on-time, target: 95}]}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - {id: on-time, title: Arrivals on time, type: ratio}

Passing:

    # file: moving-house.journey.yaml
    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: published
    stages:
      - {id: day, title: The day, kpis: [{metric: on-time, baseline: 81, target: 95}]}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - {id: on-time, title: Arrivals on time, type: ratio}

Source: Doran, There's a S.M.A.R.T. Way to Write Management's Goals and Objectives (Management Review, 1981),
on objectives whose progress can be measured.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("kpi-without-baseline", __doc__, "quality", review="info", published="warning")


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
                help=("add `baseline:`, in the unit of the metric",),
            )


CHECK = Check(FAULT, in_journey=find)

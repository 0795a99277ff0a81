"""Nobody answers for a KPI.

A number that belongs to nobody is looked at by everybody, and when it falls each waits for the others.

The `owner` of the metric counts, and so does that of the touchpoint, stage, opportunity or journey that
the KPI belongs to.

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
          - {metric: on-time, baseline: 81, target: 95}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: on-time
        title: Arrivals on time
        type: ratio
        definition: Arrivals within the promised hour, in percent of all.
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
          - {metric: on-time, baseline: 81, target: 95, owner: dispatch}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: on-time
        title: Arrivals on time
        type: ratio
        definition: Arrivals within the promised hour, in percent of all.
    teams:
      - {id: dispatch, title: Dispatch}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: the language's own rule: every KPI has a team that answers for it.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("kpi-without-owner", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each KPI that has no owner of its own or of what it belongs to."""
    if subject.journey.owner:
        return
    metrics = subject.portfolio.library.metrics
    for owned in subject.kpis:
        metric = metrics.get(owned.kpi.metric)
        owners = (
            owned.kpi.owner,
            owned.owner.owner,
            owned.stage.owner if owned.stage else "",
            metric.owner if metric else "",
        )
        if not any(owners):
            yield Problem(
                FAULT,
                f"nobody answers for KPI `{owned.kpi.id}`",
                (at_field(owned.kpi, "metric", "who acts when it falls?"),),
                help=(
                    (
                        "agree on a team and add `owner: team-id` to the KPI, its metric or the journey; "
                        "declare teams in a library under `teams:`"
                    ),
                ),
            )


CHECK = Check(FAULT, in_journey=find)

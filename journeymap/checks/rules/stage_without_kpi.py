"""No KPI shows how well a stage works.

What is not measured gets worse without anybody noticing until customers say so. One number for a stage is
enough to see whether the last change helped the people in it.

KPIs of the stage and of its touchpoints count; a stage that `expand`s into another journey is measured
there.

Failing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: published
    stages:
      - id: day
        title: The day
        touchpoints:
          - {id: doorbell, title: The movers ring, channel: in-person}

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
          - {metric: on-time, baseline: 81, target: 95}
        touchpoints:
          - {id: doorbell, title: The movers ring, channel: in-person}
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

Source: the language's own rule: of every stage the map says how well it does.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("stage-without-kpi", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each stage in which something happens and nothing is measured."""
    for stage in subject.journey.stages:
        touchpoints = stage.touchpoints
        if touchpoints and not stage.kpis and not stage.expand and not any(each.kpis for each in touchpoints):
            yield Problem(
                FAULT,
                f"no KPI shows how well stage `{stage.id}` works",
                (at_id(stage, "how would you notice that it got worse?"),),
                help=(
                    (
                        "add one to the stage or a touchpoint of it: `kpis: [{metric: ..., baseline: ..., "
                        "target: ...}]`, the metric declared in a library under `metrics:`"
                    ),
                ),
            )


CHECK = Check(FAULT, in_journey=find)

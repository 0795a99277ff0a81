"""No KPI shows how well a stage works.

What is not measured gets worse without anybody noticing until customers say so. One number for a stage is
enough to see whether the last change helped the people in it. KPIs of the stage and of its touchpoints
count; a stage that `expand`s into another journey is measured there.

Failing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: published
    stages:
      - id: packing
        title: Packing
        touchpoints:
          - {id: boxes-arrive, title: The boxes arrive, channel: in-person}

Passing:

    # file: moving-house.journey.yaml
    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: published
    stages:
      - id: packing
        title: Packing
        touchpoints:
          - {id: boxes-arrive, title: The boxes arrive, channel: in-person, kpis: [boxes-on-time]}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - {id: boxes-on-time, title: Boxes on time, type: ratio}

Source: the language's own rule: of every stage the map says how well it does.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("stage-without-kpi", __doc__, "quality", review="info", published="warning")


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
                    "add `kpis:` with a metric of a library to a touchpoint of the stage, or to the stage",
                ),
            )


CHECK = Check(FAULT, in_journey=find)

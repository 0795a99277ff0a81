"""A stage has no touchpoint.

A stage is a part of the journey as customers see it, and they see it only where something happens: a
page, a call, a wait. Without a touchpoint nobody can say what the stage feels like or who could better
it.

A stage that `expand`s into another journey is told there and may be empty.

Failing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - {id: packing, title: Packing}

Passing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: packing
        title: Packing
        touchpoints:
          - {id: boxes-arrive, title: The boxes arrive, channel: in-person}

Source: Stickdorn, Hormess, Lawrence and Schneider, This Is Service Design Doing (2018), where a journey map
consists of stages and of the steps within them.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("stage-without-touchpoint", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each stage in which nothing happens."""
    for stage in subject.journey.stages:
        if not stage.touchpoints and not stage.expand:
            yield Problem(
                FAULT,
                f"nothing happens in stage `{stage.id}`: it has no touchpoint",
                (at_id(stage, "what do customers do here?"),),
                help=(
                    (
                        "add what customers do here, `touchpoints: [{id: ..., title: ..., channel: ...}]`, "
                        "or `expand: journey-id` with the journey that tells this stage"
                    ),
                ),
            )


CHECK = Check(FAULT, in_journey=find)

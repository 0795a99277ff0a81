"""Nobody says what customers feel in a stage.

The emotional curve is what tells a journey map from a process chart: it shows where people doubt, hope
and give up. A stage without any feeling is a hole in the curve, and often just the part that nobody has
looked at yet.

Stages with internal touchpoints only, and those that `expand` into another journey, need none.

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
          - id: boxes-arrive
            title: The boxes arrive
            channel: in-person

Passing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: published
    stages:
      - id: packing
        title: Packing
        touchpoints:
          - id: boxes-arrive
            title: The boxes arrive
            channel: in-person
            emotion: {score: 1, feeling: relieved}

Source: Kalbach, Mapping Experiences (2nd ed., 2020), on thoughts, feelings and actions as the rows of a
customer journey map.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.model import Stage
from journeymap.problems import Problem

FAULT = describe_fault("stage-without-emotion", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each stage that customers live through and that has no feeling."""
    for stage in subject.journey.stages:
        if not stage.emotions and not stage.expand and _is_lived_through(stage) and not _is_felt(stage):
            yield Problem(
                FAULT,
                f"nobody says what customers feel in stage `{stage.id}`",
                (at_id(stage, "a hole in the emotional curve"),),
                help=(
                    (
                        "ask customers, and add it to a touchpoint or the stage: "
                        "`emotion: {score: 1, feeling: relieved}`, one of the two or both"
                    ),
                ),
            )


def _is_lived_through(stage: Stage) -> bool:
    """Whether customers are there; a stage without touchpoints is a fault of its own."""
    return any(touchpoint.type != "internal" for touchpoint in stage.touchpoints)


def _is_felt(stage: Stage) -> bool:
    """Whether any touchpoint says what is felt; one that is told elsewhere is felt there."""
    return any(touchpoint.emotions or touchpoint.expand for touchpoint in stage.touchpoints)


CHECK = Check(FAULT, in_journey=find)

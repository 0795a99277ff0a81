"""A stage does not say what customers want to reach in it.

People do not want to be in a stage, they want to get something done. Where their goal is not written down,
that of the organisation takes its place, and the stage is bettered for the wrong side.

Failing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: packing
        title: Packing
        focus: Sell more boxes

Passing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: packing
        title: Packing
        goal: Find everything again on the other side.
        focus: Sell more boxes

Source: Christensen, Hall, Dillon and Duncan, Competing Against Luck (2016), on the progress that customers
want to make; Kalbach, The Jobs To Be Done Playbook (2020).
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.model import Touchpoint
from journeymap.problems import Problem

FAULT = describe_fault("stage-without-goal", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each stage without a goal in which customers take part."""
    for stage in subject.journey.stages:
        if not stage.goal and not _is_internal(stage.touchpoints):
            yield Problem(
                FAULT,
                f"stage `{stage.id}` does not say what customers want to reach in it",
                (at_id(stage, "what do they want here?"),),
                help=("ask, and add `goal: ...` in the customer's own words; your own aim is `focus:`",),
            )


def _is_internal(touchpoints: tuple[Touchpoint, ...]) -> bool:
    """Whether all that happens is out of the customer's sight."""
    return bool(touchpoints) and all(touchpoint.type == "internal" for touchpoint in touchpoints)


CHECK = Check(FAULT, in_journey=find)

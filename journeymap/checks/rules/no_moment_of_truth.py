"""A journey does not say at which touchpoint it is won or lost.

Not every step matters as much as the others. A map on which all weigh the same gives no help in choosing
where to begin, and effort goes to where it is cheap instead of to where customers decide. A journey that
tells one step of another in detail is left alone.

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
          - {id: piano, title: The piano on the stairs, channel: in-person}
          - {id: farewell, title: The movers leave, channel: in-person}

Passing:

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
          - {id: piano, title: The piano on the stairs, channel: in-person, moment_of_truth: true}
          - {id: farewell, title: The movers leave, channel: in-person}

Source: Carlzon, Moments of Truth (1987); the term in this sense is Richard Normann's.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import is_detail
from journeymap.problems import Problem

FAULT = describe_fault("no-moment-of-truth", __doc__, "quality", published="info")
_FEWEST = 3
"""Where there are fewer touchpoints, there is hardly anything to choose from."""


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when no touchpoint of a journey is marked as deciding it."""
    touchpoints = subject.touchpoints
    if len(touchpoints) < _FEWEST or any(touchpoint.moment_of_truth for touchpoint in touchpoints):
        return
    if not is_detail(subject):
        journey = subject.journey
        yield Problem(
            FAULT,
            f"journey `{journey.id}` does not say where it is won or lost",
            (at_id(journey, f"none of its {len(touchpoints)} touchpoints is a moment of truth"),),
            help=(
                "add `moment_of_truth: true` to the touchpoint at which customers decide to stay or to leave",
            ),
        )


CHECK = Check(FAULT, in_journey=find)

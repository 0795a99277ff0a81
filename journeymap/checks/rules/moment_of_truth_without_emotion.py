"""A moment of truth does not say what customers feel there.

A moment of truth is one because of what customers feel in it. Where that is not written down, the readers
of the map put their own feeling in its place, in the very spot where being wrong costs most.

Failing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: day
        title: The day
        touchpoints:
          - id: piano
            title: The piano on the stairs
            channel: in-person
            moment_of_truth: true

Passing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: day
        title: The day
        touchpoints:
          - id: piano
            title: The piano on the stairs
            channel: in-person
            moment_of_truth: true
            emotion: {score: -0.5, feeling: anxious}

Source: Carlzon, Moments of Truth (1987); Stickdorn, Hormess, Lawrence and Schneider, This Is Service Design
Doing (2018), on emotional journeys.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("moment-of-truth-without-emotion", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each moment of truth that nobody feels anything at."""
    for touchpoint in subject.touchpoints:
        if touchpoint.moment_of_truth and not touchpoint.emotions and touchpoint.type != "internal":
            yield Problem(
                FAULT,
                f"`{touchpoint.id}` is a moment of truth and does not say what customers feel",
                (at_id(touchpoint, "how does it feel?"),),
                help=(
                    "ask customers, and add a score or a feeling: `emotion: {score: -1, feeling: anxious}`",
                ),
            )


CHECK = Check(FAULT, in_journey=find)

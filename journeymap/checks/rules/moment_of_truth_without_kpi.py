"""A moment of truth has no KPI.

Here the whole journey is won or lost, and nobody would see it being lost. Of all places on the map this
is the one to measure first: customers who leave here had already come all the way.

A KPI of the stage or of the journey is too far away to show what happens at this very point.

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
          - id: piano
            title: The piano on the stairs
            channel: in-person
            moment_of_truth: true
            emotion: anxious

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
        touchpoints:
          - id: piano
            title: The piano on the stairs
            channel: in-person
            moment_of_truth: true
            emotion: anxious
            kpis:
              - {metric: damages, baseline: 4, target: 1, due: 2030-06-30}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: damages
        title: Moves with damage
        type: ratio
        direction: down
        owner: crews
        definition: Moves with any damage reported, in percent of all.
    teams:
      - {id: crews, title: Crews}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: Carlzon, Moments of Truth (1987), on measuring what happens where customers and company meet.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("moment-of-truth-without-kpi", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each moment of truth that nothing measures."""
    for touchpoint in subject.touchpoints:
        if touchpoint.moment_of_truth and not touchpoint.kpis:
            yield Problem(
                FAULT,
                f"`{touchpoint.id}` is a moment of truth and has no KPI",
                (at_id(touchpoint, "won or lost here, and nobody would see it"),),
                help=(
                    (
                        "add what is measured here: `kpis: [{metric: ..., baseline: ..., target: ...}]`, the "
                        "metric declared in a library under `metrics:`"
                    ),
                    "look the baseline up; while nobody knows it, leave it out",
                ),
            )


CHECK = Check(FAULT, in_journey=find)

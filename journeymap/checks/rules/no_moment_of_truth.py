"""A journey does not say at which touchpoint it is won or lost.

Not every step matters as much as the others. A map on which all weigh the same gives no help in choosing
where to begin, and effort goes to where it is cheap instead of to where customers decide.

Journeys of fewer than three touchpoints, and those that show a part of another one (`expand`), are left
alone.

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
          - {id: doorbell, title: The movers ring, channel: in-person}
          - id: piano
            title: The piano on the stairs
            channel: in-person
            moment_of_truth: true
            emotion: {score: -0.5, feeling: anxious}
            kpis:
              - {metric: damages, baseline: 4, target: 1, owner: crews}
          - {id: farewell, title: The movers leave, channel: in-person}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: damages
        title: Moves with damage
        type: ratio
        direction: down
        definition: Moves with any damage reported, in percent of all.
    teams:
      - {id: crews, title: Crews}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: Carlzon, Moments of Truth (1987); the term in this sense is Richard Normann's.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import is_detail
from journeymap.problems import Problem

FAULT = describe_fault("no-moment-of-truth", __doc__)
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
                "then give it an `emotion:` and `kpis:`: this is where they are needed most",
            ),
        )


CHECK = Check(FAULT, in_journey=find)

"""A pain does not say how much it hurts.

Ten pains in a list look alike, and the one that is easiest to mend is mended first. Only its severity says
which one makes customers leave. An estimate is better than nothing: how sure you are is said by
`confidence`.

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
          - id: doorbell
            title: The movers ring
            channel: in-person
            pains:
              - They come three hours late

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
          - id: doorbell
            title: The movers ring
            channel: in-person
            pains:
              - id: three-hours-late
                text: They come three hours late
                severity: medium

Source: Nielsen, Severity Ratings for Usability Problems (Nielsen Norman Group, 1994).
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.grounds import name_of
from journeymap.problems import Problem

FAULT = describe_fault("pain-without-severity", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each pain whose weight nobody gives."""
    for touchpoint in subject.touchpoints:
        for pain in touchpoint.pains:
            if pain.severity is None:
                yield Problem(
                    FAULT,
                    f"pain {name_of(pain.id, pain.text)} does not say how much it hurts",
                    (at_id(pain, "how much?"),),
                    help=(
                        "estimate it, and add `severity:` with `low`, `medium`, `high` or `critical`"
                        if pain.id
                        else "write it as `{id: ..., text: ..., severity: low|medium|high|critical}`",
                    ),
                    args=() if pain.id else (pain.text,),
                )


CHECK = Check(FAULT, in_journey=find)

"""A blueprint shows what the organisation does in front of customers, and nothing that makes it possible.

A promise that is made in front and not kept behind is broken, and the customer is told by somebody who
can do nothing about it. A blueprint is drawn to show both sides of the line of visibility; with one side
only it is a list of good intentions.

`backstage` and `support` of the blueprint count, and so do the touchpoint's `systems`.

Failing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: before
        title: Before
        touchpoints:
          - id: offer
            title: The offer
            channel: email
            blueprint:
              frontstage: [The price is promised within an hour]

Passing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: before
        title: Before
        touchpoints:
          - id: offer
            title: The offer
            channel: email
            blueprint:
              frontstage: [The price is promised within an hour]
              backstage: [Somebody works out the volume from photographs]

Source: Shostack, Designing Services That Deliver (Harvard Business Review, 1984), which drew the line of
visibility; Bitner, Ostrom and Morgan, Service Blueprinting (California Management Review, 2008).
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, describe_fault
from journeymap.problems import Problem, Spot

FAULT = describe_fault("frontstage-without-backstage", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each touchpoint that is a facade."""
    for touchpoint in subject.touchpoints:
        front = touchpoint.blueprint.frontstage
        behind = touchpoint.blueprint.backstage or touchpoint.blueprint.support or touchpoint.systems
        if front and not behind:
            yield Problem(
                FAULT,
                f"the blueprint of `{touchpoint.id}` shows what happens in front and nothing behind it",
                (Spot(front[0].at, "who or what makes this possible?"),),
                help=(
                    (
                        "ask who does what out of sight, and add it to the blueprint: `backstage: [...]`, or "
                        "`support: [system-id]` with a system declared in a library"
                    ),
                ),
                args=(touchpoint.id,),
            )


CHECK = Check(FAULT, in_journey=find)

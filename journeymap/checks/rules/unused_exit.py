"""An exit is listed, and no branch leads there.

A listed exit says that customers leave here. When no branch takes it, the map knows of customers who go,
and draws all of them as if they stayed: its completion is too high by exactly those whom it was about.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - {id: checkout, title: Checkout}
    exits:
      - {id: abandoned, title: Leaves the basket, outcome: lost}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: checkout
            title: Checkout
            next: [confirmation, {exit: abandoned}]
          - {id: confirmation, title: Confirmation}
    exits:
      - {id: abandoned, title: Leaves the basket, outcome: lost}

Source: a rule of the language itself.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("unused-exit", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each exit that nobody takes."""
    exits = subject.journey.exits
    if not exits:
        return
    taken = {branch.exit for touchpoint in subject.touchpoints for branch in touchpoint.next or ()}
    for each in exits:
        if each.id not in taken and each.deprecated is None:
            yield Problem(
                FAULT,
                f"no branch leads to exit `{each.id}`",
                (at_id(each, "nobody leaves here"),),
                (
                    f"add it where customers leave: `next: [..., {{exit: {each.id}}}]` at the touchpoint",
                    "if nobody leaves that way, take the exit out",
                ),
                args=(each.id,),
            )


CHECK = Check(FAULT, in_journey=find)

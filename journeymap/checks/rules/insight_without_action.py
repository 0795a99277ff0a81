"""An insight is written down, and nothing is done about it.

Data that only gets known changes nothing for the customer whom it was taken from. Either something follows
from it, or it need not be on the map.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: decision, title: Decision}
    insights:
      - id: payday
        data: Basket age
        text: A third of the baskets wait for payday

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: decision, title: Decision}
    insights:
      - id: payday
        data: Basket age
        text: A third of the baskets wait for payday
        action: Remind on the 28th instead of the next day

Source: Kalbach, Mapping Experiences (2nd ed., 2020): a map is finished when people act on it.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.grounds import name_of
from journeymap.problems import Problem

FAULT = describe_fault("insight-without-action", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each insight without an action."""
    for insight in subject.journey.insights:
        if not insight.action:
            yield Problem(
                FAULT,
                f"insight {name_of(insight.id, insight.text)} leads to no action",
                (at_id(insight, "and what follows from it?"),),
                help=(
                    "add `action: ...` with what was decided to do about it, or take the insight off the map",
                ),
                args=() if insight.id else (insight.text,),
            )


CHECK = Check(FAULT, in_journey=find)

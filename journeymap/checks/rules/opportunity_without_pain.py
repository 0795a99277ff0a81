"""An opportunity addresses no pain.

An idea that eases nobody's pain is one that somebody in the organisation likes. It may be good all the
same, but nobody can say which customers will be glad of it, or whether it worked.

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
              - id: nobody-knows-when
                text: Nobody knows when they come
                severity: high
    opportunities:
      - id: moving-app
        title: An app for moving

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
              - id: nobody-knows-when
                text: Nobody knows when they come
                severity: high
    opportunities:
      - id: moving-app
        title: An app for moving
        addresses: [nobody-knows-when]

Source: Design Council, the Double Diamond (2005): define the problem before you develop what solves it.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.grounds import name_of
from journeymap.problems import Problem

FAULT = describe_fault("opportunity-without-pain", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each opportunity that eases nothing; a rejected one need not."""
    for opportunity in subject.journey.opportunities:
        if not opportunity.addresses and opportunity.status != "rejected":
            yield Problem(
                FAULT,
                f"opportunity {name_of(opportunity.id, opportunity.title)} addresses no pain",
                (at_id(opportunity, "whom does it help, and with what?"),),
                help=(
                    (
                        "if it eases a pain, add `addresses: [pain-id]` (in another journey "
                        "`journey#pain-id`); a pain without an id needs one first"
                    ),
                    "if it eases none, ask customers, or set `status: rejected`",
                ),
                args=() if opportunity.id else (opportunity.title,),
            )


CHECK = Check(FAULT, in_journey=find)

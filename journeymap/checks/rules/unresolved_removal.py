"""An overlay takes a pain away without saying what resolves it.

A pain does not go because it is struck out of a map. The future is believed by those who pay for it, and by
those who promise it to customers, when it says which opportunity makes the difference.

Failing:

    # file: first-purchase.journey.yaml
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
            pains:
              - id: late-cost
                text: Delivery cost appears late
                severity: high
    opportunities:
      - id: early-cost
        title: Show the delivery cost in the basket
        addresses: [late-cost]
    # file: first-purchase-2027.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase-2027
    extends: first-purchase
    status: review
    state: future
    changes:
      - {set: early-cost, fields: {addresses: null}}
      - {remove: late-cost}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Passing:

    # file: first-purchase.journey.yaml
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
            pains:
              - id: late-cost
                text: Delivery cost appears late
                severity: high
    opportunities:
      - id: early-cost
        title: Show the delivery cost in the basket
        addresses: [late-cost]
    # file: first-purchase-2027.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase-2027
    extends: first-purchase
    status: review
    state: future
    changes:
      - {remove: late-cost, resolved_by: early-cost}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: a rule of the language itself.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, describe_fault
from journeymap.model import Change, Pain
from journeymap.model.summaries import opportunities_for
from journeymap.problems import Problem, Repair, Spot, Step

FAULT = describe_fault("unresolved-removal", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each pain that a change removes without a reason."""
    journey = subject.journey
    removals = [each for each in journey.changes if each.verb == "remove" and not each.resolved_by]
    base = subject.portfolio.journey(journey.extends) if removals else None
    if base is None:
        return
    pains = {id: pain for touchpoint in base.touchpoints() for pain in touchpoint.pains for id in _ids(pain)}
    living = {opportunity.id for opportunity in journey.opportunities}
    for change in removals:
        pain = pains.get(change.target)
        if pain is not None:
            known = [each.id for each in opportunities_for(base, pain) if each.id in living and each.id]
            yield Problem(
                FAULT,
                f"pain `{pain.id}` is gone, and nothing says what resolves it",
                (Spot(change.at.child("remove"), "what makes it go?"), Spot(pain.at, "it hurts here today")),
                (
                    f"add `resolved_by: {known[0]}`, which addresses it"
                    if known
                    else "add `resolved_by: ...` with the id of the opportunity that makes it superfluous",
                ),
                args=(pain.id,),
                repairs=_resolve(change, known[0]) if len(known) == 1 else (),
            )


def _ids(pain: Pain) -> tuple[str, ...]:
    return (pain.id, *pain.aliases) if pain.id else ()


def _resolve(change: Change, opportunity: str) -> tuple[Repair, ...]:
    step = Step("insert", change.at, opportunity, key="resolved_by")
    return (Repair(f"say that `{opportunity}` resolves it", (step,), safe=False),)


CHECK = Check(FAULT, in_journey=find)

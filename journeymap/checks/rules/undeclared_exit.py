"""Customers leave by an exit that is not listed.

An exit without an entry under `exits` counts as lost. That is often right, and sometimes not: somebody who
leaves to buy in the store has got what they came for. Only a listed exit says which of the two it is, and
has a title that readers understand.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: product-page
            title: Product page
            next: [checkout, {exit: buys-in-store}]
          - {id: checkout, title: Checkout}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: product-page
            title: Product page
            next: [checkout, {exit: buys-in-store}]
          - {id: checkout, title: Checkout}
    exits:
      - {id: buys-in-store, title: Buys in the store, outcome: achieved}

Source: a rule of the language itself.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, describe_fault
from journeymap.model import Branch, Journey
from journeymap.problems import Problem, Repair, Spot, Step

FAULT = describe_fault("undeclared-exit", __doc__)
_MOST_USES = 8


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each exit that branches take and the journey does not list."""
    journey = subject.journey
    taken: dict[str, list[Branch]] = {}
    for touchpoint in subject.touchpoints:
        for branch in touchpoint.next or ():
            if branch.exit:
                taken.setdefault(branch.exit, []).append(branch)
    if not taken:
        return
    listed = {each.id for each in journey.exits}
    for id, (first, *others) in taken.items():
        if id not in listed:
            yield Problem(
                FAULT,
                f"exit `{id}` is not listed under `exits`, so those who take it count as lost",
                (
                    Spot(first.at.child("exit"), "counts as lost"),
                    *(Spot(branch.at.child("exit"), "taken here too") for branch in others[:_MOST_USES]),
                ),
                (f"list it: `exits: [{{id: {id}, title: ..., outcome: achieved|lost|deferred}}]`",),
                args=(id,),
                repairs=_list_exit(journey, id),
            )


def _list_exit(journey: Journey, id: str) -> tuple[Repair, ...]:
    """Return how to list an exit as what it counts as; the list of an overlay would replace its base's."""
    if journey.extends:
        return ()
    words = id.replace("-", " ")
    entry = {"id": id, "title": words[:1].upper() + words[1:], "outcome": "lost"}
    if journey.exits:
        step = Step("insert", journey.at.child("exits"), entry)
    else:
        step = Step("insert", journey.at, [entry], key="exits")
    return (Repair(f"list exit `{id}` as lost", (step,), safe=False),)


CHECK = Check(FAULT, in_journey=find)

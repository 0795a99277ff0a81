"""An id that was split or merged under `moved` is still the id of something.

`moved` sends old links, tickets and measurements on to what an item became. If an item still has that id,
some of them arrive at the old and some at the new, and the history of what customers said is cut in two.

In a split, one part may keep the id: then list that id under `to` as well.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    stages:
      - {id: decision, title: Decision}
      - {id: basket, title: Basket}
      - {id: pay, title: Payment}
    moved:
      - {from: decision, to: [basket, pay]}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    stages:
      - {id: basket, title: Basket}
      - {id: pay, title: Payment}
    moved:
      - {from: decision, to: [basket, pay]}

Source: a rule of the language itself.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.model import BlueprintItem, Kpi, Persona
from journeymap.model.items import NOUNS, parts_of
from journeymap.problems import Problem, Spot

FAULT = describe_fault("moved-id-still-here", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each move from an id that is still there."""
    journey = subject.journey
    base = subject.portfolio.journey(journey.extends) if journey.moved and journey.extends else None
    if not journey.moved or (base is not None and base.moved == journey.moved):
        return
    living = {
        item.id: item
        for item in parts_of(journey)
        if item.id and not isinstance(item, Kpi | BlueprintItem | Persona)
    }
    for i, move in enumerate(journey.moved):
        item = living.get(move.source)
        if item is not None and move.source not in move.targets:
            yield Problem(
                FAULT,
                f"`{move.source}` is said to have become something else, and is still a {NOUNS[type(item)]}",
                (Spot(journey.at.child("moved", i, "from"), "moved from here"), at_id(item, "still here")),
                (
                    f"add `{move.source}` to `to` if it keeps a part of what it was",
                    "otherwise give the item a new id, or take the move out",
                ),
                args=(move.source,),
            )


CHECK = Check(FAULT, in_journey=find)

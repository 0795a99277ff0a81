"""Something in a published map has no id, so nothing can refer to it.

An opportunity can only address a pain that has an id; a link, a ticket and next year's comparison can
only follow what has one. A pain in short form is compared by its text: reword it, and the report says
that one pain of the customers is gone and another has come.

It is asked of pains, gains, opportunities, actions, insights and feedback loops.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - {id: checkout, title: Checkout, pains: [Delivery cost appears late]}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: checkout
            title: Checkout
            pains:
              - id: late-delivery-cost
                text: Delivery cost appears late
                severity: medium

Source: a rule of the language itself.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from journeymap.checks.check import Check, Subject, describe_fault
from journeymap.checks.items import in_words
from journeymap.model.items import NOUNS
from journeymap.problems import Problem, Spot

FAULT = describe_fault("missing-id", __doc__)
_MOST_LABELS = 8


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each touchpoint, opportunity or journey with items that have no id."""
    journey = subject.journey
    for touchpoint in subject.touchpoints:
        if touchpoint.pains or touchpoint.gains:
            items = (*touchpoint.pains, *touchpoint.gains)
            name = f"touchpoint `{touchpoint.id}`"
            yield from _report(items, name, touchpoint.id, journey.at.file)
    for number, opportunity in enumerate(journey.opportunities, start=1):
        name = f"opportunity `{opportunity.id}`" if opportunity.id else f"the opportunity number {number}"
        yield from _report(opportunity.actions, name, opportunity.id or opportunity.title, journey.at.file)
    own = (*journey.opportunities, *journey.insights, *journey.feedback_loops)
    yield from _report(own, f"journey `{journey.id}`", "", journey.at.file)


def _report(items: Sequence[Any], owner: str, key: str, home: str) -> Iterator[Problem]:
    """Yield one problem for the items of an owner, those of the journey's own file first."""
    nameless = [item for item in items if not item.id]
    if not nameless:
        return
    nameless = [item for item in nameless if item.at.file == home] or nameless
    counts: dict[str, int] = {}
    for item in nameless:
        noun = NOUNS[type(item)]
        counts[noun] = counts.get(noun, 0) + 1
    what = [in_words(count, noun) for noun, count in counts.items()]
    listed = what[0] if len(what) == 1 else f"{', '.join(what[:-1])} and {what[-1]}"
    first, *others = nameless
    yield Problem(
        FAULT,
        f"{listed} of {owner} {'has' if len(nameless) == 1 else 'have'} no id",
        (Spot(first.at, "no id"), *(Spot(item.at, "nor has this") for item in others[:_MOST_LABELS])),
        ("`journeymap fmt --ids` writes them; or write `{id: ..., text: ...}` yourself",),
        args=(key,),
    )


CHECK = Check(FAULT, in_journey=find)

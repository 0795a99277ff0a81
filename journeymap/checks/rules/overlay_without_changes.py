"""An overlay changes nothing.

An overlay is there for what is different: in another market, for other customers, in two years. Without a
difference the same journey stands in the portfolio twice, each pain counts double, and readers look for what
sets the two apart. A future in which nothing changes for customers is no plan.

Failing:

    # file: first-purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - {id: decision, title: Decision}
    # file: first-purchase-abroad.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase-abroad
    title: First purchase abroad
    extends: first-purchase
    status: review
    changes: []
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
      - {id: decision, title: Decision}
    # file: first-purchase-abroad.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase-abroad
    title: First purchase abroad
    extends: first-purchase
    status: review
    changes:
      - add: touchpoint
        to: decision
        item: {id: customs, title: Pays the customs}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: a rule of the language itself: an overlay says only what is different.
"""

from collections.abc import Iterator
from typing import Final

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("overlay-without-changes", __doc__)
_LABELLING: Final = (
    "id",
    "title",
    "summary",
    "aliases",
    "moved",
    "deprecated",
    "state",
    "status",
    "reviewed",
    "tags",
    "extends",
    "changes",
)
"""Fields that say which journey it is and how far it has come, not what customers live through."""


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when an overlay leaves the journey that it extends as it was."""
    journey = subject.journey
    base = subject.portfolio.journey(journey.extends) if journey.extends else None
    if base is None:
        return
    if journey._replace(**{name: getattr(base, name) for name in _LABELLING}) == base:
        leave = "the changes leave everything as it was" if journey.changes else "nothing is changed"
        yield Problem(
            FAULT,
            f"journey `{journey.id}` is no different from `{base.id}`, which it extends",
            (at_field(journey, "changes" if journey.changes else "extends", leave),),
            (
                (
                    "say what is different for customers: `changes: [{set: item-id, fields: {...}}, ...]`, "
                    "or with `add`, `remove` and `move`"
                ),
                "if nothing is, delete this file",
            ),
            args=(base.id,),
        )


CHECK = Check(FAULT, in_journey=find)

"""A journey does not say what its customer wants.

What the organisation wants from a journey is its objective; the goal is the customer's own. Without it a
map slides into a process of the company, and a step that serves only the company looks like progress.

A journey that shows a part of another in detail (`expand`) may leave the goal to that one.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    objective: Raise first-purchase conversion
    stages:
      - {id: decision, title: Decision}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    objective: Raise first-purchase conversion
    goal: The right pair, in time, at a fair price.
    stages:
      - {id: decision, title: Decision}

Source: Gibbons, Journey Mapping 101 (Nielsen Norman Group, 2018): a journey map shows how a person goes
about reaching a goal; Cooper et al., About Face (4th ed., 2014), on goals.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import is_detail, written_in
from journeymap.problems import Problem

FAULT = describe_fault("journey-without-goal", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when the journey has no goal, and is not the detail of one that may have it."""
    journey = subject.journey
    if not journey.goal and not is_detail(subject):
        yield Problem(
            FAULT,
            f"journey `{journey.id}` does not say what its customers want to reach",
            (at_id(written_in(subject, "goal"), "when would they call it a success?"),),
            help=(
                "ask customers, and add `goal: ...` in their words; the organisation's aim is `objective`",
            ),
        )


CHECK = Check(FAULT, in_journey=find)

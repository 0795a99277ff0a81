"""A journey has no owner.

A journey crosses departments, and each of them can do its part well while the customer falls between two.
Somebody has to answer for the whole journey, or nobody feels asked when it breaks.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: decision, title: Decision}

Passing:

    # file: first-purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    owner: checkout-team
    stages:
      - {id: decision, title: Decision}
    # file: organisation.library.yaml
    journeymap: 1
    kind: library
    teams:
      - {id: checkout-team, title: Checkout}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: Rawson, Duncan and Jones, The Truth About Customer Experience (Harvard Business Review, September
2013), on organising around journeys instead of functions; Gibbons, Journey Mapping 101 (Nielsen Norman
Group, 2018), on internal ownership.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import written_in
from journeymap.problems import Problem

FAULT = describe_fault("journey-without-owner", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when no team owns the journey."""
    journey = subject.journey
    if not journey.owner:
        yield Problem(
            FAULT,
            f"journey `{journey.id}` has no owner",
            (at_id(written_in(subject, "owner"), "which team answers for the whole journey?"),),
            help=("agree on a team and add `owner: team-id`; declare it in a library under `teams:`",),
        )


CHECK = Check(FAULT, in_journey=find)

"""A published journey does not say when it was last reviewed.

Readers cannot tell whether a map shows this month or a year that is over. A day in `reviewed` says until
when somebody stood by it, and with `review_every` it comes up again by itself.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: decision, title: Decision}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    reviewed: 2026-10-01
    review_every: 90d
    stages:
      - {id: decision, title: Decision}

Source: ISO 9001:2015, clause 7.5.2: documented information is reviewed for suitability before it is used.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("never-reviewed", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when a journey that is not retired names no day of a review."""
    journey = subject.journey
    if not journey.reviewed and journey.status != "retired":
        yield Problem(
            FAULT,
            f"journey `{journey.id}` does not say when it was last reviewed",
            (at_id(journey, "until when did somebody stand by it?"),),
            help=(
                "go through it with its owner, then add that day: `reviewed: YYYY-MM-DD, review_every: 90d`",
            ),
        )


CHECK = Check(FAULT, in_journey=find)

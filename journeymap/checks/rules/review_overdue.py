"""A journey was to be looked at again, and the day has passed.

A map that nobody looks after goes on telling what used to be. Teams then plan for a journey that customers no
longer make.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    reviewed: 2026-03-01
    review_every: 90d
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

Source: the promise is the team's own, `review_every`. ISO 9001:2015, clause 9.3, asks for reviews at planned
intervals.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, count_days, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("review-overdue", __doc__)
SECONDS_OF_A_DAY = 86_400


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when more time has passed since the last review than the journey allows."""
    journey, today = subject.journey, subject.today
    if not (today and journey.reviewed and journey.review_every) or journey.status == "retired":
        return
    late = count_days(journey.reviewed, today) - journey.review_every // SECONDS_OF_A_DAY
    if late > 0:
        days = "a day" if late == 1 else f"{late:,} days"
        yield Problem(
            FAULT,
            f"the review of journey `{journey.id}` is {days} overdue",
            (at_field(journey, "reviewed", "the last review"),),
            help=("go through the map with its owner, and only then write that day: `reviewed: YYYY-MM-DD`",),
        )


CHECK = Check(FAULT, in_journey=find)

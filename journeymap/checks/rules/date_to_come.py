"""A date of something done lies in the future.

A review that has not happened yet keeps the reminder away, and research of next year cannot be read. The
year is usually a slip of the pen; until it is mended, a neglected journey looks cared for.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    reviewed: 2062-10-01
    stages:
      - {id: decision, title: Decision}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    reviewed: 2026-10-01
    stages:
      - {id: decision, title: Decision}

Source: the rule of the language: `reviewed` and the date of evidence tell of something that has happened.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, count_days, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("date-to-come", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for a review and for evidence dated after today."""
    journey, today = subject.journey, subject.today
    if not today:
        return
    if _is_to_come(journey.reviewed, today):
        yield Problem(
            FAULT,
            f"journey `{journey.id}` was reviewed on {journey.reviewed}, which is yet to come",
            (at_field(journey, "reviewed", f"after {today}"),),
            help=("write as `reviewed:` the day of the last review that took place",),
            args=("reviewed",),
        )
    for evidence in journey.evidence:
        if _is_to_come(evidence.date, today):
            yield Problem(
                FAULT,
                f"evidence `{evidence.id}` was gathered on {evidence.date}, which is yet to come",
                (at_field(evidence, "date", f"after {today}"),),
                help=("write as `date:` the day on which it was gathered; list research once it is done",),
            )


def _is_to_come(date: str, today: str) -> bool:
    """Whether a date lies after today everywhere: somewhere on earth it may be tomorrow already."""
    return date > today and count_days(today, date) > 1


CHECK = Check(FAULT, in_journey=find)

"""A piece of evidence has no date.

Customers of four years ago are not those of today. Without a date nobody can tell how far a finding can still
be trusted, and nobody notices when it has grown old.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - id: decision
        title: Decision
        emotion: {score: -1, confidence: partial, evidence: [interviews]}
    evidence:
      - id: interviews
        kind: interview
        title: Interviews with buyers

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - id: decision
        title: Decision
        emotion: {score: -1, confidence: partial, evidence: [interviews]}
    evidence:
      - id: interviews
        kind: interview
        title: Interviews with buyers
        date: 2026-08-21

Source: American Association for Public Opinion Research, Code of Professional Ethics and Practices: the dates
of data collection are among what is disclosed of any research.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("undated-evidence", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each piece of evidence without a date."""
    for evidence in subject.journey.evidence:
        if not evidence.date:
            yield Problem(
                FAULT,
                f"evidence `{evidence.id}` does not say when it was gathered",
                (at_id(evidence, "of which day?"),),
                help=("look up the day on which the gathering ended, and add it: `date: YYYY-MM-DD`",),
            )


CHECK = Check(FAULT, in_journey=find)

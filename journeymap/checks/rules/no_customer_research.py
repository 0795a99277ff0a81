"""All evidence of a journey was gathered without a customer.

Reading and workshops are a start, but they repeat what is known already. What really stops people, they
tell only when they are asked or watched, and it is rarely what the meeting room expected.

It is asked where all evidence is of kind `desk-research` or `workshop`. Journeys with `state: future` or
`ideal` are left alone.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - id: decision
        title: Decision
        emotion: {score: -1, confidence: partial, evidence: [kick-off]}
    evidence:
      - id: kick-off
        kind: workshop
        title: Kick-off with sales
        date: 2026-08-21

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - id: decision
        title: Decision
        emotion: {score: -1, confidence: partial, evidence: [kick-off, calls]}
    evidence:
      - id: kick-off
        kind: workshop
        title: Kick-off with sales
        date: 2026-08-21
      - id: calls
        kind: interview
        title: Calls with six buyers
        date: 2026-09-02

Source: Stickdorn et al., This Is Service Design Doing (2018), on desk research as preparation for research
with people; Kalbach, Mapping Experiences (2nd ed., 2020), on investigating the experience.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("no-customer-research", __doc__)
INDOORS = {"desk-research": "desk research", "workshop": "workshops"}


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when a journey of today rests on desk research and workshops only."""
    journey = subject.journey
    kinds = dict.fromkeys(each.kind for each in journey.evidence)
    if kinds and journey.state == "current" and all(kind in INDOORS for kind in kinds):
        yield Problem(
            FAULT,
            f"no customer was asked or observed for journey `{journey.id}`, "
            f"only {' and '.join(map(INDOORS.__getitem__, kinds))}",
            (at_id(journey.evidence[0], "no customer took part in this"),),
            help=(
                (
                    "talk to customers or watch them, and list it under `evidence:` as well, its `kind:` "
                    "interview, survey, observation, usability-test, diary, support or analytics"
                ),
            ),
        )


CHECK = Check(FAULT, in_journey=find)

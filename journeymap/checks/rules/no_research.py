"""Nothing that a journey says about its customers comes from research.

Workshops produce what colleagues believe, and what they believe is often the wish of the company. A
published map is taken for knowledge: money is then spent on pains that customers do not have, and theirs
stay.

Claims are emotions, pains, gains and insights. One with a `confidence` above `assumed`, or with
`evidence`, is enough. Journeys with `state: future` or `ideal` are left alone.

The `kind` of evidence is interview, survey, analytics, observation, usability-test, support, diary,
desk-research, workshop or other.

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
          - id: checkout
            title: Checkout
            emotion: -1
            pains:
              - {id: many-fields, text: Too many fields, severity: medium}

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
            emotion: -1
            pains:
              - id: many-fields
                text: Too many fields
                severity: medium
                confidence: researched
                evidence: [interviews]
    evidence:
      - id: interviews
        kind: interview
        title: Interviews with buyers
        date: 2026-08-21

Source: Stickdorn et al., This Is Service Design Doing (2018), on assumption-based and research-based journey
maps.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.grounds import claims_of
from journeymap.model.summaries import evidence_coverage
from journeymap.problems import Problem

FAULT = describe_fault("no-research", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when every claim of a journey of today is assumed; one yet to come can be no other."""
    journey = subject.journey
    if journey.state != "current":
        return
    known, total = evidence_coverage(journey)
    # What cites evidence and is called assumed all the same is the fault of another rule.
    if total and not known and not any(claim.evidence for claim, _ in claims_of(journey)):
        count = "its only claim is" if total == 1 else f"all {total} claims are"
        yield Problem(
            FAULT,
            f"nothing in journey `{journey.id}` comes from customer research: {count} assumed",
            (at_id(journey, "who was asked or observed?"),),
            help=(
                "list what was really found out: `evidence: [{id: ..., kind: ..., title: ..., date: ...}]`",
                "cite it in the claims that it shows: `confidence: researched, evidence: [evidence-id]`",
                "while nobody has been asked, keep it a draft: `status: draft`",
            ),
        )


CHECK = Check(FAULT, in_journey=find)

"""A claim cites evidence, and is still called assumed.

What nobody says otherwise of counts as assumed, and maps draw it hollow. A finding of real customers then
looks like a guess, and whoever decides may pass over it.

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
            pains:
              - id: many-fields
                text: Too many fields
                severity: medium
                evidence: [usability-test]
    evidence:
      - id: usability-test
        kind: usability-test
        title: Usability test
        date: 2026-07-10

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
              - id: many-fields
                text: Too many fields
                severity: medium
                confidence: researched
                evidence: [usability-test]
    evidence:
      - id: usability-test
        kind: usability-test
        title: Usability test
        date: 2026-07-10

Source: the rule of the language: what is not said to be known counts as assumed.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.checks.grounds import claims_of
from journeymap.problems import Problem

FAULT = describe_fault("assumed-despite-evidence", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each claim that cites evidence and counts as assumed."""
    for stated in claims_of(subject.journey):
        claim = stated.claim
        if claim.evidence and claim.confidence == "assumed":
            yield Problem(
                FAULT,
                f"{stated.words} cites evidence, and still counts as assumed",
                (at_field(claim, "evidence", "this is more than a guess"),),
                help=(
                    (
                        "if the evidence shows it, add `confidence: researched`; if it only points that way, "
                        "`confidence: partial`"
                    ),
                    "if it does not, take the reference out",
                ),
                args=stated.args,
            )


CHECK = Check(FAULT, in_journey=find)

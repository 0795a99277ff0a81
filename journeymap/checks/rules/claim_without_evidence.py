"""A claim is called researched, and cites nothing.

Confidence is what readers trust a map by: a researched pain gets a budget. Where nobody can look up who
said it, a guess has been promoted, and customers pay for the wrong repair.

It is asked of emotions, pains, gains and insights whose `confidence` is `researched`, or `partial` where
the evidence only points that way. All of them take `evidence`; personas have `persona-without-research`.
Do not cite just any evidence: it has to show this very claim.

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
            pains:
              - id: many-fields
                text: Too many fields
                severity: medium
                confidence: researched

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
        title: Usability test with six buyers
        date: 2026-07-10

Source: the rule of the language: confidence says how sure we are, evidence says why. Stickdorn et al., This
Is Service Design Doing (2018), on keeping journey maps traceable to their data.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.checks.grounds import claims_of
from journeymap.problems import Problem

FAULT = describe_fault("claim-without-evidence", __doc__)
SURE = frozenset({"partial", "researched"})


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each claim that is more than assumed, and cites no evidence."""
    for stated in claims_of(subject.journey):
        claim = stated.claim
        if claim.confidence in SURE and not claim.evidence:
            yield Problem(
                FAULT,
                f"{stated.words} is called `{claim.confidence}` and cites no evidence",
                (at_field(claim, "confidence", "says who?"),),
                help=(
                    (
                        "if somebody found it out, cite where: `evidence: [evidence-id]`, an id under "
                        "`evidence:` of the journey (`journey#evidence-id` for another's)"
                    ),
                    "else write `confidence: assumed`, or leave it out",
                ),
                args=stated.args,
            )


CHECK = Check(FAULT, in_journey=find)

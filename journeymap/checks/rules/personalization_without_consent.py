"""A touchpoint is personalised with personal data, and nobody says whether the customer agreed.

Being recognised is pleasant as long as one knows why. A page that knows too much frightens people off, and
using their data without a legal basis is forbidden.

It is asked only where the `source` holds personal data (`personal: true`). Any answer will do, `given`,
`required` or `not-needed`: then it can be discussed.

Failing:

    # file: first-purchase.journey.yaml
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
            personalization: [{text: The address is filled in, source: crm}]
    # file: data.library.yaml
    journeymap: 1
    kind: library
    sources:
      - {id: crm, title: CRM, kind: crm, personal: true, privacy: Deleted on request.}

Passing:

    # file: first-purchase.journey.yaml
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
            personalization: [{text: The address is filled in, source: crm, consent: given}]
    # file: data.library.yaml
    journeymap: 1
    kind: library
    sources:
      - {id: crm, title: CRM, kind: crm, personal: true, privacy: Deleted on request.}

Source: General Data Protection Regulation, articles 6 (lawfulness of processing), 7 (conditions for consent)
and 13 (information to be given).
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.checks.grounds import name_of
from journeymap.problems import Problem

FAULT = describe_fault(
    "personalization-without-consent", __doc__, "security", review="warning", published="error"
)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each personalisation by personal data that does not say a word about consent."""
    sources = subject.portfolio.library.sources
    for touchpoint in subject.touchpoints:
        for each in touchpoint.personalization:
            source = sources.get(each.source)
            if source is not None and source.personal and each.consent is None:
                yield Problem(
                    FAULT,
                    f"{name_of('', each.text)} at `{touchpoint.id}` uses the personal data of "
                    f"`{each.source}` without a word on consent",
                    (at_field(each, "source", "did the customer agree to this use?"),),
                    help=("add `consent: given`, `required`, or `not-needed` where another basis allows it",),
                    args=(each.source, each.text),
                )


CHECK = Check(FAULT, in_journey=find)

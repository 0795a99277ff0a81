"""A touchpoint is personalised with personal data, and nobody says whether the customer agreed.

Being recognised is pleasant as long as one knows why. A page that knows too much frightens people off,
and using their data without a legal basis is forbidden.

It is asked only where the `source` holds personal data (`personal: true` in the library). The answers:

- `given`: customers have agreed to this use
- `required`: they have to agree, and have not been asked yet
- `not-needed`: the law allows this use without asking, as for a contract

Any of the three is an answer; ask whoever looks after data protection, do not guess.

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
            personalization:
              - text: The address is filled in
                source: crm
    # file: data.library.yaml
    journeymap: 1
    kind: library
    sources:
      - id: crm
        title: Customer file
        personal: true
        privacy: Contract data, deleted two years after the last order.
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

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
            personalization:
              - text: The address is filled in
                source: crm
                consent: given
    # file: data.library.yaml
    journeymap: 1
    kind: library
    sources:
      - id: crm
        title: Customer file
        personal: true
        privacy: Contract data, deleted two years after the last order.
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: General Data Protection Regulation, articles 6 (lawfulness of processing), 7 (conditions for consent)
and 13 (information to be given).
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("personalization-without-consent", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each personalisation by personal data that does not say a word about consent."""
    sources = subject.portfolio.library.sources
    for touchpoint in subject.touchpoints:
        for each in touchpoint.personalization:
            source = sources.get(each.source)
            if source is not None and source.personal and each.consent is None:
                yield Problem(
                    FAULT,
                    f"`{touchpoint.id}` uses personal data of `{each.source}` without a word on consent",
                    (at_field(each, "source", "did the customer agree to this use?"),),
                    help=(
                        (
                            "add what is true: `consent: given` (customers have agreed), `consent: required` "
                            "(they have not been asked yet) or `consent: not-needed` (the law allows it)"
                        ),
                    ),
                    args=(each.source, each.text),
                )


CHECK = Check(FAULT, in_journey=find)

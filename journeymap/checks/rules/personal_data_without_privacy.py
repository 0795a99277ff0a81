"""A source holds personal data, and nobody says how that is protected.

Customers have a right to know what is kept about them, what for, and for how long. A team that cannot say
it on the map will not be able to say it to the customer who asks, and one such answer costs more trust
than any campaign wins.

Failing:

    # file: first-purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    sources: [crm]
    stages:
      - {id: decision, title: Decision}
    # file: data.library.yaml
    journeymap: 1
    kind: library
    sources:
      - {id: crm, title: CRM, kind: crm, personal: true}
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
    sources: [crm]
    stages:
      - {id: decision, title: Decision}
    # file: data.library.yaml
    journeymap: 1
    kind: library
    sources:
      - id: crm
        title: CRM
        kind: crm
        personal: true
        privacy: Contract data, kept for two years, deleted on request.
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: General Data Protection Regulation, articles 5 (purpose and storage limitation), 13 (information to
be given) and 30 (records of processing).
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Survey, at_field, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("personal-data-without-privacy", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each source of personal data without a word on privacy."""
    for source in survey.portfolio.library.sources.values():
        if source.personal and not source.privacy:
            yield Problem(
                FAULT,
                f"source `{source.id}` holds personal data, and nothing is said about privacy",
                (at_field(source, "personal", "how is it protected?"),),
                help=(
                    (
                        "ask whoever looks after data protection, and add `privacy: ...`: the legal basis on "
                        "which it is kept, how long, and who may see it"
                    ),
                    "if it holds no personal data, write `personal: false`",
                ),
            )


CHECK = Check(FAULT, in_portfolio=find)

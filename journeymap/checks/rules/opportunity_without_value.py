"""An opportunity lacks the numbers that it would be ranked by.

Where value and effort are not given, the loudest voice decides what is done first, and customers have
none in that meeting. Rough numbers that everybody can argue about are enough.

Opportunities that are done or rejected are left alone.

Failing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - {id: day, title: The day}
    opportunities:
      - id: call-ahead
        title: Call an hour before
        business_value: 3

Passing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - {id: day, title: The day}
    opportunities:
      - id: call-ahead
        title: Call an hour before
        customer_value: 4
        business_value: 3
        effort: 1

Source: Sean McBride, RICE: Simple prioritization for product managers (Intercom), on scores instead of
favourite ideas.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.grounds import name_of
from journeymap.model.priorities import FORMULAS
from journeymap.problems import Problem

FAULT = describe_fault("opportunity-without-value", __doc__)
_NEEDED = ("customer_value", "business_value", "effort")
"""What the matrix of value against effort is drawn from, whatever the formula."""


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each open opportunity that cannot be ranked."""
    formula = FORMULAS.get(subject.portfolio.workspace.opportunity_score)
    needed = tuple(dict.fromkeys((*_NEEDED, *(formula.needs if formula else ()))))
    for opportunity in subject.journey.opportunities:
        missing = [key for key in needed if getattr(opportunity, key) is None]
        if missing and opportunity.status not in ("done", "rejected"):
            yield Problem(
                FAULT,
                f"opportunity {name_of(opportunity.id, opportunity.title)} cannot be ranked: no "
                f"{_join('or', [key.replace('_', ' ') for key in missing])}",
                (at_id(opportunity, "worth how much, at what cost?"),),
                help=(f"estimate and add {_join('and', [f'`{key}:` ({_SCALES[key]})' for key in missing])}",),
                args=() if opportunity.id else (opportunity.title,),
            )


_SCALES = {
    "customer_value": "0 to 5",
    "business_value": "0 to 5",
    "effort": "0 to 5",
    "reach": "how many customers",
    "confidence": "0 to 1",
}


def _join(conjunction: str, words: list[str]) -> str:
    return f" {conjunction} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


CHECK = Check(FAULT, in_journey=find)

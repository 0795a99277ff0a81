"""An opportunity belongs to nobody.

What belongs to everybody is done by nobody: the idea is admired, and customers wait. An owner does not have
to do it, but is the one to ask. Opportunities that are done or rejected need none.

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
        status: planned

Passing:

    # file: moving-house.journey.yaml
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
        status: planned
        owner: dispatch
    # file: teams.library.yaml
    journeymap: 1
    kind: library
    teams:
      - {id: dispatch, title: Dispatch}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: the language's own rule: what is planned has a team that sees to it.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.grounds import name_of
from journeymap.problems import Problem

FAULT = describe_fault("opportunity-without-owner", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each open opportunity without an owner."""
    for opportunity in subject.journey.opportunities:
        if not opportunity.owner and opportunity.status not in ("done", "rejected"):
            yield Problem(
                FAULT,
                f"opportunity {name_of(opportunity.id, opportunity.title)} belongs to nobody",
                (at_id(opportunity, "who sees to it?"),),
                help=("agree on a team and add `owner: team-id`; declare it in a library under `teams:`",),
                args=() if opportunity.id else (opportunity.title,),
            )


CHECK = Check(FAULT, in_journey=find)

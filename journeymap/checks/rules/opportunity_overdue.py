"""An opportunity, or one of its actions, should have been done by now.

Customers are still waiting for what somebody has promised. Either it is done and the map does not say so,
or it is late and everybody who reads the map plans with a wrong date.

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
        due: 2020-06-30

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
        status: done
        due: 2020-06-30

Source: the language's own rule: a date on the map holds, or is changed.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, count_days, describe_fault
from journeymap.checks.grounds import name_of
from journeymap.checks.items import place_of_field
from journeymap.model import Action, Opportunity
from journeymap.problems import Problem, Spot

FAULT = describe_fault("opportunity-overdue", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each opportunity and action whose day has passed before it was done."""
    for opportunity in subject.journey.opportunities:
        if not _is_open(opportunity):
            continue
        if opportunity.due and opportunity.due < subject.today:
            named = f"opportunity {name_of(opportunity.id, opportunity.title)}"
            yield _report(named, opportunity, subject, opportunity.id or opportunity.title)
        for action in opportunity.actions:
            if action.due and action.due < subject.today and _is_open(action):
                named = f"action {name_of(action.id, action.text)}"
                yield _report(named, action, subject, action.id or action.text)


def _is_open(item: Opportunity | Action) -> bool:
    return item.status not in ("done", "rejected")


def _report(named: str, item: Opportunity | Action, subject: Subject, identity: str) -> Problem:
    days = count_days(item.due, subject.today)
    place = place_of_field(subject.journey, item, "due")
    return Problem(
        FAULT,
        f"{named} was due on {item.due} and is not done",
        (Spot(place, "yesterday" if days == 1 else f"{days} days ago"),),
        help=("set `status: done` if it is, `rejected` if nobody will do it; else agree on another `due:`",),
        args=(identity, item.due),
    )


CHECK = Check(FAULT, in_journey=find)

"""No KPI would show that an opportunity worked.

A change that nothing measures counts as a success on the day it is delivered, whatever it does to
customers. Say beforehand which number should move, and the next map will show whether it did.

Failing:

    # file: moving-house.journey.yaml
    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: day
        title: The day
        kpis:
          - {metric: on-time, baseline: 81, target: 95}
    opportunities:
      - id: call-ahead
        title: Call an hour before
        status: planned
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: on-time
        title: Arrivals on time
        type: ratio
        owner: dispatch
        definition: Arrivals within the promised hour, in percent of all.
    teams:
      - {id: dispatch, title: Dispatch}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Passing:

    # file: moving-house.journey.yaml
    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: day
        title: The day
        kpis:
          - {metric: on-time, baseline: 81, target: 95}
    opportunities:
      - id: call-ahead
        title: Call an hour before
        status: planned
        kpis: [day/on-time]
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: on-time
        title: Arrivals on time
        type: ratio
        owner: dispatch
        definition: Arrivals within the promised hour, in percent of all.
    teams:
      - {id: dispatch, title: Dispatch}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: the language's own rule: what is planned says which KPI should move.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.grounds import name_of
from journeymap.problems import Problem

FAULT = describe_fault("opportunity-without-kpi", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each opportunity whose effect nobody would see; a rejected one has none."""
    for opportunity in subject.journey.opportunities:
        if not opportunity.kpis and not opportunity.own_kpis and opportunity.status != "rejected":
            yield Problem(
                FAULT,
                f"no KPI would show that opportunity {name_of(opportunity.id, opportunity.title)} worked",
                (at_id(opportunity, "what should move?"),),
                help=(
                    "name the KPI that should move: `kpis: [stage-or-touchpoint/metric]`",
                    "or one of its own: `kpis: [{metric: ..., baseline: ..., target: ...}]`",
                ),
                args=() if opportunity.id else (opportunity.title,),
            )


CHECK = Check(FAULT, in_journey=find)

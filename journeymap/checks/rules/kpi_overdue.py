"""A KPI should have met its target by now.

The day has passed and the map still shows the target as something to come. Whether customers were given
what was promised is not said.

Failing:

    # file: moving-house.journey.yaml
    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: published
    stages:
      - id: day
        title: The day
        kpis:
          - {metric: on-time, baseline: 81, target: 95, due: 2020-06-30}
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
    status: published
    stages:
      - id: day
        title: The day
        kpis:
          - {metric: on-time, baseline: 81, target: 97, due: 2030-06-30}
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

Source: the language's own rule: a date on the map holds, or is changed.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, count_days, describe_fault
from journeymap.checks.numbers import spot_number
from journeymap.problems import Problem

FAULT = describe_fault("kpi-overdue", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each KPI whose day has passed."""
    for owned in subject.kpis:
        due = owned.kpi.due
        if due and due < subject.today:
            days = count_days(due, subject.today)
            yield Problem(
                FAULT,
                f"KPI `{owned.kpi.id}` should have met its target on {due}",
                (
                    spot_number(
                        subject.journey, owned, "due", "yesterday" if days == 1 else f"{days} days ago"
                    ),
                ),
                help=(
                    (
                        "look up where the number stands, then write the next `target:` and `due:`, "
                        "or take the KPI out"
                    ),
                ),
                args=(owned.kpi.id, due),
            )


CHECK = Check(FAULT, in_journey=find)

"""A metric that KPIs use is not defined.

Two people who count "conversion" get two numbers, and then they argue about the numbers instead of about
customers. A definition says what is counted, out of what, and over which time.

A metric with rules under `measure` is defined by them, and a net promoter score (`nps`) is the same
everywhere.

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
          - {metric: on-time, baseline: 81, target: 95, due: 2030-06-30}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: on-time
        title: Arrivals on time
        type: ratio
        owner: dispatch
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
          - {metric: on-time, baseline: 81, target: 95, due: 2030-06-30}
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

Source: ISO/IEC/IEEE 15939, Measurement process: a measure is defined, with its method and its unit, before
it is collected.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Survey, at_id, describe_fault
from journeymap.model.summaries import kpis_of
from journeymap.problems import Problem

FAULT = describe_fault("metric-without-definition", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each metric in use of which nobody says what it counts."""
    undefined = {
        metric.id
        for metric in survey.portfolio.library.metrics.values()
        if not metric.definition and metric.measure is None and metric.type != "nps"
    }
    if not undefined:
        return
    living = (journey for journey in survey.portfolio.journeys if journey.status != "retired")
    used = {owned.kpi.metric for journey in living for owned in kpis_of(journey)}
    for metric in survey.portfolio.library.metrics.values():
        if metric.id in undefined and metric.id in used:
            yield Problem(
                FAULT,
                f"metric `{metric.id}` is used and nobody says what it counts",
                (at_id(metric, "what exactly is counted?"),),
                help=(
                    "ask its owner, and add `definition: ...`: what is counted, out of what, over which time",
                ),
            )


CHECK = Check(FAULT, in_portfolio=find)

"""The range of a metric is upside down, or wider than its type allows.

The range says which numbers are possible at all; targets, gaps and colours are judged by it. Where it is
wrong, right numbers are refused and slips of the finger pass.

What the types allow: `ratio` 0 to 100 (percent), `nps` -100 to 100, `csat` 1 to 5 or 0 to 100 (percent),
`ces` 1 to 7, `count` and `duration` 0 or more, `mean` and `money` any number.

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
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: on-time
        title: Arrivals on time
        type: ratio
        range: [0, 1000]
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
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: on-time
        title: Arrivals on time
        type: ratio
        range: [0, 100]
        owner: dispatch
        definition: Arrivals within the promised hour, in percent of all.
    teams:
      - {id: dispatch, title: Dispatch}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: the language's own rule: a ratio runs from 0 to 100 percent, a net promoter score from -100 to 100,
satisfaction from 1 to 5 or from 0 to 100 percent, customer effort from 1 to 7; counts and durations begin
at 0.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Survey, at_field, describe_fault
from journeymap.checks.numbers import describe_range, is_possible_range, range_of_type
from journeymap.model import Metric
from journeymap.problems import Problem, Repair, Step

FAULT = describe_fault("impossible-range", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each metric whose own range cannot be."""
    for metric in survey.portfolio.library.metrics.values():
        if metric.range is None or is_possible_range(metric):
            continue
        low, high = (f"{bound:.10g}" for bound in metric.range)
        if metric.range[0] >= metric.range[1]:
            problem, label = f"the range of metric `{metric.id}` runs from {low} to {high}", "not upwards"
            help = "write the lowest value first, then the highest: `range: [lowest, highest]`"
        else:
            problem = (
                f"the range of metric `{metric.id}` runs from {low} to {high}, "
                f"but its type `{metric.type}` {describe_range(range_of_type(metric))}"
            )
            label = "wider than the type allows"
            help = "narrow it, `range: [lowest, highest]`, or correct the `type:` of the metric"
        yield Problem(
            FAULT,
            problem,
            (at_field(metric, "range", label),),
            help=(help,),
            args=(low, high),
            repairs=_turn_around(metric),
        )


def _turn_around(metric: Metric) -> tuple[Repair, ...]:
    """Return how to exchange the ends of a range that was written from high to low."""
    assert metric.range is not None
    turned = (metric.range[1], metric.range[0])
    if not is_possible_range(metric._replace(range=turned)):
        return ()
    step = Step("set", metric.at.child("range"), list(turned))
    return (Repair("exchange the two", (step,), safe=False),)


CHECK = Check(FAULT, in_portfolio=find)

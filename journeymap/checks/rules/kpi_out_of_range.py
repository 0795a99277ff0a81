"""A KPI has a number that its metric can never have.

A satisfaction of 42 on a scale of five is a slip of the finger, or a per cent value for a metric that is
asked in points. Readers take it for what customers said, and every gap and curve that is computed from it
is wrong.

What the types allow:

- `ratio`: 0 to 100, in percent (81, not 0.81)
- `nps`: -100 to 100
- `csat`: 1 to 5, or 0 to 100 with `unit: "%"`
- `ces`: 1 to 7
- `count` and `duration` (in seconds): 0 or more
- `mean` and `money`: any number

A `range: [lowest, highest]` at the metric narrows this.

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
          - {metric: on-time, baseline: 81, target: 950}
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

Source: the language's own rule: types of metrics carry their legal ranges. That of the net promoter score is
Reichheld's (The One Number You Need to Grow, Harvard Business Review, 2003).
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, describe_fault
from journeymap.checks.numbers import describe_range, is_possible_range, spot_number
from journeymap.model import Metric
from journeymap.model.kpis import is_legal, legal_range
from journeymap.model.summaries import OwnedKpi
from journeymap.problems import Problem

FAULT = describe_fault("kpi-out-of-range", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each number of a KPI that cannot be."""
    metrics = subject.portfolio.library.metrics
    for owned in subject.kpis:
        metric = metrics.get(owned.kpi.metric)
        if metric is None:
            continue
        for key in ("baseline", "target"):
            value = getattr(owned.kpi, key)
            # A metric whose own range is impossible is a fault of its own.
            if value is not None and not is_legal(value, metric) and is_possible_range(metric):
                yield _report(subject, owned, metric, key)


def _report(subject: Subject, owned: OwnedKpi, metric: Metric, key: str) -> Problem:
    kpi = owned.kpi
    value = f"{getattr(kpi, key):.10g}"
    return Problem(
        FAULT,
        f"the {key} of KPI `{kpi.id}` is {value}, but `{metric.id}` {describe_range(legal_range(metric))}",
        (spot_number(subject.journey, owned, key, "it can never be this"),),
        help=(
            (
                f"look the number up and write it in the unit of the metric{_hint(metric)}; if the number "
                "is right, correct the metric in its library: `type:`, or `range: [lowest, highest]`"
            ),
        ),
        args=(kpi.id, key, value),
    )


def _hint(metric: Metric) -> str:
    return ", in percent from 0 to 100" if metric.type == "ratio" and metric.range is None else ""


CHECK = Check(FAULT, in_journey=find)

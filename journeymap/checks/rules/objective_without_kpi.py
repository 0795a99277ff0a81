"""An objective names no KPI that would tell whether it is reached.

A wish without a number is always nearly fulfilled. Whether customers really get through more easily shows
in a KPI, and the team that has agreed on one stops arguing about whether it went well.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    objective:
      text: Two in five visitors who fill a basket buy it
    stages:
      - {id: decision, title: Decision}

Passing:

    # file: first-purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    objective:
      text: Two in five visitors who fill a basket buy it
      kpi: decision/conversion
    stages:
      - id: decision
        title: Decision
        kpis:
          - {metric: conversion, baseline: 31, target: 40}
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - id: conversion
        title: Conversion
        type: ratio
        owner: shop
        definition: Orders in percent of all filled baskets.
    teams:
      - {id: shop, title: Shop team}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: ISO 9001:2015, clause 6.2.1: quality objectives are measurable; Doran, There's a S.M.A.R.T. way to
write management's goals and objectives (Management Review 70, 1981).
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.checks.lineage import written_in
from journeymap.problems import Problem

FAULT = describe_fault("objective-without-kpi", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when the journey's objective names no KPI."""
    journey = subject.journey
    if journey.objective is not None and not journey.objective.kpi:
        yield Problem(
            FAULT,
            f"no KPI would tell whether the objective of journey `{journey.id}` is reached",
            (at_field(written_in(subject, "objective"), "objective", "how will you know?"),),
            help=(
                "give a stage or touchpoint the KPI: `kpis: [{metric: ..., baseline: ..., target: ...}]`",
                "then name it: `objective: {text: ..., kpi: stage-or-touchpoint/metric}`",
            ),
        )


CHECK = Check(FAULT, in_journey=find)

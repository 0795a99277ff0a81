"""A journey says nothing of what the organisation wants from it.

Without an objective nobody can tell whether a change made the journey better, and a team improves what is
easy to improve. Customers then get a nicer page where they needed a shorter way.

A journey that shows a part of another in detail (`expand`) may leave the objective to that one.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
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

Source: "lack of clear objectives" heads the usual lists of pitfalls of journey work; Kalbach, Mapping
Experiences (2nd ed., 2020), on setting up a mapping project.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import is_detail, written_in
from journeymap.problems import Problem

FAULT = describe_fault("no-objective", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when the journey has no objective, and is not the detail of one that may have it."""
    journey = subject.journey
    objective = journey.objective
    if (objective is None or not objective.text.strip()) and not is_detail(subject):
        yield Problem(
            FAULT,
            f"journey `{journey.id}` has no objective",
            (at_id(written_in(subject, "objective"), "what should it achieve for the organisation?"),),
            help=(
                (
                    "agree on what should improve; add `objective: {text: ..., kpi: stage-id/metric-id}`, "
                    "a KPI that the stage lists under `kpis:`"
                ),
            ),
        )


CHECK = Check(FAULT, in_journey=find)

"""An objective names no KPI that would tell whether it is reached.

A wish without a number is always nearly fulfilled. Whether customers really get through more easily shows
in a KPI, and the team that has agreed on one stops arguing about whether it went well.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    objective: Make the purchase easier
    stages:
      - {id: decision, title: Decision}

Passing:

    # file: first-purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    objective: {text: Make the purchase easier, kpi: decision/conversion}
    stages:
      - id: decision
        title: Decision
        kpis: [{metric: conversion, baseline: 31, target: 38}]
    # file: measures.library.yaml
    journeymap: 1
    kind: library
    metrics:
      - {id: conversion, title: Conversion, type: ratio}

Source: ISO 9001:2015, clause 6.2.1: quality objectives are measurable; Doran, There's a S.M.A.R.T. way to
write management's goals and objectives (Management Review 70, 1981).
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.checks.lineage import written_in
from journeymap.problems import Problem

FAULT = describe_fault("objective-without-kpi", __doc__, "quality", review="warning", published="error")


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when the journey's objective names no KPI."""
    journey = subject.journey
    if journey.objective is not None and not journey.objective.kpi:
        yield Problem(
            FAULT,
            f"the objective of journey `{journey.id}` names no KPI that would tell whether it is reached",
            (at_field(written_in(subject, "objective"), "objective", "how will you know?"),),
            help=("add the address of a KPI: `objective: {text: ..., kpi: stage-or-touchpoint/metric}`",),
        )


CHECK = Check(FAULT, in_journey=find)

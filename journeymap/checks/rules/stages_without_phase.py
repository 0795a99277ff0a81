"""Stages do not say which phase of the lifecycle they belong to.

What customers call a step differs from journey to journey; the phase is what makes journeys comparable.
Only with phases can anybody see that all maps end at the till.

A stage whose id is that of a phase has it. A journey that shows a stage of another in detail (`expand`)
lies in the phase of that stage.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: looking, title: Looking around}
      - {id: buying, title: Buying}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: looking, title: Looking around, phase: consideration}
      - {id: buying, title: Buying, phase: decision}

Source: the rule of the language: a stage whose id does not name a phase says its `phase`. Gibbons, Journey
Mapping 101 (Nielsen Norman Group, 2018), on phases as a key component.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import is_detail
from journeymap.model import Journey, Stage
from journeymap.problems import Problem

FAULT = describe_fault("stages-without-phase", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield one problem for all stages without a phase; a detail lies in the phase of what it details."""
    stages = subject.journey.stages
    without = [stage for stage in stages if not stage.phase]
    if not without or is_detail(subject):
        return
    yield Problem(
        FAULT,
        _describe(without, subject.journey),
        (at_id(without[0], "before the purchase, at it, or after it?"),),
        help=(f"add `phase: ...`, one of {', '.join(f'`{id}`' for id in subject.portfolio.library.phases)}",),
    )


def _describe(without: list[Stage], journey: Journey) -> str:
    if len(without) == len(journey.stages):
        return f"no stage of journey `{journey.id}` says which phase it belongs to"
    names = ", ".join(f"`{stage.id}`" for stage in without)
    who, say = ("stage", "says") if len(without) == 1 else ("stages", "say")
    return f"{who} {names} of journey `{journey.id}` {say} no phase"


CHECK = Check(FAULT, in_journey=find)

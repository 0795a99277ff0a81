"""A journey begins with the purchase.

By then customers have searched, asked, compared and nearly taken another shop. What they expect at the
till they have learned before, and who does not look there cannot know why so few arrive.

The phase of a stage says where it lies: before the purchase, at it (core) or after it.

Nothing is said of journeys that another one leads to, that lead back to their own first stage, or that
show a part of another one (`expand`).

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: decision, title: Decision}
      - {id: retention, title: Retention}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: search, title: Search, phase: consideration}
      - {id: decision, title: Decision}
      - {id: retention, title: Retention}

Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (Journal of
Marketing 80, 2016), on the stage before the purchase.
"""

from collections.abc import Iterator, Sequence

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import continues_another, is_detail
from journeymap.checks.phases import name_core, positions_of
from journeymap.model import Stage
from journeymap.problems import Problem

FAULT = describe_fault("starts-at-purchase", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when the first stage is the purchase, and no other journey leads here."""
    positions = positions_of(subject)
    if positions[:1] != ("core",) or "before" in positions:
        return
    stages = subject.journey.stages
    if _leads_back(stages) or is_detail(subject) or continues_another(subject):
        return
    phases = subject.portfolio.library.phases.values()
    earlier = next((phase.id for phase in phases if phase.position == "before"), "")
    stage = (
        f"a stage with `phase: {earlier}`" if earlier else "a phase with `position: before` and a stage in it"
    )
    core = name_core(stages[0])
    yield Problem(
        FAULT,
        f"journey `{subject.journey.id}` starts at {core} and leaves out how customers got there",
        (at_id(stages[0], "what comes before is missing"),),
        help=(
            (
                f"add {stage}, or let the journey that comes first lead here: "
                f"`next: [{{journey: {subject.journey.id}}}]`"
            ),
        ),
    )


def _leads_back(stages: Sequence[Stage]) -> bool:
    """Whether a later stage leads back to the first: who buys again comes from there."""
    first = {stages[0].id, *(each.id for each in stages[0].touchpoints)}
    return any(
        way.to in first for stage in stages[1:] for each in stage.touchpoints for way in each.next or ()
    )


CHECK = Check(FAULT, in_journey=find)

"""A stage lies in an earlier phase of the customer's life than a stage before it.

Readers take a map from left to right. When somebody who has already decided is said to become aware,
either the stage stands in the wrong place, or it has the wrong phase, and coverage by phase counts it
there.

A journey that begins after the purchase may lead to the next one and is left alone.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - {id: decision, title: Decides}
      - {id: awareness, title: Hears of it}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - {id: awareness, title: Hears of it}
      - {id: decision, title: Decides}

Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (Journal of
Marketing 80, 2016): prepurchase, purchase, postpurchase.
"""

from collections.abc import Iterator
from typing import Final

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.items import place_of_field
from journeymap.problems import Problem, Spot

FAULT = describe_fault("phases-out-of-order", __doc__)
_ORDER: Final = {"before": 0, "core": 1, "after": 2}
_POSITIONS: Final = {"before": "before the purchase", "core": "the purchase itself", "after": "after it"}


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for the first stage that goes back to an earlier position."""
    phases = subject.portfolio.library.phases
    latest = None
    for stage in subject.journey.stages:
        phase = phases.get(stage.phase)
        if phase is None:
            continue
        if latest is None and phase.position == "after":
            return
        if latest is not None and _ORDER[phase.position] < _ORDER[phases[latest.phase].position]:
            key = "id" if stage.phase == stage.id else "phase"
            yield Problem(
                FAULT,
                f"stage `{stage.id}` goes back to phase `{phase.id}`, after `{latest.phase}`",
                (
                    Spot(
                        place_of_field(subject.journey, stage, key),
                        _POSITIONS[phase.position],
                    ),
                    at_id(latest, f"already in `{latest.phase}`"),
                ),
                ("move the stage to where it happens, or write the `phase:` that customers are in here",),
                args=(stage.id, latest.id),
            )
            return
        latest = stage


CHECK = Check(FAULT, in_journey=find)

"""Where the stages of a journey lie in the lifecycle: before the purchase, at it, or after it."""

from journeymap.checks.check import Subject
from journeymap.model import Stage

UNKNOWN = ""
_PURCHASE = "decision"


def positions_of(subject: Subject) -> tuple[str, ...]:
    """Return the position of each stage's phase; nothing is known of a stage without one.

    A lifecycle that puts all its phases in the middle has not said where they lie, so neither is anything
    known then.
    """
    phases = subject.portfolio.library.phases
    if all(phase.position == "core" for phase in phases.values()):
        return (UNKNOWN,) * len(subject.journey.stages)
    return tuple(
        phases[stage.phase].position if stage.phase in phases else UNKNOWN for stage in subject.journey.stages
    )


def name_core(stage: Stage) -> str:
    """Return what a core stage is about: the purchase, or a phase of the organisation's own lifecycle."""
    return "the purchase" if stage.phase == _PURCHASE else f"phase `{stage.phase}`"

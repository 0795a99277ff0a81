"""A journey ends with the purchase.

For the customer it begins there: waiting, unpacking, using, asking, perhaps sending back. Whoever looks
only at the way to the till spends money on winning people whom the weeks after it lose again.

The phase of a stage says where it lies: before the purchase, at it (core) or after it.

Nothing is said of journeys that lead on to another one after the purchase, that show a part of another
one (`expand`), or that have a later stage without a phase.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: consideration, title: Consideration}
      - {id: decision, title: Decision}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: consideration, title: Consideration}
      - {id: decision, title: Decision}
      - {id: first-weeks, title: The first weeks, phase: retention}

Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (Journal of
Marketing 80, 2016), on prepurchase, purchase and postpurchase; Edelman, Branding in the Digital Age (Harvard
Business Review, December 2010), on what happens after the purchase.
"""

from collections.abc import Iterator, Sequence

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import is_detail
from journeymap.checks.phases import UNKNOWN, name_core, positions_of
from journeymap.model import Stage
from journeymap.problems import Problem

FAULT = describe_fault("no-post-purchase", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when nothing follows the purchase, neither here nor in a journey that this leads to."""
    positions = positions_of(subject)
    if "after" in positions or "core" not in positions:
        return
    last = len(positions) - 1 - positions[::-1].index("core")
    stages = subject.journey.stages
    # A later stage that names no phase may well be what is looked for.
    if UNKNOWN in positions[last:] or _leads_on(stages[positions.index("core") :]) or is_detail(subject):
        return
    phases = subject.portfolio.library.phases.values()
    later = next((phase.id for phase in phases if phase.position == "after"), "")
    stage = f"a stage with `phase: {later}`" if later else "a phase with `position: after`, a stage in it"
    core = name_core(stages[last])
    yield Problem(
        FAULT,
        f"journey `{subject.journey.id}` ends with {core} and neglects what comes after it",
        (at_id(stages[last], "customers go on from here, the map does not"),),
        help=(f"add {stage}, or lead on to the journey that shows it: `next: [{{journey: journey-id}}]`",),
    )


def _leads_on(stages: Sequence[Stage]) -> bool:
    """Whether one of these stages leads to another journey."""
    return any(way.journey for stage in stages for each in stage.touchpoints for way in each.next or ())


CHECK = Check(FAULT, in_journey=find)

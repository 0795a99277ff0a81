"""No path through the journey leads to a touchpoint.

The map draws a moment that no customer lives through. Its feelings are on no path, its pains hurt nobody,
and whoever improves it improves nothing: usually an earlier `next` was meant to lead here as well.

Without `next`, a touchpoint leads to the one written after it, also into the next stage. With `next`, it
leads only to what stands there; `next: []` ends the path.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - {id: basket, title: Basket, next: confirmation}
          - {id: checkout, title: Checkout}
          - {id: confirmation, title: Confirmation}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: basket
            title: Basket
            next:
              - {to: checkout, when: is new here}
              - {to: confirmation, when: pays with one click}
          - {id: checkout, title: Checkout}
          - {id: confirmation, title: Confirmation}

Source: a rule of the language itself.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.items import own_first, place_of_field
from journeymap.checks.thoroughfare import is_thoroughfare
from journeymap.model.ways import Way, find_ways
from journeymap.problems import Problem, Spot

FAULT = describe_fault("unreachable-touchpoint", __doc__)
_MOST_FOLLOWERS = 8


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each touchpoint that nothing leads to, those that only it leads to as labels."""
    touchpoints = subject.touchpoints
    if is_thoroughfare(subject.journey) or not subject.strays.unreachable:
        return
    unreachable = set(subject.strays.unreachable)
    ways = find_ways(subject.journey)
    told: set[int] = set()
    for number, touchpoint in enumerate(touchpoints):
        if touchpoint.id not in unreachable or number in told:
            continue
        group = _reach_from(number, ways.ways)
        followers = [n for n in sorted(group - told - {number}) if touchpoints[n].id in unreachable]
        told |= group
        before = touchpoints[number - 1]  # its `next` is written, or else it would lead here
        place = place_of_field(subject.journey, before, "next")
        spots = [
            at_id(touchpoint, "nobody gets here"),
            Spot(place, "this leads elsewhere" if before.next else "the path ends here"),
        ]
        spots += [at_id(touchpoints[n], "nor here") for n in followers[:_MOST_FOLLOWERS]]
        yield Problem(
            FAULT,
            f"no path leads to touchpoint `{touchpoint.id}`",
            own_first(spots, subject.journey),
            (
                (
                    f"if customers get here, add `{touchpoint.id}` to the `next` of the touchpoint before, "
                    f"as in `next: [..., {touchpoint.id}]`"
                ),
                "else take the touchpoint out",
            ),
            args=(touchpoint.id,),
        )


def _reach_from(start: int, ways: tuple[tuple[Way, ...], ...]) -> set[int]:
    """Return the touchpoints that a touchpoint leads to, and itself."""
    found: set[int] = set()
    pending = [start]
    while pending:
        number = pending.pop()
        if number not in found:
            found.add(number)
            pending += [way.head for way in ways[number] if way.head >= 0]
    return found


CHECK = Check(FAULT, in_journey=find)

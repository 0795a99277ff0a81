"""Whether a journey can be gone through, told at a glance where it plainly can."""

from journeymap.model import Journey


def is_thoroughfare(journey: Journey) -> bool:
    """Whether it is plain that every touchpoint is come by and left again.

    It is where each touchpoint is led to from an earlier one and leads to a later one or out: what goes
    back is then never the only way. Where that is not so, the paths have to be walked to know.
    """
    touchpoints = tuple(journey.touchpoints())
    places = _find_places(journey)
    led_to = {0}
    for number, touchpoint in enumerate(touchpoints):
        if number not in led_to:
            return False
        if touchpoint.next is None:
            led_to.add(number + 1)
        elif touchpoint.next:
            leads_on = False
            for branch in touchpoint.next:
                head = places.get(branch.to, len(touchpoints)) if branch.to else len(touchpoints)
                if head > number:
                    led_to.add(head)
                    leads_on = leads_on or branch.share != 0
            if not leads_on:
                return False
    return True


def _find_places(journey: Journey) -> dict[str, int]:
    """Return the number of each touchpoint, and of that at which each stage is entered."""
    places: dict[str, int] = {}
    number = 0
    for stage in journey.stages:
        places[stage.id] = number  # of a later stage's first touchpoint where this one has none
        for touchpoint in stage.touchpoints:
            places[touchpoint.id] = number
            number += 1
    return places

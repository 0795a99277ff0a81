"""Customers can go round and never come out.

A journey may well lead back: people return to the product page, try a code again. But here every path
leads back, so by the map nobody who enters ever gets anything or even gives up. In life they do, and the
map says neither when nor how many.

Failing:

    journeymap: 1
    kind: journey
    id: get-help
    title: Getting help
    stages:
      - id: contact
        title: Contact
        touchpoints:
          - {id: help-page, title: Help page, next: chatbot}
          - {id: chatbot, title: Chatbot, next: help-page}

Passing:

    journeymap: 1
    kind: journey
    id: get-help
    title: Getting help
    stages:
      - id: contact
        title: Contact
        touchpoints:
          - {id: help-page, title: Help page, next: chatbot}
          - id: chatbot
            title: Chatbot
            next: [help-page, {exit: gives-up, when: has had enough}]
    exits:
      - {id: gives-up, title: Gives up, outcome: lost}

Source: Kemeny and Snell, Finite Markov Chains (1960), chapter III: only a chain that can end from
everywhere has an expected way through it.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.items import own_first, place_of_field
from journeymap.checks.thoroughfare import is_thoroughfare
from journeymap.model.chains import find_components
from journeymap.model.ways import find_ways
from journeymap.problems import Problem, Spot

FAULT = describe_fault("endless-loop", __doc__)
_MOST_MEMBERS = 8


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each loop that customers come into and never out of."""
    touchpoints = subject.touchpoints
    if is_thoroughfare(subject.journey) or not subject.strays.endless:
        return
    endless = set(subject.strays.endless).difference(subject.strays.unreachable)
    ways = find_ways(subject.journey)
    live = [[way.head for way in each if way.head >= 0] for each in ways.live]
    inside = [heads if touchpoints[n].id in endless else [] for n, heads in enumerate(live)]
    for loop in sorted(find_components(inside)):
        first, *others = (touchpoints[number] for number in loop)
        if first.id not in endless or not (others or loop[0] in live[loop[0]]):
            continue
        back = touchpoints[loop[-1]]
        spots = (
            at_id(first, "the loop begins here" if others else "it leads back to itself"),
            *(at_id(each, "then here") for each in others[:_MOST_MEMBERS]),
            Spot(place_of_field(subject.journey, back, "next"), "and back"),
        )
        yield Problem(
            FAULT,
            f"nobody who comes to `{first.id}` ever leaves this journey",
            own_first(spots, subject.journey),
            ("add how they get out to a `next` of these: a touchpoint, `{exit: ...}` or `{journey: ...}`",),
            args=tuple(touchpoints[number].id for number in loop),
        )


CHECK = Check(FAULT, in_journey=find)

"""Something is still there after the day on which it was to go.

`sunset` is a promise: from that day on nobody needs to reckon with the thing. Once it is broken without a
word, no other date in the map is believed, and customers are still led to what support, printing and
training have already given up.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: fax-order
            title: Order by fax
            deprecated: {sunset: 2025-12-31}
          - {id: checkout, title: Checkout}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - {id: checkout, title: Checkout}

Source: a rule of the language itself; RFC 8594, The Sunset HTTP Header Field (2019), has the same idea for
services.
"""

from collections.abc import Iterator
from typing import Any

from journeymap.checks.check import Check, Survey, describe_fault
from journeymap.checks.items import deprecated_things
from journeymap.model.items import NOUNS
from journeymap.problems import Problem, Spot

FAULT = describe_fault("past-sunset", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each thing whose sunset is over, once, where it was written."""
    if not survey.today:
        return
    for thing, place in survey.once(deprecated_things):
        sunset = thing.deprecated.sunset
        if sunset and sunset < survey.today:
            noun = NOUNS[type(thing)]
            yield Problem(
                FAULT,
                f"{noun} `{thing.id}` was to go on {sunset}, and is still there",
                (Spot(place.child("sunset"), "this day is over"),),
                (_advise(thing, noun),),
                args=(noun, thing.id),
            )


def _advise(thing: Any, noun: str) -> str:
    if noun == "journey":
        return "if it is over, set `status: retired`; if not, set a later `sunset: YYYY-MM-DD`"
    successor = thing.deprecated.replaced_by
    replace = f"let `{successor}` take its place and remove it" if successor else "remove it"
    return f"if it is gone, {replace}; if it is still needed, set a later `sunset: YYYY-MM-DD`"


CHECK = Check(FAULT, in_portfolio=find)

"""Something is deprecated, and nothing says until when or for what.

That something is on its way out leaves everybody where they are, if nothing more is said: authors do not
know what to write instead, and customers are led to it until the day it breaks.

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
            deprecated:
              reason: Hardly anybody uses it.

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
          - id: fax-order
            title: Order by fax
            deprecated:
              reason: Hardly anybody uses it.
              sunset: 2099-12-31

Source: a rule of the language itself; RFC 9745, The Deprecation HTTP Response Header Field (2025), pairs
the notice with a date and a link in the same way.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Survey, describe_fault
from journeymap.checks.items import deprecated_things
from journeymap.model.items import NOUNS
from journeymap.problems import Problem, Spot

FAULT = describe_fault("vague-deprecation", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each deprecation with neither an end nor a successor, once."""
    for thing, place in survey.once(deprecated_things):
        if not thing.deprecated.sunset and not thing.deprecated.replaced_by:
            noun = NOUNS[type(thing)]
            yield Problem(
                FAULT,
                f"{noun} `{thing.id}` is deprecated, but until when, and for what",
                (Spot(place, "neither an end nor a successor"),),
                ("add the last day, `sunset: YYYY-MM-DD`, or what follows, `replaced_by: id`, or both",),
                args=(noun, thing.id),
            )


CHECK = Check(FAULT, in_portfolio=find)

"""A map has more in it than anybody takes in.

A map is read together, on one wall or one screen. Past a certain size people look for their own part and
no longer see the journey as the customer goes through it, which is the one thing that a map is for.

A stage or touchpoint can `expand` into a journey of its own: the overview stays an overview, and the
detail has room.

Failing:

    # file: journeymap.yaml
    journeymap: 1
    kind: workspace
    title: Shop journeys
    checks:
      rules:
        oversized-map: {touchpoints: 2}
    # file: first-purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - {id: basket, title: Basket}
          - {id: address, title: Address}
          - {id: payment, title: Payment}

Passing:

    # file: journeymap.yaml
    journeymap: 1
    kind: workspace
    title: Shop journeys
    checks:
      rules:
        oversized-map: {touchpoints: 2}
    # file: first-purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - {id: basket, title: Basket}
          - {id: checkout, title: Checkout, expand: paying}
    # file: paying.journey.yaml
    journeymap: 1
    kind: journey
    id: paying
    title: Paying
    status: review
    stages:
      - {id: payment, title: Payment}

Source: Stickdorn, Hormess, Lawrence and Schneider, This Is Service Design Doing (2018), on the scale of a
journey map and on zooming in. The two numbers are the language's own choice: about twice what usual maps
have, so that only what is surely too much is named.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.model import Journey
from journeymap.problems import Problem

FAULT = describe_fault(
    "oversized-map",
    __doc__,
    options={
        "stages": {
            "type": "integer",
            "minimum": 1,
            "default": 12,
            "description": "How many stages a journey may have.",
        },
        "touchpoints": {
            "type": "integer",
            "minimum": 1,
            "default": 40,
            "description": "How many touchpoints a journey may have.",
        },
    },
)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when the journey has too many stages, or too many touchpoints."""
    journey = subject.journey
    counts = {"stages": len(journey.stages), "touchpoints": len(subject.touchpoints)}
    too_many = {what: count for what, count in counts.items() if count > subject.options[what]}
    if too_many and journey.extends:
        base = subject.portfolio.journey(journey.extends) or journey
        too_many = {what: count for what, count in too_many.items() if _grew(what, count, base)}
    if not too_many:
        return
    listed = " and ".join(f"{count} {what}" for what, count in too_many.items())
    limits = " and ".join(str(subject.options[what]) for what in too_many)
    largest = max(journey.stages, key=lambda stage: len(stage.touchpoints))
    spots = [at_id(journey, f"{listed}; {limits} can be taken in")]
    if "touchpoints" in too_many and len(journey.stages) > 1:
        spots.append(at_id(largest, f"{len(largest.touchpoints)} of them are here"))
    yield Problem(
        FAULT,
        f"journey `{journey.id}` has {listed}, more than readers take in",
        tuple(spots),
        ("move the steps of a stage to a journey of its own, and point there: `expand: journey-id`",),
        args=tuple(too_many),
    )


def _grew(what: str, count: int, base: Journey) -> bool:
    """Whether an overlay has more of something than its base, which answers for the rest."""
    return count > (len(base.stages) if what == "stages" else sum(1 for _ in base.touchpoints()))


CHECK = Check(FAULT, in_journey=find)

"""Two journeys say different things about the same shared touchpoint.

A shared touchpoint is one thing that customers meet in several journeys. If one map says it is here and
the next says it is there, or if it answers to two teams, then customers get two stories, and each team
points at the other's map.

Compared are `channel`, `owner`, `systems` and `policies`. Naming fewer than the library does is no
contradiction: of a page on web and app, one journey may use the app alone. Journeys of another `state`
are not compared.

Failing:

    # file: touchpoints.library.yaml
    journeymap: 1
    kind: library
    touchpoints:
      - {id: order-status, title: Order status, channel: web}
    # file: purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: purchase
    title: Purchase
    status: review
    stages:
      - id: waiting
        title: Waiting
        touchpoints:
          - id: status
            title: Looks for the parcel
            uses: order-status
            channel: email
    # file: returns.journey.yaml
    journeymap: 1
    kind: journey
    id: returns
    title: Returns
    status: review
    stages:
      - id: refund
        title: Refund
        touchpoints:
          - id: refund-status
            title: Looks for the refund
            uses: order-status
            channel: phone
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Passing:

    # file: touchpoints.library.yaml
    journeymap: 1
    kind: library
    touchpoints:
      - {id: order-status, title: Order status, channel: [email, phone]}
    # file: purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: purchase
    title: Purchase
    status: review
    stages:
      - id: waiting
        title: Waiting
        touchpoints:
          - id: status
            title: Looks for the parcel
            uses: order-status
            channel: email
    # file: returns.journey.yaml
    journeymap: 1
    kind: journey
    id: returns
    title: Returns
    status: review
    stages:
      - id: refund
        title: Refund
        touchpoints:
          - id: refund-status
            title: Looks for the refund
            uses: order-status
            channel: phone
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: "inconsistent cross-channel experience" is one of the usual pitfalls of journey work; Lemon and
Verhoef, Understanding Customer Experience Throughout the Customer Journey (Journal of Marketing 80, 2016).
"""

from collections.abc import Iterator
from typing import Final

from journeymap.checks.check import Check, Survey, describe_fault
from journeymap.checks.items import living_journeys, place_of_field
from journeymap.model import Journey, SharedTouchpoint, Touchpoint
from journeymap.named_tuples import NamedTuple
from journeymap.problems import Problem, Spot

FAULT = describe_fault("contradicting-touchpoint", __doc__)
_FACTS: Final = {"channels": "channel", "owner": "owner", "systems": "systems", "policies": "policies"}
_MOST_LABELS: Final = 8


class Override(NamedTuple):
    """What a journey says of a shared touchpoint in place of the library."""

    journey: Journey
    touchpoint: Touchpoint
    value: frozenset[str]


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each fact of a shared touchpoint about which journeys disagree."""
    shared = survey.portfolio.library.touchpoints
    if not shared:
        return
    overrides: dict[tuple[str, str, str], list[Override]] = {}
    for journey in living_journeys(survey.portfolio):
        for touchpoint in journey.touchpoints():
            original = shared.get(touchpoint.uses)
            if original is not None:
                for fact, override in _find_overrides(journey, touchpoint, original):
                    overrides.setdefault((original.id, fact, journey.state), []).append(override)
    for (id, fact, _state), found in overrides.items():
        others = [each for each in found[1:] if _contradict(each, found[0])]
        if others:
            yield _report(shared[id], fact, others[0], [found[0], *others[1:]])


def _find_overrides(
    journey: Journey, touchpoint: Touchpoint, shared: SharedTouchpoint
) -> Iterator[tuple[str, Override]]:
    """Yield the facts about which a journey says something else than less of the same."""
    if journey.extends and touchpoint.at.file != journey.at.file:
        return  # it is the base that says so
    for fact in _FACTS:
        value, original = _as_set(getattr(touchpoint, fact)), _as_set(getattr(shared, fact))
        if value and not value <= original:
            yield fact, Override(journey, touchpoint, value)


def _as_set(value: str | tuple[str, ...]) -> frozenset[str]:
    return frozenset(value if isinstance(value, tuple) else (value,) if value else ())


def _contradict(one: Override, other: Override) -> bool:
    return one.journey.id != other.journey.id and not (one.value <= other.value or other.value <= one.value)


def _report(shared: SharedTouchpoint, fact: str, second: Override, others: list[Override]) -> Problem:
    key = _FACTS[fact]
    first = others[0]
    return Problem(
        FAULT,
        f"`{first.journey.id}` and `{second.journey.id}` contradict each other on the `{key}` "
        f"of touchpoint `{shared.id}`",
        (
            Spot(place_of_field(second.journey, second.touchpoint, key), "otherwise here"),
            *(
                Spot(place_of_field(each.journey, each.touchpoint, key), f"in `{each.journey.id}`")
                for each in others[:_MOST_LABELS]
            ),
            Spot(shared.at.child("id"), "the touchpoint that they share"),
        ),
        (
            f"agree on one, write it as `owner:` of `{shared.id}` in the library, leave it out of journeys"
            if key == "owner"
            else f"if both are right, list both as `{key}:` of `{shared.id}` in the library; else mend the "
            "journey that is wrong",
        ),
        args=(shared.id, key),
    )


CHECK = Check(FAULT, in_portfolio=find)

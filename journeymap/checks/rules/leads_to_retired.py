"""A journey leads into one that is retired.

A retired journey is kept to be looked up. Where a living one leads into it, the map sends customers to an
experience that is no longer offered, and a reader who follows the link takes it for today's.

Failing:

    # file: shop.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: parcel
            title: Opens the parcel
            next: [{journey: returns-by-post}]
    # file: returns-by-post.journey.yaml
    journeymap: 1
    kind: journey
    id: returns-by-post
    title: Returns by post
    status: retired
    stages:
      - {id: return, title: Return}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Passing:

    # file: shop.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: parcel
            title: Opens the parcel
            next: [{journey: returns}]
    # file: returns.journey.yaml
    journeymap: 1
    kind: journey
    id: returns
    title: Returns
    stages:
      - {id: return, title: Return}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: a rule of the language itself.
"""

from collections.abc import Container, Iterator, Mapping

from journeymap.checks.check import Check, Subject, describe_fault
from journeymap.checks.items import place_of_field
from journeymap.model import Journey, Portfolio
from journeymap.problems import Problem, Spot
from journeymap.source import Place

FAULT = describe_fault("leads-to-retired", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each branch and each `expand` to a retired journey."""
    if subject.journey.status == "retired":
        return
    retired = subject.once(_retired_journeys)
    for id, owner, place in _leads(subject, retired) if retired else ():
        target = retired[id]
        successor = target.deprecated.replaced_by if target.deprecated is not None else ""
        yield Problem(
            FAULT,
            f"`{owner}` leads into journey `{id}`, which is retired",
            (Spot(place, "no longer offered"), Spot(target.at.child("status"), "retired here")),
            (
                f"lead on to `{successor}`, which replaces it"
                if successor
                else "lead on to the journey that customers make today, or end the path here: `next: []`",
            ),
            args=(owner, id),
        )


def _retired_journeys(portfolio: Portfolio) -> Mapping[str, Journey]:
    return {journey.id: journey for journey in portfolio.journeys if journey.status == "retired"}


def _leads(subject: Subject, to: Container[str]) -> Iterator[tuple[str, str, Place]]:
    """Yield each of these journeys that this one leads into, with who does so and where."""
    for stage in subject.journey.stages:
        if stage.expand in to:
            yield stage.expand, stage.id, place_of_field(subject.journey, stage, "expand")
        for touchpoint in stage.touchpoints:
            if touchpoint.expand in to:
                yield touchpoint.expand, touchpoint.id, place_of_field(subject.journey, touchpoint, "expand")
            for branch in touchpoint.next or ():
                if branch.journey in to:
                    yield branch.journey, touchpoint.id, branch.at.child("journey")


CHECK = Check(FAULT, in_journey=find)

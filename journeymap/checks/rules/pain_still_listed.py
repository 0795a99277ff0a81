"""Everything that was planned against a pain is done, and the pain is still on the map.

Either it helped and the map of today shows a pain that customers no longer have, or it did not help and
everybody believes that it did. Only asking customers again tells which.

Journeys with `state: future` or `ideal` are left alone.

Failing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: day
        title: The day
        touchpoints:
          - id: doorbell
            title: The movers ring
            channel: in-person
            pains:
              - id: three-hours-late
                text: They come three hours late
                severity: high
    opportunities:
      - id: call-ahead
        title: Call an hour before
        addresses: [three-hours-late]
        status: done

Passing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: day
        title: The day
        touchpoints:
          - id: doorbell
            title: The movers ring
            channel: in-person
            pains:
              - id: three-hours-late
                text: They come three hours late
                severity: high
    opportunities:
      - id: call-ahead
        title: Call an hour before
        addresses: [three-hours-late]
        status: in-progress

Source: Reichheld and Markey, The Ultimate Question 2.0 (2011), on closing the loop with customers.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.grounds import name_of
from journeymap.checks.items import place_of_field
from journeymap.model import Journey, Opportunity, Portfolio
from journeymap.problems import Problem, Spot

FAULT = describe_fault("pain-still-listed", __doc__)
_Plan = tuple[Journey, Opportunity]


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each pain of today that nobody works on any more because all is done."""
    journey = subject.journey
    plans = subject.once(gather_plans) if journey.state == "current" else {}
    for touchpoint in subject.touchpoints if plans else ():
        for pain in touchpoint.pains:
            against = plans.get(f"{journey.id}#{pain.id}", ())
            if against and all(opportunity.status == "done" for _, opportunity in against):
                home, done = against[0]
                yield Problem(
                    FAULT,
                    f"pain {name_of(pain.id, pain.text)} is still listed, though "
                    f"opportunity {name_of(done.id, done.title)} against it is done",
                    (
                        at_id(pain, "does it still hurt?"),
                        Spot(place_of_field(home, done, "status"), "done"),
                    ),
                    help=(
                        "ask customers; if it no longer hurts, take the pain out",
                        "if it still does, set the opportunity back to `status: in-progress`, or add another",
                    ),
                )


def gather_plans(portfolio: Portfolio) -> dict[str, list[_Plan]]:
    """Return the opportunities of today that are not rejected, by the address of each pain."""
    plans: dict[str, list[_Plan]] = {}
    for journey in portfolio.journeys:
        for opportunity in journey.opportunities if journey.state == "current" else ():
            for address in opportunity.addresses if opportunity.status != "rejected" else ():
                whole = address if "#" in address else f"{journey.id}#{address}"
                plans.setdefault(whole, []).append((journey, opportunity))
    return plans


CHECK = Check(FAULT, in_journey=find)

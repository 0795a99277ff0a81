"""A journey does not say in which situation its customer is.

The same shop is another place for somebody who needs shoes by Sunday and for somebody who is looking around.
Only a situation makes it possible to say whether a wait of three days is good news or bad.

A journey that shows a part of another in detail (`expand`) may leave the scenario to that one.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: decision, title: Decision}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    scenario: Needs running shoes before a race in two weeks.
    stages:
      - {id: decision, title: Decision}

Source: Gibbons, Journey Mapping 101 (Nielsen Norman Group, 2018): scenario and expectations are the second
of five key components of a journey map.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import is_detail, written_in
from journeymap.problems import Problem

FAULT = describe_fault("journey-without-scenario", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when the journey has no scenario, and is not the detail of one that may have it."""
    journey = subject.journey
    if not journey.scenario and not is_detail(subject):
        yield Problem(
            FAULT,
            f"journey `{journey.id}` does not say in which situation its customers are",
            (at_id(written_in(subject, "scenario"), "what has happened, what presses?"),),
            help=("add `scenario: ...`: what has happened to them and what they need, in a sentence",),
        )


CHECK = Check(FAULT, in_journey=find)

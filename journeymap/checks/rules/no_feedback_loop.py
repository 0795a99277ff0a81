"""Nothing of what customers say comes back into a journey.

Asking without changing anything costs more trust than not asking. A feedback loop says where the answers
come from, how often they are read, who reads them, and which part of the journey they are to change.

Nothing is said of a journey with `state: future` or `ideal`, nor of one that shows a part of another
journey (`expand`) that has a feedback loop.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: decision, title: Decision}

Passing:

    # file: first-purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: decision, title: Decision}
    feedback_loops:
      - id: monthly-tickets
        text: Ten tickets are read aloud and discussed
        source: tickets
        cadence: 30d
        owner: care
        feeds: [decision]
    # file: organisation.library.yaml
    journeymap: 1
    kind: library
    sources:
      - {id: tickets, title: Support tickets}
    teams:
      - {id: care, title: Customer care}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: Reichheld and Markey, The Ultimate Question 2.0 (2011), on closing the loop; ISO 10004:2018,
monitoring and measuring customer satisfaction.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import is_heard_elsewhere, written_in
from journeymap.problems import Problem

FAULT = describe_fault("no-feedback-loop", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when neither a journey of today nor the one whose detail it is has a feedback loop."""
    journey = subject.journey
    if journey.feedback_loops or journey.state != "current" or journey.status == "retired":
        return
    if not is_heard_elsewhere(subject):
        yield Problem(
            FAULT,
            f"nothing that customers say comes back into journey `{journey.id}`",
            (at_id(written_in(subject, "feedback_loops"), "it has no feedback loop"),),
            help=(
                (
                    "if there is one, write it down: "
                    "`feedback_loops: [{id: ..., source: ..., cadence: 30d, owner: ..., feeds: [...]}]`"
                ),
                (
                    "`source` and `owner` are ids from a library (`sources:`, `teams:`), `feeds` ids of "
                    "stages or touchpoints of this journey, `cadence` a number with `d` or `w`"
                ),
            ),
        )


CHECK = Check(FAULT, in_journey=find)

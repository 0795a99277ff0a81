"""Nothing of what customers say comes back into a journey.

Asking without changing anything costs more trust than not asking. A feedback loop says where the answers come
from, how often they are read, who does it, and which part of the journey they are to change.

A journey of the future is not asked, nor one whose whole (`expand`) has a feedback loop.

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
    stages:
      - {id: decision, title: Decision}
    feedback_loops:
      - {id: monthly-tickets, text: Care reads ten tickets aloud, cadence: 30d, feeds: [decision]}

Source: Reichheld and Markey, The Ultimate Question 2.0 (2011), on closing the loop; ISO 10004:2018,
monitoring and measuring customer satisfaction.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import is_heard_elsewhere, written_in
from journeymap.problems import Problem

FAULT = describe_fault("no-feedback-loop", __doc__, "quality", review="info", published="warning")


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
                "add one: `feedback_loops: [{id: ..., source: ..., cadence: 30d, owner: ..., feeds: [...]}]`",
            ),
        )


CHECK = Check(FAULT, in_journey=find)

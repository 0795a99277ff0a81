"""A journey does not say whose journey it is.

A map of everybody is a map of nobody: who buys for the first time and who has bought ten times need
different things at the same counter. Without a persona or a segment its feelings belong to no one whom
anybody could ask.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - {id: decision, title: Decision}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    personas:
      - {id: deal-hunter, title: "Mira, the deal hunter"}
    stages:
      - {id: decision, title: Decision}

Source: Gibbons, Journey Mapping 101 (Nielsen Norman Group, 2018): the actor is the first of five key
components of a journey map.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import written_in
from journeymap.problems import Problem

FAULT = describe_fault("journey-without-persona", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when neither a persona nor a segment is named."""
    journey = subject.journey
    if not journey.personas and not journey.segments:
        yield Problem(
            FAULT,
            f"journey `{journey.id}` does not say whose journey it is",
            (at_id(written_in(subject, "personas"), "whose journey is it?"),),
            help=(
                (
                    "add `personas: [persona-id]`, a persona of its own file, or describe one here: "
                    "`personas: [{id: ..., title: ...}]`"
                ),
                "while there is none, add `segments: [segment-id]`; segments are declared in a library",
            ),
        )


CHECK = Check(FAULT, in_journey=find)

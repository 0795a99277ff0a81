"""A contact does not say where customers and organisation meet.

The same words mean one thing on the phone and another on a website. Without its channel nobody knows
whose screen or desk a contact is, and a switch that loses customers stays out of sight.

What customers do alone (`type: action`), what is out of their sight (`type: internal`), and what another
journey tells (`expand`) needs none.

Failing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: before
        title: Before
        touchpoints:
          - {id: offer, title: The offer}

Passing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: before
        title: Before
        touchpoints:
          - {id: offer, title: The offer, channel: email}

Source: Kalbach, Mapping Experiences (2nd ed., 2020), on touchpoints and the channels they happen in.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("touchpoint-without-channel", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each contact that happens nowhere."""
    for touchpoint in subject.touchpoints:
        if not touchpoint.channels and touchpoint.type == "contact" and not touchpoint.expand:
            yield Problem(
                FAULT,
                f"`{touchpoint.id}` does not say on which channel it happens",
                (at_id(touchpoint, "where do they meet?"),),
                help=(
                    (
                        "add `channel: ...`: web, app, email, phone, chat, sms, social, search, ads, post, "
                        "in-person, store, event, word-of-mouth, self-service, or one declared in a library"
                    ),
                    ("where customers act alone, write `type: action`; out of their sight, `type: internal`"),
                ),
            )


CHECK = Check(FAULT, in_journey=find)

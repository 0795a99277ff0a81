"""Customers feel bad at a touchpoint, and nobody says why.

A low score is a question: what hurts here? Without a pain that answers it, nobody can do anything about
it, no opportunity can address it, and customers go on feeling bad.

A pain that concerns only other personas is no answer for this one.

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
            emotion: -2

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
            emotion: -2
            pains:
              - id: three-hours-late
                text: They come three hours late
                severity: medium
                frequency: often

Source: Stickdorn, Hormess, Lawrence and Schneider, This Is Service Design Doing (2018), on the emotional
journey of a journey map, whose low points ask for their reasons.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.model import Touchpoint
from journeymap.problems import Problem

FAULT = describe_fault(
    "low-emotion-without-pain",
    __doc__,
    options={
        "threshold": {
            "type": "number",
            "minimum": -2,
            "maximum": 0,
            "default": -1,
            "description": "The highest score that asks for a pain, on the scale from -2 to +2.",
        }
    },
)
_TOLERANCE = 1e-9


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each low score that no pain explains."""
    scale = subject.portfolio.workspace.emotion_scale
    highest = subject.options["threshold"] + _TOLERANCE
    for touchpoint in subject.touchpoints:
        for emotion in touchpoint.emotions:
            is_low = emotion.score is not None and scale.canonical(emotion.score) <= highest
            if is_low and not _is_explained(touchpoint, emotion.persona):
                who = f"`{emotion.persona}` feels" if emotion.persona else "customers feel"
                yield Problem(
                    FAULT,
                    f"{who} bad at `{touchpoint.id}` and no pain says why",
                    (at_field(emotion, "score", "what hurts here?"),),
                    help=(
                        (
                            "ask what hurts, and add it: `pains: [{id: ..., text: ..., "
                            "severity: low|medium|high|critical, frequency: rare|sometimes|often|always}]`"
                        ),
                    ),
                    args=(touchpoint.id, emotion.persona),
                )


def _is_explained(touchpoint: Touchpoint, persona: str) -> bool:
    """Whether a pain concerns those who feel bad."""
    return any(not persona or not pain.personas or persona in pain.personas for pain in touchpoint.pains)


CHECK = Check(FAULT, in_journey=find)

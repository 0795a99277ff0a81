"""Customers are said to feel good at a touchpoint that hurts them badly and often.

Both cannot be true of the same people at the same time. Perhaps the score is the organisation's own and
nobody asked; perhaps the pain concerns only some, whose feelings are lost in those of all. Either way the
curve shows a peak where customers suffer, and nobody will look there.

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
          - id: piano
            title: The piano on the stairs
            channel: in-person
            emotion: 2
            pains:
              - id: too-heavy
                text: Nobody dares to carry it
                severity: high
                frequency: often

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
          - id: piano
            title: The piano on the stairs
            channel: in-person
            emotion: -1
            pains:
              - id: too-heavy
                text: Nobody dares to carry it
                severity: high
                frequency: often

Source: the language's own rule: feelings and pains of the same people tell the same story.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, at_id, describe_fault
from journeymap.model import Emotion, Pain
from journeymap.problems import Problem

FAULT = describe_fault("emotion-against-pain", __doc__)
_GOOD = 1 - 1e-9
"""From which score on, of -2 to +2, people feel good and not only less bad."""


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each good feeling beside the worst pain that contradicts it."""
    scale = subject.portfolio.workspace.emotion_scale
    for touchpoint in subject.touchpoints:
        grave = [pain for pain in touchpoint.pains if _is_grave(pain)]
        for emotion in touchpoint.emotions if grave else ():
            if emotion.score is None or scale.canonical(emotion.score) < _GOOD:
                continue
            pain = next((pain for pain in grave if _concerns(pain, emotion)), None)
            if pain is not None:
                who = f"`{emotion.persona}` feels" if emotion.persona else "customers feel"
                yield Problem(
                    FAULT,
                    f"{who} good at `{touchpoint.id}`, which hurts badly and often",
                    (
                        at_field(emotion, "score", "as good as this?"),
                        at_id(pain, f"{pain.severity}, {pain.frequency}"),
                    ),
                    help=(
                        "ask customers again, then lower the score or the severity, whichever is wrong",
                        (
                            "if the pain concerns only some, say so: `personas: [...]` at the pain, "
                            "`emotion: {by: {persona-id: -1}}` at the touchpoint"
                        ),
                    ),
                    args=(touchpoint.id, emotion.persona),
                )


def _is_grave(pain: Pain) -> bool:
    return pain.severity in ("high", "critical") and pain.frequency in ("often", "always")


def _concerns(pain: Pain, emotion: Emotion) -> bool:
    return not pain.personas or not emotion.persona or emotion.persona in pain.personas


CHECK = Check(FAULT, in_journey=find)

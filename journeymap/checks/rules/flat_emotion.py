"""All touchpoints of a journey feel nearly the same.

No journey of more than a few steps feels the same all along. A flat curve means that somebody filled in
the scores without asking, or took the mean of people who feel different things. It hides the moments at
which customers are won and lost, and those are what the map is for.

Journeys with `state: ideal` are left alone: what should be may be good throughout.

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
          - {id: offer, title: The offer, channel: phone, emotion: 1}
          - {id: boxes, title: The boxes, channel: in-person, emotion: 1}
      - id: day
        title: The day
        touchpoints:
          - {id: doorbell, title: The bell, channel: in-person, emotion: 1}
          - {id: farewell, title: Farewell, channel: in-person, emotion: 1}

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
          - {id: offer, title: The offer, channel: phone, emotion: 0}
          - {id: boxes, title: The boxes, channel: in-person, emotion: 1}
      - id: day
        title: The day
        touchpoints:
          - {id: doorbell, title: The bell, channel: in-person, emotion: -0.5}
          - {id: farewell, title: Farewell, channel: in-person, emotion: 2}

Source: Stickdorn, Hormess, Lawrence and Schneider, This Is Service Design Doing (2018), on emotional
journeys and dramatic arcs in journey maps.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault(
    "flat-emotion",
    __doc__,
    options={
        "touchpoints": {
            "type": "integer",
            "minimum": 2,
            "default": 4,
            "description": "How many touchpoints must have a score before the curve can be called flat.",
        },
        "spread": {
            "type": "number",
            "minimum": 0,
            "default": 0.5,
            "description": "How far apart the lowest and the highest score of a flat curve are at most, "
            "on the scale from -2 to +2.",
        },
    },
)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when the scores of a journey hardly differ, those of all personas taken together."""
    journey = subject.journey
    scored = [
        [emotion.score for emotion in touchpoint.emotions if emotion.score is not None]
        for touchpoint in subject.touchpoints
        if touchpoint.emotions
    ]
    count = sum(map(bool, scored))
    if count < subject.options["touchpoints"] or journey.state == "ideal":
        return
    scale = subject.portfolio.workspace.emotion_scale
    lowest, highest = min(map(min, filter(None, scored))), max(map(max, filter(None, scored)))
    if scale.canonical(highest) - scale.canonical(lowest) <= subject.options["spread"]:
        how = "the same" if lowest == highest else "nearly the same"
        yield Problem(
            FAULT,
            f"all {count} scored touchpoints of journey `{journey.id}` feel {how}",
            (
                at_id(
                    journey,
                    f"from {lowest:g} to {highest:g}" if lowest != highest else f"{lowest:g} throughout",
                ),
            ),
            help=(
                (
                    "ask customers where they doubted and where they were glad, and write it as `emotion:` "
                    "of each touchpoint (`emotion: {by: {persona-id: -1, ...}}` where they differ)"
                ),
            ),
        )


CHECK = Check(FAULT, in_journey=find)

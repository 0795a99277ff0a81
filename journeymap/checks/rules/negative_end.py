"""A journey ends with a bad feeling.

What people remember of an experience is its peak and its end, not its mean. A journey that ends badly is
told as a bad one, however much was done for customers before. Sometimes a small thing at the end, a word
of thanks or a message that all is done, changes what is remembered.

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
          - id: bill
            title: The bill
            channel: in-person
            emotion: -0.5

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
            emotion: 2
          - id: bill
            title: The bill
            channel: in-person
            emotion: -0.5
          - id: plant
            title: A plant for the new home
            channel: in-person
            emotion: 1

Source: Kahneman, Fredrickson, Schreiber and Redelmeier, When More Pain Is Preferred to Less: Adding a Better
End (Psychological Science, 1993).
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_field, describe_fault
from journeymap.checks.lineage import is_detail
from journeymap.model import Touchpoint
from journeymap.model.feelings import touchpoint_score
from journeymap.problems import Problem

FAULT = describe_fault("negative-end", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem when the last touchpoint with a score feels bad, and is not the only one."""
    scored = [touchpoint for touchpoint in subject.touchpoints if touchpoint_score(touchpoint) is not None]
    if len(scored) < 2:
        return
    last = scored[-1]
    score = touchpoint_score(last) or 0
    neutral = subject.portfolio.workspace.emotion_scale.neutral
    if score < neutral and not _goes_on(last) and not is_detail(subject):
        worst = min(last.emotions, key=lambda emotion: neutral if emotion.score is None else emotion.score)
        yield Problem(
            FAULT,
            f"journey `{subject.journey.id}` ends with a bad feeling at `{last.id}`",
            (at_field(worst, "score", "this is what customers remember"),),
            help=(
                "if something good follows in reality, add it as the last touchpoint",
                "else keep the score, and plan a better end: an opportunity, or a `state: future` journey",
            ),
            args=(last.id,),
        )


def _goes_on(touchpoint: Touchpoint) -> bool:
    """Whether all ways from a touchpoint lead to others, so that nobody's journey ends there."""
    return bool(touchpoint.next) and all(branch.to or branch.journey for branch in touchpoint.next or ())


CHECK = Check(FAULT, in_journey=find)

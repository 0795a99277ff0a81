"""A piece of research is listed, and no claim rests on it.

Research that nothing points to makes a map look better founded than it is. And what those customers said,
who gave their time for it, changes nothing: nobody can see which pain or feeling they told of.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: checkout
            title: Checkout
            pains:
              - id: late-cost
                text: Delivery cost appears late
                severity: medium
    evidence:
      - id: survey-2026-q3
        kind: survey
        title: Post-purchase survey
        date: 2026-09-30

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: checkout
            title: Checkout
            pains:
              - id: late-cost
                text: Delivery cost appears late
                severity: medium
                confidence: researched
                evidence: [survey-2026-q3]
    evidence:
      - id: survey-2026-q3
        kind: survey
        title: Post-purchase survey
        date: 2026-09-30

Source: Kalbach, Mapping Experiences (2nd ed., 2020), on grounding a map in evidence; that the link from the
finding to its source is written down is a rule of the language itself.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.mentions import used_names
from journeymap.model import Evidence, Journey
from journeymap.problems import Problem

FAULT = describe_fault("unused-evidence", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each piece of evidence of the journey's own file that nothing cites."""
    journey = subject.journey
    if not journey.evidence:
        return
    cited = _cited_in(journey)
    for each in journey.evidence:
        if each.id not in cited and not _is_cited_elsewhere(each, subject):
            yield Problem(
                FAULT,
                f"no claim rests on evidence `{each.id}`",
                (at_id(each, "cited nowhere"),),
                (
                    (
                        f"cite it in what it shows: `confidence: researched, evidence: [{each.id}]` at "
                        "the emotion, pain, gain, insight or persona"
                    ),
                    "if it shows nothing of this journey, take it out",
                ),
                args=(each.id,),
            )


def _cited_in(journey: Journey) -> set[str]:
    cited: set[str] = set()
    for stage in journey.stages:
        for emotion in stage.emotions:
            cited.update(emotion.evidence)
        for touchpoint in stage.touchpoints:
            for emotion in touchpoint.emotions:
                cited.update(emotion.evidence)
            for pain in touchpoint.pains:
                cited.update(pain.evidence)
            for gain in touchpoint.gains:
                cited.update(gain.evidence)
    for insight in journey.insights:
        cited.update(insight.evidence)
    for persona in journey.local_personas:
        cited.update(persona.evidence)
    return cited


def _is_cited_elsewhere(evidence: Evidence, subject: Subject) -> bool:
    """Whether another file cites it, or may do so, or whether it is none of this file's business."""
    if not subject.is_whole or evidence.deprecated is not None:
        return True
    home = subject.journey.at.file
    return evidence.at.file != home or ("item", f"{subject.journey.id}#{evidence.id}") in subject.once(
        used_names
    )


CHECK = Check(FAULT, in_journey=find)

"""A published journey is told of a persona whom nobody has researched.

A persona that was made up in a meeting has the habits of those who were in it. The journey around her may
be drawn with care; it is the journey of somebody who does not exist.

It is asked of the personas of published journeys.

Failing:

    # file: first-purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    personas: [deal-hunter]
    stages:
      - {id: decision, title: Decision}
    evidence:
      - id: interviews
        kind: interview
        title: Interviews with buyers
        date: 2026-08-21
    # file: deal-hunter.persona.yaml
    journeymap: 1
    kind: persona
    id: deal-hunter
    title: Mira, the deal hunter
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Passing:

    # file: first-purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    personas: [deal-hunter]
    stages:
      - {id: decision, title: Decision}
    evidence:
      - id: interviews
        kind: interview
        title: Interviews with buyers
        date: 2026-08-21
    # file: deal-hunter.persona.yaml
    journeymap: 1
    kind: persona
    id: deal-hunter
    title: Mira, the deal hunter
    confidence: researched
    evidence: [first-purchase#interviews]
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: Pruitt and Adlin, The Persona Lifecycle (2006), on assumption personas and their validation.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Survey, at_field, at_id, describe_fault
from journeymap.model import Journey, Persona
from journeymap.problems import Problem, Spot

FAULT = describe_fault("persona-without-research", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each persona of a published journey who is assumed or cites nothing."""
    for persona, users in _personas_in_use(survey):
        if persona.confidence == "assumed" and not persona.evidence:
            what, where = "is only assumed", at_id(persona, "made up, as far as this file says")
        elif persona.confidence in ("partial", "researched") and not persona.evidence:
            what, where = (
                "is called researched, and cites no evidence",
                at_field(persona, "confidence", "says who?"),
            )
        else:
            continue
        journeys = f"journey `{users[0].id}` is" if len(users) == 1 else f"{len(users)} journeys are"
        yield Problem(
            FAULT,
            f"{journeys} told of `{persona.id}`, who {what}",
            (where, *_uses_of(persona, users)),
            help=(
                (
                    "if customers were asked, say so in its file: `confidence: researched` or `partial`, "
                    "and `evidence: [journey-id#evidence-id]`"
                ),
                "if nobody was, talk to some before the journey is published",
            ),
        )


def _personas_in_use(survey: Survey) -> Iterator[tuple[Persona, list[Journey]]]:
    """Yield the personas of published journeys with these; without any such journey, those of all in use.

    That no journey is published and the rule is asked all the same means that all are held to it.
    """
    journeys = [each for each in survey.portfolio.journeys if each.status != "retired"]
    published = [each for each in journeys if each.status == "published"]
    uses: dict[int, tuple[Persona, list[Journey]]] = {}
    for journey in published or journeys:
        for persona in survey.portfolio.personas_of(journey):
            uses.setdefault(id(persona), (persona, []))[1].append(journey)
    yield from uses.values()


def _uses_of(persona: Persona, users: list[Journey]) -> Iterator[Spot]:
    """Yield where the first journey names a persona of another file; an overlay does it elsewhere."""
    for journey in users:
        if not journey.extends and journey.at.file != persona.at.file:
            place = journey.at.child("personas", journey.personas.index(persona.id))
            yield Spot(place, "told of this persona")
            return


CHECK = Check(FAULT, in_portfolio=find)

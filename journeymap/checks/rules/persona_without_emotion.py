"""A persona goes through a journey and nobody says what that persona feels.

A persona that feels nothing is there for show. The curve of the others is then taken for hers, and what
hurts her alone is never seen: the gift buyer who wants no account, the customer who cannot read the small
print.

A feeling that is written for everyone holds for each persona.

Failing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    personas:
      - {id: family, title: Family of five}
      - {id: widow, title: Widow with a piano}
    stages:
      - id: day
        title: The day
        touchpoints:
          - id: piano
            title: The piano on the stairs
            channel: in-person
            emotion: {by: {family: 1}}

Passing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    personas:
      - {id: family, title: Family of five}
      - {id: widow, title: Widow with a piano}
    stages:
      - id: day
        title: The day
        touchpoints:
          - id: piano
            title: The piano on the stairs
            channel: in-person
            emotion: {by: {family: 1, widow: -0.5}}

Source: Cooper, The Inmates Are Running the Asylum (1999), which brought personas into design; Pruitt and
Adlin, The Persona Lifecycle (2006), on personas that are made and then not used.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.lineage import written_in
from journeymap.model.feelings import emotion_for
from journeymap.problems import Problem, Spot

FAULT = describe_fault("persona-without-emotion", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each persona without any feeling, where others have some."""
    journey = subject.journey
    felt = [touchpoint for touchpoint in subject.touchpoints if touchpoint.emotions]
    if len(journey.personas) < 2 or not felt:
        return
    for number, persona in enumerate(journey.personas):
        if not any(emotion_for(touchpoint, persona) for touchpoint in felt):
            yield Problem(
                FAULT,
                f"nobody says what `{persona}` feels in journey `{journey.id}`",
                (_spot_persona(subject, number, "a curve without a single point"),),
                help=(
                    f"ask, and add it to a touchpoint: `emotion: {{by: {{{persona}: -1, ...}}}}`",
                    f"if this is not the journey of `{persona}`, take the persona out of `personas:`",
                ),
                args=(persona,),
            )


def _spot_persona(subject: Subject, number: int, text: str) -> Spot:
    """Return the spot of a persona in the list in which it was written."""
    journey = written_in(subject, "personas")
    local = {persona.id: persona for persona in journey.local_personas}.get(journey.personas[number])
    return at_id(local, text) if local else Spot(journey.at.child("personas", number), text)


CHECK = Check(FAULT, in_journey=find)

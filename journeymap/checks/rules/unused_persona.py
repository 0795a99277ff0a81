"""A persona is in no journey.

A persona that goes nowhere decides nothing: either some customers have no map yet, which is worth knowing,
or the persona has outlived the research behind it and only looks like knowledge.

Failing:

    # file: dana.persona.yaml
    journeymap: 1
    kind: persona
    id: dana
    title: Dana, who compares prices
    # file: shop.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - {id: decision, title: Decision}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace
    title: Shop journeys

Passing:

    # file: dana.persona.yaml
    journeymap: 1
    kind: persona
    id: dana
    title: Dana, who compares prices
    # file: shop.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    personas: [dana]
    stages:
      - {id: decision, title: Decision}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace
    title: Shop journeys

Source: Cooper, The Inmates Are Running the Asylum (1999): a persona is there to be designed for, and few
are better than many.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Survey, at_id, describe_fault
from journeymap.checks.mentions import used_names
from journeymap.problems import Problem

FAULT = describe_fault("unused-persona", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each persona that has a file and no journey."""
    portfolio = survey.portfolio
    if not portfolio.personas or not portfolio.journeys or not survey.is_whole:
        return
    used = survey.once(used_names)
    for persona in portfolio.personas.values():
        if ("persona", persona.id) not in used and persona.deprecated is None:
            yield Problem(
                FAULT,
                f"no journey has persona `{persona.id}`",
                (at_id(persona, "goes nowhere"),),
                (
                    f"add `personas: [{persona.id}]` to the journey that this persona makes, if there is one",
                    "else draw that journey, or delete the persona's file",
                ),
                args=(persona.id,),
            )


CHECK = Check(FAULT, in_portfolio=find)

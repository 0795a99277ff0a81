"""Nothing refers to an entry of a library.

What nobody uses is still read, translated and kept up to date, and whoever looks for the right channel or
team has to choose among more than there are. Customers meet the wrong word for a thing where authors
could not tell which of two entries is the living one.

Words of the glossary (`terms`) and what is deprecated are left alone.

Failing:

    # file: shop.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - {id: decision, title: Decision}
    # file: organisation.library.yaml
    journeymap: 1
    kind: library
    systems:
      - {id: payment-gateway, title: Payment gateway}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace
    title: Shop journeys

Passing:

    # file: shop.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - {id: checkout, title: Checkout, systems: [payment-gateway]}
    # file: organisation.library.yaml
    journeymap: 1
    kind: library
    systems:
      - {id: payment-gateway, title: Payment gateway}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace
    title: Shop journeys

Source: a rule of the language itself.
"""

from collections.abc import Iterator
from typing import Any

from journeymap.checks.check import Check, Survey, at_id, describe_fault
from journeymap.checks.mentions import used_names
from journeymap.model import Library, Term
from journeymap.model.items import NOUNS
from journeymap.problems import Problem

FAULT = describe_fault("unused-library-entry", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each declared entry that no file refers to."""
    if not survey.is_whole or not survey.portfolio.journeys:
        return
    used = survey.once(used_names)
    for entry in _declared(survey.portfolio.library):
        noun = NOUNS[type(entry)]
        if (noun, entry.id) not in used and ("", entry.id) not in used:
            yield Problem(
                FAULT,
                f"nothing refers to {noun} `{entry.id}`",
                (at_id(entry, "used nowhere"),),
                ("refer to it where it really plays a part, or take it out of the library",),
                args=(noun, entry.id),
            )


def _declared(library: Library) -> Iterator[Any]:
    for entries in library:
        for entry in entries.values():
            if entry.at.file and not isinstance(entry, Term) and entry.deprecated is None:
                yield entry


CHECK = Check(FAULT, in_portfolio=find)

"""An id is a name that Windows keeps for a device.

Journeys, personas, views and what libraries declare have files and folders of their name. `con`, `prn`,
`aux`, `nul`, `com0` to `com9` and `lpt0` to `lpt9` stand for devices on Windows: a site with such a folder
cannot be unpacked there, so that none is built. Former ids under `aliases` count as well, since a page
stands at each of them and leads on.

Ids of stages and touchpoints are no names of files and may be any.

Failing:

    journeymap: 1
    kind: journey
    id: con
    title: A convention, from ticket to farewell
    stages:
      - {id: tickets, title: Tickets}

Passing:

    journeymap: 1
    kind: journey
    id: convention
    title: A convention, from ticket to farewell
    stages:
      - {id: tickets, title: Tickets}

Source: a rule of the language itself.
"""

from collections.abc import Iterator
from typing import Any

from journeymap.checks.check import Check, Survey, at_id, describe_fault
from journeymap.devices import is_reserved
from journeymap.model import Portfolio, Term
from journeymap.model.items import NOUNS
from journeymap.problems import Problem, Spot

FAULT = describe_fault("reserved-id", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each id, and each former one, that no file or folder on Windows can have."""
    for entry in _named(survey.portfolio):
        noun = NOUNS.get(type(entry), "view")
        if is_reserved(entry.id):
            yield Problem(
                FAULT,
                f"the id `{entry.id}` of the {noun} is a name that Windows reserves",
                (at_id(entry, "names a file or folder"),),
                (f"give it another id, such as `{entry.id}-{noun.replace(' ', '-')}`",),
                args=(noun, entry.id),
            )
        for i, alias in enumerate(getattr(entry, "aliases", ())):
            if is_reserved(alias):
                yield Problem(
                    FAULT,
                    f"the former id `{alias}` of the {noun} `{entry.id}` is a name that Windows reserves",
                    (Spot(entry.at.child("aliases", i), "a page would stand here and lead on"),),
                    ("take it out of `aliases`",),
                    args=(noun, alias),
                )


def _named(portfolio: Portfolio) -> Iterator[Any]:
    """Yield what has files of its id; words of the glossary stand together on one page."""
    yield from portfolio.journeys
    yield from portfolio.personas.values()
    yield from portfolio.workspace.views
    for entries in portfolio.library:
        yield from (entry for entry in entries.values() if entry.at.file and not isinstance(entry, Term))


CHECK = Check(FAULT, in_portfolio=find)

"""What is meant to be done about each pain, over all journeys: one walk, asked by figures and pages alike."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from journeymap.model.claims import Pain
from journeymap.model.journey import Journey
from journeymap.model.opportunity import Opportunity
from journeymap.model.portfolio import Portfolio
from journeymap.named_tuples import NamedTuple


class Answer(NamedTuple):
    """An opportunity that addresses a pain, and the journey that it belongs to."""

    journey: Journey
    opportunity: Opportunity


Answers: TypeAlias = Mapping[str, tuple[Answer, ...]]
"""The address of a pain, such as ``returns#slow-refund`` → what addresses it."""


def find_answers(portfolio: Portfolio) -> Answers:
    """Return what addresses each pain; a plan for a journey is one for those it extends, too."""
    journeys = {journey.id: journey for journey in portfolio.journeys}
    found: dict[str, list[Answer]] = {}
    for journey in portfolio.journeys:
        for opportunity in journey.opportunities:
            for name in opportunity.addresses:
                for address in [name] if "#" in name else _in_lineage(journeys, journey, name):
                    found.setdefault(address, []).append(Answer(journey, opportunity))
    return {address: tuple(answers) for address, answers in found.items()}


def answers_to(answers: Answers, journey: Journey, pain: Pain) -> tuple[Answer, ...]:
    """Return what addresses a pain of a journey, by its id or one that it once had."""
    found: list[Answer] = []
    for name in (pain.id, *pain.aliases):
        for each in answers.get(f"{journey.id}#{name}", ()) if name else ():
            if all(each.opportunity is not other.opportunity for other in found):
                found.append(each)
    return tuple(found)


def _in_lineage(journeys: Mapping[str, Journey], journey: Journey | None, id: str) -> Iterator[str]:
    """Yield the address of an item in a journey and in those it extends."""
    passed: set[str] = set()
    while journey is not None and journey.id not in passed:
        passed.add(journey.id)
        yield f"{journey.id}#{id}"
        journey = journeys.get(journey.extends)

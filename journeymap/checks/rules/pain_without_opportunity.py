"""A severe pain is known, and no opportunity addresses it.

Somebody took the trouble to find out what hurts customers, and there it ended. A pain that no opportunity
addresses is in nobody's plan, so it will still be there next year.

An opportunity of any journey counts, also a rejected one: then at least somebody has decided. An overlay
that takes the pain away (`remove: pain-id, resolved_by: opportunity-id`) counts as well.

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
          - id: doorbell
            title: The movers ring
            channel: in-person
            pains:
              - id: three-hours-late
                text: They come three hours late
                severity: high

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
          - id: doorbell
            title: The movers ring
            channel: in-person
            pains:
              - id: three-hours-late
                text: They come three hours late
                severity: high
    opportunities:
      - id: call-ahead
        title: Call an hour before
        addresses: [three-hours-late]
        status: idea

Source: Kalbach, Mapping Experiences (2nd ed., 2020), on turning the pains of a map into opportunities.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.grounds import name_of
from journeymap.model import Journey, Pain, Portfolio
from journeymap.named_tuples import NamedTuple
from journeymap.problems import Problem

FAULT = describe_fault(
    "pain-without-opportunity",
    __doc__,
    options={
        "severity": {
            "title": "Severity",
            "type": "string",
            "enum": ["low", "medium", "high", "critical"],
            "default": "high",
            "description": "The mildest severity that asks for an opportunity; `low` asks it of every pain.",
        }
    },
)
_RANKS = {"low": 0, "medium": 1, "high": 2, "critical": 3}


class Addressed(NamedTuple):
    """The pains that opportunities address, as ``journey#pain``, and what each overlay extends."""

    pains: frozenset[str]
    bases: dict[str, str]


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each severe pain that is in nobody's plan."""
    mildest = _RANKS[subject.options["severity"]]
    for touchpoint in subject.touchpoints:
        for pain in touchpoint.pains:
            is_severe = _RANKS[pain.severity or "low"] >= mildest and not pain.deprecated
            if is_severe and not _is_addressed(subject, pain):
                yield Problem(
                    FAULT,
                    f"no opportunity addresses pain {name_of(pain.id, pain.text)}",
                    (at_id(pain, "nobody plans to ease it"),),
                    help=_advise(pain, subject.journey.id),
                    args=() if pain.id else (pain.text,),
                )


def _is_addressed(subject: Subject, pain: Pain) -> bool:
    if not pain.id:
        return False
    addressed = subject.once(gather_addressed)
    return any(
        f"{journey}#{pain.id}" in addressed.pains for journey in _lineage(subject.journey.id, addressed.bases)
    )


def gather_addressed(portfolio: Portfolio) -> Addressed:
    """Return which pains the opportunities of all journeys address."""
    bases = {journey.id: journey.extends for journey in portfolio.journeys if journey.extends}
    pains = (address for journey in portfolio.journeys for address in _addresses(journey, bases))
    return Addressed(frozenset(pains), bases)


def _addresses(journey: Journey, bases: dict[str, str]) -> Iterator[str]:
    """Yield what a journey plans to ease; a plan in an overlay is one for its base as well."""
    for change in journey.changes:
        if change.resolved_by:
            yield from (f"{each}#{change.target}" for each in _lineage(journey.extends, bases))
    for opportunity in journey.opportunities:
        for address in opportunity.addresses:
            if "#" in address:
                yield address
            else:
                yield from (f"{each}#{address}" for each in _lineage(journey.id, bases))


def _lineage(journey: str, bases: dict[str, str]) -> Iterator[str]:
    """Yield the id of a journey and of all it extends; the compiler has refused circles."""
    while journey:
        yield journey
        journey = bases.get(journey, "")


def _advise(pain: Pain, journey: str) -> tuple[str, ...]:
    if not pain.id:
        return ("give the pain an `id:` first, then name it under `addresses:` of an opportunity",)
    return (
        (
            f"add what would ease it: `opportunities: [{{id: ..., title: ..., addresses: [{pain.id}]}}]`; "
            f"in another journey, write `{journey}#{pain.id}`"
        ),
        "if it was decided to do nothing, add the opportunity with `status: rejected`",
    )


CHECK = Check(FAULT, in_journey=find)

"""The evidence of a claim is older than the organisation accepts.

Shops, prices and habits change faster than maps. What annoyed people three years ago may be mended long
ago, and what annoys them today nobody has asked.

Of each claim only the newest evidence counts: old evidence beside newer, or beside some without a date,
is fine. A persona of the journey counts as a claim.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: checkout
            title: Checkout
            emotion:
              score: -0.5
              confidence: researched
              evidence: [interviews]
    evidence:
      - id: interviews
        kind: interview
        title: Interviews with buyers
        date: 2023-08-21

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: checkout
            title: Checkout
            emotion:
              score: -0.5
              confidence: researched
              evidence: [interviews, tickets]
    evidence:
      - id: interviews
        kind: interview
        title: Interviews with buyers
        date: 2023-08-21
      - id: tickets
        kind: support
        title: Tickets about checkout
        date: 2026-09-05

Source: Flaherty, Are Your Personas Outdated? (Nielsen Norman Group, 2016): the largest group of the
teams asked renews theirs every one to four years. The two years of the default are this project's choice
within that range.
"""

from collections.abc import Iterator
from itertools import chain

from journeymap.checks.check import Check, Subject, at_field, count_days, describe_fault
from journeymap.checks.grounds import claims_of
from journeymap.problems import Problem

FAULT = describe_fault(
    "outdated-evidence",
    __doc__,
    options={
        "max_age": {
            "title": "Age",
            "type": "string",
            "pattern": "^[1-9][0-9]{0,4}[dw]$",
            "default": "730d",
            "description": "How old evidence may be, in days or weeks, such as `365d` or `78w`.",
        }
    },
)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each piece of old evidence that some claim has nothing newer than."""
    journey, max_age = subject.journey, subject.options["max_age"]
    if not subject.today or not journey.evidence:
        return
    limit = _days_before(subject.today, int(max_age[:-1]) * (7 if max_age.endswith("w") else 1))
    old = frozenset(each.id for each in journey.evidence if each.date and each.date < limit)
    if not old:
        return
    resting = _count_resting(subject, old)
    for evidence in journey.evidence:
        claims = resting.get(evidence.id, 0)
        if claims:
            rest = "a claim rests" if claims == 1 else f"{claims} claims rest"
            age = count_days(evidence.date, subject.today)
            yield Problem(
                FAULT,
                f"evidence `{evidence.id}` is {age:,} days old, and {rest} on nothing newer",
                (at_field(evidence, "date", f"more than {max_age} ago"),),
                help=(
                    "ask again, list that under `evidence:` with its `date:`, and cite it in the claims",
                    "until then write `confidence: partial` or `assumed` in the claims that rest on it",
                ),
            )


def _days_before(day: str, days: int) -> str:
    """Return an ISO date that lies some days before another, or the first there is."""
    from datetime import date

    return date.fromordinal(max(1, date.fromisoformat(day).toordinal() - days)).isoformat()


def _count_resting(subject: Subject, old: frozenset[str]) -> dict[str, int]:
    """Return for each piece of old evidence how many claims cite it and nothing but old evidence."""
    journey = subject.journey
    own = f"{journey.id}#"
    resting: dict[str, int] = {}
    claims = (claim for claim, _ in claims_of(journey))
    for claim in chain(claims, subject.portfolio.personas_of(journey)):
        cited = {address.removeprefix(own) for address in claim.evidence}
        if cited <= old:
            for id in sorted(cited):
                resting[id] = resting.get(id, 0) + 1
    return resting


CHECK = Check(FAULT, in_journey=find)

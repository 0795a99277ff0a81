"""Pieces of evidence: what they support, how old they are, and all of them as a file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from journeymap.model import Evidence, Journey, Persona, Portfolio
from journeymap.rendering.templating import marked
from journeymap.site.desk import Desk
from journeymap.site.entities.listing import MOST, lay_grid, write_list
from journeymap.site.entities.places import (
    link_journey,
    link_part,
    link_persona,
    link_source,
    list_some,
    name_part,
    show_day,
    show_sample,
    word,
)
from journeymap.site.entities.reach import drop_copies
from journeymap.site.grids import Cell, Grid
from journeymap.site.pieces import Item
from journeymap.site.plan import Plan

EVIDENCE_FILE: Final = "sources/evidence.csv"


class Claim(NamedTuple):
    """Something that is claimed: a part of a journey, or a persona."""

    journey: Journey | None
    part: Any


Claims: TypeAlias = Mapping[tuple[str, str], tuple[Claim, ...]]
"""Journey and id of a piece of evidence → what it supports."""


def find_claims(portfolio: Portfolio) -> Claims:
    """Return what each piece of evidence supports, in one walk over everything that is claimed."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim, addresses in _walk_claims(portfolio):
        for address in addresses:
            there, _, id = address.rpartition("#")
            home = claim.journey.id if claim.journey else ""
            found.setdefault((there or home, id), []).append(claim)
    return {key: tuple(claims) for key, claims in found.items()}


def gather_evidence(portfolio: Portfolio) -> list[tuple[Journey, Evidence]]:
    """Return each piece of evidence once, in the journey that brings it: others only take it over."""
    return drop_copies((journey, one) for journey in portfolio.journeys for one in journey.evidence)


def lay_evidence(
    desk: Desk,
    title: str,
    found: Sequence[tuple[Journey, Evidence]],
    claims: Claims,
    *,
    file: str = "",
    most: int = MOST,
    source: bool = False,
) -> Grid:
    """Return a table of evidence; ``source`` says whether it names the sources, too."""
    columns = (
        (marked("Evidence"), "text"),
        (marked("Kind"), "word"),
        (marked("Date"), "day"),
        (marked("Sample"), "number"),
        (marked("Source"), "text"),
        (marked("Journey"), "text"),
        (marked("What it supports"), "text"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            Cell((link_part(desk, journey, one),)),
            word(desk.word("evidence", one.kind)),
            show_day(desk, one.date),
            show_sample(desk, one.sample),
            Cell(link_source(desk, one.source)) if source else Cell(),
            Cell((link_journey(desk, journey),)),
            list_some(desk, (_link_claim(desk, claim) for claim in _find(claims, journey, one)), 3),
        )
        for journey, one in found[:most]
    ]
    rows += [()] * (len(found) - len(rows))
    words = [f"{one.title} {journey.title}" for journey, one in found[:most]]
    return lay_grid(desk, "evidence", title, columns, rows, words=words, file=file, most=most)


def write_evidence(plan: Plan) -> bytes:
    """Return every piece of evidence as CSV."""
    desk = plan.desk(EVIDENCE_FILE, "en")
    claims = find_claims(plan.portfolio)
    columns = ("journey", "id", "title", "kind", "date", "sample", "source", "url", "supports")
    rows = [
        (
            journey.id,
            one.id,
            one.title,
            one.kind,
            one.date,
            one.sample,
            one.source,
            one.url,
            "; ".join(dict.fromkeys(name_part(desk, claim.part) for claim in _find(claims, journey, one))),
        )
        for journey, one in gather_evidence(plan.portfolio)
    ]
    return write_list("evidence", columns, rows)


def _walk_claims(portfolio: Portfolio) -> Iterator[tuple[Claim, tuple[str, ...]]]:
    """Yield everything that may be claimed on evidence, with the addresses of that evidence."""
    for journey in portfolio.journeys:
        for stage in journey.stages:
            for emotion in stage.emotions:
                yield Claim(journey, stage), emotion.evidence
            for touchpoint in stage.touchpoints:
                for emotion in touchpoint.emotions:
                    yield Claim(journey, touchpoint), emotion.evidence
                for pain in touchpoint.pains:
                    yield Claim(journey, pain), pain.evidence
                for gain in touchpoint.gains:
                    yield Claim(journey, gain), gain.evidence
        for insight in journey.insights:
            yield Claim(journey, insight), insight.evidence
        for local in journey.local_personas:
            yield Claim(journey, local), local.evidence
    for persona in portfolio.personas.values():
        yield Claim(None, persona), persona.evidence


def _find(claims: Claims, journey: Journey, evidence: Evidence) -> tuple[Claim, ...]:
    """Return what a piece of evidence supports, under its present id and those it had."""
    return tuple(
        claim
        for id in dict.fromkeys((evidence.id, *evidence.aliases))
        for claim in claims.get((journey.id, id), ())
    )


def _link_claim(desk: Desk, claim: Claim) -> Item:
    if isinstance(claim.part, Persona):
        return link_persona(desk, claim.journey, claim.part)
    assert claim.journey
    return link_part(desk, claim.journey, claim.part)

"""What journeys say about a persona: where they feel best and worst, what hurts them, what would help."""

from collections.abc import Iterable, Iterator
from typing import Final

from journeymap.model import Evidence, Journey, Opportunity, Pain, Persona, Touchpoint
from journeymap.model.claims import Number
from journeymap.model.feelings import persona_score
from journeymap.model.summaries import mean, opportunities_for, pains_of
from journeymap.rendering.templating import marked, marked_count
from journeymap.site.desk import Desk
from journeymap.site.entities.listing import lay_grid
from journeymap.site.entities.places import (
    feel,
    link_journey,
    link_moment,
    link_part,
    link_source,
    link_team,
    list_some,
    ranked,
    show_day,
    show_sample,
    word,
)
from journeymap.site.entities.reach import Spot, gravity_of, is_today
from journeymap.site.grids import Cell, Grid
from journeymap.site.pieces import Figure

_FEW: Final = 5
_MANY: Final = 25

Felt = tuple[Number, Spot]


def list_feelings(journeys: Iterable[Journey], persona: Persona) -> list[Felt]:
    """Return what a persona feels at each touchpoint today, as far as anybody says so."""
    return [
        (score, Spot(journey, stage, touchpoint))
        for journey in filter(is_today, journeys)
        for stage in journey.stages
        for touchpoint in stage.touchpoints
        if (score := persona_score(touchpoint, persona.id)) is not None
    ]


def count_findings(desk: Desk, journeys: tuple[Journey, ...], felt: list[Felt]) -> Iterator[Figure]:
    """Yield in numbers what there is to know about a persona today."""
    for forms, number in (
        (marked_count("journey", "journeys"), sum(map(is_today, journeys))),
        (marked_count("scored moment", "scored moments"), len(felt)),
    ):
        if number:
            yield Figure(desk.say_count(forms, number), str(number))
    mood = desk.mood(mean(score for score, _ in felt))
    if mood:
        yield Figure(desk.say(marked("mean feeling")), mood.score, face=mood.face)


def show_extremes(desk: Desk, felt: list[Felt]) -> Iterator[Grid]:
    """Yield where a persona feels best, and where worst."""
    neutral = desk.scale.neutral
    best = sorted((each for each in felt if each[0] > neutral), key=lambda each: -each[0])
    worst = sorted((each for each in felt if each[0] < neutral), key=lambda each: each[0])
    columns = (
        (marked("Touchpoint"), "text"),
        (marked("Feeling"), "feeling"),
        (marked("Journey"), "text"),
    )
    for id, title, some in (
        ("best", marked("Where they feel best"), best),
        ("worst", marked("Where they feel worst"), worst),
    ):
        rows = [
            (
                Cell((link_moment(desk, spot.journey, spot.touchpoint),)),
                feel(desk, score),
                Cell((link_journey(desk, spot.journey),)),
            )
            for score, spot in some[:_FEW]
        ]
        if rows:
            yield lay_grid(desk, id, title, columns, rows)


def show_troubles(desk: Desk, journeys: Iterable[Journey], persona: Persona) -> Iterator[Grid]:
    """Yield the pains that concern a persona, the gravest first, and the opportunities that answer them."""
    pains = [
        (journey, touchpoint, pain)
        for journey in filter(is_today, journeys)
        for _, touchpoint, pain in pains_of(journey)
        if _concerns(touchpoint, pain, persona)
    ]
    pains.sort(key=lambda each: gravity_of(each[2]))
    answers: dict[tuple[str, int], tuple[Journey, Opportunity]] = {}
    rows = []
    for journey, touchpoint, pain in pains:
        found = opportunities_for(journey, pain)
        answers.update({(journey.id, id(one)): (journey, one) for one in found})
        rows.append(
            (
                Cell((link_part(desk, journey, pain),)),
                ranked(desk, "severity", pain.severity),
                Cell((link_moment(desk, journey, touchpoint),)),
                Cell((link_journey(desk, journey),)),
                list_some(desk, (link_part(desk, journey, one) for one in found), 3),
            )
        )
    if rows:
        columns = (
            (marked("Pain"), "text"),
            (marked("Severity"), "word"),
            (marked("Where"), "text"),
            (marked("Journey"), "text"),
            (marked("What would help"), "text"),
        )
        yield lay_grid(desk, "pains", marked("What hurts them"), columns, rows, most=_MANY)
    if answers:
        yield _lay_answers(desk, list(answers.values()))


def show_evidence(desk: Desk, persona: Persona) -> Iterator[Grid]:
    """Yield the research that a persona is drawn from."""
    rows = [
        (
            Cell((link_part(desk, journey, evidence),)),
            word(desk.word("evidence", evidence.kind)),
            show_day(desk, evidence.date),
            show_sample(desk, evidence.sample),
            Cell(link_source(desk, evidence.source)),
        )
        for journey, evidence in _find_evidence(desk, persona)
    ]
    if rows:
        columns = (
            (marked("Evidence"), "text"),
            (marked("Kind"), "word"),
            (marked("Date"), "day"),
            (marked("Sample"), "number"),
            (marked("Source"), "text"),
        )
        yield lay_grid(desk, "evidence", marked("Drawn from"), columns, rows)


def _lay_answers(desk: Desk, answers: list[tuple[Journey, Opportunity]]) -> Grid:
    rows = [
        (
            Cell((link_part(desk, journey, one),)),
            ranked(desk, "progress", one.status),
            Cell(link_team(desk, one.owner)),
            Cell((link_journey(desk, journey),)),
        )
        for journey, one in answers
    ]
    columns = (
        (marked("Opportunity"), "text"),
        (marked("Status"), "word"),
        (marked("Owner"), "text"),
        (marked("Journey"), "text"),
    )
    return lay_grid(desk, "opportunities", marked("What would help them"), columns, rows, most=_MANY)


def _concerns(touchpoint: Touchpoint, pain: Pain, persona: Persona) -> bool:
    return all(not named or persona.id in named for named in (touchpoint.personas, pain.personas))


def _find_evidence(desk: Desk, persona: Persona) -> Iterator[tuple[Journey, Evidence]]:
    for address in persona.evidence:
        home, _, id = address.rpartition("#")
        journey = desk.portfolio.journey(home)
        if journey is None:
            continue
        for evidence in journey.evidence:
            if id in (evidence.id, *evidence.aliases):
                yield journey, evidence

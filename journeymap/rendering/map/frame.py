"""The frame of the map: what it is about, above it, and what it rests on, below it."""

from collections.abc import Iterator

from journeymap.model import Journey, Portfolio
from journeymap.rendering.dates import write_day
from journeymap.rendering.map.facts import Fact
from journeymap.rendering.map.words import write_sample
from journeymap.rendering.naming import (
    name_kpi,
    name_persona,
    name_segment,
    name_source,
    name_team,
    write_kpi,
)
from journeymap.rendering.templating import marked, translate

NO_BREAK = "\N{NO-BREAK SPACE}"


def facts_about(
    portfolio: Portfolio, journey: Journey, personas: tuple[str, ...], lang: str
) -> Iterator[Fact]:
    """Yield who makes the journey, why, and what the organisation wants of it."""

    def word(text: str) -> str:
        return translate(text, lang=lang)

    names = tuple(name_persona(portfolio, journey, id) for id in personas or journey.personas)
    if names:
        yield Fact(word(marked("Personas")) if len(names) > 1 else word(marked("Persona")), names)
    elif journey.segments:
        segments = tuple(name_segment(portfolio, id) for id in journey.segments)
        yield Fact(word(marked("Segments")), segments)
    if journey.scenario:
        yield Fact(word(marked("Scenario")), (journey.scenario,))
    if journey.goal:
        yield Fact(word(marked("Goal of the customer")), (journey.goal,))
    if journey.objective:
        yield Fact(word(marked("Our objective")), (journey.objective.text,))
    if journey.kpis:
        kpis = (
            f"{name_kpi(portfolio, kpi)} {write_kpi(portfolio, kpi, lang=lang)}".strip()
            for kpi in journey.kpis
        )
        yield Fact(word(marked("KPIs")), tuple(kpis))


def facts_behind(portfolio: Portfolio, journey: Journey, lang: str) -> Iterator[Fact]:
    """Yield the research that the map rests on, who answers for it, and when it was looked at last."""

    def word(text: str) -> str:
        return translate(text, lang=lang)

    evidence = []
    for piece in journey.evidence:
        sample = "" if piece.sample is None else write_sample(piece.kind, piece.sample, lang=lang)
        day = write_day(piece.date or "", lang=lang)
        dated = f"{piece.title} ({day.text.replace(' ', NO_BREAK)})" if day else piece.title
        evidence.append(", ".join(filter(None, (sample, dated))))
    if evidence:
        yield Fact(word(marked("Evidence")), tuple(evidence), span=2)
    if journey.sources:
        sources = ", ".join(name_source(portfolio, source) for source in journey.sources)
        yield Fact(word(marked("Data sources")), (sources,))
    if journey.owner:
        yield Fact(word(marked("Owner")), (name_team(portfolio, journey.owner),))
    reviewed = write_day(journey.reviewed or "", lang=lang)
    if reviewed:
        yield Fact(word(marked("Reviewed")), (reviewed.text,))

"""What a speaker wants to know about a slide: quotes, evidence, and where data comes from."""

from collections.abc import Iterable, Iterator

from journeymap.model import Emotion, Evidence, Gain, Journey, Pain, Portfolio, Stage, Touchpoint
from journeymap.rendering.dates import write_day
from journeymap.rendering.map.journey_map import JourneyMap
from journeymap.rendering.map.words import write_sample
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import name_persona, name_source
from journeymap.rendering.templating import marked, translate


def list_remarks(portfolio: Portfolio, drawn: JourneyMap, stage: Stage, columns: range) -> Iterator[str]:
    """Yield the notes of a slide about some touchpoints of a stage, a paragraph each."""
    journey = drawn.journey
    lang = journey.lang or portfolio.workspace.lang
    touchpoints = [each for column in columns for each in drawn.columns[column].touchpoints]
    yield from _texts(stage.summary, stage.focus)
    for touchpoint in touchpoints:
        title = one_line(touchpoint.title)
        yield from (f"{title}: {text}" for text in _texts(touchpoint.summary))
        yield from (f"{title}: {quote}" for quote in _quotes(portfolio, journey, touchpoint))
    evidence = tuple(_evidence(journey, stage, touchpoints))
    if evidence:
        yield translate(marked("Evidence"), lang=lang)
        yield from (_tell_evidence(each, lang) for each in evidence)
    sources = tuple(dict.fromkeys(source for touchpoint in touchpoints for source in touchpoint.sources))
    if sources:
        named = ", ".join(one_line(name_source(portfolio, source)) for source in sources)
        yield f"{translate(marked('Sources of data'), lang=lang)}: {named}"


def _texts(*texts: str) -> Iterator[str]:
    return (one_line(text) for text in texts if text.strip())


def _quotes(portfolio: Portfolio, journey: Journey, touchpoint: Touchpoint) -> Iterator[str]:
    for emotion in touchpoint.emotions:
        if emotion.quote.strip():
            who = name_persona(portfolio, journey, emotion.persona) if emotion.persona else ""
            yield f"“{one_line(emotion.quote)}”" + (f" ({one_line(who)})" if who else "")


def _evidence(journey: Journey, stage: Stage, touchpoints: Iterable[Touchpoint]) -> Iterator[Evidence]:
    """Yield the research that what is said here rests on, each once."""
    claims: list[Emotion | Pain | Gain] = [*stage.emotions]
    for touchpoint in touchpoints:
        claims += touchpoint.emotions
        claims += touchpoint.pains
        claims += touchpoint.gains
    named = dict.fromkeys(id for claim in claims for id in claim.evidence)
    return (each for id in named for each in journey.evidence if each.id == id)


def _tell_evidence(evidence: Evidence, lang: str) -> str:
    day = write_day(evidence.date, lang=lang)
    sample = "" if evidence.sample is None else write_sample(evidence.kind, evidence.sample, lang=lang)
    parts = (one_line(evidence.title), sample, day.text if day else "", one_line(evidence.summary))
    return " · ".join(part for part in parts if part)

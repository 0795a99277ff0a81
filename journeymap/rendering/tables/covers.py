"""What the first sheet of a workbook says of its journey."""

from journeymap.model import Journey, Portfolio
from journeymap.rendering.dates import write_day
from journeymap.rendering.naming import name_persona, name_team
from journeymap.rendering.tables.workbook import Cover
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import word_for


def describe_workbook(portfolio: Portfolio, journey: Journey | None, *, lang: str) -> Cover:
    """Return what the tables of a journey are about; of all journeys together nothing is said."""
    if journey is None:
        return Cover()
    reviewed = write_day(journey.reviewed, lang=lang)
    facts = (
        (marked("Personas"), ", ".join(name_persona(portfolio, journey, id) for id in journey.personas)),
        (marked("Scenario"), journey.scenario),
        (marked("Goal"), journey.goal),
        (marked("State"), word_for("state", journey.state, lang=lang)),
        (marked("Status"), word_for("status", journey.status, lang=lang)),
        (marked("Owner"), name_team(portfolio, journey.owner) if journey.owner else ""),
        (marked("Last reviewed"), reviewed.text if reviewed else ""),
    )
    told = tuple((translate(name, lang=lang), fact) for name, fact in facts if fact)
    return Cover(journey.summary, told)

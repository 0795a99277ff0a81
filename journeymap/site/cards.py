"""A journey as a card among others."""

from journeymap.model import Journey, Persona
from journeymap.model.summaries import journey_score, pains_of, peaks, touchpoint_score
from journeymap.rendering.map.emotion_lines import draw_lines
from journeymap.rendering.markdown import strip_markup
from journeymap.site.desk import Desk
from journeymap.site.drawing import draw_sparkline, mean_heights
from journeymap.site.pieces import JourneyCard, Link


def show_card(desk: Desk, journey: Journey, *, persona: Persona | None = None) -> JourneyCard:
    """Return a journey as a card, its curve that of one persona or the mean of all."""
    lines = draw_lines(desk.portfolio, journey, lang=desk.lang)
    own = [line for line in lines if persona and line.id == persona.id] or lines
    extremes = peaks(journey)
    lowest = desk.mood(touchpoint_score(extremes.pit)) if extremes else None
    pit = extremes.pit if extremes else None
    people = desk.portfolio.personas_of(journey)
    return JourneyCard(
        id=journey.id,
        title=journey.title,
        url=desk.atlas.journey(journey.id, page=desk.page),
        state=journey.state,
        state_word=desk.word("state", journey.state),
        status=journey.status,
        status_word=desk.word("status", journey.status),
        lead=strip_markup(journey.summary or journey.goal),
        sparkline=draw_sparkline(mean_heights(own)) if own else None,
        stages=tuple(stage.title for stage in journey.stages),
        personas=tuple(desk.person(person) for person in people),
        mean=desk.mood(journey_score(journey)),
        lowest=lowest,
        lowest_at=Link(pit.title, desk.atlas.journey(journey.id, page=desk.page, anchor=pit.id))
        if pit
        else Link(""),
        touchpoints=sum(1 for _ in journey.touchpoints()),
        pains=len(pains_of(journey)),
        opportunities=len(journey.opportunities),
        review=desk.review(journey),
        words=" ".join(
            [journey.title, journey.id, *journey.tags, *(person.title for person in people)]
        ).casefold(),
    )

"""What the front page says first: where customers suffer, and what is due next."""

from collections.abc import Iterator
from typing import NamedTuple

from journeymap.model import Journey
from journeymap.model.kpis import kpi_status
from journeymap.model.summaries import kpis_of, touchpoint_score
from journeymap.rendering.charts.opportunities import CLOSED
from journeymap.rendering.dates import Day, write_day
from journeymap.rendering.map.emotion_lines import level_of
from journeymap.rendering.naming import name_kpi
from journeymap.rendering.templating import marked
from journeymap.site.desk import Desk
from journeymap.site.overviews.reviews import next_review
from journeymap.site.overviews.wording import link_journey, link_place
from journeymap.site.pieces import Link, Mood

_SORES = 5
_TASKS = 6


class Sore(NamedTuple):
    """A touchpoint that hurts."""

    mood: Mood
    touchpoint: Link
    journey: Link


class Task(NamedTuple):
    """Something to be done by a day; ``kind`` says in a word what."""

    day: Day
    kind: str
    what: Link
    journey: Link


def find_sores(desk: Desk) -> tuple[Sore, ...]:
    """Return the touchpoints with the lowest scores as things are today, those that are not bad left out."""
    scale = desk.scale
    scored = [
        (scale.canonical(score), score, journey, touchpoint)
        for journey in desk.portfolio.journeys
        if journey.state == "current" and journey.status != "retired"
        for touchpoint in journey.touchpoints()
        if (score := touchpoint_score(touchpoint)) is not None and level_of(scale.canonical(score)) < 0
    ]
    scored.sort(key=lambda each: each[0])
    found = []
    for _, score, journey, touchpoint in scored[:_SORES]:
        mood = desk.mood(score)
        assert mood is not None
        place = link_place(desk, journey, touchpoint.id, touchpoint.title)
        found.append(Sore(mood, place, link_journey(desk, journey)))
    return tuple(found)


def find_tasks(desk: Desk) -> tuple[Task, ...]:
    """Return what is due next, the earliest first; the reader's clock knows what is overdue."""
    found = [
        task
        for journey in desk.portfolio.journeys
        if journey.status != "retired"
        for task in _list_tasks(desk, journey)
    ]
    return tuple(sorted(found, key=lambda task: task.day.iso)[:_TASKS])


def _list_tasks(desk: Desk, journey: Journey) -> Iterator[Task]:
    whole = link_journey(desk, journey)
    review = write_day(next_review(journey), lang=desk.lang)
    if review:
        yield Task(review, desk.say(marked("Review")), whole, Link(""))
    for opportunity in journey.opportunities:
        day = write_day(opportunity.due, lang=desk.lang)
        if day and opportunity.status not in CLOSED:
            place = link_place(desk, journey, opportunity.id, opportunity.title)
            yield Task(day, desk.say(marked("Opportunity")), place, whole)
    for owned in kpis_of(journey):
        metric = desk.portfolio.library.metrics.get(owned.kpi.metric)
        day = write_day(owned.kpi.due, lang=desk.lang)
        if day and kpi_status(owned.kpi, metric.direction if metric else "up") != "met":
            anchor = owned.address if owned.owner.id else ""
            place = link_place(desk, journey, anchor, name_kpi(desk.portfolio, owned.kpi))
            yield Task(day, desk.say(marked("KPI")), place, whole)

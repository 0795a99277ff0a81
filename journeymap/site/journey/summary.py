"""The summary of a journey's page: the numbers that matter, and one sentence that tells the curve."""

from collections import Counter
from collections.abc import Iterator

from journeymap.model import Journey
from journeymap.model.feelings import is_felt_apart
from journeymap.model.paths import Walk
from journeymap.model.summaries import (
    Peaks,
    journey_score,
    moments_of_truth,
    pains_of,
    peaks,
    touchpoint_score,
    variability,
)
from journeymap.rendering.map.words import MEAN_STORY, choose_story
from journeymap.rendering.naming import write_number, write_score
from journeymap.rendering.templating import Html, escape_html, marked, marked_count
from journeymap.rendering.words import WORDS
from journeymap.site.desk import Desk
from journeymap.site.journey.findings import list_pains
from journeymap.site.journey.index import Index
from journeymap.site.journey.walks import write_completion
from journeymap.site.pieces import Figure, Link


def list_figures(desk: Desk, index: Index, walk: Walk) -> Iterator[Figure]:
    """Yield the numbers of the summary strip; what is not known is left out."""
    journey = index.journey
    completion = write_completion(desk, walk)
    if completion:
        ways = desk.say_count(marked_count("%(count)d way out", "%(count)d ways out"), len(walk.ends))
        yield Figure(desk.say(marked("Reach the goal")), completion, (Link(ways, "#section_flow"),))
    mood = desk.mood(journey_score(journey))
    extremes = peaks(journey)
    if mood and extremes:
        notes = tuple(Link(text) for text in (mood.words, _write_variability(desk, journey)) if text)
        yield Figure(desk.say(marked("Mean feeling")), mood.score, notes, face=mood.face)
        yield _extreme(desk, marked("Lowest point"), extremes, "pit")
        yield _extreme(desk, marked("How it ends"), extremes, "end")
    truths = moments_of_truth(journey)
    if truths:
        label = desk.say_count(marked_count("Moment of truth", "Moments of truth"), len(truths))
        links = tuple(Link(touchpoint.title, f"#{touchpoint.id}") for touchpoint in truths)
        yield Figure(label, str(len(truths)), links, kind="truth")
    pains = len(pains_of(journey))
    if pains:
        label = desk.say_count(marked_count("Pain", "Pains"), pains)
        answered = sum(1 for row in list_pains(desk, index) if row.answers)
        note = desk.say_count(marked_count("%(count)d is answered", "%(count)d are answered"), answered)
        yield Figure(label, str(pains), (Link(note, "#section_pains"),), kind="pain")
    count = len(journey.opportunities)
    if count:
        label = desk.say_count(marked_count("Opportunity", "Opportunities"), count)
        states: Counter[str] = Counter(one.status for one in journey.opportunities)
        known = (state for state in WORDS["progress"] if states[state])
        note = " · ".join(f"{desk.word('progress', state)}: {states[state]}" for state in known)
        yield Figure(label, str(count), (Link(note),), kind="opportunity")


def _write_variability(desk: Desk, journey: Journey) -> str:
    """Return how far scores are from their mean, where the scale measures both sides with the same unit."""
    scale = desk.scale
    spread = variability(journey, scale)
    if not spread or scale.max - scale.neutral != scale.neutral - scale.min:
        return ""
    shown = round(spread * (scale.max - scale.neutral) / 2, 1)
    return desk.say(marked("deviation %(spread)s"), spread=write_number(shown, lang=desk.lang))


def _extreme(desk: Desk, label: str, extremes: Peaks, which: str) -> Figure:
    touchpoint = getattr(extremes, which)
    mood = desk.mood(touchpoint_score(touchpoint))
    assert mood is not None
    return Figure(desk.say(label), mood.score, (Link(touchpoint.title, f"#{touchpoint.id}"),), face=mood.face)


def tell_curve(desk: Desk, journey: Journey) -> Html:
    """Return one sentence that tells the curve."""
    extremes = peaks(journey)
    if extremes is None:
        return Html("")
    scores = [touchpoint_score(touchpoint) for touchpoint in extremes]
    values = {
        name: f'<strong dir="ltr">{write_score(score or 0, lang=desk.lang)}</strong>'
        for name, score in zip(("peak", "pit", "end"), scores, strict=True)
    }
    for name, touchpoint in extremes._asdict().items():
        values[f"{name}_at"] = f'<a href="#{touchpoint.id}">{escape_html(touchpoint.title)}</a>'
    story = desk.say(choose_story(journey, extremes), **values)
    return Html(desk.say(MEAN_STORY, story=story) if is_felt_apart(journey) else story)

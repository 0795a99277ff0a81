"""The map of changes on the page: columns of what changed, rows of lanes, marked entries; the numbers."""

from itertools import groupby

from journeymap.model.claims import Number
from journeymap.model.settings import EmotionScale
from journeymap.model.summaries import DEFAULT_WORDS, score_label
from journeymap.rendering.map.emotion_lines import Feeling, level_of
from journeymap.rendering.map.lanes import FEELING, LANES
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.templating import marked
from journeymap.reviewing.cells import MarkedEntry, mark_cells
from journeymap.reviewing.contexts import (
    EntryView,
    Face,
    HeadView,
    Mood,
    NumberRow,
    PainRow,
    RowView,
    StageView,
)
from journeymap.reviewing.curve_plot import tell_scores
from journeymap.reviewing.dossier import Dossier
from journeymap.reviewing.feelings import FeltStep, compare_feelings
from journeymap.reviewing.journey_picture import MARK_WORDS
from journeymap.reviewing.journeys import SIGNS, JourneyReview, Mark, Step
from journeymap.reviewing.pen import Pen
from journeymap.reviewing.places import find_journey_page


def changed_steps(review: JourneyReview) -> tuple[Step, ...]:
    """Return the steps that changed."""
    return tuple(step for step in review.steps if not step.is_same)


def show_stages(review: JourneyReview) -> tuple[StageView, ...]:
    """Return the stages over the steps that changed."""
    groups = groupby(changed_steps(review), key=lambda step: (step.number, step.stage.title))
    return tuple(StageView(f"{number} · {title}", len(list(steps))) for (number, title), steps in groups)


def show_heads(dossier: Dossier, review: JourneyReview, pen: Pen) -> tuple[HeadView, ...]:
    """Return the steps that changed as heads of columns."""
    page = find_journey_page(dossier, review)
    return tuple(
        HeadView(
            step.mark,
            SIGNS[step.mark],
            pen.say(MARK_WORDS[step.mark]),
            step.touchpoint.title,
            f"{page}#{step.touchpoint.id}" if page and step.pair.after else "",
            pen.say(marked("now a part of %(name)s"), name=step.into.title) if step.into else "",
        )
        for step in changed_steps(review)
    )


def show_rows(dossier: Dossier, review: JourneyReview, pen: Pen) -> tuple[RowView, ...]:
    """Return the lanes in which something changed, feelings as moods."""
    steps = changed_steps(review)
    lines = compare_feelings(dossier, review, lang=pen.lang)
    scales = (dossier.before.workspace.emotion_scale, dossier.after.workspace.emotion_scale)
    rows = []
    for line in lines:
        felt = {each.step.touchpoint.id: each for each in line.steps}
        cells = tuple(_show_feeling(felt[step.touchpoint.id], scales, pen) for step in steps)
        if any(cells):
            rows.append(RowView(pen.say(LANES[FEELING].title), line.title, cells))
    for row in mark_cells(dossier, review, steps, pen):
        cells = tuple(tuple(_show_entry(entry, pen) for entry in cell) for cell in row.cells)
        rows.append(RowView(row.title, "", cells))
    return tuple(rows)


def show_numbers(
    dossier: Dossier, review: JourneyReview, pen: Pen
) -> tuple[tuple[str, ...], tuple[NumberRow, ...]]:
    """Return who feels, and each step with the scores of all of them: what the picture shows, in numbers."""
    lines = [line for line in compare_feelings(dossier, review, lang=pen.lang) if not line.is_same]
    if not lines:
        return (), ()
    everyone = pen.say(marked("Everyone"))
    rows = []
    for number, first in enumerate(lines[0].steps):
        scores = tuple((tell_scores(line.steps[number], pen), _trend(line.steps[number])) for line in lines)
        rows.append(NumberRow(SIGNS[first.step.mark], first.step.touchpoint.title, scores))
    return tuple(line.title or everyone for line in lines), tuple(rows)


def list_pains(review: JourneyReview) -> tuple[PainRow, ...]:
    """Return the pains that are resolved, those that are only removed, and those that are new."""
    rows: dict[str, list[PainRow]] = {"resolved": [], "removed": [], "new": []}
    for step in review.steps:
        resolved, removed = review.split_pains(step.pair.resolved)
        found = (resolved, removed, step.pair.new)
        for (what, kept), pains in zip(rows.items(), found, strict=True):
            kept += (PainRow(what, strip_markup(pain.text), step.touchpoint.title) for pain in pains)
    return tuple(row for kept in rows.values() for row in kept)


def _trend(felt: FeltStep) -> str:
    return "up" if felt.rise > 0 else "down" if felt.rise < 0 else ""


def _show_entry(entry: MarkedEntry, pen: Pen) -> EntryView:
    # What people write in these lanes is Markdown; here it is compared, so that its words are enough.
    text, before = strip_markup(entry.text), strip_markup(entry.before)
    word = pen.say(MARK_WORDS[entry.mark])
    icon = entry.sign if entry.sign in ("pain", "gain", "opportunity") else ""
    return EntryView(entry.mark, SIGNS[entry.mark], word, text, entry.note, before, entry.note_before, icon)


def _show_feeling(
    felt: FeltStep, scales: tuple[EmotionScale, EmotionScale], pen: Pen
) -> tuple[EntryView, ...]:
    was, now = (
        _mood(side, scale, pen) for side, scale in zip((felt.before, felt.after), scales, strict=True)
    )
    if was == now:
        return ()
    mark: Mark = "added" if was is None else "removed" if now is None else "changed"
    word = pen.say(MARK_WORDS[mark])
    mood = now or was
    return (EntryView(mark, SIGNS[mark], word, "", "", "", mood=mood, was=was if now else None),)


def _mood(feeling: Feeling | None, scale: EmotionScale, pen: Pen) -> Mood | None:
    if feeling is None:
        return None
    if feeling.score is None or feeling.height is None:
        return Mood(feeling.words)
    face = Face(level_of(feeling.height) + 2, feeling.confidence)
    return Mood(feeling.words, pen.score(feeling.score), _label(scale, feeling.score, pen), face)


def _label(scale: EmotionScale, score: Number, pen: Pen) -> str:
    return score_label(scale, score, tuple(pen.say(word) for word in DEFAULT_WORDS))

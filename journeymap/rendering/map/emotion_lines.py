"""The emotion lines of a journey: who feels what in which column of the map, and the curve through it.

There is one line for everyone, or one for each persona as soon as they differ. A missing score is a gap.
Heights are canonical, from -2 to +2, whatever scale the workspace uses.
"""

from collections.abc import Sequence
from math import ceil
from typing import Literal, TypeAlias

from journeymap.model import Confidence, Emotion, EmotionScale, Journey, Portfolio, Stage, Touchpoint
from journeymap.model.claims import Number
from journeymap.model.summaries import DEFAULT_WORDS, emotion_for, emotion_words, mean, score_label
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.curve import Bezier, cut_curve
from journeymap.rendering.naming import name_persona
from journeymap.rendering.templating import translate

Moment: TypeAlias = Literal["peak", "pit", "end"]


class Feeling(NamedTuple):
    """One point of a line. Without a score it has words only; ``level`` picks the face, -2 to +2."""

    words: str
    label: str = ""
    score: Number | None = None
    height: float | None = None
    level: int | None = None
    quote: str = ""
    confidence: Confidence = "assumed"
    moments: tuple[Moment, ...] = ()


class EmotionLine(NamedTuple):
    """The feelings of a persona, or of everyone where ``id`` is empty: one a column, or none.

    ``pieces`` is the curve inside each column's cell; ``before`` that of the journey this one extends,
    whose canonical scores are ``heights_before``.
    """

    id: str
    title: str
    feelings: tuple[Feeling | None, ...]
    pieces: tuple[tuple[Bezier, ...], ...]
    before: tuple[tuple[Bezier, ...], ...] = ()
    heights_before: tuple[float | None, ...] = ()

    @property
    def heights(self) -> tuple[float | None, ...]:
        """The canonical score of each column, or nothing."""
        return tuple(feeling.height if feeling else None for feeling in self.feelings)


def draw_lines(
    portfolio: Portfolio,
    journey: Journey,
    *,
    lang: str = "en",
    owners: Sequence[Stage | Touchpoint] | None = None,
    personas: Sequence[str] = (),
) -> tuple[EmotionLine, ...]:
    """Return the lines of a journey, its labels in a language; none where nobody feels anything.

    ``owners`` are what stands in the columns, without a wish all touchpoints; ``personas`` whose lines
    are asked for.
    """
    scale = portfolio.workspace.emotion_scale
    base = portfolio.journey(journey.extends) if journey.extends else None
    words = tuple(translate(word, lang=lang) for word in DEFAULT_WORDS)
    columns = column_owners(journey) if owners is None else owners
    lines = []
    for id in personas or _voices(journey):
        emotions = [_emotion_in(owner, id) for owner in columns]
        feelings = _with_moments([_feel(scale, emotion, words) for emotion in emotions])
        if not any(feelings):
            continue
        heights = [feeling.height if feeling else None for feeling in feelings]
        before = _heights_before(scale, base, columns, id) if base else []
        title = name_persona(portfolio, journey, id) if id else ""
        lines.append(
            EmotionLine(id, title, tuple(feelings), cut_curve(heights), cut_curve(before), tuple(before))
        )
    return tuple(lines)


def column_owners(journey: Journey) -> tuple[Stage | Touchpoint, ...]:
    """Return what the columns of a whole map stand for: a stage without touchpoints speaks for itself."""
    return tuple(owner for stage in journey.stages for owner in (stage.touchpoints or (stage,)))


def level_of(height: float) -> int:
    """Return the step of the scale nearest to a canonical height; of two as near, the milder one."""
    level = min(2, ceil(round(abs(height), 9) - 0.5))
    return level if height > 0 else -level


def is_assumed(line: EmotionLine, arc: Bezier) -> bool:
    """Say whether an arc between two columns begins or ends at a feeling that is only assumed."""
    feelings = (line.feelings[round(arc.start[0])], line.feelings[round(arc.end[0])])
    return any(feeling is not None and feeling.confidence == "assumed" for feeling in feelings)


def _voices(journey: Journey) -> tuple[str, ...]:
    """Return the personas that need a line of their own, or ``""`` for everyone together."""
    touchpoints = tuple(journey.touchpoints())
    felt = [stage.emotions for stage in journey.stages] + [touchpoint.emotions for touchpoint in touchpoints]
    speakers = [emotion.persona for emotions in felt for emotion in emotions if emotion.persona]
    personas = tuple(dict.fromkeys([*journey.personas, *speakers]))
    differ = bool(speakers) or any(touchpoint.personas for touchpoint in touchpoints)
    return personas if len(personas) == 1 or (differ and personas) else ("",)


def _emotion_in(owner: Stage | Touchpoint, voice: str) -> Emotion | None:
    """Return the emotion in a column; a stage that stands for its touchpoints has the mean of theirs."""
    own = emotion_for(owner, voice)
    if isinstance(owner, Touchpoint) or not owner.touchpoints or (own and own.score is not None):
        return own
    felt = [emotion_for(touchpoint, voice) for touchpoint in owner.touchpoints]
    scored = [emotion for emotion in felt if emotion and emotion.score is not None]
    score = mean(emotion.score for emotion in scored)
    if score is None:
        return own
    assumed = any(emotion.confidence == "assumed" for emotion in scored)
    summed = own or Emotion(confidence="assumed" if assumed else "researched")
    return summed._replace(score=round(score, 2))


def _feel(scale: EmotionScale, emotion: Emotion | None, labels: Sequence[str]) -> Feeling | None:
    if emotion is None:
        return None
    if emotion.score is None:
        words = ", ".join(emotion_words(emotion, scale))
        return Feeling(words, quote=emotion.quote, confidence=emotion.confidence) if words else None
    label = score_label(scale, emotion.score, labels)
    words = emotion.feeling or ", ".join(emotion.feelings) or label
    height = scale.canonical(emotion.score)
    return Feeling(words, label, emotion.score, height, level_of(height), emotion.quote, emotion.confidence)


def _with_moments(feelings: list[Feeling | None]) -> list[Feeling | None]:
    """Mark the peak, the pit and the end: what people remember of an experience."""
    scored = [(index, f.height) for index, f in enumerate(feelings) if f and f.height is not None]
    if len(scored) < 3:
        return feelings
    peak, pit = max(height for _, height in scored), min(height for _, height in scored)
    first = {height: index for index, height in reversed(scored)}
    places: dict[Moment, int] = {"end": scored[-1][0]}
    if peak > pit:
        places = {"peak": first[peak], "pit": first[pit], **places}
    marked = list(feelings)
    for moment, index in places.items():
        feeling = marked[index]
        assert feeling is not None
        marked[index] = feeling._replace(moments=(*feeling.moments, moment))
    return marked


def _heights_before(
    scale: EmotionScale, base: Journey, columns: Sequence[Stage | Touchpoint], voice: str
) -> Sequence[float | None]:
    """Return, for each column, the height of the same touchpoint or stage in the base journey."""
    heights: dict[str, float] = {}
    owners: tuple[Stage | Touchpoint, ...] = (*base.stages, *base.touchpoints())
    for owner in owners:
        emotion = _emotion_in(owner, voice)
        if emotion and emotion.score is not None:
            heights[owner.id] = scale.canonical(emotion.score)
    return [heights.get(owner.id) for owner in columns]

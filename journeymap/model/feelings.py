"""How customers feel, summed up: scores, words for scores, peaks and pits.

Scores are on the workspace's emotion scale unless a name says canonical. A mean is the arithmetic
mean of what is known; where nothing is scored there is no mean, and never a zero in its place.
"""

from collections.abc import Iterable, Sequence
from math import fsum, sqrt
from typing import TypeAlias, TypeVar

from journeymap.model.claims import Emotion, Number
from journeymap.model.journey import Journey, Stage, Touchpoint
from journeymap.model.settings import EmotionScale
from journeymap.named_tuples import NamedTuple

DEFAULT_WORDS = ("very negative", "negative", "neutral", "positive", "very positive")
"""The words for the canonical scores -2, -1, 0, 1 and 2."""

MINUS = "\N{MINUS SIGN}"

Felt: TypeAlias = Stage | Touchpoint
"""What may carry emotions."""
F = TypeVar("F", Stage, Touchpoint)


_USUAL_SCALE = EmotionScale()


class Peaks(NamedTuple):
    """The touchpoints that people remember: best, worst and last of those with a score."""

    peak: Touchpoint
    pit: Touchpoint
    end: Touchpoint


def mean(numbers: Iterable[Number | None]) -> float | None:
    """Return the arithmetic mean of the known numbers, or nothing when none is known."""
    known = [number for number in numbers if number is not None]
    return sum(known) / len(known) if known else None


def touchpoint_score(touchpoint: Touchpoint) -> float | None:
    """Return a touchpoint's score: the mean over its personas' scores when it has several."""
    return mean(emotion.score for emotion in touchpoint.emotions)


def stage_score(stage: Stage) -> float | None:
    """Return a stage's score: the declared one, else the mean of its touchpoints' scores."""
    declared = mean(emotion.score for emotion in stage.emotions)
    return declared if declared is not None else mean(map(touchpoint_score, stage.touchpoints))


def journey_score(journey: Journey) -> float | None:
    """Return the mean of the scores of all touchpoints, each counting once."""
    return mean(map(touchpoint_score, journey.touchpoints()))


def emotion_for(owner: Felt, persona: str) -> Emotion | None:
    """Return what one persona feels, or nothing: a gap in the persona's curve.

    An emotion of everyone holds for each persona that the touchpoint concerns.
    """
    if isinstance(owner, Touchpoint) and owner.personas and persona not in owner.personas:
        return None
    own = (emotion for emotion in owner.emotions if emotion.persona == persona)
    everyone = (emotion for emotion in owner.emotions if not emotion.persona)
    return next(own, None) or next(everyone, None)


def felt_by(journey: Journey, personas: Sequence[str]) -> Journey:
    """Return the journey as some personas feel it: what only others feel is left out."""
    stages = tuple(
        _felt_only(stage, personas)._replace(
            touchpoints=tuple(_felt_only(touchpoint, personas) for touchpoint in stage.touchpoints)
        )
        for stage in journey.stages
    )
    return journey._replace(stages=stages)


def is_felt_apart(journey: Journey) -> bool:
    """Say whether several personas have feelings of their own, so that a mean is nobody's."""
    return len({emotion.persona for each in journey.touchpoints() for emotion in each.emotions}) > 1


def _felt_only(owner: F, personas: Sequence[str]) -> F:
    theirs = [emotion_for(owner, persona) for persona in personas]
    return owner._replace(emotions=tuple(e for e in owner.emotions if any(e is one for one in theirs)))


def persona_score(owner: Felt, persona: str) -> Number | None:
    """Return one persona's score, or nothing where that persona has none."""
    emotion = emotion_for(owner, persona)
    return emotion.score if emotion else None


def peaks(journey: Journey) -> Peaks | None:
    """Return the highest, lowest and last scored touchpoint; of equals the first counts."""
    scored = [
        (score, touchpoint)
        for touchpoint in journey.touchpoints()
        if (score := touchpoint_score(touchpoint)) is not None
    ]
    if not scored:
        return None
    best = max(score for score, _ in scored)
    worst = min(score for score, _ in scored)
    return Peaks(
        peak=next(touchpoint for score, touchpoint in scored if score == best),
        pit=next(touchpoint for score, touchpoint in scored if score == worst),
        end=scored[-1][1],
    )


def variability(journey: Journey, scale: EmotionScale = _USUAL_SCALE, persona: str = "") -> float | None:
    """Return how much the feeling goes up and down: the standard deviation of the canonical scores.

    The journey is all there is and no sample of anything, so it is the formula for a population, the
    root of the mean squared distance from the mean (Pearson, *Philosophical Transactions* 185, 1894). One
    score alone does not vary; none at all says nothing. With a persona it is the persona's own curve.
    """
    scores = (
        persona_score(touchpoint, persona) if persona else touchpoint_score(touchpoint)
        for touchpoint in journey.touchpoints()
    )
    canonical = [scale.canonical(score) for score in scores if score is not None]
    if not canonical:
        return None
    middle = fsum(canonical) / len(canonical)
    return sqrt(fsum((score - middle) ** 2 for score in canonical) / len(canonical))


def convert_score(score: Number, from_scale: EmotionScale, to_scale: EmotionScale) -> Number | None:
    """Return a score of one scale on another, or nothing for a score that is off the scale.

    Lowest, neutral and highest become exactly lowest, neutral and highest; between them it is linear on
    each side of neutral. Nothing is clamped: a score off the scale is a mistake that somebody should see.
    """
    if not from_scale.min <= score <= from_scale.max:
        return None
    for mark in ("neutral", "min", "max"):
        if score == getattr(from_scale, mark):
            marked: Number = getattr(to_scale, mark)
            return marked
    if score > from_scale.neutral:
        part = (score - from_scale.neutral) / (from_scale.max - from_scale.neutral)
        return to_scale.neutral + part * (to_scale.max - to_scale.neutral)
    part = (from_scale.neutral - score) / (from_scale.neutral - from_scale.min)
    return to_scale.neutral - part * (to_scale.neutral - to_scale.min)


def touchpoint_feelings(
    touchpoint: Touchpoint, scale: EmotionScale, words: Sequence[str] = DEFAULT_WORDS
) -> tuple[str, ...]:
    """Return the words for a touchpoint's emotions: each feeling, else the scale's label of its score.

    Here and below ``words`` are the five default words, for a translation.
    """
    return _distinct(word for emotion in touchpoint.emotions for word in emotion_words(emotion, scale, words))


def stage_feelings(
    stage: Stage, scale: EmotionScale, words: Sequence[str] = DEFAULT_WORDS
) -> tuple[str, ...]:
    """Return a stage's declared feelings, else its touchpoints' words in order, else its score's label."""
    declared = _distinct(word for emotion in stage.emotions for word in _named_feelings(emotion))
    if declared:
        return declared
    gathered = _distinct(
        word for touchpoint in stage.touchpoints for word in touchpoint_feelings(touchpoint, scale, words)
    )
    return gathered or _label(scale, stage_score(stage), words)


def stage_emotion(stage: Stage, scale: EmotionScale, words: Sequence[str] = DEFAULT_WORDS) -> tuple[str, ...]:
    """Return the leading word for a stage: its declared ``feeling``, else what ``stage_feelings`` gives."""
    leading = _distinct(emotion.feeling for emotion in stage.emotions)
    return leading or stage_feelings(stage, scale, words)


def emotion_words(
    emotion: Emotion, scale: EmotionScale, words: Sequence[str] = DEFAULT_WORDS
) -> tuple[str, ...]:
    """Return the words for one emotion: its feelings, else the scale's label of its score."""
    return _named_feelings(emotion) or _label(scale, emotion.score, words)


def score_label(scale: EmotionScale, score: Number, words: Sequence[str] = DEFAULT_WORDS) -> str:
    """Return the label nearest to a score on the canonical scale; of two as near, the milder one.

    A declared label takes the place of the default word nearest to it; the other default words stay.
    """
    declared = [(scale.canonical(label.score), label.text) for label in scale.labels]
    taken = {_nearest_step(place) for place, _ in declared}
    labels = [*declared, *((step, word) for step, word in enumerate(words, -2) if step not in taken)]
    canonical = scale.canonical(score)
    return min(labels, key=lambda label: (round(abs(label[0] - canonical), 9), abs(label[0])))[1]


def format_score(score: Number, decimals: int = 2) -> str:
    """Return a score as text with its sign, a true minus and no idle zeros: ``+1``, ``+0.5``, ``0``."""
    text = f"{abs(score):.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if not text.strip("0."):
        return "0"
    return ("+" if score > 0 else MINUS) + text


def _named_feelings(emotion: Emotion) -> tuple[str, ...]:
    return emotion.feelings or ((emotion.feeling,) if emotion.feeling else ())


def _label(scale: EmotionScale, score: Number | None, words: Sequence[str]) -> tuple[str, ...]:
    return () if score is None else (score_label(scale, score, words),)


def _nearest_step(canonical: float) -> int:
    """Round half towards neutral, as ``score_label`` breaks its ties."""
    return min(range(-2, 3), key=lambda step: (round(abs(step - canonical), 9), abs(step)))


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))

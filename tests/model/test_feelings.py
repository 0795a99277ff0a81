"""Scores, means and words for what customers feel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import Emotion, EmotionScale, ScaleLabel, Stage, Touchpoint
from journeymap.model.feelings import (
    DEFAULT_WORDS,
    convert_score,
    emotion_for,
    felt_by,
    format_score,
    is_felt_apart,
    journey_score,
    mean,
    peaks,
    persona_score,
    score_label,
    stage_emotion,
    stage_feelings,
    stage_score,
    touchpoint_feelings,
    touchpoint_score,
    variability,
)
from tests.model.samples import journey_of, scored

SCALE = EmotionScale()
SCORES = st.floats(-2, 2)


def test_mean_skips_what_is_unknown() -> None:
    """A mean counts known numbers only, and without any there is none."""
    assert mean([1, None, 2]) == 1.5
    assert mean([None]) is None
    assert mean([]) is None


def test_a_journey_as_some_personas_feel_it() -> None:
    """Only what they feel counts, with what everyone feels where they are; others' extremes are gone."""
    pay = Touchpoint("pay", "Pay", emotions=(Emotion(-2, persona="p"), Emotion(2, persona="q")))
    wait = Touchpoint("wait", "Wait", emotions=(Emotion(1), Emotion(-1, persona="q")))
    other = Touchpoint("other", "Other", emotions=(Emotion(2),), personas=("q",))
    journey = journey_of(pay, wait, other)
    seen = felt_by(journey, ("p",))

    assert [touchpoint_score(each) for each in seen.touchpoints()] == [-2, 1, None]
    assert [touchpoint_score(each) for each in felt_by(journey, ("q",)).touchpoints()] == [2, -1, 2]
    assert felt_by(journey, ("p", "q")) == journey
    assert is_felt_apart(journey)
    assert not is_felt_apart(journey_of(pay._replace(emotions=pay.emotions[:1])))


def test_touchpoint_score_is_the_mean_over_personas() -> None:
    """A touchpoint scored by two personas has the mean of their scores."""
    assert touchpoint_score(scored("pay", -2, 1)) == -0.5
    assert touchpoint_score(Touchpoint("walk", "Walk")) is None


def test_stage_score_prefers_the_declared_one() -> None:
    """A stage's own score counts before those of its touchpoints."""
    touchpoints = (scored("a", 2), scored("b", -1), scored("c", None))

    assert stage_score(Stage("s", "S", touchpoints=touchpoints)) == 0.5
    assert stage_score(Stage("s", "S", emotions=(Emotion(-2),), touchpoints=touchpoints)) == -2
    assert stage_score(Stage("s", "S")) is None


def test_journey_score_counts_each_touchpoint_once() -> None:
    """A touchpoint with two personas weighs as much as one with everybody."""
    assert journey_score(journey_of(scored("a", 2, 0), scored("b", -2))) == -0.5
    assert journey_score(journey_of()) is None


@given(st.lists(SCORES, min_size=1))
def test_journey_score_lies_between_its_extremes(scores: list[float]) -> None:
    """The mean is never better than the best touchpoint nor worse than the worst."""
    score = journey_score(journey_of(*(scored(f"t{i}", each) for i, each in enumerate(scores))))

    assert score is not None
    assert min(scores) - 1e-9 <= score <= max(scores) + 1e-9


def test_an_absent_persona_is_a_gap() -> None:
    """A persona has its own emotion, else everyone's, and none where the touchpoint does not concern it."""
    own = Touchpoint("t", "T", emotions=(Emotion(1), Emotion(-2, persona="mira")))
    others = own._replace(personas=("tomas",))

    assert persona_score(own, "mira") == -2
    assert persona_score(own, "tomas") == 1
    assert persona_score(others, "mira") is None
    assert emotion_for(Stage("s", "S", emotions=(Emotion(0, persona="mira"),)), "tomas") is None


def test_peaks_are_the_first_of_equals_and_the_last_scored() -> None:
    """Of equal touchpoints the first is the peak or pit; the end is the last one with a score."""
    found = peaks(
        journey_of(scored("a", 1), scored("b", 1), scored("c", -1), scored("d", -1), scored("e", None))
    )

    assert found is not None
    assert [touchpoint.id for touchpoint in found] == ["a", "c", "d"]
    assert peaks(journey_of(scored("a", None))) is None


def test_touchpoint_words_are_feelings_before_labels() -> None:
    """A feeling speaks for itself; a bare score gets the scale's word, and nothing gets none."""
    emotions = (
        Emotion(-2, "angry", persona="a"),
        Emotion(1, persona="b"),
        Emotion(0, feelings=("calm", "angry"), persona="c"),
    )

    assert touchpoint_feelings(Touchpoint("t", "T", emotions=emotions), SCALE) == (
        "angry",
        "positive",
        "calm",
    )
    assert touchpoint_feelings(Touchpoint("t", "T"), SCALE) == ()


def test_stage_words_are_declared_or_gathered_or_labelled() -> None:
    """A stage's declared feelings come first, then its touchpoints' words, then the word for its score."""
    touchpoints = (
        scored("a", 2),
        Touchpoint("b", "B", emotions=(Emotion(-1, "tense"),)),
        Touchpoint("c", "C", emotions=(Emotion(0, "tense"),)),
    )
    declared = Emotion(feeling="Confidence", feelings=("Confidence", "Anxiety"))
    stage = Stage("s", "S", emotions=(declared,), touchpoints=touchpoints)

    assert stage_feelings(stage, SCALE) == ("Confidence", "Anxiety")
    assert stage_emotion(stage, SCALE) == ("Confidence",)
    assert stage_emotion(stage._replace(emotions=()), SCALE) == ("very positive", "tense")
    assert stage_feelings(Stage("s", "S", emotions=(Emotion(-2),)), SCALE) == ("very negative",)
    assert stage_feelings(Stage("s", "S"), SCALE) == ()


@pytest.mark.parametrize(("score", "word"), list(zip(range(-2, 3), DEFAULT_WORDS, strict=True)))
def test_default_words(score: int, word: str) -> None:
    """Each whole score of the default scale has its own word."""
    assert score_label(SCALE, score) == word


@pytest.mark.parametrize(
    ("score", "word"), [(0.5, "neutral"), (-0.5, "neutral"), (1.5, "positive"), (-1.6, "very negative")]
)
def test_between_two_words_the_milder_one(score: float, word: str) -> None:
    """A score takes the nearest word; halfway between two, the one nearer to neutral."""
    assert score_label(SCALE, score) == word


def test_declared_labels_replace_default_words() -> None:
    """A declared label stands for the default word it is nearest to; the others stay, on any scale."""
    scale = EmotionScale(0, 10, 5, (ScaleLabel(0, "awful"), ScaleLabel(3, "meh"), ScaleLabel(10, "great")))

    assert [score_label(scale, score) for score in (0, 3, 4, 5, 7.5, 10)] == [
        "awful",
        "meh",
        "neutral",
        "neutral",
        "positive",
        "great",
    ]


def test_words_can_be_translated() -> None:
    """The five default words are an argument."""
    assert score_label(SCALE, 1, ("a", "b", "c", "d", "e")) == "d"


@pytest.mark.parametrize(
    ("score", "text"),
    [
        (1, "+1"),
        (-2, "−2"),
        (0, "0"),
        (0.5, "+0.5"),
        (-2 / 3, "−0.67"),
        (-0.001, "0"),
        (10, "+10"),
        (1.999, "+2"),
    ],
)
def test_formatted_scores(score: float, text: str) -> None:
    """Scores carry a sign, a true minus, and two decimals at most; what rounds to zero has no sign."""
    assert format_score(score) == text


def test_formatted_whole_scores() -> None:
    """Without decimals a score is rounded to a whole one, and tens keep their zero."""
    assert format_score(20.2, 0) == "+20"


def test_variability_is_the_population_s_standard_deviation() -> None:
    """Scores of -1 and 1 are one away from their mean; gaps are left out; one score does not vary."""
    assert variability(journey_of(scored("a", -1), scored("gap", None), scored("b", 1))) == 1
    assert variability(journey_of(scored("a", 1), scored("b", 3), scored("c", 5)), EmotionScale(1, 5, 3)) == (
        pytest.approx((8 / 3) ** 0.5)
    )
    assert variability(journey_of(scored("a", 2))) == 0
    assert variability(journey_of(scored("gap", None))) is None


def test_variability_of_a_persona_is_that_of_its_own_curve() -> None:
    """What only others feel does not move a persona's curve."""
    journey = journey_of(scored("a", 2, -2), scored("b", 0, -2))

    assert variability(journey, persona="persona-0") == 1
    assert variability(journey, persona="persona-1") == 0


@given(st.lists(SCORES, min_size=1, max_size=20))
def test_variability_is_bounded_by_the_scale(scores: list[float]) -> None:
    """Nobody is further from the mean than half the scale, and turning all scores round changes nothing."""
    journey = journey_of(*(scored(f"t{n}", score) for n, score in enumerate(scores)))
    turned = journey_of(*(scored(f"t{n}", -score) for n, score in enumerate(scores)))

    spread = variability(journey)
    assert spread is not None
    assert 0 <= spread <= 2 + 1e-9
    assert variability(turned) == pytest.approx(spread, abs=1e-12)


SCALES = st.tuples(st.integers(-50, 50), st.integers(1, 50), st.integers(1, 50)).map(
    lambda parts: EmotionScale(parts[0] / 10 - parts[1] / 10, parts[0] / 10 + parts[2] / 10, parts[0] / 10)
)


@given(SCALES, SCALES, st.floats(0, 1))
def test_scores_are_converted_and_never_clamped(one: EmotionScale, other: EmotionScale, place: float) -> None:
    """The marks of a scale become exactly those of another; there and back is where one started."""
    for mark in ("min", "neutral", "max"):
        assert convert_score(getattr(one, mark), one, other) == getattr(other, mark)
    score = one.min + place * (one.max - one.min)
    converted = convert_score(min(score, one.max), one, other)
    assert converted is not None
    assert other.min - 1e-9 <= converted <= other.max + 1e-9
    assert other.canonical(converted) == pytest.approx(one.canonical(score), abs=1e-6)
    assert convert_score(one.max + 0.001, one, other) is None
    assert convert_score(one.min - 0.001, one, other) is None


def test_scores_on_a_lopsided_scale_are_linear_on_each_side() -> None:
    """From 0 to 10 with 4 in the middle, 2 is as far below as 7 is above."""
    scale = EmotionScale(0, 10, 4)

    assert convert_score(2, scale, SCALE) == -1
    assert convert_score(7, scale, SCALE) == 1
    assert convert_score(-1, SCALE, scale) == 2

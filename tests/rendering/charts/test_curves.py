"""The emotion curve alone: every feeling in words, gaps that stay gaps, lines told apart without colour."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import Emotion, EmotionScale, Journey, Persona, Portfolio, Stage, Touchpoint
from journeymap.rendering.charts.curve import draw_emotion_curve, tabulate_emotions
from journeymap.rendering.charts.row_breaks import break_rows
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import write_score
from journeymap.rendering.tables.cells import strip_cell, tell_cell
from journeymap.themes.theme import LIGHT
from tests.rendering.charts.fitting import curves, misfits, portfolios, shapes, written
from tests.rendering.samples import SAMPLES, Sample


def sample_of(*emotions: Emotion | None) -> Sample:
    """Return a journey with a touchpoint for each emotion."""
    portfolio, journey = SAMPLES["tiny"]()
    touchpoints = tuple(
        Touchpoint(f"t{index}", f"Step {index}", emotions=(emotion,) if emotion else ())
        for index, emotion in enumerate(emotions)
    )
    stage = Stage("s", "Only stage", touchpoints=touchpoints)
    return Sample(portfolio, journey._replace(personas=(), local_personas=(), stages=(stage,)))


def scored(*scores: float | None) -> list[Emotion | None]:
    """Return an emotion for each score."""
    return [
        None if score is None else Emotion(score=score, feeling=f"word {index}", confidence="researched")
        for index, score in enumerate(scores)
    ]


@given(portfolios())
def test_the_table_holds_what_the_picture_says(portfolio: Portfolio) -> None:
    """Each row's words and score are written in the picture, as often as the table has them."""
    journey = portfolio.journeys[0]
    lang = journey.lang or portfolio.workspace.lang
    table = tabulate_emotions(portfolio, journey)
    rest = written(draw_emotion_curve(portfolio, journey, theme=LIGHT))

    names = [column.title for column in table.columns]
    feeling = next((index for index, column in enumerate(table.columns) if column.numeric), 0) - 1
    for row in table.rows:
        words, score = row[feeling], tell_cell(row[feeling + 1])
        if one_line(str(words)):
            rest.remove(one_line(str(words)))
        if score != "":
            assert score == write_score(float(strip_cell(row[feeling + 1])), lang=lang)
            rest.remove(score)
    assert len(names) == len(set(names))


def test_several_personas_are_told_apart_by_dash_and_marker_and_name() -> None:
    """Three lines have three dashes and three shapes, and a name at the end of each and beside its row."""
    drawing = draw_emotion_curve(*SAMPLES["three-personas"](), theme=LIGHT)

    dashes = {line.get("stroke-dasharray") for line in curves(drawing.svg)}
    texts = written(drawing)
    assert len(dashes) == 3
    assert [texts.count(name) for name in ("Parent with a child", "Shift worker", "Retired neighbour")] == [
        2
    ] * 3


def test_named_personas_narrow_the_curve() -> None:
    """Asked for one persona, the picture and the table have that one's line."""
    sample = SAMPLES["three-personas"]()
    (id, *_) = sample.journey.personas

    table = tabulate_emotions(*sample, personas=(id,))

    assert {row[2] for row in table.rows} == {"Parent with a child"}
    assert "Shift worker" not in written(draw_emotion_curve(*sample, theme=LIGHT, personas=(id,)))


def test_a_missing_score_is_a_gap() -> None:
    """The curve breaks where nothing is scored, and the table has no row there."""
    whole = draw_emotion_curve(*sample_of(*scored(1, 0, -1, 1)), theme=LIGHT).svg
    broken = draw_emotion_curve(*sample_of(*scored(1, 0, None, -1, 1)), theme=LIGHT).svg

    assert [line["stroke"] for line in curves(whole)] == [LIGHT.text]
    assert [line["stroke"] for line in curves(broken)] == [LIGHT.text] * 2
    assert len(tabulate_emotions(*sample_of(*scored(1, None, 1))).rows) == 2


def test_words_without_a_score_stand_below_the_touchpoint() -> None:
    """A feeling that nobody scored is said and has no place on the curve."""
    words = Emotion(feeling="reassured", confidence="researched")
    texts = written(draw_emotion_curve(*sample_of(*scored(1), words, *scored(0)), theme=LIGHT))

    assert texts.index("not scored") == texts.index("reassured") + 1
    assert texts.index("Step 1") == texts.index("reassured") - 1


def test_peak_pit_and_end_are_flagged() -> None:
    """The moments that people remember are named in the picture and in the table."""
    sample = sample_of(*scored(0, 2, -2, 1))

    assert [tell_cell(row[-2]) for row in tabulate_emotions(*sample).rows] == ["", "Peak", "Pit", "End"]
    assert {"Peak", "Pit", "End"} <= set(written(draw_emotion_curve(*sample, theme=LIGHT)))


def test_assumed_feelings_are_hollow_and_explained() -> None:
    """A guess has a hollow marker; the legend says so only where there is one."""
    sure = draw_emotion_curve(*sample_of(*scored(0, 1)), theme=LIGHT)
    guess = Emotion(score=1, confidence="assumed")
    unsure = draw_emotion_curve(*sample_of(*scored(0), guess), theme=LIGHT)

    assert "assumed" not in written(sure)
    assert "assumed" in written(unsure)
    assert [tell_cell(row[-1]) for row in tabulate_emotions(*sample_of(guess)).rows] == ["Assumed"]


def test_the_journey_before_is_a_line_and_a_column() -> None:
    """A journey that extends another shows the scores it had, by a line of its own and in the table."""
    sample = SAMPLES["overlay"]()
    table = tabulate_emotions(*sample)
    drawing = draw_emotion_curve(*sample, theme=LIGHT)

    before = [column.title for column in table.columns].index("Before")
    changed = [row for row in table.rows if row[before] not in ("", row[before - 1])]
    assert changed
    assert "Before: First purchase, from search to review" in written(drawing)
    assert 'stroke-dasharray="3 4"' in drawing.svg


def test_scores_are_written_on_the_workspaces_scale() -> None:
    """The axis and the points have the numbers that the authors wrote."""
    portfolio, journey = sample_of(*scored(1, 5, 3))
    portfolio = portfolio._replace(
        workspace=portfolio.workspace._replace(emotion_scale=EmotionScale(1, 5, 3))
    )
    texts = written(draw_emotion_curve(portfolio, journey, theme=LIGHT))

    assert [texts.count(f"+{score}") for score in range(1, 6)] == [2, 1, 2, 1, 2]


def test_a_long_label_of_the_scale_gets_its_room() -> None:
    """However much the words for a score say, the steps stand far enough apart for them."""
    portfolio, journey = sample_of(*scored(0, 1))
    from journeymap.model.settings import ScaleLabel

    scale = EmotionScale(labels=(ScaleLabel(2, "beyond all that anybody could have hoped for " * 3),))
    portfolio = portfolio._replace(workspace=portfolio.workspace._replace(emotion_scale=scale))
    drawing = draw_emotion_curve(portfolio, journey, theme=LIGHT)

    assert misfits(drawing) == []
    assert "+2" in written(drawing)
    assert any("anybody" in text for text in written(drawing))


@pytest.mark.parametrize("stages", [(), (Stage("s", "Empty"),)])
def test_a_journey_without_feelings_says_so(stages: tuple[Stage, ...]) -> None:
    """Where nobody feels anything there is a sentence and no empty plot."""
    portfolio, journey = SAMPLES["tiny"]()
    bare: Journey = journey._replace(stages=stages)
    drawing = draw_emotion_curve(portfolio, bare, theme=LIGHT)

    assert "Nobody has said yet how this journey feels." in written(drawing)
    assert tabulate_emotions(portfolio, bare).rows == ()


def test_a_long_curve_goes_on_in_rows() -> None:
    """Sixty touchpoints stand in three rows of two stages, no wider than a page; each title is there once."""
    sample = SAMPLES["sixty"]()
    drawing = draw_emotion_curve(*sample, theme=LIGHT)
    tops = {"".join(text.lines): text.box.y for text in drawing.texts}
    heads = [tops[f"{number} · {stage.title}"] for number, stage in enumerate(sample.journey.stages, start=1)]
    texts = written(drawing)

    assert misfits(drawing) == []
    assert drawing.width <= 280 * LIGHT.spacing.unit
    assert heads[0] == heads[1] < heads[2] == heads[3] < heads[4] == heads[5]
    assert all(texts.count(touchpoint.title) == 1 for touchpoint in sample.journey.touchpoints())
    assert texts.count("First-time mover") == 1


def test_a_line_goes_on_in_the_next_row_at_the_height_it_left_the_last_one() -> None:
    """A row ends between two scores, on the curve through both."""
    portfolio, journey = sample_of(*scored(*[0, 1, -1, 2] * 10))
    drawing = draw_emotion_curve(portfolio, journey, theme=LIGHT)
    ends = [re.findall(r"-?[\d.]+,-?[\d.]+", line["d"]) for line in curves(drawing.svg)]
    places = [[tuple(map(float, end.split(","))) for end in (points[0], points[-1])] for points in ends]
    (_, leaves), (enters, _) = places
    zeros = sorted(
        float(line["y1"]) for line in shapes(drawing.svg, "line") if line["stroke"] == LIGHT.border
    )

    assert leaves[1] - zeros[0] == pytest.approx(enters[1] - zeros[1], abs=0.2)


def test_each_line_is_named_at_the_end_of_each_row() -> None:
    """Several lines are told apart in every row, not in the last one alone."""
    people = tuple(Persona(f"p{number}", f"Person {number}") for number in range(2))
    steps = tuple(
        Touchpoint(f"t{step}", f"Step {step}", emotions=tuple(_felt(person.id, step) for person in people))
        for step in range(30)
    )
    portfolio, journey = SAMPLES["tiny"]()
    whole = journey._replace(
        personas=("p0", "p1"), local_personas=people, stages=(Stage("s", "Long", touchpoints=steps),)
    )
    texts = written(draw_emotion_curve(portfolio, whole, theme=LIGHT))

    assert texts.count("1 · Long") == 2
    assert [texts.count(person.title) for person in people] == [4, 4]  # at an end and beside its words


def test_who_says_nothing_in_a_row_has_no_words_below_it() -> None:
    """A persona who has left is not listed below the rows that come after."""
    people = tuple(Persona(f"p{number}", f"Person {number}") for number in range(2))
    steps = tuple(
        Touchpoint(f"t{step}", f"Step {step}", emotions=tuple(_felt(p.id, step) for p in people))
        for step in range(30)
    )
    early = tuple(
        step._replace(emotions=step.emotions if index < 10 else step.emotions[:1])
        for index, step in enumerate(steps)
    )
    portfolio, journey = SAMPLES["tiny"]()
    whole = journey._replace(
        personas=("p0", "p1"), local_personas=people, stages=(Stage("s", "Long", touchpoints=early),)
    )
    texts = written(draw_emotion_curve(portfolio, whole, theme=LIGHT))

    assert [texts.count(person.title) for person in people] == [4, 3]


def _felt(persona: str, step: int) -> Emotion:
    return Emotion(score=step % 3, feeling=f"word {step}", confidence="researched", persona=persona)


@pytest.mark.parametrize(
    ("stages", "most", "rows"),
    [
        ([], 5, [0]),
        ([3, 2], 5, [5]),
        ([3, 3], 5, [3, 3]),
        ([10] * 6, 20, [20, 20, 20]),
        ([10] * 6, 25, [20, 20, 20]),
        ([4, 1, 1, 1, 1], 5, [4, 4]),
        ([7], 3, [3, 2, 2]),
        ([2, 7, 1], 3, [2, 3, 2, 3]),
    ],
)
def test_rows_break_between_stages_and_evenly(stages: list[int], most: int, rows: list[int]) -> None:
    """As few rows as can be, whole stages in each, and one that is too long for a row in even parts."""
    spans = break_rows(stages, most)

    assert [len(span) for span in spans] == rows
    assert [column for span in spans for column in span] == list(range(sum(stages)))


@given(st.lists(st.integers(1, 40), max_size=12), st.integers(1, 25))
def test_no_row_is_too_long_and_no_column_is_lost(stages: list[int], most: int) -> None:
    """However long stages are, every column has its place in a row that holds it."""
    spans = break_rows(stages, most)

    assert [column for span in spans for column in span] == list(range(sum(stages)))
    assert all(len(span) <= most for span in spans)

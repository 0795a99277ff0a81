"""The heat map: means of the model, the phases in their order, and nothing where nothing is known."""

import pytest
from hypothesis import given

from journeymap.model import (
    Emotion,
    EmotionScale,
    Journey,
    Library,
    Phase,
    Portfolio,
    Stage,
    Touchpoint,
    Workspace,
)
from journeymap.model.claims import Confidence
from journeymap.model.summaries import journey_score, mean, stage_score
from journeymap.rendering.charts.heat import measure_heat, pick_worst
from journeymap.rendering.charts.heatmap import MOST, draw_portfolio_heatmap, tabulate_heatmap
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import write_score
from journeymap.rendering.tables.cells import is_text, strip_cell
from journeymap.themes.theme import LIGHT
from tests.rendering.charts.fitting import misfits, portfolios, written

EMPTY = Library(*({} for _ in Library._fields))


def stage(phase: str, *scores: float | None, certainty: Confidence = "researched") -> Stage:
    """Return a stage of a phase with a touchpoint for each score."""
    touchpoints = (
        Touchpoint(f"{phase}-{index}", "T", emotions=(Emotion(score=score, confidence=certainty),))
        for index, score in enumerate(scores)
    )
    return Stage(phase or "loose", "S", phase=phase, touchpoints=tuple(touchpoints))


def portfolio_of(*journeys: Journey, phases: tuple[str, ...] = (), **settings: object) -> Portfolio:
    """Return a portfolio whose library declares these phases."""
    library = EMPTY._replace(phases={id: Phase(id, id.title()) for id in phases})
    return Portfolio(Workspace(title="All", **settings), library, {}, journeys)  # type: ignore[arg-type]


def journey_of(id: str, *stages: Stage) -> Journey:
    """Return a journey called after its id."""
    return Journey(id, id.title(), stages=stages)


@given(portfolios())
def test_every_number_is_the_models_and_stands_in_the_picture(portfolio: Portfolio) -> None:
    """Cells are means of stages, the last is the mean of the journey; the picture writes each of them."""
    lang = portfolio.workspace.lang
    texts = written(draw_portfolio_heatmap(portfolio, theme=LIGHT))
    grid = measure_heat(portfolio, lang=lang)
    table = tabulate_heatmap(portfolio)

    numbers = [strip_cell(cell) for row in table.rows for cell in row[1:-2] if not is_text(cell)]
    heats = [heat for row in grid.rows for heat in (*row.cells, row.whole)]
    scores = [heat.score for heat in heats if heat.score is not None]
    assert numbers == [round(score, 4) for score in scores]
    rest = list(texts)
    for score in scores:
        rest.remove(write_score(score, lang=lang))
    for row, drawn in zip(table.rows, grid.rows, strict=True):
        assert drawn.whole.score == journey_score(drawn.journey)
        assert row[0] == drawn.journey.title
        assert row[-2] == sum(len(each.touchpoints) for each in drawn.journey.stages)
        assert one_line(drawn.journey.title) in texts or not one_line(drawn.journey.title)


def test_a_phase_is_the_mean_of_its_stages() -> None:
    """Two stages of one phase count once each, however many touchpoints they have."""
    journey = journey_of("buy", stage("find", 2), stage("pay", -2, -1), stage("find", -1, 0))
    (row,) = measure_heat(portfolio_of(journey, phases=("find", "pay")), lang="en").rows

    stages = journey.stages
    assert row.cells[0].score == mean([stage_score(stages[0]), stage_score(stages[2])]) == 0.75
    assert row.cells[0].touchpoints == 3
    assert row.cells[1].score == -1.5


def test_phases_stand_in_the_workspaces_order() -> None:
    """Declared phases first, in their order, touched or not; then others; then stages without one."""
    journey = journey_of("buy", stage("extra-phase", 1), stage("", 1), stage("pay", 1))
    table = tabulate_heatmap(portfolio_of(journey, phases=("find", "pay")))

    assert [column.title for column in table.columns] == [
        "Journey",
        "Find",
        "Pay",
        "Extra phase",
        "No phase",
        "Whole journey",
        "Touchpoints",
        "Assumed only",
    ]
    assert tuple(map(strip_cell, table.rows[0][:5])) == ("Buy", "", 1, 1, 1)


def test_no_touchpoints_and_no_feeling_are_told_apart() -> None:
    """A phase nobody touches is a dash; one where nothing is scored counts its touchpoints and says so."""
    portfolio = portfolio_of(journey_of("buy", stage("find", None, None)), phases=("find", "pay"))
    texts = written(draw_portfolio_heatmap(portfolio, theme=LIGHT))

    assert tabulate_heatmap(portfolio).rows[0][1:4] == ("not scored", "", "not scored")
    assert texts.count("not scored") == 2
    assert texts.count("–") == 2  # the cell and the legend
    assert "no touchpoints" in texts
    assert "2 touchpoints" in texts


def test_guesses_are_hatched() -> None:
    """A mean of nothing but assumptions is hatched and listed; one researched score makes it solid."""
    guessed = journey_of("guess", stage("find", 1, 2, certainty="assumed"), stage("pay", 1))
    portfolio = portfolio_of(guessed, phases=("find", "pay"))

    assert tabulate_heatmap(portfolio).rows[0][-1] == "Find"
    svg = draw_portfolio_heatmap(portfolio, theme=LIGHT).svg
    assert svg.count('stroke-dasharray="4 3"') == 2  # the cell and the legend
    assert "assumed only" in svg


def test_numbers_are_on_the_workspaces_scale_and_colours_on_the_canonical_one() -> None:
    """With a scale from 1 to 5, a 5 is written as 5 and looks like the best there is."""
    scale = EmotionScale(1, 5, 3)
    portfolio = portfolio_of(journey_of("buy", stage("find", 5)), phases=("find",), emotion_scale=scale)
    drawing = draw_portfolio_heatmap(portfolio, theme=LIGHT)

    assert "+5" in written(drawing)
    assert "very positive" in written(drawing)
    assert drawing.svg.count(f'fill="{LIGHT.emotions[4].tint}"') == 3  # two cells and the legend
    assert "on a scale from +1 to +5" in drawing.svg


@pytest.mark.parametrize("count", [1, 60])
def test_one_journey_is_readable_and_so_are_sixty(count: int) -> None:
    """Rows and twelve phases grow the picture and never run into each other."""
    phases = tuple(f"phase-number-{number}" for number in range(12))
    stages = [stage(phase, index % 5 - 2) for index, phase in enumerate(phases)]
    journeys = (journey_of(f"journey-number-{number}", *stages) for number in range(count))
    portfolio = portfolio_of(*journeys, phases=phases)

    drawing = draw_portfolio_heatmap(portfolio, theme=LIGHT)

    assert misfits(drawing) == []
    assert drawing.width < 1800
    assert drawing.height < 250 + 70 * count


def test_no_journeys_are_a_picture_too() -> None:
    """An empty workspace has headings and no rows."""
    drawing = draw_portfolio_heatmap(portfolio_of(), theme=LIGHT)

    assert tabulate_heatmap(portfolio_of()).rows == ()
    assert misfits(drawing) == []


def test_states_that_are_not_the_current_one_are_named() -> None:
    """A plan is not taken for what is."""
    journey = journey_of("buy", stage("find", 1))._replace(state="future")

    assert "Future state" in written(draw_portfolio_heatmap(portfolio_of(journey), theme=LIGHT))


def test_the_review_is_in_the_frame() -> None:
    """The frame says when the journeys were last reviewed: a day, or the first and the last."""
    one = journey_of("a", stage("find", 1))._replace(reviewed="2026-01-02")
    other = journey_of("b", stage("find", 1))._replace(reviewed="2026-03-04")

    assert "Last review: 2 January 2026" in draw_portfolio_heatmap(portfolio_of(one), theme=LIGHT).svg
    both = written(draw_portfolio_heatmap(portfolio_of(one, other), theme=LIGHT))
    assert both[-1].endswith("Last review: 2 January 2026 – 4 March 2026")


def many(count: int) -> Portfolio:
    """Return a portfolio of so many journeys: the last feel worst, and of the first one nobody knows."""
    journeys = [journey_of("unknown", stage("find", None), stage("pay"))]
    journeys += [
        journey_of(f"j{number}", stage("find", 2 - 4 * number / count), stage("pay", 1.0))
        for number in range(1, count)
    ]
    return portfolio_of(*journeys, phases=("find", "pay"))


def test_of_very_many_journeys_those_that_feel_worst_are_drawn() -> None:
    """The picture stays of a size to look at and says what it leaves out; the table has every journey."""
    portfolio = many(3 * MOST)

    drawing = draw_portfolio_heatmap(portfolio, theme=LIGHT)
    texts = written(drawing)

    words = f"The {MOST} journeys of {3 * MOST} that feel worst"
    assert f"{words} · Mean feeling" in " ".join(texts)
    assert words in drawing.svg.partition("</desc>")[0]
    shown = [text for text in texts if text.startswith("J") and text[1:].isdigit()]
    assert shown == [f"J{number}" for number in range(3 * MOST - 1, 2 * MOST - 1, -1)]
    assert len(tabulate_heatmap(portfolio).rows) == 3 * MOST


def test_few_journeys_keep_their_order() -> None:
    """Up to as many as there is room for, nothing is sorted and nothing is said of it."""
    portfolio = many(MOST)
    grid = measure_heat(portfolio, lang="en")

    assert pick_worst(grid, MOST) is grid
    assert [row.journey.id for row in pick_worst(grid, MOST - 1).rows][-1] == "j1"
    assert "feel worst" not in draw_portfolio_heatmap(portfolio, theme=LIGHT).svg

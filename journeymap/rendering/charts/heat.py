"""How journeys feel in each phase of the lifecycle, as values that pictures and tables show."""

from collections.abc import Iterable

from journeymap.model import Journey, Portfolio, Stage
from journeymap.model.coverage import list_phases
from journeymap.model.summaries import journey_score, mean, stage_score
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.built_in import name_phase
from journeymap.rendering.templating import marked, translate

NO_PHASE = marked("No phase")


class Heat(NamedTuple):
    """What a journey, or a part of it, adds up to.

    ``score`` is the mean on the workspace's scale, ``assumed`` says that nothing but guesses is behind it.
    A phase that a journey does not touch has no touchpoints and no score.
    """

    touchpoints: int = 0
    score: float | None = None
    assumed: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to feel anything about."""
        return not self.touchpoints and self.score is None


class HeatRow(NamedTuple):
    """A journey with its heat in each phase, and as a whole."""

    journey: Journey
    cells: tuple[Heat, ...]
    whole: Heat


class HeatGrid(NamedTuple):
    """The journeys of a portfolio against the titles of its phases."""

    phases: tuple[str, ...]
    rows: tuple[HeatRow, ...]


def measure_heat(portfolio: Portfolio, *, lang: str) -> HeatGrid:
    """Return the mean feeling of each journey in each phase.

    Phases stand in the order of the library, those that only stages name after them; where no stage names
    any there are none. Stages without a phase share a last column, so that no part of a journey is left out.
    """
    named = [stage.phase for journey in portfolio.journeys for stage in journey.stages]
    phases = list_phases(portfolio) if any(named) else ()
    if not all(named):
        phases = (*phases, "")
    rows = (
        HeatRow(
            journey,
            tuple(_measure(stage for stage in journey.stages if stage.phase == phase) for phase in phases),
            _measure(journey.stages)._replace(score=journey_score(journey)),
        )
        for journey in portfolio.journeys
    )
    return HeatGrid(tuple(_name_phase(portfolio, phase, lang) for phase in phases), tuple(rows))


def pick_worst(grid: HeatGrid, most: int) -> HeatGrid:
    """Return a grid as it is, or of a larger one the rows that feel worst, the worst on top.

    Journeys that nobody scored come last.
    """
    if len(grid.rows) <= most:
        return grid
    rows = sorted(grid.rows, key=lambda row: (row.whole.score is None, row.whole.score or 0))
    return grid._replace(rows=tuple(rows[:most]))


def _measure(stages: Iterable[Stage]) -> Heat:
    stages = tuple(stages)
    score = mean(map(stage_score, stages))
    certainties = [
        emotion.confidence
        for stage in stages
        for emotions in (stage.emotions, *(touchpoint.emotions for touchpoint in stage.touchpoints))
        for emotion in emotions
        if emotion.score is not None
    ]
    assumed = score is not None and all(each == "assumed" for each in certainties)
    return Heat(sum(len(stage.touchpoints) for stage in stages), score, assumed)


def _name_phase(portfolio: Portfolio, id: str, lang: str) -> str:
    return name_phase(portfolio, id, lang=lang) if id else translate(NO_PHASE, lang=lang)

"""Ranges, gaps, progress and status of KPIs."""

from typing import get_args

import pytest

from journeymap.model import Kpi, Metric
from journeymap.model.kpis import is_legal, kpi_gap, kpi_progress, kpi_status, legal_range
from journeymap.model.library import Direction, MetricType


@pytest.mark.parametrize(
    ("type", "unit", "legal"),
    [
        ("ratio", "%", (0, 100)),
        ("nps", "", (-100, 100)),
        ("csat", "of 5", (1, 5)),
        ("csat", " % ", (0, 100)),
        ("ces", "of 7", (1, 7)),
        ("count", "", (0, None)),
        ("duration", "s", (0, None)),
        ("money", "EUR", (None, None)),
        ("mean", "", (None, None)),
    ],
)
def test_types_carry_legal_ranges(
    type: MetricType, unit: str, legal: tuple[float | None, float | None]
) -> None:
    """Each type has the range of its field; a declared range comes before it."""
    assert legal_range(Metric("m", "M", type, unit)) == legal
    assert legal_range(Metric("m", "M", type, unit, range=(3, 4))) == (3, 4)


def test_every_type_has_a_range() -> None:
    """No type of metric is without an answer, be it that there is no bound."""
    assert all(len(legal_range(Metric("m", "M", type))) == 2 for type in get_args(MetricType))


def test_bounds_are_legal_and_what_is_beyond_is_not() -> None:
    """A range holds both of its ends."""
    nps = Metric("nps", "NPS", "nps")

    assert [is_legal(value, nps) for value in (-101, -100, 0, 100, 100.5)] == [False, True, True, True, False]
    assert [is_legal(value, Metric("n", "N", "count")) for value in (-1, 0, 10**9)] == [False, True, True]
    assert is_legal(-5, Metric("m", "M", "money"))


def test_a_positive_gap_is_for_the_better() -> None:
    """The planned improvement is positive whichever direction is better, without binary dust."""
    assert kpi_gap(Kpi("a", "a", baseline=3.1, target=4.2)) == 1.1
    assert kpi_gap(Kpi("a", "a", baseline=17, target=12), "down") == 5
    assert kpi_gap(Kpi("a", "a", baseline=17)) is None
    assert kpi_gap(Kpi("a", "a", target=17)) is None


@pytest.mark.parametrize(
    ("baseline", "target", "actual", "progress"),
    [
        (60, 70, 60, 0),
        (60, 70, 65, 0.5),
        (60, 70, 70, 1),
        (60, 70, 72, 1.2),
        (60, 70, 58, -0.2),
        (20, 10, 15, 0.5),
        (3.1, 4.2, 4.2, 1),
        (70, 70, 70, None),
        (None, 70, 60, None),
        (60, None, 60, None),
        (60, 70, None, None),
    ],
)
def test_progress_runs_from_baseline_to_target(
    baseline: float | None, target: float | None, actual: float | None, progress: float | None
) -> None:
    """Nought is the baseline and one the target, in either direction; outside is outside."""
    assert kpi_progress(Kpi("k", "k", baseline=baseline, target=target, actual=actual)) == progress


@pytest.mark.parametrize(
    ("direction", "actual", "warn", "status"),
    [
        ("up", 70, 3, "met"),
        ("up", 71, None, "met"),
        ("up", 67, 3, "near"),
        ("up", 66.9, 3, "missed"),
        ("up", 69.9, None, "missed"),
        ("down", 70, 3, "met"),
        ("down", 73, 3, "near"),
        ("down", 73.1, 3, "missed"),
        ("down", 60, None, "met"),
        ("up", None, 3, None),
    ],
)
def test_status_says_how_an_actual_stands_to_its_target(
    direction: Direction, actual: float | None, warn: float | None, status: str | None
) -> None:
    """Met at the target or better, near within ``warn`` of it, missed beyond."""
    assert kpi_status(Kpi("k", "k", target=70, actual=actual, warn=warn), direction) == status


def test_without_a_target_there_is_no_status() -> None:
    """An actual alone is neither good nor bad."""
    assert kpi_status(Kpi("k", "k", actual=70)) is None

"""What the numbers of a KPI say about each other: gap, progress, status, and what a metric can be at all."""

from typing import Literal, TypeAlias

from journeymap.model.claims import Number
from journeymap.model.library import Direction, Kpi, Metric

Range: TypeAlias = tuple[Number | None, Number | None]
"""The lowest and the highest possible value; nothing where there is no bound."""

KpiStatus: TypeAlias = Literal["met", "near", "missed"]


def legal_range(metric: Metric) -> Range:
    """Return the lowest and the highest value that a metric can have; its own ``range`` comes first.

    The ranges of the types are those of their inventors or of common use. A net promoter score is the
    percentage of promoters minus that of detractors, so -100 to 100 (Reichheld, *Harvard Business
    Review*, December 2003). Customer effort is asked on seven points (Dixon, Freeman and Toman,
    *Harvard Business Review*, July 2010, asked on five; its second version of 2013 on seven).
    Satisfaction is asked on five points, or is the percentage of those who are satisfied. A ratio is in
    percent. Nothing can be counted or last less than nought; sums of money and other means are free.
    """
    if metric.range is not None:
        return metric.range
    match metric.type:
        case "ratio":
            return (0, 100)
        case "nps":
            return (-100, 100)
        case "csat":
            return (0, 100) if metric.unit.strip() == "%" else (1, 5)
        case "ces":
            return (1, 7)
        case "count" | "duration":
            return (0, None)
        case "mean" | "money":
            return (None, None)


def is_legal(value: Number, metric: Metric) -> bool:
    """Say whether a metric can have a value."""
    low, high = legal_range(metric)
    return (low is None or value >= low) and (high is None or value <= high)


def kpi_gap(kpi: Kpi, direction: Direction = "up") -> Number | None:
    """Return the planned improvement in the metric's unit.

    It is target minus baseline where up is better, and baseline minus target where down is better: a
    positive gap is a change for the better in either direction.
    """
    if kpi.baseline is None or kpi.target is None:
        return None
    gap = _subtract(kpi.target, kpi.baseline)
    return gap if direction == "up" else -gap


def kpi_progress(kpi: Kpi) -> float | None:
    """Return how much of the way from baseline to target is done: 0 none, 1 all of it.

    It is (actual - baseline) / (target - baseline): below 0 when things got worse, above 1 when the
    target is exceeded, and nothing when there is no way to go.
    """
    if kpi.baseline is None or kpi.target is None or kpi.actual is None or kpi.target == kpi.baseline:
        return None
    return _subtract(kpi.actual, kpi.baseline) / _subtract(kpi.target, kpi.baseline)


def kpi_status(kpi: Kpi, direction: Direction = "up") -> KpiStatus | None:
    """Return how the actual stands to the target: met, near when it misses by ``warn`` or less, or missed."""
    if kpi.target is None or kpi.actual is None:
        return None
    missing = _subtract(kpi.target, kpi.actual)
    if direction == "down":
        missing = -missing
    if missing <= 0:
        return "met"
    return "near" if kpi.warn is not None and missing <= kpi.warn else "missed"


def _subtract(number: Number, other: Number) -> Number:
    # Nine decimals keep every number that people type and drop what binary fractions add to it.
    return round(number - other, 9)

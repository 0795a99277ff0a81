"""Which opportunity comes first: the named formulas that score them, and the four corners of the matrix.

A score ranks what one team has before it; it is no measurement, and scores of two formulas cannot be
compared. Where a value is missing there is no score.
"""

from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

from journeymap.model.claims import Number
from journeymap.model.opportunity import Opportunity
from journeymap.named_tuples import NamedTuple

Quadrant: TypeAlias = Literal["quick-win", "big-bet", "fill-in", "money-pit"]

MIDDLE: Final = 2.5
"""The middle of the scales from 0 to 5, where the matrix is divided."""

_EASIEST: Final = 5
_DECIMALS: Final = 9
"""Enough for every score that differs, too few for what binary fractions add."""


class Formula(NamedTuple):
    """A way to score opportunities: what it is called, where it comes from, and what it needs.

    ``needs`` are the fields of an opportunity that must be given; ``score`` takes an opportunity that has
    them.
    """

    name: str
    title: str
    explanation: str
    source: str
    needs: tuple[str, ...]
    score: Callable[[Mapping[str, Number]], float]


def _mean_value(values: Mapping[str, Number]) -> float:
    return (values["customer_value"] + values["business_value"]) / 2


def _effort(values: Mapping[str, Number]) -> Number:
    """Return the effort to divide by: no effort at all counts as 1, the least that a plan can promise."""
    return values["effort"] or 1


_VALUES: Final = ("customer_value", "business_value")

FORMULAS: Final[Mapping[str, Formula]] = {
    formula.name: formula
    for formula in (
        Formula(
            "mean-value",
            "Mean value",
            "The mean of customer value and business value, whatever it takes.",
            "Weighted scoring with two criteria of equal weight, the plainest form there is.",
            _VALUES,
            _mean_value,
        ),
        Formula(
            "value-per-effort",
            "Value per effort",
            "Mean value divided by effort: what gives most for the least work.",
            "Benefit divided by cost, the ratio behind every matrix of value against effort.",
            (*_VALUES, "effort"),
            lambda values: _mean_value(values) / _effort(values),
        ),
        Formula(
            "rice",
            "RICE",
            "Reach times impact times confidence, divided by effort; the mean value stands for impact.",
            "Sean McBride, RICE: Simple prioritization for product managers, Intercom.",
            (*_VALUES, "reach", "confidence", "effort"),
            lambda values: values["reach"] * _mean_value(values) * values["confidence"] / _effort(values),
        ),
        Formula(
            "ice",
            "ICE",
            "Impact times confidence times ease; the mean value stands for impact, 5 minus effort for ease.",
            "Sean Ellis; with Morgan Brown in Hacking Growth, 2017, which averages what most multiply.",
            (*_VALUES, "confidence", "effort"),
            lambda values: _mean_value(values) * values["confidence"] * (_EASIEST - values["effort"]),
        ),
    )
}
"""Name in the workspace's ``opportunity_score`` → formula; the first one is the default."""


def opportunity_score(opportunity: Opportunity, formula: str = "mean-value") -> float | None:
    """Return an opportunity's score by a named formula, or nothing when a value it needs is missing."""
    chosen = FORMULAS.get(formula)
    if chosen is None:
        return None
    values: dict[str, Number] = {}
    for field in chosen.needs:
        value = getattr(opportunity, field)
        if value is None:
            return None
        values[field] = value
    return round(chosen.score(values), _DECIMALS)


def quadrant_of(opportunity: Opportunity) -> Quadrant | None:
    """Return the corner of the matrix of value against effort that an opportunity stands in.

    Value is the mean value; the middle of the scale counts as much value, and as little effort.
    """
    value = opportunity_score(opportunity)
    if value is None or opportunity.effort is None:
        return None
    if value >= MIDDLE:
        return "quick-win" if opportunity.effort <= MIDDLE else "big-bet"
    return "fill-in" if opportunity.effort <= MIDDLE else "money-pit"

"""The formulas that score opportunities, and the matrix of value against effort."""

import json
from typing import Any

import pytest

from journeymap.model import Opportunity
from journeymap.model.priorities import FORMULAS, opportunity_score, quadrant_of
from journeymap.model.settings import Workspace
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("formula", "fields", "score"),
    [
        ("mean-value", {}, 3.5),
        ("mean-value", {"business_value": None}, None),
        ("value-per-effort", {"effort": 2}, 1.75),
        ("value-per-effort", {"effort": 0}, 3.5),
        ("value-per-effort", {}, None),
        ("rice", {"effort": 2, "reach": 100, "confidence": 0.5}, 87.5),
        ("rice", {"effort": 0, "reach": 0, "confidence": 1}, 0),
        ("rice", {"effort": 2, "reach": 100}, None),
        ("ice", {"effort": 2, "confidence": 0.8}, 8.4),
        ("ice", {"effort": 5, "confidence": 0.8}, 0),
        ("ice", {"effort": 2}, None),
        ("astrology", {"effort": 2}, None),
    ],
)
def test_opportunity_scores(formula: str, fields: dict[str, Any], score: float | None) -> None:
    """Each named formula needs its own values, and says nothing without them."""
    values: dict[str, Any] = {"customer_value": 4, "business_value": 3, **fields}

    assert opportunity_score(Opportunity("O", **values), formula) == score


def test_formulas_are_documented_and_need_what_opportunities_have() -> None:
    """Each formula has a title, an explanation in one sentence, a source, and needs fields that exist."""
    for name, formula in FORMULAS.items():
        assert formula.name == name
        assert formula.title
        assert formula.source.endswith(".")
        assert formula.explanation.endswith(".")
        assert formula.needs
        assert set(formula.needs) <= set(Opportunity._fields)


def test_each_formula_needs_every_value_that_it_names() -> None:
    """Without any one of the values a formula needs there is no score."""
    whole = Opportunity("O", customer_value=4, business_value=3, effort=2, reach=10, confidence=0.5)

    for name, formula in FORMULAS.items():
        assert opportunity_score(whole, name) is not None
        for field in formula.needs:
            missing: dict[str, Any] = {field: None}
            assert opportunity_score(whole._replace(**missing), name) is None


def test_the_schema_knows_the_formulas() -> None:
    """A workspace may name exactly the formulas there are; the first is the default everywhere."""
    schema = json.loads((ROOT / "schemas" / "workspace.schema.json").read_text(encoding="utf-8"))
    setting = schema["properties"]["opportunity_score"]

    assert setting["enum"] == list(FORMULAS)
    assert setting["default"] == Workspace().opportunity_score == next(iter(FORMULAS))


def test_the_page_of_numbers_names_every_formula() -> None:
    """What a workspace may name is explained, with its source, where numbers are explained."""
    page = (ROOT / "docs" / "explanation" / "numbers.md").read_text(encoding="utf-8")

    assert [name for name in FORMULAS if f"`{name}`" not in page] == []


@pytest.mark.parametrize(
    ("value", "effort", "quadrant"),
    [
        (5, 1, "quick-win"),
        (2.5, 2.5, "quick-win"),
        (4, 3, "big-bet"),
        (1, 1, "fill-in"),
        (2, 5, "money-pit"),
        (None, 5, None),
        (3, None, None),
    ],
)
def test_quadrants(value: float | None, effort: float | None, quadrant: str | None) -> None:
    """The matrix has four corners; the middle counts as much value and little effort."""
    opportunity = Opportunity("O", customer_value=value, business_value=value, effort=effort)

    assert quadrant_of(opportunity) == quadrant

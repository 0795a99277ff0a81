"""Every form that is text, as committed: what a change of the program changes for users shows in review."""

import pytest

from journeymap.rendering import FORMS, PORTFOLIO_FORMS, Request
from tests.conftest import ROOT, match_golden
from tests.rendering.samples import load_retailer

FOLDER = ROOT / "tests" / "goldens" / "forms"
BINARY = frozenset({"png", "pdf", "pptx", "xlsx"})
PLACED_BY_ENGINE = {("flow", "svg")}
"""Where everything stands in a flow is the layout engine's matter, and may change with its version."""

CASES = [
    (form, format)
    for form, formats in FORMS.items()
    for format in formats
    if format not in BINARY and (form, format) not in PLACED_BY_ENGINE
]


@pytest.mark.parametrize(("form", "format"), CASES)
def test_a_form_is_what_it_was(form: str, format: str) -> None:
    """The journey of a return, in every form and format that git can compare."""
    portfolio, journey = load_retailer("returns")
    request = Request(portfolio, None if form in PORTFOLIO_FORMS else journey)

    match_golden(FOLDER / f"returns.{form}.{format}", FORMS[form][format](request).content)


def test_no_golden_is_left_over() -> None:
    """No golden outlives its form."""
    assert {path.name for path in FOLDER.iterdir()} == {f"returns.{form}.{format}" for form, format in CASES}

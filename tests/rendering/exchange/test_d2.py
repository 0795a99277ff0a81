"""What the D2 form says of a journey."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.rendering.exchange.d2 import quote, write_d2
from journeymap.rendering.metrics import one_line
from tests.conftest import ROOT, match_golden
from tests.rendering.exchange.hostile import ALL_STRINGS, make_hostile
from tests.rendering.exchange.test_mermaid import HOSTILE
from tests.rendering.flows import FIRST_PURCHASE, RETURNS, portfolio_of
from tests.rendering.samples import SAMPLES

GOLDENS = ROOT / "tests" / "goldens" / "exchange"


@pytest.mark.parametrize("name", ["retailer", "sixty", "arabic", "hostile"])
def test_goldens(name: str) -> None:
    """The texts, as committed."""
    sample = make_hostile(HOSTILE) if name == "hostile" else SAMPLES[name]()

    match_golden(GOLDENS / f"{name}.d2", write_d2(*sample).text)


@given(
    st.one_of(st.text(max_size=30), st.text(alphabet='"\\${}n\n', max_size=20), st.sampled_from(ALL_STRINGS))
)
def test_a_text_is_read_back(text: str) -> None:
    """Between the quotes every special character is escaped, and there is no end before the end."""
    written = quote(text)
    inner = written[1:-1]

    assert written[0] == written[-1] == '"'
    assert re.fullmatch(r'(?:[^"\\$\n]|\\["\\$])*', inner)
    assert re.sub(r"\\(.)", r"\1", inner) == one_line(text)


def test_everything_of_the_flow_is_there() -> None:
    """Containers, shapes, classes, loops, outlets and details."""
    text = write_d2(portfolio_of(FIRST_PURCHASE, RETURNS), FIRST_PURCHASE).text

    for piece in (
        's1: "1 Awareness" {',
        "shape: hexagon; class: [best; assumed]",
        "shape: rectangle; class: [worst; moment]",
        "shape: package; class: unscored",
        "shape: page; class: drop-off",
        "shape: parallelogram; class: elsewhere",
        "shape: oval; class: deferred",
        "drop-off: {",
        "style.stroke-dash: 2}",
        ": {class: detail}",
        '"↺ comes back · 40%" {class: loop; style.stroke-width: 4}',
    ):
        assert piece in text.replace("\N{NO-BREAK SPACE}", " "), piece

"""What the PlantUML form says of a journey."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.rendering.exchange.plantuml import escape, write_plantuml
from journeymap.rendering.metrics import one_line
from tests.conftest import ROOT, match_golden
from tests.rendering.exchange.hostile import ALL_STRINGS, make_hostile
from tests.rendering.exchange.test_mermaid import HOSTILE
from tests.rendering.flows import FIRST_PURCHASE, RETURNS, portfolio_of
from tests.rendering.samples import SAMPLES

GOLDENS = ROOT / "tests" / "goldens" / "exchange"
SHAPES = "rectangle|usecase|component|storage|cloud|folder"
STATEMENTS = (
    r"@startuml",
    r"@enduml",
    r"' [^\n]*",
    r"skinparam [a-zA-Z]+ [\w#]+",
    r"title TEXT",
    rf' *(?:{SHAPES}) "TEXT" as [nots]\w+ #\w+(?:;line:\w+;text:\w+)(?:;line\.(?:dashed|bold))*(?: {{)?',
    r"}",
    r"[not]_\w+ -(?:\[[\w#,=]+\]-|-)>? [not]_\w+(?: : TEXT)?",
)
GRAMMAR = re.compile(
    "|".join(STATEMENTS).replace("TEXT", r"""(?:[^"#$%&*/<=>@\[\\\]^_`{|}~\n]|%|<U\+[0-9A-F]{4}>|\\n)+""")
)


@pytest.mark.parametrize("name", ["retailer", "sixty", "arabic", "hostile"])
def test_goldens(name: str) -> None:
    """The texts, as committed."""
    sample = make_hostile(HOSTILE) if name == "hostile" else SAMPLES[name]()

    match_golden(GOLDENS / f"{name}.puml", write_plantuml(*sample).text)


@given(
    st.one_of(
        st.text(max_size=30),
        st.text(alphabet="!%$<>&\"'~*/\\-_=.[](){}|@#:;^+Un0 \n\ue100\ue000", max_size=20),
        st.sampled_from(ALL_STRINGS),
    )
)
def test_a_text_is_read_back(text: str) -> None:
    """No markup, no function and no directive is left, and the codes stand for what was written."""
    written = escape(text)
    shown = re.sub("[\ue100\ue103\ue111]", "\N{REPLACEMENT CHARACTER}", one_line(text))

    bare = re.sub(r"<U\+[0-9A-F]{4}>", "\N{BULLET}", written)
    assert not re.search(r"""["#$&*/<=>@\[\\\]^_`{|}~\ue000-\uf8ff]|%\S|''|--|\.\.|\(\)|^[!:;.+-]""", bare)
    assert re.sub(r"<U\+([0-9A-F]{4})>", lambda match: chr(int(match[1], 16)), written) == shown


@pytest.mark.parametrize("text", ALL_STRINGS)
def test_every_line_is_one_of_ours(text: str) -> None:
    """Whatever a journey says, no line is an include, a procedure or an end of the diagram."""
    lines = write_plantuml(*make_hostile(text)).text.splitlines()

    assert [line for line in lines if not GRAMMAR.fullmatch(line)] == []
    assert lines.count("@startuml") == lines.count("@enduml") == 1


def test_everything_of_the_flow_is_there() -> None:
    """Frames, shapes, looks, loops, outlets and details."""
    text = write_plantuml(portfolio_of(FIRST_PURCHASE, RETURNS), FIRST_PURCHASE).text

    for piece in (
        'rectangle "1 Awareness" as s1 ',
        "usecase \"A friend's tip",
        'component "Pick and pack',
        'storage "✕ Leaves the cart" as',
        'cloud "↓ Drops off" as',
        'folder "↗ Returns and refunds" as',
        ";line.bold",
        ";line.dashed",
        ",dashed,norank,thickness=2]-> ",
        "-[dotted]- ",
        " : pays · 69%",
    ):
        assert piece in text.replace("\N{NO-BREAK SPACE}", " "), piece

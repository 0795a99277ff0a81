"""What the Mermaid forms say of a journey."""

import re
from collections.abc import Callable

import pytest

from journeymap.model import Emotion, Exit, Journey, Persona, Portfolio, Stage, Touchpoint, Workspace
from journeymap.model.journey import Branch
from journeymap.model.settings import EmotionScale
from journeymap.rendering.exchange.exported import Exported
from journeymap.rendering.exchange.mermaid import write_flowchart, write_journey_diagram
from journeymap.rendering.exchange.mermaid_journey import choose_face
from tests.conftest import ROOT, match_golden
from tests.rendering.exchange.hostile import make_hostile
from tests.rendering.flows import FIRST_PURCHASE, RETURNS, journey_of, portfolio_of
from tests.rendering.samples import SAMPLES, Sample

GOLDENS = ROOT / "tests" / "goldens" / "exchange"
HOSTILE = """<b>"50%" #1</b>: a; b, %%{init: {}}%% [x](y) $$z$$ ${v} !include %date() ﬂ°°60¶ß"""


@pytest.mark.parametrize("name", ["retailer", "sixty", "arabic", "hostile"])
@pytest.mark.parametrize(
    ("write", "kind"), [(write_journey_diagram, "journey"), (write_flowchart, "flowchart")], ids=lambda v: v
)
def test_goldens(write: Callable[[Portfolio, Journey], Exported], kind: str, name: str) -> None:
    """The texts, as committed."""
    sample = make_hostile(HOSTILE) if name == "hostile" else SAMPLES[name]()

    match_golden(GOLDENS / f"{name}.{kind}.mmd", write(*sample).text)


@pytest.mark.parametrize(
    ("canonical", "face"),
    [
        *((-9, 1), (-2, 1), (-1.6, 1), (-1.5, 2), (-1, 2), (-0.51, 2), (-0.5, 3)),
        *((0, 3), (0.5, 3), (0.6, 4), (1.5, 4), (2, 5), (9, 5)),
    ],
)
def test_faces(canonical: float, face: int) -> None:
    """A score becomes the nearest face; of two as near, the one nearer to neutral."""
    assert choose_face(canonical) == face


def test_scores_of_another_scale() -> None:
    """Scores of a workspace's own scale are converted, and what was rounded is said."""
    workspace = Workspace(emotion_scale=EmotionScale(0, 10, 5))
    journey = journey_of(
        Touchpoint("a", "Best", emotions=(Emotion(10),)),
        Touchpoint("b", "Nearly", emotions=(Emotion(8),)),
        Touchpoint("c", "Worst", emotions=(Emotion(0),)),
        Touchpoint("d", "Silent"),
    )
    exported = write_journey_diagram(portfolio_of(journey, workspace=workspace), journey)

    assert _tasks(exported) == ["Best: 5", "Nearly: 4", "Worst: 1", "Silent: 3"]
    assert exported.losses == (
        "1 score was rounded: Nearly +8 → 4",
        "1 line has no score and a neutral face: Silent",
    )


def test_several_losses_are_in_the_plural() -> None:
    """Two are called two, and names are given for the first three."""
    felt = (Emotion(-1.5),)
    titles = ("One", "Two", "Three", "Four")
    journey = journey_of(*(Touchpoint(title.lower(), title, emotions=felt) for title in titles))
    silent = journey_of(Touchpoint("a", "A"), Touchpoint("b", "B"))

    assert write_journey_diagram(portfolio_of(journey), journey).losses == (
        "4 scores were rounded: One −1.5 → 2, Two −1.5 → 2, Three −1.5 → 2 and 1 more",
    )
    assert write_journey_diagram(portfolio_of(silent), silent).losses == (
        "2 lines have no score and a neutral face: A, B",
    )


def test_personas_who_feel_differently_have_a_line_each() -> None:
    """Those who feel alike share one, no score is lost, and nobody stands where they do not take part."""
    sample = _two_personas()
    exported = write_journey_diagram(*sample)

    assert _tasks(exported) == [
        "Alike: 4: Ann, Bob",
        "Apart: 5: Ann",
        "Apart: 1: Bob",
        "Only Ann: 4: Ann",
        "Only Ann: 1: Bob",
        "Behind: 3",
        "Guest: 2: Ann, Bob",
        "Guest: 4: Stranger",
        "Lone stage: 5: Ann, Bob",
    ]
    assert exported.losses[:2] == (
        "1 line has no score and a neutral face: Behind",
        "personas who feel differently have a line each for Apart, Only Ann, Guest",
    )


def test_the_flowchart_says_everything_of_the_flow() -> None:
    """Shapes by kind, signs, conditions, shares, loops, outlets and details are there."""
    journey = FIRST_PURCHASE._replace(exits=(*FIRST_PURCHASE.exits, Exit("never", "Never used")))
    exported = write_flowchart(portfolio_of(journey, RETURNS), journey)

    for piece in (
        '(["● Start<br/>A friend signs up for the same race."])',
        '{{"A friend\'s tip<br/>Customer alone<br/>encouraged #43;1"}}',
        '[["Pick and pack<br/>Behind the scenes"]]',
        '("◆ Checkout page<br/>Web<br/>frustrated −2")',
        '(["✕ Leaves the cart"])',
        '(["⏸ Buys another time"])'.replace("⏸", "\N{DOUBLE VERTICAL LINE}"),
        '>"↓ Drops off"]',
        '[/"↗ Returns and refunds"/]',
        '["Waiting<br/>patient 0"]',
        '-->|"pays · 69%"|',
        '-.->|"↺ comes back · 40%"|',
        '-->|"does not fit · 18%"|',
        " -.- ",
        "classDef worst ",
        "classDef moment stroke-width:4px",
        "classDef assumed stroke-dasharray:5 4",
    ):
        assert piece in exported.text.replace("\N{NO-BREAK SPACE}", " "), piece
    assert exported.losses[0] == "1 exit that no branch leads to: Never used"
    assert "-shoes" not in exported.text


def test_links_are_styled_once() -> None:
    """Mermaid keeps the last style of a link only: loops have their colour and their thickness together."""
    text = write_flowchart(portfolio_of(FIRST_PURCHASE), FIRST_PURCHASE).text
    numbers = [number for line in re.findall(r"linkStyle ([\d,]+)", text) for number in line.split(",")]

    assert len(numbers) == len(set(numbers))
    assert re.search(r"linkStyle [\d,]+ stroke:#\w+,stroke-width:2px", text)


def test_an_outcome_that_no_way_leads_to_is_lost() -> None:
    """What is wanted of a journey shows at its end, where there is one."""
    ends = journey_of(Touchpoint("a", "A"))._replace(outcome="Glad")
    leaves = journey_of(Touchpoint("a", "A", next=(Branch(exit="x"),)))._replace(outcome="Glad")

    assert write_flowchart(portfolio_of(ends), ends).losses == ()
    assert write_flowchart(portfolio_of(leaves), leaves).losses == (
        "the journey's outcome is not in a Mermaid flowchart",
    )


def test_ids_name_no_node() -> None:
    """Names of nodes are made here, of letters, digits and underlines, whatever the ids are."""
    journey = journey_of(Touchpoint("end", "A", next=(Branch(to="o-click"),)), Touchpoint("o-click", "B"))
    text = write_flowchart(portfolio_of(journey), journey).text

    assert "o-click" not in text
    assert re.findall(r"^ +(\w+)\(", text, re.MULTILINE) == ["n_start", "n_end", "t_end", "t_o_click"]


def test_what_is_too_long_for_mermaid_is_said() -> None:
    """Mermaid refuses long texts where it is not told otherwise."""
    journey = journey_of(*(Touchpoint(f"t{n}", "A long title " * 9) for n in range(400)))
    exported = write_flowchart(portfolio_of(journey), journey)

    assert re.match(
        r"Mermaid draws up to 50000 characters unless told otherwise, not \d+$", exported.losses[0]
    )


def test_what_has_no_title_is_called_by_its_id() -> None:
    """Something is always shown, and a journey without touchpoints is one as well."""
    journey = Journey("lost-and-found", " ", (Stage("first-stage", "\n"),))
    bare = Journey("bare", "Bare")
    portfolio = portfolio_of(journey, bare)

    assert "title Lost and found\n" in write_journey_diagram(portfolio, journey).text
    assert _tasks(write_journey_diagram(portfolio, journey)) == ["First stage: 3"]
    assert '["First stage"]' in write_flowchart(portfolio, journey).text
    assert "class s1" not in write_flowchart(portfolio, bare).text


def _two_personas() -> Sample:
    touchpoints = (
        Touchpoint("a", "Alike", emotions=(Emotion(1),)),
        Touchpoint("b", "Apart", emotions=(Emotion(2, persona="ann"), Emotion(-2, persona="bob"))),
        Touchpoint("c", "Only Ann", personas=("ann",), emotions=(Emotion(1), Emotion(-2, persona="bob"))),
        Touchpoint("d", "Behind", type="internal"),
        Touchpoint("e", "Guest", emotions=(Emotion(-1), Emotion(1, persona="stranger"))),
    )
    stages = (Stage("s", "S", touchpoints=touchpoints), Stage("l", "Lone stage", emotions=(Emotion(2),)))
    personas = (Persona("ann", "Ann"), Persona("bob", "Bob"))
    journey = Journey("j", "J", stages, personas=("ann", "bob"), local_personas=personas)
    return Sample(portfolio_of(journey), journey)


def _tasks(exported: Exported) -> list[str]:
    return re.findall(r"^    (.*)$", exported.text, re.MULTILINE)

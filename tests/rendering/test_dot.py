"""The DOT text is the same for the same journey, and shows every text as it was written."""

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from journeymap.model import Journey, Stage, Touchpoint
from journeymap.model.journey import Branch
from journeymap.rendering import FORMS, Request
from journeymap.rendering.flow.cards import lay_card
from journeymap.rendering.flow.dot import write_dot, write_skeleton
from journeymap.rendering.flow.dot_structure import quote
from journeymap.rendering.flow.graph import build_flow
from journeymap.rendering.flow.graphviz import lay_out
from journeymap.rendering.flow.placing import Placement, read_placement
from journeymap.rendering.links import Links
from journeymap.rendering.metrics import one_line
from journeymap.themes.theme import LIGHT, THEMES
from tests.conftest import ROOT, match_golden
from tests.rendering.flows import FIRST_PURCHASE, RETURNS, felt, journey_of, portfolio_of

GOLDENS = ROOT / "tests" / "goldens" / "dot"
HOSTILE = (
    'say "hello"',
    "ends in a backslash\\",
    "\\N \\G \\l \\",
    "C:\\new\\table",
    "two\nlines\r\nof text",
    "<b>bold</b>",
    "<<b>html label</b>>",
    "R&amp;D &lt;b&gt; &eacute; &#65; AT&T",
    "control \x00 \x07 \x1b[31m \x7f",
    "javascript:alert(1)",
    '", shape="none", image="/etc/passwd',
    "]; } digraph { a -> b",
    "{{7*7}} ${7*7} %(x)s",
    "supercalifragilisticexpialidocious" * 3,
    "購物車 سلة עגלה 🚀 e\u0301 \u202egnitset",
    "lone \ud800 half",
    "-- // /* */ # ;",
    "   spaces   and\ttabs   ",
)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_journey_with_everything(theme: str) -> None:
    """The whole language of the flow, as committed."""
    dot = write_dot(portfolio_of(FIRST_PURCHASE, RETURNS), FIRST_PURCHASE, theme=THEMES[theme])

    match_golden(GOLDENS / f"first-purchase-{theme}.dot", dot)


def test_the_skeleton_of_a_journey_with_everything() -> None:
    """What our own engine gets, as committed: sizes, and no word of the journey."""
    flow = build_flow(portfolio_of(FIRST_PURCHASE, RETURNS), FIRST_PURCHASE)
    skeleton = write_skeleton(
        flow, {node.name: lay_card(node, LIGHT.type) for node in flow.nodes}, LIGHT.type
    )

    match_golden(GOLDENS / "first-purchase-skeleton.dot", skeleton)
    assert set(re.findall(r'label="([^"]*)"', skeleton.replace("\\n", ""))) <= {
        "",
        *("0" * n for n in range(80)),
    }


def test_an_empty_journey_is_a_graph() -> None:
    """A journey without stages is written and placed like any other."""
    journey = Journey("empty", "Empty")
    dot = write_dot(portfolio_of(journey), journey)

    match_golden(GOLDENS / "empty.dot", dot)
    assert "<svg" in lay_out(dot, "svg")


def test_the_renderer_writes_the_same_text() -> None:
    """The format ``dot`` is the DOT text in UTF-8."""
    portfolio = portfolio_of(FIRST_PURCHASE, RETURNS)
    rendered = FORMS["flow"]["dot"](Request(portfolio, FIRST_PURCHASE, theme="dark"))

    assert rendered.content.decode() == write_dot(portfolio, FIRST_PURCHASE, theme=THEMES["dark"])


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_arrives_as_written(text: str) -> None:
    """A label reads in the engine's picture as it was written, whatever it holds."""
    journey = journey_of(
        Touchpoint(
            "a",
            text,
            emotions=felt(1, text),
            next=(Branch(to="b", when=text), Branch(exit="x", when=text)),
        ),
        Touchpoint("b", "B"),
        title=text,
    )
    journey = journey._replace(stages=(journey.stages[0]._replace(title=text),))

    picture = lay_out(write_dot(portfolio_of(journey), journey), "svg")
    written = [_bare(group) for group in ET.fromstring(picture).iter(f"{SVG}g")]

    expected = "".join(one_line(text).split())
    step = next(group for group in written if group.startswith("t_a"))
    assert step == f"t_a{expected}{expected}+1"
    assert any(group == f"t_a->t_b{expected}" for group in written)
    assert any(group.startswith("o_a✕X") and group.endswith(expected) for group in written)
    assert any(group == f"cluster_11{expected}" for group in written)


def test_no_text_can_be_markup_or_attribute() -> None:
    """Names are made of letters, digits and underlines, and every value is a quoted string."""
    journey = journey_of(Touchpoint("graph", "<b>"), Touchpoint("node-x", '"] x [')).stages[0]
    dot = write_dot(portfolio_of(), Journey("digraph", "x", (journey,)))

    assert "node-x" not in dot
    assert not re.search(r'=(?!")', re.sub(r'"(?:\\.|[^"\\])*"', '""', dot))


def test_links_are_checked_and_optional() -> None:
    """Addresses are in the graph when asked for, and only safe ones."""
    portfolio = portfolio_of(FIRST_PURCHASE, RETURNS)
    links = Links(touchpoint="#{id}", journey="../{id}/index.html")
    dot = write_dot(portfolio, FIRST_PURCHASE, links=links)

    assert 'URL="#checkout"' in dot
    assert 'URL="../returns/index.html"' in dot
    unsafe = Links(touchpoint="javascript:{id}")
    assert "URL" not in write_dot(portfolio, FIRST_PURCHASE, links=unsafe)
    assert "URL" not in write_dot(portfolio, FIRST_PURCHASE)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("", '""'),
        ("a\\", '"a\\\\"'),
        ('"', '"\\""'),
        ("a\nb", '"a\\nb"'),
        ("a&b", '"a&amp;b"'),
        ("\t", '"\N{REPLACEMENT CHARACTER}"'),
        ("x" * 2001, '"' + "x" * 1999 + '…"'),
        ("x" * 2000, '"' + "x" * 2000 + '"'),
    ],
)
def test_quoting(text: str, quoted: str) -> None:
    """Quotes, backslashes, ampersands and line ends are escaped, controls replaced, monsters cut."""
    assert quote(text) == quoted


def test_stages_stay_in_order_whatever_the_ways() -> None:
    """Every stage is placed below the one before, also where ways skip, split and return."""
    journey = Journey(
        "knot",
        "Knot",
        tuple(
            Stage(
                f"s{number}",
                f"Stage {number}",
                touchpoints=(
                    Touchpoint(f"a{number}", "A", next=(Branch(to=f"c{(number + 2) % 5}"), Branch(to="b0"))),
                    Touchpoint(f"b{number}", "B", next=(Branch(to=f"a{(number + 1) % 5}"),)),
                    Touchpoint(f"c{number}", "C"),
                ),
            )
            for number in range(5)
        ),
    )
    bands = [place(journey).stages[f"cluster_{number}"] for number in range(1, 6)]

    assert all(above.bottom <= below.y for above, below in pairwise(bands))


@pytest.mark.parametrize("most", ["b", "c"])
def test_what_most_do_stands_first(most: str) -> None:
    """Of two steps that one branches to, the one that most take stands on the left."""
    branches = tuple(Branch(to=id, share=0.7 if id == most else 0.3) for id in "bc")
    journey = journey_of(
        Touchpoint("a", "A", next=branches),
        Touchpoint("b", "B", next=(Branch(to="d", share=0.5),)),
        Touchpoint("c", "C", next=(Branch(to="d", share=0.5),)),
        Touchpoint("d", "D"),
    )
    nodes = place(journey).nodes

    assert (nodes["t_b"].x < nodes["t_c"].x) == (most == "b")


def test_a_step_that_follows_another_is_not_beside_it() -> None:
    """Of two steps that one branches to, the one that comes after the other stands below."""
    branches = (Branch(to="b", share=0.3), Branch(to="c", share=0.7))
    nodes = place(
        journey_of(Touchpoint("a", "A", next=branches), Touchpoint("b", "B"), Touchpoint("c", "C"))
    ).nodes

    assert nodes["t_b"].bottom < nodes["t_c"].y


def place(journey: Journey) -> Placement:
    """Return where our engine puts a journey."""
    flow = build_flow(portfolio_of(journey), journey)
    cards = {node.name: lay_card(node, LIGHT.type) for node in flow.nodes}
    return read_placement(lay_out(write_skeleton(flow, cards, LIGHT.type)))


def _bare(group: ET.Element) -> str:
    """Return the text of a group without white space, but not that of groups within."""
    return (
        "".join("".join(part.itertext()) for part in group if part.tag != f"{SVG}g")
        .replace("\xa0", "")
        .translate({ord(blank): None for blank in " \t\n"})
    )


def test_channels_that_share_a_line_share_it_here() -> None:
    """A card is as high as its picture needs: more lines than there would run out of it."""
    journey = journey_of(
        Touchpoint("a", "A", channels=("web", "app")), Touchpoint("b", "B", channels=("web",))
    )
    dot = write_dot(portfolio_of(journey), journey)

    assert '"A\\n□ Web   □ App"' in dot
    assert '"B\\n□ Web"' in dot


@pytest.mark.parametrize(("lang", "side"), [("en", "l"), ("ar", "r")])
def test_headings_begin_where_the_language_does(lang: str, side: str) -> None:
    """The title, the legend below it and the heads of stages stand at one side."""
    journey = journey_of(Touchpoint("a", "A", moment_of_truth=True), title="Title", lang=lang)
    dot = write_dot(portfolio_of(journey), journey)

    assert re.search(rf'label="Title\\{side}[^"]*\\{side}"', dot)
    assert dot.count(f'labeljust="{side}"') == 2


def test_a_loop_to_itself_has_its_words_above_the_ways_out() -> None:
    """Engines draw the way to an outlet through the middle of that label: there it has an empty line."""
    again = Branch(to="a", when="tries again", share=0.1)
    leaving = journey_of(Touchpoint("a", "A", next=(again, Branch(exit="gone"))))
    staying = journey_of(Touchpoint("a", "A", next=(again, Branch(to="b"))), Touchpoint("b", "B"))
    labels = [
        re.search(r'label="([^"]*tries again[^"]*)"', write_dot(portfolio_of(each), each))
        for each in (leaving, staying)
    ]

    assert [label and label[1].count("\\n") for label in labels] == [2, 0]


def test_goldens_are_all_used() -> None:
    """No golden lies about unused."""
    assert sorted(path.name for path in Path(GOLDENS).iterdir()) == [
        "empty.dot",
        "first-purchase-dark.dot",
        "first-purchase-light.dot",
        "first-purchase-skeleton.dot",
    ]

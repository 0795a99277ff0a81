"""A long flow in columns: stages in order, no way lost, and every way out of a column says where it leads."""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import Journey, Stage, Touchpoint
from journeymap.model.journey import Branch
from journeymap.rendering.canvas import Canvas
from journeymap.rendering.flow.cards import lay_label
from journeymap.rendering.flow.column import draw_arrow, draw_column, lay_column
from journeymap.rendering.flow.dividing import divide_flow, share_out
from journeymap.rendering.flow.graph import Flow, build_flow, is_step
from journeymap.rendering.flow.labels import place_label
from journeymap.rendering.flow.picture import TALLEST, draw_flow
from journeymap.rendering.flow.placing import Route
from journeymap.rendering.geometry import Box
from journeymap.rendering.links import Links
from journeymap.themes.theme import LIGHT
from tests.rendering.flows import FIRST_PURCHASE, RETURNS, journey_of, portfolio_of
from tests.rendering.samples import SAMPLES

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    """Return the texts of a picture."""
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text")]


def tallest(heights: Sequence[float], columns: Sequence[int]) -> float:
    """Return the height of the tallest column."""
    return max(
        sum(h for h, c in zip(heights, columns, strict=True) if c == column) for column in set(columns)
    )


@given(st.lists(st.integers(1, 50), min_size=1, max_size=7), st.integers(1, 7))
def test_columns_are_as_low_as_can_be(heights: list[int], most: int) -> None:
    """Stages stay in order and whole, and no other division has a lower tallest column."""
    columns = share_out(heights, most)
    assert columns[0] == 0
    assert all(0 <= after - before <= 1 for before, after in pairwise(columns))
    assert columns[-1] < most
    cuts = [
        [sum(place >= cut for cut in chosen) for place in range(len(heights))]
        for count in range(most)
        for chosen in combinations(range(1, len(heights)), count)
    ]
    assert tallest(heights, columns) == min(tallest(heights, cut) for cut in cuts)


def parts_of(flow: Flow) -> tuple[Flow, ...]:
    """Return a flow with each stage in a column of its own."""
    return divide_flow(flow, tuple(flow.stages))


@pytest.mark.parametrize("name", ["sixty", "retailer", "overlay"])
def test_no_step_and_no_way_is_lost(name: str) -> None:
    """Each step, outlet and way stands in exactly one column, with its text and its share."""
    flow = build_flow(*SAMPLES[name]())
    parts = parts_of(flow)
    names = [node.name for part in parts for node in part.nodes if node.stage is not None]
    assert [name for name in names if not name.startswith("x")] == [
        node.name for node in flow.nodes if node.stage is not None
    ]
    ways = {edge.name: (part, edge) for part in parts for edge in part.edges}
    nodes = {node.name: node for node in flow.nodes}
    for edge in flow.edges:
        part, found = ways[edge.name]
        head = next(node for node in part.nodes if node.name == found.head)
        assert (found.tail, found.share) == (edge.tail, edge.share)
        assert edge.text in (found.text or head.text)
        if head.name.startswith("x"):
            assert head.title == nodes[edge.head].title


def test_a_way_into_another_column_says_where_it_leads() -> None:
    """A loop becomes an outlet with its sign, a jump one with an arrow, each with stage, reason and share."""
    flow = build_flow(portfolio_of(FIRST_PURCHASE, RETURNS), FIRST_PURCHASE)
    outlets = {
        node.title: (node.kind, node.text, node.stage)
        for part in parts_of(flow)
        for node in part.nodes
        if node.name.startswith("x")
    }
    assert outlets == {
        "Product page": ("loop", "2\u00a0Consideration · comes back ·\u00a040%", 2),
        "Review": ("onward", "6\u00a0Advocacy · 82%", 3),
    }


def test_columns_begin_and_end_with_their_neighbours() -> None:
    """A column ends with the name of the next stage if a way leads there; that one begins with its own."""
    flow = build_flow(portfolio_of(FIRST_PURCHASE, RETURNS), FIRST_PURCHASE)
    ends = [
        [node.title for node in part.nodes if node.stage is None and not is_step(node)]
        for part in parts_of(flow)
    ]
    assert ends == [
        ["Start", "2\u00a0Consideration"],
        ["1\u00a0Awareness", "3\u00a0Decision"],
        ["2\u00a0Consideration", "4\u00a0Retention"],
        ["3\u00a0Decision"],
        ["6\u00a0Advocacy"],
        ["5\u00a0Waiting", "Completed"],
    ]


def test_sixty_touchpoints_are_about_as_wide_as_tall() -> None:
    """A long flow is no strip, and says all that the strip says."""
    portfolio, journey = SAMPLES["sixty"]()
    wide = draw_flow(portfolio, journey)
    strip = draw_flow(portfolio, journey, in_columns=False)
    assert 0.6 < wide.width / wide.height < 1.7
    assert strip.height > 6 * strip.width
    lost = set(texts(strip.svg)) - set(texts(wide.svg))
    assert lost <= {"in a hurry", "↺ starts over ·\u00a015%"}
    shown = " ".join(texts(wide.svg))
    assert shown.count("starts over") == texts(strip.svg).count("↺ starts over ·\u00a015%")
    assert shown.count("in a hurry") == texts(strip.svg).count("in a hurry")
    assert "goes on in another column" in shown
    heads = [
        float(found)
        for found in re.findall(r'<text x="([\d.]+)"[^>]*>\d\u00a0(?:Dreaming|Viewing|Moving)<', wide.svg)
    ]
    assert heads == sorted(heads)
    assert len(set(heads)) >= 3


def test_a_flow_that_fits_stays_in_one_column() -> None:
    """Up to some thirty touchpoints nothing is divided, and a single stage never is."""
    portfolio, journey = SAMPLES["retailer"]()
    assert draw_flow(portfolio, journey) == draw_flow(portfolio, journey, in_columns=False)
    one = journey_of(*(Touchpoint(f"t{number}", f"T{number}") for number in range(60)))
    alone = draw_flow(portfolio_of(one), one)
    assert alone.height > TALLEST
    assert "goes on in another column" not in texts(alone.svg)


def test_columns_that_nothing_joins_have_no_line_between_them() -> None:
    """Where a column is only reached by a jump, nothing is drawn that is not there."""
    far = tuple(Touchpoint(f"b{number}", f"B{number}") for number in range(40))
    near = tuple(Touchpoint(f"a{number}", f"A{number}") for number in range(40))
    near = (near[0]._replace(next=(Branch(to="b5", when="jumps"), Branch(to="a1"))), *near[1:])
    near = (*near[:-1], near[-1]._replace(next=()))
    journey = Journey("j", "J", (Stage("a", "A", touchpoints=near), Stage("b", "B", touchpoints=far)))
    shown = texts(draw_flow(portfolio_of(journey), journey).svg)
    assert "B5" in shown
    assert shown.count("2\u00a0B") == 1
    assert "2\u00a0B · jumps" in shown


def test_a_mirrored_flow_has_its_first_column_on_the_right() -> None:
    """Right-to-left languages read columns from the right."""
    portfolio, journey = SAMPLES["sixty"]()
    svg = draw_flow(portfolio, journey._replace(lang="ar")).svg
    places = {
        title: float(re.search(rf'<text x="([\d.]+)"[^>]*>\d\u00a0{title}<', svg)[1])  # type: ignore[index]
        for title in ("Dreaming", "Viewing", "Moving")
    }
    assert places["Dreaming"] > places["Viewing"] > places["Moving"]


def test_ways_are_as_thick_as_their_shares_and_drop_offs_are_dotted() -> None:
    """The picture shows how many go where, and those that nothing holds."""
    journey = journey_of(
        Touchpoint("a", "A", next=(Branch(to="b", share=0.6), Branch(exit="x", share=0.1))),
        Touchpoint("b", "B", expand="returns"),
    )
    links = Links(journey="../{id}/index.html")
    drawing = draw_flow(portfolio_of(journey, RETURNS), journey, links=links)
    widths = {
        float(width)
        for width in re.findall(r'<path d="[^"]*" fill="none"[^>]* stroke-width="([\d.]+)"', drawing.svg)
    }
    assert {1.5 + 3.5 * 0.6, 1.85} <= widths
    assert max(widths) == 4.5, "the sample of the legend"
    assert 'stroke-dasharray="2 4"' in drawing.svg
    assert {"Drops off", "30%"} <= set(texts(drawing.svg))
    assert '<a href="../returns/index.html">' in drawing.svg


def test_a_way_back_keeps_clear_of_the_way_there() -> None:
    """Two touchpoints that lead to each other have two ways to be seen."""
    journey = journey_of(
        Touchpoint("a", "A"), Touchpoint("b", "B", next=(Branch(to="a", when="again"), Branch(exit="x")))
    )
    svg = draw_flow(portfolio_of(journey), journey).svg
    back, there = (
        float(re.search(rf'<path d="M([\d.]+)[^"]*" fill="none" stroke="{colour}"', svg)[1])  # type: ignore[index]
        for colour in (LIGHT.accent, LIGHT.muted)
    )
    assert abs(back - there) > 4


def test_a_text_moves_along_its_way_to_where_there_is_room() -> None:
    """The engine's place first, then beside the way, then anywhere near, and never off the picture."""
    label = lay_label("goes on", LIGHT.type)
    route = Route(((0, 0), (0, 100), (0, 200), (0, 300)), (0, 308), (50, 150))
    frame = Box(-200, 0, 400, 300)
    assert place_label(label, route, (), frame) == (50, 150)
    beside = place_label(label, route, (Box(20, 130, 60, 40),), frame)
    assert beside[0] == pytest.approx(-label.width / 2 - 6)
    around = Box(-100, 0, 200, 300)
    x, _ = place_label(label, route, (around,), frame)
    assert abs(x) > 100 + label.width / 2 - 1
    assert place_label(label, route, (frame, Box(0, 100, 200, 100)), frame) != (50, 150)


def test_an_arrow_without_a_length_is_drawn() -> None:
    """A way that ends where it points has a tip all the same."""
    canvas = Canvas(100)
    draw_arrow(canvas, Route(((5, 5),), (5, 5)), "#000000")
    assert len(canvas.parts) == 1


def test_a_way_back_stays_with_its_cards() -> None:
    """Every loop begins at the edge of the card it leaves and ends at the edge of the one it leads to."""
    portfolio, journey = SAMPLES["retailer"]()
    column = lay_column(build_flow(portfolio, journey), LIGHT.type, engine="", timeout=20)
    canvas = Canvas(column.room.width)
    draw_column(canvas, column, LIGHT, Links())
    starts = [
        (float(found[1]), float(found[2]))
        for part in canvas.parts
        if (
            found := re.match(
                rf'<path d="M([\d.]+),([\d.]+)C[^"]*" fill="none" stroke="{LIGHT.accent}"', part
            )
        )
    ]
    assert len(starts) == 4
    for x, y in starts:
        assert any(
            box.x - 1 <= x <= box.right + 1 and box.y - 1 <= y <= box.bottom + 1
            for box in column.boxes.values()
        )

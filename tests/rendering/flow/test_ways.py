"""Ways keep off the cards of others, and what stands on them or at their ends is seen."""

from collections.abc import Callable, Mapping
from math import dist

import pytest

from journeymap.model import Journey, Portfolio, Touchpoint
from journeymap.model.journey import Branch
from journeymap.rendering.canvas import Canvas
from journeymap.rendering.flow import column as columns
from journeymap.rendering.flow.cards import lay_label
from journeymap.rendering.flow.column import Column, lay_column
from journeymap.rendering.flow.graph import build_flow
from journeymap.rendering.flow.nodes import DIAMOND_SIZE
from journeymap.rendering.flow.placing import OFF, Route, keep_off
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.links import NO_LINKS
from journeymap.themes.theme import LIGHT
from tests.rendering.flows import FIRST_PURCHASE, RETURNS, felt, journey_of, portfolio_of
from tests.rendering.samples import SAMPLES, Sample

CARD = Box(100, 100, 200, 60)
TOUCHING = 3.0
"""What looks as if it were part of an outline, in pixels."""
JOURNEYS: Mapping[str, Callable[[], Sample]] = {
    **SAMPLES,
    "everything": lambda: Sample(portfolio_of(FIRST_PURCHASE, RETURNS), FIRST_PURCHASE),
}


@pytest.mark.parametrize("name", JOURNEYS)
def test_no_way_crosses_or_touches_a_card_that_is_not_its_own(name: str) -> None:
    """Nobody takes a way for an outline, or a card for its end."""
    column = _column(*JOURNEYS[name]())
    for edge in column.flow.edges:
        if edge.kind in {"outlet", "detail"}:
            continue
        for other, box in column.boxes.items():
            if other not in {edge.tail, edge.head}:
                near = Box(box.x, box.y - TOUCHING, box.width, box.height + 2 * TOUCHING)
                assert not [p for p in _points(columns.route_of(column, edge)) if _is_in(near, p)], (
                    edge,
                    other,
                )


@pytest.mark.parametrize(
    ("y", "moved"),
    [
        (99.0, 100 - OFF),
        (104.0, 100 - OFF),
        (161.0, 160 + OFF),
        (150.0, 160 + OFF),
        (60.0, 60.0),
        (130.0, 130.0),
    ],
)
def test_a_joint_on_an_edge_is_moved_off(y: float, moved: float) -> None:
    """What runs along the upper edge goes above it, what runs along the lower one below."""
    joint = (200.0, y)
    route = Route(((0, 0), (0, y), (150, y), joint, (250, y), (400, y), (400, 300)), (400, 308))

    assert keep_off(route, [CARD]).points[3] == (200.0, moved)


def test_a_handle_goes_nearer_to_its_joint_only() -> None:
    """The way leaves a joint in the direction it had: it has no corner there."""
    joint, handle = (90.0, 80.0), (110.0, 110.0)
    points = keep_off(
        Route(((0, 0), (0, 80), (60, 35), joint, handle, (400, 80), (400, 0)), (400, -8)), [CARD]
    ).points

    assert points[3] == joint
    assert points[4][1] == pytest.approx(100 - OFF)
    assert (points[4][0] - 90) * 30 == pytest.approx((points[4][1] - 80) * 20)


def test_a_moment_of_truth_hides_no_arrow() -> None:
    """Where a way ends at the corner, the sign stands at the other one."""
    free = journey_of(Touchpoint("a", "A", moment_of_truth=True, emotions=felt(1, "fine")))
    seen = []
    for name, sample in [
        *((name, load()) for name, load in JOURNEYS.items()),
        ("free", Sample(portfolio_of(free), free)),
    ]:
        column = _column(*sample)
        tips = [columns.route_of(column, edge).tip for edge in column.flow.edges if edge.kind != "detail"]
        for node in column.flow.nodes:
            if node.moment_of_truth:
                corner = columns.corner_of(column, column.boxes[node.name])
                seen.append(name)
                assert all(dist(corner, tip) >= DIAMOND_SIZE for tip in tips), (name, node.title)
    assert {"retailer", "free"} <= set(seen)


def test_a_sign_at_a_corner_gives_way() -> None:
    """A way that ends where the sign usually stands has the corner for itself."""
    journey = journey_of(
        Touchpoint("a", "A", next=(Branch(to="b", share=0.6), Branch(to="c", when="at once", share=0.4))),
        Touchpoint("b", "B"),
        Touchpoint("c", "C", moment_of_truth=True),
    )
    column = _column(portfolio_of(journey), journey)
    box = column.boxes["t_c"]
    usual = columns.corner_of(column._replace(flow=column.flow._replace(edges=())), box)
    edge = next(edge for edge in column.flow.edges if edge.text)
    route = columns.route_of(column, edge)._replace(tip=(usual[0] + 3, usual[1]))
    routes = {**column.placement.routes, edge.name: route}
    crowded = column._replace(placement=column.placement._replace(routes=routes))

    assert columns.corner_of(crowded, box)[0] < box.x + box.width / 2 < usual[0]
    columns.draw_column(Canvas(900), crowded, LIGHT, NO_LINKS)


@pytest.mark.parametrize(
    "text",
    [
        "↺ Fahrzeugidentifizierungsnummernschild fehlt ·\u00a020%",
        "nach den Geschäftsbedingungen ·\u00a055%",
        "↺ Donaudampfschifffahrtsgesellschaftskapitänsmütze ·\u00a05%",
    ],
)
def test_no_sign_stands_alone_on_a_line_of_a_label(text: str) -> None:
    """Neither the sign of a way back nor the dot before a share is a line that says something."""
    lines = [line.strip() for line in lay_label(text, LIGHT.type).lines]

    assert "↺" not in lines
    assert not [line for line in lines if line.startswith("·")]
    assert lines[-1].endswith(text[-3:].strip("a0\u00a0"))


def _column(portfolio: Portfolio, journey: Journey) -> Column:
    return lay_column(build_flow(portfolio, journey), LIGHT.type, engine="", timeout=20)


def _points(route: Route) -> list[Point]:
    """Return points of a way, close to each other."""
    points = []
    for start in range(0, len(route.points) - 3, 3):
        curve = route.points[start : start + 4]
        for step in range(41):
            t = step / 40
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            x, y = (sum(w * p[axis] for w, p in zip(weights, curve, strict=True)) for axis in (0, 1))
            points.append((x, y))
    return points


def _is_in(box: Box, point: Point) -> bool:
    return box.x < point[0] < box.right and box.y < point[1] < box.bottom

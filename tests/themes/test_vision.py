"""Distances and kinds of vision, held against published numbers and another program."""

import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from journeymap.themes.vision import VISIONS, closest_look, distance_seen, measure_distance
from tests.themes.colours import colours

PUBLISHED = [
    (50.0000, 2.6772, -79.7751, 50.0000, 0.0000, -82.7485, 2.0425),
    (50.0000, 3.1571, -77.2803, 50.0000, 0.0000, -82.7485, 2.8615),
    (50.0000, 2.8361, -74.0200, 50.0000, 0.0000, -82.7485, 3.4412),
    (50.0000, -1.3802, -84.2814, 50.0000, 0.0000, -82.7485, 1.0000),
    (50.0000, -1.1848, -84.8006, 50.0000, 0.0000, -82.7485, 1.0000),
    (50.0000, -0.9009, -85.5211, 50.0000, 0.0000, -82.7485, 1.0000),
    (50.0000, 0.0000, 0.0000, 50.0000, -1.0000, 2.0000, 2.3669),
    (50.0000, -1.0000, 2.0000, 50.0000, 0.0000, 0.0000, 2.3669),
    (50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0009, 7.1792),
    (50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0010, 7.1792),
    (50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0011, 7.2195),
    (50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0012, 7.2195),
    (50.0000, -0.0010, 2.4900, 50.0000, 0.0009, -2.4900, 4.8045),
    (50.0000, -0.0010, 2.4900, 50.0000, 0.0010, -2.4900, 4.8045),
    (50.0000, -0.0010, 2.4900, 50.0000, 0.0011, -2.4900, 4.7461),
    (50.0000, 2.5000, 0.0000, 50.0000, 0.0000, -2.5000, 4.3065),
    (50.0000, 2.5000, 0.0000, 73.0000, 25.0000, -18.0000, 27.1492),
    (50.0000, 2.5000, 0.0000, 61.0000, -5.0000, 29.0000, 22.8977),
    (50.0000, 2.5000, 0.0000, 56.0000, -27.0000, -3.0000, 31.9030),
    (50.0000, 2.5000, 0.0000, 58.0000, 24.0000, 15.0000, 19.4535),
    (50.0000, 2.5000, 0.0000, 50.0000, 3.1736, 0.5854, 1.0000),
    (50.0000, 2.5000, 0.0000, 50.0000, 3.2972, 0.0000, 1.0000),
    (50.0000, 2.5000, 0.0000, 50.0000, 1.8634, 0.5757, 1.0000),
    (50.0000, 2.5000, 0.0000, 50.0000, 3.2592, 0.3350, 1.0000),
    (60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644),
    (63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630),
    (61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731),
    (35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645),
    (22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373),
    (36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146),
    (90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441),
    (90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381),
    (6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377),
    (2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082),
]
"""Pairs of colours in CIELAB with their distance, from table 1 of Sharma, Wu and Dalal (2005)."""


@pytest.mark.parametrize("pair", PUBLISHED)
def test_distances_are_the_published_ones(pair: tuple[float, ...]) -> None:
    """The pairs that were made to find wrong implementations have the distances of their table."""
    one, other = pair[:3], pair[3:6]

    assert round(measure_distance(one, other), 4) == pair[6]  # type: ignore[arg-type]
    assert round(measure_distance(other, one), 4) == pair[6]  # type: ignore[arg-type]


@given(colours(), colours(), st.sampled_from(tuple(VISIONS)))
def test_distances_are_those_of_another_program(one: str, other: str, vision: str) -> None:
    """Any two colours are as far apart as coloraide says, under each kind of vision."""
    seen = [Color(colour) if vision == "normal" else Color(colour).filter(vision) for colour in (one, other)]

    assert distance_seen(one, other, vision) == pytest.approx(
        seen[0].delta_e(seen[1], method="2000"), abs=0.02
    )


@given(st.integers(min_value=0, max_value=255), st.integers(min_value=0, max_value=255))
def test_greys_are_the_same_to_everybody(one: int, other: int) -> None:
    """Whoever lacks a kind of cone sees the same difference between two greys."""
    first, second = (f"#{value:02x}{value:02x}{value:02x}" for value in (one, other))

    for vision in VISIONS:
        assert distance_seen(first, second, vision) == pytest.approx(distance_seen(first, second), abs=0.01)


def test_red_and_green_are_alike_without_one_kind_of_cone() -> None:
    """The scale that most people draw first is the one that many cannot read."""
    look = closest_look("#b5651d", "#6b8e23")

    assert look.vision == "deutan"
    assert look.distance < 20 < distance_seen("#b5651d", "#6b8e23")

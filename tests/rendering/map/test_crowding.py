"""How markers that share a column make room for each other."""

import pytest

from journeymap.rendering.map.crowding import RISE, shift_at, spread_markers


def test_markers_that_would_touch_stand_side_by_side() -> None:
    """In a column where two scores are near each other both step aside, in the order of their lines."""
    shifts = spread_markers([[1, 2], [1, -2]], near=0.5, step=20, room=100)

    assert shifts == (((-10, -RISE / 2), (0, 0)), ((10, RISE / 2), (0, 0)))


def test_a_marker_that_is_alone_stays_in_the_middle() -> None:
    """What no other line scores needs no room."""
    assert spread_markers([[1, None], [None, 1]], near=0.5, step=20, room=100) == (((0, 0),) * 2,) * 2


def test_neighbours_of_neighbours_are_one_crowd() -> None:
    """Three scores in a chain all step aside, though the first and the last are far from each other."""
    shifts = spread_markers([[0], [0.4], [0.8], [2]], near=0.5, step=20, room=100)

    assert [line[0][0] for line in shifts] == [-20, 0, 20, 0]


def test_a_crowd_stays_in_its_column() -> None:
    """Many markers move closer together when the room is small."""
    shifts = spread_markers([[0]] * 5, near=0.5, step=20, room=40)

    assert [line[0][0] for line in shifts] == [-20, -10, 0, 10, 20]


@pytest.mark.parametrize(("column", "expected"), [(0, (0, 0)), (0.5, (5, 1)), (1, (10, 2)), (2, (10, 2))])
def test_a_line_moves_with_its_markers(column: float, expected: tuple[float, float]) -> None:
    """Between two columns a line is moved by what lies between their steps, so that it meets its markers."""
    assert shift_at(((0, 0), (10, 2), (10, 2)), column) == expected

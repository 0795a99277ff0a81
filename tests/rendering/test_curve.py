"""The emotion curve: through every score, never beyond two neighbours, whole across cell borders."""

import re
from itertools import pairwise
from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from journeymap.rendering.curve import Bezier, cut_curve, fit_curve, trace_path, write_coordinate

SCORES = st.floats(-2, 2, allow_nan=False)
LINES = st.lists(st.none() | SCORES, max_size=12)
STEPS = [step / 16 for step in range(17)]


def height(arc: Bezier, t: float) -> float:
    """Return the height of an arc at a parameter."""
    a, b, c, d = (y for _, y in arc)
    return a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t**2 * (1 - t) + d * t**3


@given(st.lists(SCORES, min_size=2, max_size=12))
def test_the_curve_goes_through_every_score(scores: list[float]) -> None:
    """Each arc starts at one score and ends at the next."""
    arcs = fit_curve(scores)

    assert len(arcs) == len(scores) - 1
    assert [arc.start for arc in arcs] == [(index, score) for index, score in enumerate(scores[:-1])]
    assert [arc.end for arc in arcs] == [(index, score) for index, score in enumerate(scores)][1:]


@given(st.lists(SCORES, min_size=2, max_size=12))
def test_the_curve_never_overshoots(scores: list[float]) -> None:
    """Between two scores the line stays between them: it shows no feeling that nobody scored."""
    for arc, (before, after) in zip(fit_curve(scores), pairwise(scores), strict=True):
        low, high = min(before, after) - 1e-9, max(before, after) + 1e-9
        assert all(low <= height(arc, t) <= high for t in STEPS)


@given(st.lists(SCORES, min_size=2, max_size=12))
def test_the_curve_is_monotone_between_scores(scores: list[float]) -> None:
    """Between two scores the line only rises or only falls."""
    for arc, (before, after) in zip(fit_curve(scores), pairwise(scores), strict=True):
        sign = 1 if after >= before else -1
        heights = [sign * height(arc, t) for t in STEPS]
        assert all(later - earlier >= -1e-9 for earlier, later in pairwise(heights))


@given(LINES)
def test_pieces_meet_at_cell_borders(scores: list[float | None]) -> None:
    """Where one cell ends and the next begins the line has one height and one direction."""
    cells = cut_curve(scores)

    assert len(cells) == len(scores)
    for index, (left, right) in enumerate(pairwise(cells)):
        joined = scores[index] is not None and scores[index + 1] is not None
        leaving = [arc for arc in left if isclose(arc.end[0], 1)]
        entering = [arc for arc in right if isclose(arc.start[0], 0, abs_tol=1e-12)]
        assert bool(leaving) == bool(entering) == joined
        if joined:
            assert isclose(leaving[0].end[1], entering[0].start[1], abs_tol=1e-12)
            slope_out = (leaving[0].end[1] - leaving[0].second[1]) / (
                leaving[0].end[0] - leaving[0].second[0]
            )
            slope_in = (entering[0].first[1] - entering[0].start[1]) / entering[0].first[0]
            assert isclose(slope_out, slope_in, abs_tol=1e-6)


@given(LINES)
def test_pieces_stay_in_their_cell_and_meet_in_the_middle(scores: list[float | None]) -> None:
    """A cell's pieces run from its border to its middle, where its score is."""
    for score, cell in zip(scores, cut_curve(scores), strict=True):
        assert all(-1e-9 <= x <= 1 + 1e-9 for arc in cell for x, _ in arc)
        for arc in cell:
            middle = arc.end if arc.start[0] < 0.25 else arc.start
            assert isclose(middle[0], 0.5)
            assert middle[1] == score


@given(LINES)
def test_a_missing_score_is_a_gap(scores: list[float | None]) -> None:
    """Nothing is drawn in a cell without a score, and nothing reaches into it."""
    for score, cell in zip(scores, cut_curve(scores), strict=True):
        assert score is not None or cell == ()


def test_a_lone_score_has_no_line() -> None:
    """One score between two gaps is a point, not a line."""
    assert cut_curve([None, 1, None]) == ((), (), ())
    assert fit_curve([2.0]) == ()
    assert fit_curve([]) == ()


def test_equal_scores_make_a_flat_line() -> None:
    """Where two scores are equal the line between them is level, whatever comes before and after."""
    flat = fit_curve([-2, 1, 1, 2])[1]

    assert {y for _, y in flat} == {1}


def test_steep_turns_are_tamed() -> None:
    """Where the mean of two secants would overshoot, both tangents are scaled to the circle of radius 3."""
    first = fit_curve([0, 0.1, 2])[0]

    slopes = [3 * (first.first[1] - first.start[1]), 3 * (first.end[1] - first.second[1])]
    assert isclose(sum((slope / 0.1) ** 2 for slope in slopes), 9)


def test_tiny_steps_do_not_break_the_curve() -> None:
    """Differences at the edge of what a float can tell leave the line finite."""
    arcs = fit_curve([0, 5e-324, 1, 1 + 2**-52])

    assert all(abs(y) <= 1.1 for arc in arcs for _, y in arc)


def test_path_data_places_the_curve_in_a_box() -> None:
    """The highest score is at the top of the box, the lowest at its foot; a gap lifts the pen."""
    (arc,) = fit_curve([2, -2])
    path = trace_path([arc], width=100, height=40, low=-2, high=2)
    broken = trace_path([arc, arc._replace(start=(5, 0))], width=1, height=1, low=-2, high=2)

    assert path == "M0 0C33.33 13.33 66.67 26.67 100 40"
    assert broken.count("M") == 2
    assert trace_path(fit_curve([0, 1, 2]), width=1, height=1, low=0, high=2).count("M") == 1


@given(st.floats(-1e4, 1e4))
def test_coordinates_are_short(number: float) -> None:
    """A coordinate has two decimals at most and nothing idle."""
    assert re.fullmatch(r"-?(0|[1-9]\d*)(\.\d?[1-9])?", write_coordinate(number))

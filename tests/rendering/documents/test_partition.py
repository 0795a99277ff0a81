"""Touchpoints shared out to pages."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.rendering.documents.partition import MOST_COLUMNS, divide_columns


@pytest.mark.parametrize(
    ("stages", "pages"),
    [
        ([], []),
        ([1], [(0, 1)]),
        ([5, 5, 4], [(0, 14)]),
        ([5, 5, 5], [(0, 10), (10, 15)]),
        ([3, 3, 3, 3, 3], [(0, 9), (9, 15)]),
        ([3, 5, 5, 4, 2], [(0, 8), (8, 19)]),
        ([10, 10, 10], [(0, 10), (10, 20), (20, 30)]),
        ([15], [(0, 7), (7, 15)]),
        ([30], [(0, 10), (10, 20), (20, 30)]),
        ([2, 29], [(0, 11), (11, 21), (21, 31)]),
    ],
)
def test_pages_hold_whole_stages_evenly(stages: list[int], pages: list[tuple[int, int]]) -> None:
    """As few pages as fourteen touchpoints allow, none much fuller than another."""
    assert divide_columns(stages) == pages


@given(st.lists(st.integers(1, 40), min_size=1, max_size=12))
def test_every_touchpoint_is_on_one_page_and_stages_stay_whole(stages: list[int]) -> None:
    """Pages follow each other without gaps, and only a stage too wide for a page is divided."""
    pages = divide_columns(stages)
    borders = {0, *accumulate(stages)}

    assert [pages[0][0], pages[-1][1]] == [0, sum(stages)]
    assert all(before[1] == after[0] for before, after in pairwise(pages))
    assert all(0 < end - start <= MOST_COLUMNS for start, end in pages)
    if max(stages) <= MOST_COLUMNS:
        assert {start for start, _ in pages} <= borders

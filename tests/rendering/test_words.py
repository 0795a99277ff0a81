"""Spans and rhythms in words."""

import pytest

from journeymap.rendering.words import write_rhythm

DAY = 86_400


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (7 * DAY, "every week"),
        (DAY, "every day"),
        (3_600, "every hour"),
        (14 * DAY, "every 2 weeks"),
        (90 * DAY, "every 90 days"),
        (5_400, "every 1 hour 30 minutes"),
        (0, ""),
        (None, ""),
    ],
)
def test_a_rhythm_counts_only_what_is_more_than_one(seconds: int | None, words: str) -> None:
    """One of a unit is the unit itself; without a span there is no rhythm."""
    assert write_rhythm(seconds, lang="en") == words

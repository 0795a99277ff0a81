"""The bands of a curve that is wider than the screen: which stages stand beside each other."""

from collections.abc import Sequence

from journeymap.model import Journey
from journeymap.named_tuples import NamedTuple
from journeymap.reporting.terminal.screen import Screen, width_of

LEAST = 7
"""The columns that a touchpoint takes at least."""
_TITLE = 18


class Segment(NamedTuple):
    """A stage, or a part of one, in a band."""

    title: str
    indexes: tuple[int, ...]
    least: int


def cut_segments(journey: Journey, room: int, screen: Screen) -> list[Segment]:
    """Return the stages with the least room that each needs, those too long for a band in parts."""
    segments = []
    first = 0
    for stage in journey.stages:
        title = screen.text(stage.title)
        count = max(1, len(stage.touchpoints))
        indexes = range(first, first + count)
        first += count
        at_once = max(1, room // LEAST)
        for start in range(0, count, at_once):
            part = tuple(indexes[start : start + at_once])
            least = max(LEAST * len(part), min(width_of(title) + 2, _TITLE))
            segments.append(Segment(title, part, min(least, room)))
    return segments


def pack_bands(segments: Sequence[Segment], room: int) -> list[list[Segment]]:
    """Return the segments in as few bands as there is room for, none much longer than the others."""
    least = len(_packed(segments, room))
    limit = max((segment.least for segment in segments), default=room)
    while limit < room and len(_packed(segments, limit)) > least:
        limit += 1
    return _packed(segments, limit)


def _packed(segments: Sequence[Segment], limit: int) -> list[list[Segment]]:
    bands: list[list[Segment]] = []
    used = limit
    for segment in segments:
        if used + segment.least > limit:
            bands.append([])
            used = 0
        bands[-1].append(segment)
        used += segment.least
    return bands

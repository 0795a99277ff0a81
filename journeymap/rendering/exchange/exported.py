"""What an export is: a text for another tool, and in sentences what of the journey it could not hold."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from journeymap.model import Journey
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.metrics import one_line

WIDTH: Final = 100
"""How wide comments are."""


class Exported(NamedTuple):
    """A text in another tool's language, and its losses."""

    text: str
    losses: tuple[str, ...] = ()


def introduce(journey: Journey, losses: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines that begin an export, as comments: where it comes from, and what is missing."""
    yield one_line(f"Made by journeymap from the journey {journey.id}. Edit the journey, not this text.")
    for loss in losses:
        yield from wrap(one_line(f"Note: {loss}."), WIDTH, break_long_words=False, break_on_hyphens=False)

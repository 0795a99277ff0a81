"""Walks the paths of large journeys, of the shapes that are named: `python paths.py ring`."""

import sys
from collections.abc import Callable, Mapping

from journeymap.model import Branch, Emotion, Journey, Stage, Touchpoint
from journeymap.model.paths import walk_journey

COUNT = 2_000


def make_line() -> Journey:
    """Return touchpoints that follow one another."""
    return _journey(lambda _: None)


def make_ring() -> Journey:
    """Return a line whose last touchpoint leads half of its customers back to the first."""
    last = (Branch("t0", share=0.5), Branch(exit="gone"))
    return _journey(lambda number: last if number == COUNT - 1 else None)


def make_retries() -> Journey:
    """Return a line in which three in ten go one step back and one in ten leaves, at every touchpoint."""
    return _journey(
        lambda number: (
            Branch(_id(number + 1), share=0.6),
            Branch(_id(number - 1), share=0.3),
            Branch(exit="gone"),
        )
    )


def make_choices() -> Journey:
    """Return a line in which one may skip a touchpoint anywhere, in shares that nobody knows."""
    return _journey(lambda number: (Branch(_id(number + 1)), Branch(_id(number + 2))))


SHAPES: Mapping[str, Callable[[], Journey]] = {
    "line": make_line,
    "ring": make_ring,
    "retries": make_retries,
    "choices": make_choices,
}


def main() -> int:
    """Walk a journey of each shape."""
    for name in sys.argv[1:]:
        walk_journey(SHAPES[name]())
    return 0


def _journey(next_of: Callable[[int], tuple[Branch, ...] | None]) -> Journey:
    touchpoints = tuple(
        Touchpoint(_id(number), _id(number), emotions=(Emotion(number % 5 - 2),), next=next_of(number))
        for number in range(COUNT)
    )
    return Journey("large", "Large", (Stage("all", "All", touchpoints=touchpoints),))


def _id(number: int) -> str:
    return f"t{min(max(number, 0), COUNT - 1)}"


if __name__ == "__main__":
    sys.exit(main())

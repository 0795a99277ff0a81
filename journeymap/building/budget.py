"""How much may be inherited: overlays and shared touchpoints multiply what a few lines say.

Each file is small enough by the limits of reading; a hundred overlays of the largest of them are not.
"""

from typing import Any, Final

from journeymap.problems import Problem, Spot
from journeymap.source import Place
from journeymap.syntax.faults import TOO_MANY_VALUES

INHERITED: Final = 500_000
"""How many values the journeys of a workspace may take over from others, and how many from libraries."""


class Budget:
    """What is left to inherit, and the first place that wanted more."""

    def __init__(self) -> None:
        self._left = INHERITED
        self._refused: Place | None = None

    def allows(self, values: int, place: Place) -> bool:
        """Take a number of values for what a place inherits, and say whether they were left."""
        if values > self._left:
            self._refused = self._refused or place
            return False
        self._left -= values
        return True

    @property
    def is_spent(self) -> bool:
        """Whether a place wanted more than was left."""
        return self._refused is not None

    def problems(self, what: str) -> tuple[Problem, ...]:
        """Return the problem that there was not enough for all, if so; ``what`` says what they take over."""
        if self._refused is None:
            return ()
        return (
            Problem(
                TOO_MANY_VALUES,
                f"the journeys of this workspace take over more than {INHERITED:,} values {what}",
                (Spot(self._refused, "this one goes beyond the limit"),),
                ("split the journey and join the parts with `expand`, or let fewer of them take over less",),
                args=(what,),
            ),
        )


def count_values(data: Any) -> int:
    """Return how many values plain data holds, itself included."""
    count = 0
    pending = [data]
    while pending:
        value = pending.pop()
        count += 1
        if type(value) is dict:
            pending.extend(value.values())
        elif type(value) is list:
            pending.extend(value)
    return count

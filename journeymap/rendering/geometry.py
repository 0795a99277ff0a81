"""Points and rectangles of pictures: the origin is the top left corner, a unit is a pixel."""

from typing import TypeAlias

from journeymap.named_tuples import NamedTuple

Point: TypeAlias = tuple[float, float]


class Box(NamedTuple):
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half the height."""
        return self.y + self.height / 2

"""How far apart two colours look, to people who see all colours and to those who lack one kind of cone.

Distances are CIEDE2000 (Sharma, Wu and Dalal, 2005), of CIELAB under daylight D65. What a protanope and a
deuteranope see is simulated after Viénot, Brettel and Mollon (1999), what a tritanope sees after Brettel,
Viénot and Mollon (1997), both in linear light.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from typing import Final, TypeAlias

from journeymap.named_tuples import NamedTuple
from journeymap.themes.contrast import Channels, linear_light

Matrix: TypeAlias = tuple[Channels, Channels, Channels]

APART: Final = 20.0
"""How far apart neighbouring steps of the emotion scale have to look."""

VISIONS: Final[Mapping[str, str]] = {
    "normal": "full colour vision",
    "protan": "protan vision (no red cones)",
    "deutan": "deutan vision (no green cones)",
    "tritan": "tritan vision (no blue cones)",
}
"""The kinds of vision, each in words."""

_PROTAN: Final[Matrix] = (
    (0.112383, 0.887617, 0.0),
    (0.112383, 0.887617, 0.0),
    (0.004006, -0.004006, 1.0),
)
_DEUTAN: Final[Matrix] = (
    (0.292750, 0.707250, 0.0),
    (0.292750, 0.707250, 0.0),
    (-0.022337, 0.022337, 1.0),
)
# Tritanopes see one hue on either side of a plane; which side a colour is on, the product with this tells.
_TRITAN_PLANE: Final[Channels] = (0.0390146, -0.0278808, -0.0111338)
_TRITAN_BELOW: Final[Matrix] = (
    (0.936784, 0.189788, -0.126572),
    (0.061534, 0.815262, 0.123204),
    (-0.375608, 1.127654, 0.247954),
)
_TRITAN_ABOVE: Final[Matrix] = (
    (1.012773, 0.135484, -0.148257),
    (-0.012433, 0.868121, 0.144312),
    (0.075895, 0.805000, 0.119106),
)
_XYZ: Final[Matrix] = (
    (0.4123907993, 0.3575843394, 0.1804807884),
    (0.2126390059, 0.7151686788, 0.0721923154),
    (0.0193308187, 0.1191947798, 0.9505321522),
)
_WHITE: Final = tuple(map(sum, _XYZ))


class Look(NamedTuple):
    """How far apart two colours look to one kind of vision."""

    distance: float
    vision: str


def closest_look(one: str, other: str) -> Look:
    """Return under which kind of vision two colours look most alike, and how far apart they are there."""
    return min(Look(distance_seen(one, other, vision), vision) for vision in VISIONS)


def distance_seen(one: str, other: str, vision: str = "normal") -> float:
    """Return the CIEDE2000 distance of two colours under a kind of vision."""
    return measure_distance(_look_at(one, vision), _look_at(other, vision))


def measure_distance(one: Channels, other: Channels) -> float:
    """Return the CIEDE2000 distance of two colours in CIELAB."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    grey = 1.5 - 0.5 * _chroma_weight((hypot(a1, b1) + hypot(a2, b2)) / 2)
    a1, a2 = a1 * grey, a2 * grey
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = _shorter_way(h2 - h1) if c1 and c2 else 0.0  # a grey has no hue to go to
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = h1 + turn / 2 if c1 and c2 else h1 + h2
    dl = (l2 - l1) / (1 + 0.015 * (lightness - 50) ** 2 / sqrt(20 + (lightness - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * _hue_weight(hue))
    # In blues a change of chroma looks like one of hue too.
    tilt = sin(radians(60 * exp(-((((hue % 360) - 275) / 25) ** 2)))) * 2 * _chroma_weight(chroma)
    return sqrt(max(0.0, dl * dl + dc * dc + dh * dh - tilt * dc * dh))


def _shorter_way(turn: float) -> float:
    """Return the way between two hues round the colour circle, half of it at most."""
    return turn - 360 if turn > 180 else turn + 360 if turn < -180 else turn


def _chroma_weight(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + 25.0**7))


def _hue_weight(hue: float) -> float:
    return (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )


@lru_cache(maxsize=2048)
def _look_at(colour: str, vision: str) -> Channels:
    """Return what a kind of vision sees of a colour, in CIELAB."""
    return _to_lab(_see(linear_light(colour), vision))


def _see(light: Channels, vision: str) -> Channels:
    """Return the light that looks to everybody as a colour does to a kind of vision."""
    if vision == "normal":
        return light
    if vision == "tritan":
        is_above = _product(_TRITAN_PLANE, light) > 0
        return _apply(_TRITAN_ABOVE if is_above else _TRITAN_BELOW, light)
    return _apply({"protan": _PROTAN, "deutan": _DEUTAN}[vision], light)


def _to_lab(light: Channels) -> Channels:
    x, y, z = (_root(part / white) for part, white in zip(_apply(_XYZ, light), _WHITE, strict=True))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def _apply(matrix: Matrix, light: Channels) -> Channels:
    red, green, blue = (_product(row, light) for row in matrix)
    return red, green, blue


def _product(row: Sequence[float], light: Channels) -> float:
    return sum(a * b for a, b in zip(row, light, strict=True))

"""How well a colour is told from its ground: the contrast ratio of WCAG 2.2, and colours that reach it."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, TypeAlias

Channels: TypeAlias = tuple[float, float, float]

BLACK: Final = "#000000"
WHITE: Final = "#ffffff"
FOR_TEXT: Final = 4.5
"""What text needs: WCAG 2.2, success criterion 1.4.3."""
FOR_SHAPES: Final = 3.0
"""What lines and shapes need that carry a meaning: WCAG 2.2, success criterion 1.4.11."""

_STEPS: Final = 128


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def linear_light(colour: str) -> Channels:
    """Return how much red, green and blue light a colour written as ``#rrggbb`` is, from 0 to 1."""
    red, green, blue = (_decode(value / 255) for value in bytes.fromhex(colour[1:]))
    return red, green, blue


def mix(colour: str, other: str, share: float) -> str:
    """Return a colour with a share of another in it."""
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * share) for a, b in pairs).hex()


def choose_ink(usual: str, ground: str) -> str:
    """Return what is readable on a ground: the usual ink where it is, else black or white."""
    if contrast(usual, ground) >= FOR_TEXT:
        return usual
    return max((BLACK, WHITE), key=lambda ink: contrast(ink, ground))


def sharpen(ink: str, ground: str) -> str:
    """Return an ink that is readable on a ground: itself, or as much darker or lighter as it has to be."""
    if contrast(ink, ground) >= FOR_TEXT:
        return ink
    pole = choose_ink(ground, ground)
    is_dark = pole == BLACK

    def is_readable(step: int) -> bool:
        shade = mix(ink, pole, step / _STEPS)
        return contrast(shade, ground) >= FOR_TEXT and (_luminance(shade) < _luminance(ground)) == is_dark

    # Past the first readable shade all are, up to the pole itself.
    return mix(ink, pole, bisect_left(range(_STEPS), 1, key=is_readable) / _STEPS)


def find_nearest(colour: str, fits: Callable[[str], bool]) -> str:
    """Return the colour itself or the nearest darker or lighter one that fits, or ``""`` if none does."""
    return next(filter(fits, _shades(colour)), "")


def _shades(colour: str) -> Iterator[str]:
    """Yield a colour, then darker and lighter ones in turn, down to black and up to white."""
    yield colour
    for step in range(1, _STEPS + 1):
        yield mix(colour, BLACK, step / _STEPS)
        yield mix(colour, WHITE, step / _STEPS)


@lru_cache(maxsize=2048)
def _luminance(colour: str) -> float:
    red, green, blue = linear_light(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _decode(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

"""Which colour stands on which, and how much contrast that needs: what every theme is held to."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from journeymap.named_tuples import NamedTuple
from journeymap.themes.contrast import FOR_SHAPES, FOR_TEXT, contrast
from journeymap.themes.theme import Theme

SCORES: Final = (-2, -1, 0, 1, 2)

_GROUNDS: Final = ("background", "surface", "raised")
_INKS: Final = ("text", "muted", "accent", "pain", "opportunity", "achieved", "lost", "deferred")


class Token(NamedTuple):
    """A colour of a theme by its name; those of the emotion scale have the score of their step too."""

    name: str
    score: int | None = None

    def __str__(self) -> str:
        return f"`{self.name}`" if self.score is None else f"`{self.name}` of emotion {self.score}"

    def of(self, theme: Theme) -> str:
        """Return the colour that a theme has for it."""
        colour: str = getattr(theme if self.score is None else theme.step(self.score), self.name)
        return colour


class Pair(NamedTuple):
    """A colour, the ground that it stands on, and the contrast ratio it needs there."""

    ink: Token
    ground: Token
    needed: float = FOR_TEXT

    def ratio(self, theme: Theme) -> float:
        """Return the contrast ratio of the two in a theme."""
        return contrast(self.ink.of(theme), self.ground.of(theme))

    def is_legible(self, theme: Theme) -> bool:
        """Whether the two differ enough in a theme."""
        return self.ratio(theme) >= self.needed


def list_pairs() -> Iterator[Pair]:
    """Yield all pairs of a theme: on the grounds, on the accent, and on each step of the emotion scale."""
    for ground in map(Token, _GROUNDS):
        yield from (Pair(Token(ink), ground) for ink in _INKS)
        yield Pair(Token("border"), ground, FOR_SHAPES)
    yield Pair(Token("on_accent"), Token("accent"))
    yield from chain.from_iterable(map(_list_step, SCORES))


def _list_step(score: int) -> Iterator[Pair]:
    solid, tint = Token("solid", score), Token("tint", score)
    yield Pair(Token("on_solid", score), solid)
    for ink in (Token("on_tint", score), Token("text"), Token("muted")):
        yield Pair(ink, tint)
    yield from (Pair(solid, Token(ground), FOR_SHAPES) for ground in _GROUNDS)

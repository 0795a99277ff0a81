"""What a workspace wrote of its own colours: where each stands, and which of two is to be blamed."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeVar

from journeymap.named_tuples import NamedTuple
from journeymap.problems import Problem, Repair, Step
from journeymap.source import Place
from journeymap.themes.branding import OwnColours, OwnStep, OwnTheme
from journeymap.themes.choosing import DARK_NAME, LIGHT_NAME, choose_theme
from journeymap.themes.contrast import find_nearest
from journeymap.themes.legibility import Token
from journeymap.themes.theme import Theme
from journeymap.themes.tokens import read_aliases

_Value = TypeVar("_Value", OwnColours, OwnStep, OwnTheme)

_UNTOUCHED: Final = OwnColours()
_MADE_FROM: Final = {"on_accent": "accent", "on_solid": "solid", "tint": "solid", "on_tint": "solid"}


class Appearance(NamedTuple):
    """One appearance that a workspace changes: its name, what is written, and the theme this makes."""

    name: str
    own: OwnTheme
    theme: Theme

    @property
    def colours(self) -> OwnColours:
        """What the workspace writes about this appearance."""
        written: OwnColours = getattr(self.own, self.name)
        return written

    def origin(self, token: Token) -> Token:
        """Return the written token that a colour comes from, or the token itself."""
        if self.place(token):
            return token
        if token.score is not None:
            return Token("solid", token.score)
        sources = {**read_aliases(self.name), "on_accent": "accent"}
        return Token(sources.get(token.name, token.name))

    def place(self, token: Token) -> Place | None:
        """Return where a token is written, or nothing where it is not."""
        colours = self.colours
        if token.score is None:
            return colours.at.child(token.name) if getattr(colours, token.name) else None
        for step in reversed(colours.emotions):
            if step.score == token.score and getattr(step, token.name):
                return step.at.child(token.name)
        return None

    def repaint(self, token: Token, colour: str) -> "Appearance":
        """Return the appearance with another colour for a token, and all that follows from it."""
        colours, change = self.colours, {token.name: colour}
        if token.score is None:
            colours = _replace(colours, change)
        else:
            step = _replace(OwnStep(token.score), change)
            colours = colours._replace(emotions=(*colours.emotions, step))
        own = _replace(self.own, {self.name: colours})
        # The many shades that are tried must not drive the themes in use out of the memory.
        return Appearance(self.name, own, choose_theme.__wrapped__(own, self.name))

    def find_better(self, token: Token, is_fine: Callable[["Appearance"], bool]) -> str:
        """Return the nearest shade of a token that makes the appearance fine, or ``""``."""
        return find_nearest(token.of(self.theme), lambda shade: is_fine(self.repaint(token, shade)))


def _replace(value: _Value, change: Mapping[str, Any]) -> _Value:
    """Return a value with a field that is known by its name only."""
    return value._replace(**change)


def list_appearances(own: OwnTheme) -> Iterator[Appearance]:
    """Yield the appearances that a workspace changes."""
    for name in (LIGHT_NAME, DARK_NAME):
        if getattr(own, name) != _UNTOUCHED:
            yield Appearance(name, own, choose_theme(own, name))


def advise(problem: Problem, place: Place, token: Token, better: str, otherwise: str) -> Problem:
    """Return a problem with the colour that would solve it, or with what to do where no shade does."""
    source = _MADE_FROM.get(token.name)
    omission = (f"or leave it out: it is then made from `{source}`",) if source else ()
    if not better:
        return problem._replace(help=(otherwise, *omission))
    repair = Repair(f"write {better}", (Step("set", place, better),), safe=False)
    advice = f'write `{token.name}: "{better}"`, the nearest shade that does'
    return problem._replace(help=(advice, *omission), repairs=(repair,))

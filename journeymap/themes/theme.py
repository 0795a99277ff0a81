"""The design tokens of every picture and page: colours for light and for dark, type, spacing.

The values stand in ``templates/theme.json`` and are read when one of them is first asked for. The emotion
scale runs from orange to blue, so that its five steps stay apart for people who see red and green alike;
tests compute the distances. Colour is never the only sign: words and shapes carry the same meaning.
"""

from collections.abc import Iterator, Mapping
from math import ceil

from journeymap.named_tuples import NamedTuple


class Step(NamedTuple):
    """The colours of one step of the emotion scale, ``score`` -2 to +2.

    ``solid`` is the strong colour of faces and lines, ``on_solid`` what is drawn on it; ``tint`` is
    the pale one of cards and pills, ``on_tint`` its text.
    """

    score: int
    solid: str
    on_solid: str
    tint: str
    on_tint: str


class Typography(NamedTuple):
    """The fonts of pictures and pages, none of them loaded, and the sizes of a picture's texts in pixels.

    ``family`` is a list as style sheets have it; ``face`` is the one font that files name which know no
    lists. Text is measured for the widest of the common fonts, whatever ``family`` says.
    """

    family: str
    face: str
    title: float
    heading: float
    body: float
    small: float


class Spacing(NamedTuple):
    """Distances in pixels: the unit that gaps are multiples of, round corners, and the width of lines."""

    unit: float
    radius: float
    line: float


class Theme(NamedTuple):
    """The tokens of one appearance.

    ``line`` divides and decorates; ``border`` surrounds what people use and stands out from the
    background. ``achieved``, ``lost`` and ``deferred`` are how a journey can end; all of them, and
    ``pain`` and ``opportunity``, are readable as text on ``background``, ``surface`` and ``raised``.
    """

    name: str
    background: str
    surface: str
    raised: str
    text: str
    muted: str
    line: str
    border: str
    accent: str
    on_accent: str
    pain: str
    opportunity: str
    achieved: str
    lost: str
    deferred: str
    emotions: tuple[Step, Step, Step, Step, Step]
    type: Typography
    spacing: Spacing

    def step(self, score: float) -> Step:
        """Return the step nearest to a canonical score; of two as near, the milder one, as labels have it."""
        nearest = ceil(round(abs(score), 9) - 0.5)
        return self.emotions[2 + min(nearest, 2) * (1 if score > 0 else -1)]

    def tokens(self) -> Iterator[tuple[str, str]]:
        """Yield each colour with its name, such as ``emotion-2-tint`` for the tint of score 0."""
        for name, colour in zip(self._fields, self, strict=True):
            if isinstance(colour, str) and name != "name":
                yield name.replace("_", "-"), colour
        for index, step in enumerate(self.emotions):
            for name, colour in zip(step._fields[1:], step[1:], strict=True):
                yield f"emotion-{index}-{name.replace('_', '-')}", str(colour)


def outcome_colour(theme: Theme, outcome: str) -> str:
    """Return the colour of how a journey ends, or a quiet one where that is left open."""
    return {"achieved": theme.achieved, "lost": theme.lost, "deferred": theme.deferred}.get(
        outcome, theme.muted
    )


THEMES: Mapping[str, Theme]
"""The shipped themes by name."""
LIGHT: Theme
DARK: Theme
FONTS: str
"""The fonts of what is drawn without a theme."""


def __getattr__(name: str) -> object:
    """Return a shipped value; the file of tokens is read once, when the first of them is needed."""
    if name not in {"THEMES", "LIGHT", "DARK", "FONTS"}:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from journeymap.themes.tokens import read_themes

    themes = read_themes()
    light, dark = themes.values()
    globals().update(THEMES=themes, LIGHT=light, DARK=dark, FONTS=light.type.family)
    return globals()[name]

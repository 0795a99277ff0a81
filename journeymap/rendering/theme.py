"""The colours of every picture and page: one frozen table of tokens for light and for dark.

The emotion scale runs from orange to blue, so that its five steps stay apart for people who see red
and green alike; tests compute the distances. Colour is never the only sign: words and shapes carry
the same meaning.
"""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import NamedTuple


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


class Theme(NamedTuple):
    """The colours of one appearance.

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

    def step(self, score: float) -> Step:
        """Return the step nearest to a canonical score; of two as near, the milder one, as labels have it."""
        nearest = ceil(round(abs(score), 9) - 0.5)
        return self.emotions[2 + min(nearest, 2) * (1 if score > 0 else -1)]

    def tokens(self) -> Iterator[tuple[str, str]]:
        """Yield each colour with its name, such as ``emotion-2-tint`` for the tint of score 0."""
        for name, colour in zip(self._fields[1:-1], self[1:-1], strict=True):
            yield name.replace("_", "-"), str(colour)
        for index, step in enumerate(self.emotions):
            for name, colour in zip(step._fields[1:], step[1:], strict=True):
                yield f"emotion-{index}-{name.replace('_', '-')}", str(colour)


LIGHT = Theme(
    name="light",
    background="#ffffff",
    surface="#f6f8fa",
    raised="#ffffff",
    text="#1b1f24",
    muted="#545d68",
    line="#d5dbe1",
    border="#79828d",
    accent="#0b57b0",
    on_accent="#ffffff",
    pain="#8a2a06",
    opportunity="#0b57b0",
    achieved="#0a6347",
    lost="#98203a",
    deferred="#6b4c00",
    emotions=(
        Step(-2, "#4f1b00", "#ffffff", "#fbe3d5", "#5e2405"),
        Step(-1, "#8d662c", "#ffffff", "#f7ecdb", "#5f4213"),
        Step(0, "#585e66", "#ffffff", "#eef0f3", "#3d434b"),
        Step(1, "#5994b6", "#0b1f2b", "#e2eff7", "#17496a"),
        Step(2, "#002966", "#ffffff", "#d9e5fa", "#002966"),
    ),
)

DARK = Theme(
    name="dark",
    background="#0f1419",
    surface="#161c23",
    raised="#1d252e",
    text="#e7ebf0",
    muted="#a7b0bb",
    line="#323c48",
    border="#74808e",
    accent="#7cbcff",
    on_accent="#0b1a2b",
    pain="#ffb08a",
    opportunity="#7cbcff",
    achieved="#6fd3ab",
    lost="#ff9aa8",
    deferred="#e5c16c",
    emotions=(
        Step(-2, "#a44c1d", "#ffffff", "#3b1e10", "#ffbe98"),
        Step(-1, "#d3a96f", "#241703", "#30281b", "#ebcfa3"),
        Step(0, "#868d95", "#0d1116", "#262d35", "#cbd2da"),
        Step(1, "#abe0ff", "#06202f", "#17303f", "#bfe6ff"),
        Step(2, "#1c65c8", "#ffffff", "#12274b", "#b4d0ff"),
    ),
)


def outcome_colour(theme: Theme, outcome: str) -> str:
    """Return the colour of how a journey ends, or a quiet one where that is left open."""
    return {"achieved": theme.achieved, "lost": theme.lost, "deferred": theme.deferred}.get(
        outcome, theme.muted
    )


THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK)}

FONTS = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
"""The fonts of pictures and pages, none of them loaded; text is measured for the widest of them."""

"""What a workspace changes about how things look: every token optional, each where it was written."""

from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

_NOWHERE = Place("")


class OwnStep(NamedTuple):
    """A workspace's own colours of one step of the emotion scale; empty ones are not changed."""

    score: int = 0
    solid: str = ""
    on_solid: str = ""
    tint: str = ""
    on_tint: str = ""
    at: Place = _NOWHERE


class OwnColours(NamedTuple):
    """A workspace's own colours of one appearance; empty ones are not changed."""

    background: str = ""
    surface: str = ""
    raised: str = ""
    text: str = ""
    muted: str = ""
    line: str = ""
    border: str = ""
    accent: str = ""
    on_accent: str = ""
    pain: str = ""
    opportunity: str = ""
    achieved: str = ""
    lost: str = ""
    deferred: str = ""
    emotions: tuple[OwnStep, ...] = ()
    at: Place = _NOWHERE

    def step(self, score: int) -> OwnStep:
        """Return the own colours of a score; of several entries for one score, the later colours count."""
        merged = OwnStep(score)
        for each in self.emotions:
            if each.score == score:
                written = {name: colour for name, colour in each._asdict().items() if colour}
                merged = merged._replace(**{**written, "score": score, "at": each.at})
        return merged


class OwnType(NamedTuple):
    """A workspace's own fonts and sizes; an empty family and a size of nothing are not changed."""

    family: str = ""
    face: str = ""
    title: float | None = None
    heading: float | None = None
    body: float | None = None
    small: float | None = None


class OwnSpacing(NamedTuple):
    """A workspace's own distances; nothing stands for those that are not changed."""

    unit: float | None = None
    radius: float | None = None
    line: float | None = None


class OwnTheme(NamedTuple):
    """All that a workspace changes about the shipped themes."""

    light: OwnColours = OwnColours()
    dark: OwnColours = OwnColours()
    type: OwnType = OwnType()
    spacing: OwnSpacing = OwnSpacing()

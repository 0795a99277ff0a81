"""The colours keep words readable and steps apart, for every kind of eye."""

from itertools import combinations

import pytest
from coloraide import Color

from journeymap.themes.legibility import list_pairs
from journeymap.themes.theme import FONTS, THEMES, Theme, outcome_colour

VISIONS = ("", "protan", "deutan", "tritan")
THEME_LIST = tuple(THEMES.values())


def contrast(one: str, other: str) -> float:
    return float(Color(one).contrast(other))


@pytest.mark.parametrize("theme", THEME_LIST, ids=lambda theme: str(theme.name))
def test_text_is_readable_on_every_ground(theme: Theme) -> None:
    """Text colours have a contrast of 4.5 on each ground they are used on."""
    for ground in (theme.background, theme.surface, theme.raised):
        for name in ("text", "muted", "accent", "pain", "opportunity", "achieved", "lost", "deferred"):
            assert contrast(getattr(theme, name), ground) >= 4.5, (name, ground)
        assert contrast(theme.border, ground) >= 3, ground
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("theme", THEME_LIST, ids=lambda theme: str(theme.name))
def test_emotions_are_readable(theme: Theme) -> None:
    """On each step of the emotion scale, text has a contrast of 4.5, and the step one of 3 on each ground."""
    for step in theme.emotions:
        assert contrast(step.on_solid, step.solid) >= 4.5
        for colour in (step.on_tint, theme.text, theme.muted):
            assert contrast(colour, step.tint) >= 4.5
        for ground in (theme.background, theme.surface, theme.raised):
            assert contrast(step.solid, ground) >= 3


@pytest.mark.parametrize("theme", THEME_LIST, ids=lambda theme: str(theme.name))
def test_the_pairs_that_users_are_held_to_hold_here(theme: Theme) -> None:
    """No shipped theme would be reported, and no pair is listed twice."""
    pairs = tuple(list_pairs())

    assert [pair for pair in pairs if not pair.is_legible(theme)] == []
    assert len({pair[:2] for pair in pairs}) == len(pairs) == 63


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEME_LIST, ids=lambda theme: str(theme.name))
def test_emotions_stay_apart_for_every_vision(theme: Theme, vision: str) -> None:
    """Any two steps of the emotion scale are 20 apart in CIEDE2000, also without one kind of cone."""
    seen = [Color(step.solid).filter(vision) if vision else Color(step.solid) for step in theme.emotions]

    assert min(one.delta_e(other, method="2000") for one, other in combinations(seen, 2)) >= 20


@pytest.mark.parametrize(
    ("score", "step"), [(-9, -2), (-1.6, -2), (-1.5, -1), (-0.4, 0), (0.5, 0), (0.51, 1), (2, 2)]
)
def test_scores_find_their_step(score: float, step: int) -> None:
    """A score takes the nearest step; between two, the milder one."""
    assert THEMES["light"].step(score).score == step


def test_tokens_name_every_colour_once() -> None:
    """Both themes have the same tokens, each a colour."""
    light, dark = (dict(theme.tokens()) for theme in THEME_LIST)

    assert list(light) == list(dark)
    assert light["on-accent"] == "#ffffff"
    assert light["emotion-0-solid"] == "#4f1b00"
    assert all(Color.match(colour) for colour in (*light.values(), *dark.values()))


def test_outcomes_have_colours() -> None:
    """How a journey ends has a colour of its own, and none a quiet one."""
    theme = THEMES["light"]

    assert outcome_colour(theme, "lost") == theme.lost
    assert outcome_colour(theme, "") == theme.muted


def test_what_is_drawn_without_a_theme_has_the_shipped_fonts() -> None:
    """Names of several words stand in quotes, as style sheets and pictures want them."""
    assert THEMES["light"].type.family == FONTS
    assert FONTS == "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"


def test_an_unknown_name_is_an_attribute_error() -> None:
    """The module gives what it has, and nothing else."""
    import journeymap.themes.theme as module

    with pytest.raises(AttributeError, match="SEPIA"):
        _ = module.SEPIA

"""A workspace's own tokens in the shipped themes, and what follows from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.themes.branding import OwnColours, OwnSpacing, OwnStep, OwnTheme, OwnType
from journeymap.themes.choosing import choose_theme
from journeymap.themes.contrast import contrast
from journeymap.themes.legibility import list_pairs
from journeymap.themes.theme import DARK, LIGHT
from tests.themes.colours import colours


def test_nothing_of_ones_own_is_the_shipped_theme() -> None:
    """Without tokens of its own a workspace has what everybody has."""
    assert choose_theme(OwnTheme(), "light") == LIGHT
    assert choose_theme(OwnTheme(), "dark") == DARK


def test_a_token_is_changed_where_it_is_written_and_nowhere_else() -> None:
    """A colour of the light appearance leaves the dark one alone, and the other colours as they were."""
    own = OwnTheme(light=OwnColours(lost="#7a0000"))

    assert choose_theme(own, "light") == LIGHT._replace(lost="#7a0000")
    assert choose_theme(own, "dark") == DARK


def test_what_belongs_to_the_accent_follows_it() -> None:
    """A new accent is that of opportunities too, and its text stays if it is readable on it."""
    purple = choose_theme(OwnTheme(light=OwnColours(accent="#7a1fa2")), "light")
    yellow = choose_theme(OwnTheme(light=OwnColours(accent="#ffd400")), "light")
    told = OwnColours(accent="#ffd400", on_accent="#222222", opportunity="#00558a")

    assert (purple.opportunity, purple.on_accent) == ("#7a1fa2", "#ffffff")
    assert (yellow.opportunity, yellow.on_accent) == ("#ffd400", "#000000")
    assert choose_theme(OwnTheme(light=told), "light")[8:12] == (
        "#ffd400",
        "#222222",
        LIGHT.pain,
        "#00558a",
    )


def test_cards_have_the_colour_of_the_page_in_light_only() -> None:
    """What is an alias in one appearance and a colour in the other follows in the first."""
    own = OwnTheme(light=OwnColours(background="#fffdf8"), dark=OwnColours(background="#17111c"))

    assert choose_theme(own, "light").raised == "#fffdf8"
    assert choose_theme(own, "dark").raised == DARK.raised


def test_a_step_is_made_from_its_strong_colour() -> None:
    """Who writes only the strong colour of an emotion gets pale tones and texts that belong to it."""
    own = OwnTheme(
        light=OwnColours(emotions=(OwnStep(-2, solid="#7b0d1e"),)),
        dark=OwnColours(emotions=(OwnStep(-2, solid="#e0607a"),)),
    )
    light, dark = choose_theme(own, "light"), choose_theme(own, "dark")

    assert light.emotions[0] == (-2, "#7b0d1e", "#ffffff", "#ead8db", "#7b0d1e")
    assert dark.emotions[0].tint == "#4e2b36"
    assert contrast(dark.emotions[0].on_tint, "#4e2b36") >= 4.5
    assert light.emotions[1:] == LIGHT.emotions[1:]


def test_written_parts_of_a_step_stay_as_written() -> None:
    """Nothing is made where something is written; a new pale tone gets a readable text."""
    whole = OwnStep(1, "#111111", "#222222", "#333333", "#444444")
    tint = OwnStep(2, tint="#003366")
    ink = OwnStep(0, on_tint="#000001")
    theme = choose_theme(OwnTheme(light=OwnColours(emotions=(whole, tint, ink))), "light")

    assert theme.step(1) == whole[:5]
    assert theme.step(2)[:4] == (2, "#002966", "#ffffff", "#003366")
    assert contrast(theme.step(2).on_tint, "#003366") >= 4.5
    assert theme.step(0) == LIGHT.step(0)._replace(on_tint="#000001")


def test_of_two_entries_for_a_score_the_later_colours_count() -> None:
    """What the first entry says and the second does not is kept."""
    steps = (OwnStep(2, solid="#111111", tint="#eeeeee"), OwnStep(2, solid="#222222"))
    theme = choose_theme(OwnTheme(light=OwnColours(emotions=steps)), "light")

    assert (theme.step(2).solid, theme.step(2).tint) == ("#222222", "#eeeeee")


def test_type_and_spacing_are_those_of_both_appearances() -> None:
    """Fonts, sizes and distances are written once; the one font is the first of the list, or written too."""
    own = OwnTheme(type=OwnType(family="Brand Serif, serif", title=30), spacing=OwnSpacing(radius=0))
    light, dark = choose_theme(own, "light"), choose_theme(own, "dark")

    assert light.type == LIGHT.type._replace(family="'Brand Serif', serif", face="Brand Serif", title=30)
    assert light.spacing == LIGHT.spacing._replace(radius=0)
    assert (dark.type, dark.spacing) == (light.type, light.spacing)
    faced = OwnTheme(type=OwnType(family="Brand Serif, serif", face="Georgia"))
    assert choose_theme(faced, "light").type.face == "Georgia"
    assert choose_theme(OwnTheme(type=OwnType(face="Verdana")), "light").type.family == LIGHT.type.family


@given(
    accent=colours(),
    solids=st.lists(colours(), min_size=5, max_size=5),
    name=st.sampled_from(["light", "dark"]),
)
def test_what_is_made_is_always_readable(accent: str, solids: list[str], name: str) -> None:
    """Whatever accent and emotions somebody writes, the colours made from them can be read."""
    steps = tuple(OwnStep(score, solid=solid) for score, solid in zip(range(-2, 3), solids, strict=True))
    own = OwnColours(accent=accent, emotions=steps)
    theme = choose_theme(OwnTheme(own, own), name)

    written = {"accent", "opportunity", "solid"}
    made = [pair for pair in list_pairs() if pair.ink.name not in written]
    assert [pair for pair in made if not pair.is_legible(theme)] == []


@pytest.mark.parametrize("background", ["#808080", "#000000", "#ffffff"])
def test_a_tint_is_made_on_any_ground(background: str) -> None:
    """A ground on which nothing is readable still gets a pale tone, and the finding is about the ground."""
    own = OwnTheme(light=OwnColours(background=background, emotions=(OwnStep(2, solid="#7777ff"),)))

    assert choose_theme(own, "light").step(2).tint not in {background, "#7777ff"}

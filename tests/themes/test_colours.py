"""Colours by name, spelled out, and those of the appearance that the reader prefers."""

import re

from journeymap.themes.branding import OwnColours, OwnTheme
from journeymap.themes.choosing import choose_theme
from journeymap.themes.colours import adapt_colours, name_colours, spell_colours
from journeymap.themes.theme import DARK, LIGHT

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    '<rect fill="var(--accent)" stroke="var(--emotion-0-on-tint)"/><text>var(--text) &gt;</text></svg>'
)


def test_a_named_theme_has_a_name_for_every_colour() -> None:
    """Spelled out, the names are the colours again; sizes and fonts stay what they are."""
    named = name_colours(LIGHT)

    for (name, reference), (_, colour) in zip(named.tokens(), LIGHT.tokens(), strict=True):
        assert reference == f"var(--{name})"
        assert spell_colours(f'<rect fill="{reference}"/>', LIGHT) == f'<rect fill="{colour}"/>'
    assert (named.name, named.type, named.spacing) == (LIGHT.name, LIGHT.type, LIGHT.spacing)


def test_a_picture_takes_the_colours_of_a_workspace() -> None:
    """What is spelled out are the workspace's own colours, in the appearance that is asked for."""
    own = OwnTheme(light=OwnColours(accent="#7a1fa2"), dark=OwnColours(accent="#d9a8ff"))
    light, dark = choose_theme(own, "light"), choose_theme(own, "dark")
    adapted = adapt_colours(PICTURE, light, dark)

    assert 'fill="#7a1fa2"' in spell_colours(PICTURE, light)
    assert 'fill="#7a1fa2"' in adapted
    fill, stroke = re.search(r'<rect [^>]*class="(\w+) (\w+)"/>', adapted).groups()  # type: ignore[union-attr]
    assert f".{fill}{{fill:#d9a8ff}}" in adapted
    assert f".{stroke}{{stroke:{DARK.emotions[0].on_tint}}}" in adapted


def test_words_about_colours_stay_words() -> None:
    """What people write is never taken for a colour, whatever it looks like."""
    picture = PICTURE.replace("&gt;", ' fill="var(--nope)" &gt;')

    for made in (spell_colours(picture, LIGHT), adapt_colours(picture, LIGHT, DARK)):
        assert '<text>var(--text)  fill="var(--nope)" &gt;</text>' in made

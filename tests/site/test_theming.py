"""The theme on pages: the shipped one, and that of a workspace."""

from base64 import b64encode
from hashlib import sha256
from html import unescape
from re import findall

from journeymap.compiling import Compilation
from journeymap.site import build_site, single_page
from journeymap.site.assets import embedded_text, write_bundle
from journeymap.themes.branding import OwnColours, OwnSpacing, OwnTheme, OwnType
from journeymap.themes.choosing import choose_theme
from journeymap.themes.theme import THEMES
from tests.site.samples import make_portfolio


def test_colours_are_those_of_the_theme() -> None:
    """The custom properties of the style sheet equal the tokens of the theme, light and dark."""
    light, system_dark, chosen_dark = _blocks(write_bundle("style.css", OwnTheme()))

    assert light == dict(THEMES["light"].tokens())
    assert system_dark == chosen_dark == dict(THEMES["dark"].tokens())


def test_colours_are_those_of_the_workspace() -> None:
    """Pages, with files beside them or alone, have the workspace's own tokens, and a policy that fits."""
    own = OwnTheme(
        light=OwnColours(accent="#7a1fa2"),
        dark=OwnColours(accent="#d9a8ff"),
        type=OwnType(family="Brand Serif, serif"),
        spacing=OwnSpacing(radius=4),
    )
    portfolio = make_portfolio()
    portfolio = portfolio._replace(workspace=portfolio.workspace._replace(theme=own))
    compilation = Compilation(portfolio, (), {})
    site = build_site(compilation)
    style = site["assets/style.css"].content.decode()
    light, system_dark, chosen_dark = _blocks(style)

    assert light == dict(choose_theme(own, "light").tokens())
    assert system_dark == chosen_dark == dict(choose_theme(own, "dark").tokens())
    assert "--family:'Brand Serif',serif;--round:0.4;" in style
    assert 'fill="#7a1fa2"' in site["assets/icon.svg"].content.decode()
    assert 'fill="#7a1fa2"' in site["journeys/first-purchase/flow.svg"].content.decode()
    alone = single_page(compilation, portfolio.journeys[0])
    style = embedded_text(["style.css", "journey.css"], own)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"<style>{style}</style>" in alone
    assert f"style-src 'sha256-{digest}'" in unescape(alone)


def test_every_property_that_rules_use_is_a_token_or_set_by_a_rule() -> None:
    """A slip in a name would leave something without its colour."""
    style = write_bundle("style.css", OwnTheme())
    used, declared = set(findall(r"var\(--([a-z0-9-]+)", style)), set(findall(r"--([a-z0-9-]+):", style))

    assert used - declared == set()
    assert {"family", "round"} <= used


def _blocks(style: str) -> list[dict[str, str]]:
    """Return the colours of the light appearance, the system's dark one and the chosen dark one."""
    parts = style.split(";color-scheme:")[1:2] + style.split("{color-scheme:")[1:3]
    return [dict(_properties(part)) for part in parts]


def _properties(block: str) -> list[tuple[str, str]]:
    return findall(r"--([a-z0-9-]+):(#[0-9a-f]{6})", block.split("}")[0])

"""The site's own style, script and icon, and the security policy that goes with them.

The style has sizes of neither texts nor gaps from the theme: these grow with what the reader has set.
"""

from functools import cache, lru_cache
from urllib.parse import quote

from journeymap.resources import templates_path
from journeymap.themes.branding import OwnTheme
from journeymap.themes.choosing import DARK_NAME, LIGHT_NAME, choose_theme
from journeymap.themes.colours import spell_colours
from journeymap.themes.theme import LIGHT, Theme

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The policy of a page with its files beside it."""


@cache
def read_asset(name: str) -> bytes:
    """Return one of the site's own files."""
    return (templates_path() / "site" / name).read_bytes()


@lru_cache(maxsize=4)
def write_style(own: OwnTheme) -> str:
    """Return the style sheet of pages: a workspace's colours, fonts and corners, and the rules."""
    return write_tokens(own) + embedded_text("style.css")


def write_tokens(own: OwnTheme) -> str:
    """Return the tokens as custom properties: light, and dark where the reader or the device asks for it.

    Paper is always light.
    """
    light, dark = choose_theme(own, LIGHT_NAME), choose_theme(own, DARK_NAME)
    shared = f"  --family: {light.type.family}; --round: {light.spacing.radius / LIGHT.spacing.radius:g};\n"
    return (
        f":root {{\n{shared}{_write_colours(light, 2)}}}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f'  :root:not([data-theme="light"]) {{\n{_write_colours(dark, 4)}  }}\n'
        "}\n"
        "@media screen {\n"
        f'  :root[data-theme="dark"] {{\n{_write_colours(dark, 4)}  }}\n'
        "}\n"
    )


def write_icon(own: OwnTheme) -> str:
    """Return the icon, a drawing on the accent of the light appearance."""
    return spell_colours(read_asset("icon.svg").decode("utf-8"), choose_theme(own, LIGHT_NAME))


def embedded_text(name: str) -> str:
    """Return a file as it stands inside a page; none of ours may end its element early."""
    text = read_asset(name).decode("utf-8")
    assert "</" not in text
    return text


def embedded_icon(own: OwnTheme) -> str:
    """Return the icon as a data address."""
    return "data:image/svg+xml," + quote(write_icon(own).strip(), safe="")


def _write_colours(theme: Theme, indent: int) -> str:
    """Return the colours of an appearance, each step of the emotion scale on a line of its own."""
    lines: dict[str, list[str]] = {}
    for name, colour in theme.tokens():
        group = name[: len("emotion-0")] if name.startswith("emotion-") else ""
        lines.setdefault(group, []).append(f"--{name}: {colour};")
    written = [f"color-scheme: {theme.name};", *(" ".join(line) for line in lines.values())]
    return "".join(f"{' ' * indent}{line}\n" for line in written)

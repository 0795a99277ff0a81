"""The tokens of a theme as custom properties of CSS, for every page that is ours."""

from journeymap.themes.branding import OwnTheme
from journeymap.themes.choosing import DARK_NAME, LIGHT_NAME, choose_theme
from journeymap.themes.theme import LIGHT, Theme


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


def _write_colours(theme: Theme, indent: int) -> str:
    """Return the colours of an appearance, each step of the emotion scale on a line of its own."""
    lines: dict[str, list[str]] = {}
    for name, colour in theme.tokens():
        group = name[: len("emotion-0")] if name.startswith("emotion-") else ""
        lines.setdefault(group, []).append(f"--{name}: {colour};")
    written = [f"color-scheme: {theme.name};", *(" ".join(line) for line in lines.values())]
    return "".join(f"{' ' * indent}{line}\n" for line in written)

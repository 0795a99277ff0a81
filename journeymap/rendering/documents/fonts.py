"""A font inside a picture: SVG that looks the same wherever it is opened, with only the letters it needs."""

import re
from base64 import b64encode

from journeymap.rendering.documents.font_files import SubsetFont, subset_font
from journeymap.rendering.documents.lifting import LiftedText, lift_texts
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.metrics import text_width

BOLD_FROM = 600
ROUNDING = 0.5
MOST_MISSING = 0.9
"""The share of a picture's letters that a font may lack: one for Latin may serve where some words are."""

_FAMILY = re.compile(r'font-family="([^"]*)"')
_NOT_IN_NAMES = re.compile(r"[^\w .-]")


def embed_font(svg: str, font_file: str) -> str:
    """Return a picture with its letters of a font file embedded, as WOFF, and the font first in its list.

    Boxes were measured for common fonts: a font in which a line would be wider than that is refused.
    """
    texts = lift_texts(svg).texts
    letters = frozenset(ord(letter) for text in texts for line in text.lines for letter in line)
    font = subset_font(font_file, letters)
    _check_letters(font, letters)
    _check_widths(font, texts)
    # Another name than the font's own: beside other text, the part would be taken for the whole.
    name = _NOT_IN_NAMES.sub("", f"{font.family} in pictures")
    weights = f"font-weight:{font.weights[0]} {font.weights[1]};" if font.weights else ""
    face = (
        f'<style>@font-face{{font-family:"{name}";{weights}'
        f'src:url(data:font/woff;base64,{b64encode(font.woff).decode()}) format("woff")}}</style>'
    )
    named = _FAMILY.sub(lambda found: f"font-family=\"'{name}', {found[1]}\"", svg)
    start, end, rest = named.partition(">")
    return f"{start}{end}\n{face}{rest}"


def _check_letters(font: SubsetFont, letters: frozenset[int]) -> None:
    """Refuse a font of another script: letters may come from elsewhere, but not nearly all of them."""
    asked = [code for code in letters if chr(code).isalnum()]
    missing = sorted(chr(code) for code in asked if code not in font.widths)
    if len(missing) > len(asked) * MOST_MISSING:
        raise RenderingError(
            f"the font `{font.family}` lacks nearly all letters of the picture, such as"
            f" {' '.join(missing[:8])}",
            "name a font of the language that the journey is written in",
        )


def _check_widths(font: SubsetFont, texts: tuple[LiftedText, ...]) -> None:
    """Refuse a font that is wider than the room that texts have."""
    for text in texts:
        bold = text.weight >= BOLD_FROM
        for line in text.lines:
            room = text_width(line.rstrip(" "), text.size, bold=bold)
            width = sum(
                font.widths[ord(letter)] * text.size
                if ord(letter) in font.widths
                else text_width(letter, text.size, bold=bold)
                for letter in line.rstrip(" ")
            )
            if width > room + ROUNDING:
                raise RenderingError(
                    f"the font `{font.family}` is wider than the room for its texts: `{line.strip()}` "
                    f"takes {width:.0f} pixels and has {room:.0f}",
                    "name a font that is not wider than Verdana or DejaVu Sans",
                )

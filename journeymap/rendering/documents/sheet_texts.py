"""Texts on paper: in which language and direction they are set, and what may be divided."""

import re
from typing import Any, TypeAlias

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import is_rtl
from journeymap.rendering.metrics import one_line
from journeymap.rendering.templating import direction, translate
from journeymap.themes.theme import Theme

Data: TypeAlias = dict[str, Any]

_WHOLE_WORDS = re.compile(r"[@\\_<>{}\[\]=#%$~^|&*`]|://|[a-z][A-Z]")


class Desk(NamedTuple):
    """What pages are laid out with: the theme, and the language and its direction."""

    theme: Theme
    lang: str

    @property
    def mirrored(self) -> bool:
        """Say whether pages are read from the right."""
        return direction(self.lang) == "rtl"

    def word(self, text: str) -> str:
        """Return one of our own words."""
        return translate(text, lang=self.lang)

    def text(self, text: str) -> str | Data:
        """Return a text of the journey: alone, or with what sets it apart from other texts of a page.

        That is another direction, and words of machines and names like WhatsApp, which no hyphen divides.
        """
        line = one_line(text)
        has_letters = any(character.isalpha() for character in line)
        rtl = is_rtl(line) if has_letters else self.mirrored
        whole = bool(_WHOLE_WORDS.search(line))
        return {"text": line, "rtl": rtl, "whole": whole} if whole or rtl != self.mirrored else line


def describe_language(lang: str) -> Data:
    """Return a language as typesetters want it: two or three letters, and a region of two."""
    parts = re.split("[-_]", lang)
    region = next((part.upper() for part in parts[1:] if re.fullmatch("[A-Za-z]{2}", part)), None)
    known = re.fullmatch("[A-Za-z]{2,3}", parts[0])
    return {"lang": parts[0].lower() if known else "en", "region": region}

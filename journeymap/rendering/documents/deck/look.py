"""How slides look: sizes in points, colours and fonts, all of them from the tokens of a theme."""

from journeymap.model.claims import Number
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.naming import write_score
from journeymap.themes.theme import Theme

WIDTH = 960.0
HEIGHT = 540.0
"""A slide of 16 to 9 in points."""

EMU = 12_700
"""The file's own unit: this many are a point."""

LEADING = 1.3
"""The distance of two lines in sizes of their text; it is exact, so that no font makes a text taller."""

SMALLEST = 10.0
"""No text on a slide is smaller."""

_REGIONS = {
    "ar": "ar-SA",
    "cs": "cs-CZ",
    "da": "da-DK",
    "el": "el-GR",
    "en": "en-US",
    "fa": "fa-IR",
    "he": "he-IL",
    "hi": "hi-IN",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "sv": "sv-SE",
    "uk": "uk-UA",
    "ur": "ur-PK",
    "vi": "vi-VN",
    "zh": "zh-CN",
}
_EASTERN = {
    "ja": "Yu Gothic",
    "ko": "Malgun Gothic",
    "zh": "Microsoft YaHei",
    "zh-tw": "Microsoft JhengHei",
    "zh-hk": "Microsoft JhengHei",
    "zh-hant": "Microsoft JhengHei",
}


class Look(NamedTuple):
    """A theme on slides, the language of their texts, and whether they are mirrored."""

    theme: Theme
    lang: str
    mirrored: bool = False

    @property
    def unit(self) -> float:
        """What gaps are multiples of."""
        return self.theme.spacing.unit

    @property
    def margin(self) -> float:
        """The distance of everything from the sides of a slide."""
        return min(5 * self.unit, WIDTH / 12)

    @property
    def cover(self) -> float:
        """The size of the title of the deck."""
        return min(48.0, max(24.0, self.theme.type.title * 1.8))

    @property
    def title(self) -> float:
        """The size of a slide's title."""
        return min(32.0, max(18.0, self.theme.type.title * 1.1))

    @property
    def heading(self) -> float:
        """The size of what stands out."""
        return min(20.0, max(12.0, self.theme.type.heading))

    @property
    def body(self) -> float:
        """The size of text where there is room."""
        return min(16.0, max(11.0, self.theme.type.body))

    @property
    def small(self) -> float:
        """The size of labels."""
        return min(14.0, max(SMALLEST, self.theme.type.small))

    @property
    def eastern_font(self) -> str:
        """The font for the ideographs of the deck's language, or nothing where it has none."""
        tag = self.lang.lower()
        return _EASTERN.get(tag) or _EASTERN.get(tag.partition("-")[0], "")

    @property
    def tag(self) -> str:
        """The language with a region, without which PowerPoint knows no spelling."""
        base, _, rest = self.lang.partition("-")
        return self.lang if rest else _REGIONS.get(base, f"{base}-{base.upper()}")

    def score(self, score: Number) -> str:
        """Return a score as text."""
        return self.number(write_score(score, lang=self.lang))

    def number(self, text: str) -> str:
        """Return a text that begins with a number so that it stays in order between right-to-left texts."""
        return f"\N{LEFT-TO-RIGHT MARK}{text}" if self.mirrored and not text[:1].isalpha() else text

    @property
    def dark(self) -> bool:
        """Whether the text is brighter than what it stands on."""
        return _brightness(self.theme.text) > _brightness(self.theme.background)


def _brightness(colour: str) -> int:
    digits = colour.lstrip("#")
    return sum(int(digits[index : index + 2], 16) for index in (0, 2, 4))

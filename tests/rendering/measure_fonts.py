"""Write the table of text widths, ``journeymap/rendering/font_widths.json``.

    python -m tests.rendering.measure_fonts

Each character gets its widest advance in the fonts below, in thousandths of the font size, because a
reader's ``system-ui`` or ``sans-serif`` may be any of them or a narrower one. The fonts are those of
Debian's ``fonts-dejavu-core``, ``fonts-liberation`` and ``fonts-noto-core``.
"""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont

FONTS = Path("/usr/share/fonts/truetype")
TARGET = Path(__file__).resolve().parents[2] / "journeymap" / "rendering" / "font_widths.json"

DEJAVU = ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf")
LIBERATION = ("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf")


def noto(name: str) -> tuple[str, str]:
    """Return the regular and the bold file of a Noto font."""
    return f"noto/Noto{name}-Regular.ttf", f"noto/Noto{name}-Bold.ttf"


WEIGHTS = ("regular", "bold")
SANS = (DEJAVU, LIBERATION, noto("Sans"))
BLOCKS = (
    (0x0020, 0x02FF, SANS),
    (0x0370, 0x052F, SANS),
    (0x0530, 0x058F, (DEJAVU, noto("SansArmenian"))),
    (0x0590, 0x05FF, (DEJAVU, LIBERATION, noto("SansHebrew"))),
    (0x0600, 0x06FF, (DEJAVU, noto("SansArabic"), noto("NaskhArabic"))),
    (0x0900, 0x097F, (noto("SansDevanagari"),)),
    (0x0980, 0x09FF, (noto("SansBengali"),)),
    (0x0B80, 0x0BFF, (noto("SansTamil"),)),
    (0x0E00, 0x0E7F, (noto("SansThai"), noto("LoopedThai"))),
    (0x10A0, 0x10FF, (DEJAVU, noto("SansGeorgian"))),
    (0x1E00, 0x1FFF, SANS),
    (0x2000, 0x218F, SANS),
    (0x2190, 0x23FF, (DEJAVU,)),
    (0x2460, 0x27BF, (DEJAVU,)),
)
RUN = 16
MARKS = frozenset({"Mn", "Me", "Cf", "Cc", "Cn"})


class Face(NamedTuple):
    """One font file: its name and version, and its advances by code point in thousandths."""

    name: str
    advances: dict[int, int]


def main() -> None:
    """Write the table."""
    TARGET.write_text(write_table(), encoding="utf-8")


def missing_fonts() -> list[str]:
    """Return the font files that are not on this machine."""
    names = {file for _, _, families in BLOCKS for family in families for file in family}
    return sorted(file for file in names if not (FONTS / file).exists())


def write_table() -> str:
    """Return the text of the table."""
    faces: dict[str, Face] = {}
    for _, _, families in BLOCKS:
        for file in (file for family in families for file in family if file not in faces):
            faces[file] = open_face(FONTS / file)
    document: dict[str, Any] = {
        "about": "Widest advance of each character in the fonts, in thousandths of the font size; rows of"
        f" {RUN} from the code point in the key, as texts, since a picture needs few of them. Written by"
        " tests/rendering/measure_fonts.py.",
        "fonts": sorted(face.name for face in faces.values()),
    }
    for index, weight in enumerate(WEIGHTS):
        rows = (
            f' "{start:x}": "{" ".join(map(str, widths))}"'
            for first, last, families in BLOCKS
            for start, widths in measure_block(
                first, last, [faces[family[index]].advances for family in families]
            )
        )
        document[weight] = "{\n" + ",\n".join(rows) + "\n}"
    lines = (
        f"{json.dumps(name)}: {value if name in WEIGHTS else json.dumps(value)}"
        for name, value in document.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def open_face(path: Path) -> Face:
    """Read a font file."""
    font = TTFont(path)
    em = font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    advances = {code: -(-metrics[glyph][0] * 1000 // em) for code, glyph in font.getBestCmap().items()}
    name, version = (str(font["name"].getDebugName(number)) for number in (4, 5))
    return Face(f"{name} {version.partition(';')[0].removeprefix('Version ')}", advances)


def measure_block(first: int, last: int, fonts: Sequence[dict[int, int]]) -> Iterator[tuple[int, list[int]]]:
    """Yield rows of widths, those of only zeros left out."""
    for start in range(first, last + 1, RUN):
        widths = [measure(code, fonts) for code in range(start, start + RUN)]
        while widths and not widths[-1]:
            widths.pop()
        if widths:
            yield start, widths


def measure(code: int, fonts: Sequence[dict[int, int]]) -> int:
    """Return the widest advance of a character; 0 where marks and wide characters have their own rule."""
    character = chr(code)
    if unicodedata.category(character) in MARKS or unicodedata.east_asian_width(character) in "WF":
        return 0
    return max((advances.get(code, 0) for advances in fonts), default=0)


if __name__ == "__main__":
    main()

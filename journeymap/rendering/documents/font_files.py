"""Font files: the one door to fontTools, which is an extra."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.failures import RenderingError

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

RESTRICTED, NO_SUBSETS, BITMAPS_ONLY = 0x0002, 0x0100, 0x0200
"""What the licence field of a font (``fsType``) forbids, bit by bit."""
EASED = 0x000C
"""Bits that allow embedding after all; the mildest word of a font counts."""

_TABLES = (
    *("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"),
    *("CFF ", "CFF2", "VORG", "vhea", "vmtx", "BASE", "GDEF", "GPOS", "GSUB", "kern"),
    *("avar", "fvar", "gvar", "HVAR", "MVAR", "STAT", "CBDT", "CBLC", "COLR", "CPAL", "sbix"),
)
"""What a font needs in a picture; editors leave much more in it."""


class SubsetFont(NamedTuple):
    """A font with nothing but the letters that are needed, as WOFF.

    ``weights`` is the range that a variable font has, ``widths`` the advance of each letter in parts of
    the font size.
    """

    family: str
    woff: bytes
    weights: tuple[int, int] | None
    widths: Mapping[int, float]


def subset_font(path: str, characters: frozenset[int]) -> SubsetFont:
    """Return the part of a font that some characters need, where its licence allows to embed that."""
    with _open_font(path, 0) as font:
        try:
            return _subset(font, path, characters)
        except RenderingError:
            raise
        except Exception as error:  # a broken table can break anything
            raise _UnreadableFontError(path, error) from error


def _subset(font: "TTFont", path: str, characters: frozenset[int]) -> SubsetFont:
    from fontTools.subset import Options, Subsetter

    family = str(font["name"].getBestFamilyName() or Path(path).stem)
    _check_licence(font["OS/2"].fsType if "OS/2" in font else 0, family)
    letters = font.getBestCmap() or {}
    known = characters & set(letters)
    if not known:
        raise RenderingError(
            f"the font `{family}` has none of the letters of this picture", "name a font for its script"
        )
    for table in font.keys():  # noqa: SIM118 - a font is no mapping
        if table not in _TABLES and table != "GlyphOrder":
            del font[table]
    metrics, unit = font["hmtx"], font["head"].unitsPerEm
    widths = {code: metrics[letters[code]][0] / unit for code in sorted(known)}
    axes = {axis.axisTag: axis for axis in font["fvar"].axes} if "fvar" in font else {}
    weights = (int(axes["wght"].minValue), int(axes["wght"].maxValue)) if "wght" in axes else None
    subsetter = Subsetter(Options(flavor="woff", hinting=False, desubroutinize=True, notdef_outline=True))
    subsetter.populate(unicodes=sorted(known))
    subsetter.subset(font)
    font.flavor = "woff"
    font.recalcTimestamp = False
    output = io.BytesIO()
    font.save(output, reorderTables=False)
    return SubsetFont(family, output.getvalue(), weights, widths)


def _check_licence(bits: int, family: str) -> None:
    if bits & BITMAPS_ONLY or (bits & RESTRICTED and not bits & EASED):
        wish = "does not allow to embed it"
    elif bits & NO_SUBSETS:
        wish = "does not allow to embed a part of it"
    else:
        return
    raise RenderingError(
        f"the licence of the font `{family}` {wish}", "name a font with an open licence, such as Noto Sans"
    )


def _open_font(path: str, index: int) -> "TTFont":
    """Open a font file, or one font of a collection."""
    try:
        from fontTools.ttLib import TTFont
    except ImportError as missing:
        raise RenderingError(
            "reading fonts needs fonttools, which is not installed",
            "install the extra: `pip install 'journeymap[export]'`",
        ) from missing
    try:
        return TTFont(path, fontNumber=index, lazy=True, recalcTimestamp=False)
    except Exception as error:  # anything can be wrong with a file of somebody's
        raise _UnreadableFontError(path, error) from error


class _UnreadableFontError(RenderingError):
    """A file is not there, is no font, or is a broken one."""

    def __init__(self, path: str, error: Exception) -> None:
        reason = "there is no such file" if isinstance(error, FileNotFoundError) else str(error)
        super().__init__(
            f"`{path}` cannot be read as a font: {reason}",
            "name a font file that ends in .ttf, .otf, .ttc, .woff or .woff2",
        )

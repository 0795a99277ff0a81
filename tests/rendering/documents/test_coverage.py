"""What fonts cover, read from their character maps and compared with what fontTools reads."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from journeymap.rendering.documents.coverage import covered_characters
from journeymap.rendering.documents.typesetting import installed_faces

LETTERS = (*range(0x41, 0x5B), 0xE9, 0x3A9, 0x4E00, 0xFFFD)
BEYOND = (0x1F3AA, 0x20000)


def build_font(*maps: tuple[int, int, int, dict[int, str]]) -> TTFont:
    """Return a font with character maps, each a platform, an encoding, a format and its letters."""
    names = sorted({name for *_, letters in maps for name in letters.values()} - {".notdef"})
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap({})
    tables = []
    for platform, encoding, form, letters in maps:
        table = CmapSubtable.newSubtable(form)
        table.platformID, table.platEncID, table.language, table.cmap = platform, encoding, 0, letters
        tables.append(table)
    builder.font["cmap"].tables = tables
    return builder.font


def named(*codes: int) -> dict[int, str]:
    """Return a glyph for each character, in an order that is not theirs."""
    return {code: f"g{0x1FFFFF - code:06x}" for code in codes}


def save(font: TTFont | TTCollection, file: Path) -> str:
    """Write a font and return its path."""
    font.save(str(file))
    return str(file)


def test_every_installed_font_covers_what_fonttools_says() -> None:
    """The fonts of this system have maps of many makers, and none is misread."""
    misread = []
    for face in installed_faces():
        with TTFont(face.path, fontNumber=face.number, lazy=True) as font:
            expected = frozenset(font.getBestCmap() or ())
        if covered_characters(face.path, face.number) != expected:
            misread.append(face)

    assert misread == []


def test_the_map_of_all_planes_is_preferred(tmp_path: Path) -> None:
    """A font with two maps has the characters of the larger one."""
    font = build_font((3, 1, 4, named(*LETTERS)), (3, 10, 12, named(*LETTERS, *BEYOND)))

    assert covered_characters(save(font, tmp_path / "two.ttf")) == {*LETTERS, *BEYOND}


def test_a_map_of_the_first_plane_is_enough(tmp_path: Path) -> None:
    """Segments with and without a list of glyphs are read."""
    font = build_font((3, 1, 4, named(*LETTERS) | {0x61: "a", 0x62: "c", 0x63: "b"}))

    assert covered_characters(save(font, tmp_path / "one.ttf")) == {*LETTERS, 0x61, 0x62, 0x63}


def test_a_character_that_stands_for_the_missing_glyph_is_not_covered(tmp_path: Path) -> None:
    """A map may name characters only to say that there is nothing for them."""
    holes = {0x61: "a", 0x62: ".notdef", 0x63: "c", 0x64: "b", 0x70: ".notdef"}
    font = build_font((3, 1, 4, holes))

    assert covered_characters(save(font, tmp_path / "holes.ttf")) == {0x61, 0x63, 0x64}


def test_each_font_of_a_collection_has_its_own_map(tmp_path: Path) -> None:
    """A file of several fonts is read at the number of one."""
    collection = TTCollection()
    collection.fonts = [build_font((3, 1, 4, named(*part))) for part in (LETTERS[:5], LETTERS[5:])]
    path = save(collection, tmp_path / "both.ttc")

    assert covered_characters(path, 0) == set(LETTERS[:5])
    assert covered_characters(path, 1) == set(LETTERS[5:])


@pytest.mark.parametrize("maps", [(), ((1, 0, 6, named(0x41)),), ((3, 1, 6, named(0x41)),)])
def test_a_font_without_a_map_that_is_known_covers_nothing(
    maps: tuple[tuple[int, int, int, dict[int, str]], ...], tmp_path: Path
) -> None:
    """Nothing is guessed: another font sets what this one might have had."""
    assert covered_characters(save(build_font(*maps), tmp_path / "odd.ttf")) == frozenset()


def test_a_font_without_any_map_covers_nothing(tmp_path: Path) -> None:
    """Some fonts are only there for other programs."""
    font = build_font((3, 1, 4, named(*LETTERS)))
    del font["cmap"]

    assert covered_characters(save(font, tmp_path / "none.ttf")) == frozenset()


def test_a_file_that_is_no_font_covers_nothing(tmp_path: Path) -> None:
    """One broken font of a system must not stop every picture, wherever it ends."""
    whole = Path(save(build_font((3, 1, 4, named(*LETTERS))), tmp_path / "whole.ttf")).read_bytes()
    contents = [b"no font", *(whole[:end] for end in range(0, len(whole), 7))]
    for number, content in enumerate(contents):
        file = tmp_path / f"{number}.ttf"
        file.write_bytes(content)
        assert covered_characters(str(file)) in (frozenset(), {*LETTERS})

    assert covered_characters(str(tmp_path / "absent.ttf")) == frozenset()

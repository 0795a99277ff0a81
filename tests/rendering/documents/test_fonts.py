"""Fonts embedded in pictures."""

import io
import re
import sys
from base64 import b64decode
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

from journeymap.rendering import FORMS
from journeymap.rendering.documents.fonts import embed_font
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.flow.picture import draw_flow
from journeymap.rendering.requests import Request
from journeymap.themes.theme import LIGHT
from tests.rendering.documents.fonts_here import font_file
from tests.rendering.samples import SAMPLES


def draw() -> str:
    """Return a picture with texts."""
    sample = SAMPLES["three-personas"]()
    return draw_flow(sample.portfolio, sample.journey, theme=LIGHT).svg


def embedded(svg: str) -> TTFont:
    """Return the font that a picture carries."""
    found = re.search(r"base64,([^)]*)\)", svg)
    assert found
    return TTFont(io.BytesIO(b64decode(found[1])))


def licensed(path: Path, bits: int) -> str:
    """Return a copy of the plain font that allows less."""
    font = TTFont(font_file("Noto Sans"))
    font["OS/2"].fsType = bits
    font.save(path)
    return str(path)


def test_a_picture_carries_exactly_the_letters_that_it_shows() -> None:
    """The font is the first in the list, and has no letter too many."""
    svg = embed_font(draw(), str(font_file("Noto Sans")))
    texts = [
        text
        for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
        for text in element.itertext()
    ]
    letters = {ord(letter) for letter in "".join(texts)}

    font = embedded(svg)

    assert font.flavor == "woff"
    assert set(font.getBestCmap()) == letters & set(TTFont(font_file("Noto Sans")).getBestCmap())
    assert re.findall(r'font-family="([^"]*)"', svg)[0].startswith("'Noto Sans in pictures', ")
    assert len(svg) - len(draw()) < 20_000


def test_a_font_of_another_script_is_refused() -> None:
    """Where nearly all letters would come from elsewhere, the font is not the picture's."""
    with pytest.raises(
        RenderingError, match="lacks nearly all letters of the picture, such as 0 1 2"
    ) as refused:
        embed_font(draw(), str(font_file("Noto Sans Thai")))

    assert "the language that the journey is written in" in refused.value.help


def test_nothing_leads_out_of_the_picture() -> None:
    """The font is data, and the same every time."""
    first, second = (embed_font(draw(), str(font_file("Noto Sans"))) for _ in range(2))

    assert first == second
    assert re.findall(r"url\((?!data:font/woff;base64,)", first) == []


def test_the_registry_embeds_the_font_of_a_request() -> None:
    """SVG with ``--embed-font``, also the one that follows the screen."""
    sample = SAMPLES["tiny"]()
    request = Request(sample.portfolio, sample.journey, theme="auto", font=str(font_file("Noto Sans")))

    svg = FORMS["flow"]["svg"](request).content.decode()

    assert "@font-face" in svg
    assert "prefers-color-scheme" in svg
    ET.fromstring(svg)


@pytest.mark.parametrize(
    ("bits", "message"),
    [
        (0x0002, "does not allow to embed it"),
        (0x0200, "does not allow to embed it"),
        (0x0100, "does not allow to embed a part of it"),
    ],
)
def test_a_licence_that_forbids_embedding_is_kept(tmp_path: Path, bits: int, message: str) -> None:
    """The font says what may be done with it."""
    with pytest.raises(RenderingError, match=message) as refused:
        embed_font(draw(), licensed(tmp_path / "font.ttf", bits))
    assert "open licence" in refused.value.help


@pytest.mark.parametrize("bits", [0x0000, 0x0004, 0x0008, 0x000A])
def test_a_licence_that_allows_embedding_is_used(tmp_path: Path, bits: int) -> None:
    """Installable, print and preview, editable; of several words the mildest counts."""
    assert "@font-face" in embed_font(draw(), licensed(tmp_path / "font.ttf", bits))


def test_a_font_wider_than_its_room_is_refused_with_the_text() -> None:
    """Boxes were measured before the font was known."""
    with pytest.raises(RenderingError, match="is wider than the room for its texts: `") as refused:
        embed_font(draw(), str(font_file("DejaVu Sans Mono")))
    assert "not wider than" in refused.value.help


def test_a_font_without_the_letters_is_refused(tmp_path: Path) -> None:
    """A font that shows nothing of the picture is a mistake."""
    font = TTFont(font_file("Noto Sans"))
    for table in font["cmap"].tables:
        table.cmap = {0x3B1: "alpha"}
    font.save(tmp_path / "greek.ttf")

    with pytest.raises(RenderingError, match="has none of the letters of this picture"):
        embed_font(draw(), str(tmp_path / "greek.ttf"))


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "there is no such file"), (b"no font", ""), (b"\0\1\0\0" + bytes(60), "")]
)
def test_what_is_no_font_is_said(tmp_path: Path, content: bytes | None, reason: str) -> None:
    """Missing, foreign and broken files are named with the next step."""
    path = tmp_path / "font.ttf"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(RenderingError, match=f"cannot be read as a font: {reason}") as refused:
        embed_font(draw(), str(path))
    assert ".woff2" in refused.value.help


def test_a_font_with_a_broken_table_is_said(tmp_path: Path) -> None:
    """What breaks inside is no crash."""
    content = bytearray(font_file("Noto Sans").read_bytes())
    font = TTFont(font_file("Noto Sans"))
    offset = font.reader.tables["hmtx"].offset
    length = font.reader.tables["hhea"].offset
    content[length + 34 : length + 36] = b"\xff\xff"
    content[offset : offset + 4] = b"\xff\xff\xff\xff"
    (tmp_path / "broken.ttf").write_bytes(content)

    with pytest.raises(RenderingError, match="cannot be read as a font"):
        embed_font(draw(), str(tmp_path / "broken.ttf"))


def test_without_fonttools_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever lacks the package learns how to get it."""
    svg, path = draw(), str(font_file("Noto Sans"))
    monkeypatch.setitem(sys.modules, "fontTools.ttLib", None)

    with pytest.raises(RenderingError, match="needs fonttools, which is not installed") as refused:
        embed_font(svg, path)
    assert "journeymap[export]" in refused.value.help


def test_a_variable_font_has_all_its_weights(tmp_path: Path) -> None:
    """Bold texts are bold in the font itself where it varies."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    letters = {ord(letter): f"u{ord(letter):x}" for letter in map(chr, range(32, 127))}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *letters.values()])
    builder.setupCharacterMap(letters)
    builder.setupGlyf({name: Glyph() for name in (".notdef", *letters.values())})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *letters.values()), (200, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": 'Thin "<Air>"', "styleName": "Regular"})
    builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    builder.setupOS2(fsType=0)
    builder.setupPost()
    builder.save(tmp_path / "thin.ttf")

    svg = embed_font(draw(), str(tmp_path / "thin.ttf"))

    assert "font-weight:100 900;" in svg
    assert "'Thin Air in pictures'" in svg
    ET.fromstring(svg)

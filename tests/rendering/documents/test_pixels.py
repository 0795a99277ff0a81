"""Pictures in pixels, read back by Pillow: their size, their texts, their scripts."""

import io
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from journeymap.rendering import FORMS
from journeymap.rendering.canvas import Canvas, Drawing
from journeymap.rendering.documents import typefaces, typesetting
from journeymap.rendering.documents.pixels import (
    LONGEST_SIDE,
    MOST_PIXELS,
    SCREEN,
    choose_density,
    write_png,
)
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.flow.picture import draw_flow
from journeymap.rendering.geometry import Box
from journeymap.rendering.pictures import draw_map
from journeymap.rendering.requests import Request
from journeymap.themes.theme import LIGHT
from tests.rendering.documents.fonts_here import needs_families, only_fonts_in
from tests.rendering.samples import SAMPLES


def open_png(content: bytes) -> Image.Image:
    """Open a PNG."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def draw_words(*lines: str, lang: str = "en", width: float = 300) -> Drawing:
    """Return a drawing with a line of text every thirty units."""
    canvas = Canvas(width, mirrored=lang == "ar")
    for row, line in enumerate(lines):
        canvas.write_text([line], (10, 24 + 30 * row), 16, fill="#000000")
    return canvas.finish(
        30.0 * len(lines) + 10,
        name="words",
        title="Words",
        about="",
        lang=lang,
        role="img",
        background="#ffffff",
    )


def ink(image: Image.Image, box: Box) -> int:
    """Count the dark pixels in a box of the drawing."""
    part = image.convert("L").crop((int(box.x * 2), int(box.y * 2), int(box.right * 2), int(box.bottom * 2)))
    return sum(part.histogram()[:128])


def test_a_picture_has_two_pixels_for_each_unit_and_knows_its_title() -> None:
    """A flow of three personas is as large as it was drawn, twice, in whole pixels, and not blank."""
    sample = SAMPLES["three-personas"]()
    drawing = draw_flow(sample.portfolio, sample.journey, theme=LIGHT)

    image = open_png(write_png(drawing))

    assert image.size == (int(drawing.width * 2), int(drawing.height * 2))
    assert image.getchannel("A").getextrema() == (255, 255)
    assert image.text["Title"] == sample.journey.title  # type: ignore[attr-defined]
    assert image.getpixel((2, 2))[:3] == (255, 255, 255)  # type: ignore[index]
    assert len(_colours(image)) > 50


def test_every_text_is_drawn_in_its_box() -> None:
    """Each line of the flow leaves ink where the drawing says that it stands."""
    sample = SAMPLES["three-personas"]()
    drawing = draw_flow(sample.portfolio, sample.journey, theme=LIGHT)
    image = open_png(write_png(drawing))
    ground = open_png(write_png(drawing._replace(svg=_without_texts(drawing.svg))))

    blank = [
        text.lines
        for text in drawing.texts
        if image.crop(_pixels(text.box)).tobytes() == ground.crop(_pixels(text.box)).tobytes()
    ]

    assert drawing.texts
    assert blank == []


def _pixels(box: Box) -> tuple[int, int, int, int]:
    return int(box.x * 2), int(box.y * 2), int(box.right * 2) + 1, int(box.bottom * 2) + 1


def _without_texts(svg: str) -> str:
    from journeymap.rendering.documents.lifting import lift_texts

    return lift_texts(svg).shapes


def test_lines_of_several_scripts_have_a_letter_of_each() -> None:
    """Arabic, Japanese and Latin in one line: other words are other shapes, so none is an empty box."""
    needs_families("Noto Sans Arabic", "Noto Sans CJK JP")
    lines = ("الشراء Search", "البحاع Search", "日本語 and −2", "東京駅 and −2", "मराठी text", "हिन्दी text")

    image = open_png(write_png(draw_words(*lines)))

    rows = [image.crop((0, 60 * row, 600, 60 * row + 60)).tobytes() for row in range(len(lines))]
    assert len(set(rows)) == len(lines)


def test_emoji_are_in_colour_in_the_middle_of_a_line() -> None:
    """A family of emoji beside letters is a picture, not a row of boxes."""
    needs_families("Noto Color Emoji")

    image = open_png(write_png(draw_words("Tickets 🎪 for 👩🏽‍💻")))

    colourful = sum(count for count, colour in _colours(image) if max(colour) - min(colour) > 60)
    assert colourful > 200


def _colours(image: Image.Image) -> list[tuple[int, Any]]:
    return image.convert("RGB").getcolors(1 << 24) or []


def test_a_line_against_the_direction_of_the_page_stands_where_it_starts() -> None:
    """English on an Arabic page begins at the right edge's distance, and stays within the picture."""
    image = open_png(write_png(draw_words("English words", lang="ar")))

    assert ink(image, Box(150, 0, 145, 40)) > 100
    assert ink(image, Box(0, 0, 100, 40)) == 0


@pytest.mark.parametrize(
    ("width", "height", "density"),
    [
        (1920, 1080, 2),
        (1921, 1080, 1.5),
        (2560, 1440, 1.5),
        (2561, 1440, 1),
        (3840, 2160, 1),
        (9000, 4000, 1),
    ],
)
def test_large_pictures_have_fewer_pixels_for_each_unit(width: int, height: int, density: float) -> None:
    """Two fill a 4K screen at most, else one and a half, else one, however many that are."""
    drawing = Drawing("", width, height, ())

    assert choose_density(drawing) == density
    assert density == 1 or width * height * density**2 <= SCREEN


def test_a_large_map_is_as_many_pixels_as_it_has_units() -> None:
    """The map of the retailer is larger than a screen: each unit is one pixel."""
    sample = SAMPLES["retailer"]()
    drawing = draw_map(Request(sample.portfolio, sample.journey), LIGHT)

    image = open_png(write_png(drawing))

    assert drawing.width * drawing.height > SCREEN
    assert image.size == (round(drawing.width), round(drawing.height))


@pytest.mark.parametrize("width", [1, 777, 1200, 2400, 16_000])
def test_a_picture_is_as_wide_as_it_is_wished(width: int) -> None:
    """Whoever asks for so many pixels gets them, and the height that belongs to them."""
    drawing = draw_words("wide", width=800)

    image = open_png(write_png(drawing, width=width))

    assert image.width == width
    assert image.height == pytest.approx(drawing.height * width / drawing.width, abs=1)


def test_a_width_that_no_program_opens_is_refused() -> None:
    """The message says which width is possible, and that one is."""
    wide, tall = Drawing("", 800, 200, ()), Drawing("", 1000, 16_000, ())

    with pytest.raises(RenderingError, match="99999 by 25000 pixels are more than programs open") as refused:
        write_png(wide, width=99_999)
    assert "can be 16000 pixels wide" in refused.value.help
    with pytest.raises(RenderingError, match="1001 by 16016 pixels") as refused:
        write_png(tall, width=1001)
    assert "can be 1000 pixels wide" in refused.value.help


@pytest.mark.parametrize(("width", "height"), [(20_000, 60), (60, 20_000), (12_000, 9_000)])
def test_giant_pictures_are_scaled_down(width: int, height: int) -> None:
    """No side has more pixels than programs open, and neither has the whole."""
    canvas = Canvas(width)
    canvas.draw_box(Box(0, 0, width, height), fill="#0b57b0")
    drawing = canvas.finish(
        height, name="x", title="Giant", about="", lang="en", role="img", background="#ffffff"
    )
    Image.MAX_IMAGE_PIXELS = None

    image = Image.open(io.BytesIO(write_png(drawing)))

    assert max(image.size) <= LONGEST_SIDE + 1
    assert image.width * image.height <= MOST_PIXELS * 1.01
    assert image.width / image.height == pytest.approx(width / height, rel=0.02)


@pytest.mark.parametrize("form", ["map", "flow", "curve"])
def test_every_picture_of_a_journey_becomes_pixels(form: str) -> None:
    """The registry writes PNG, light by itself and dark on request."""
    sample = SAMPLES["three-personas"]()
    light, dark = (
        open_png(FORMS[form]["png"](Request(sample.portfolio, sample.journey, theme=theme)).content)
        for theme in ("auto", "dark")
    )

    assert light.convert("L").getpixel((1, 1)) == 255
    assert light.size == dark.size
    assert dark.convert("L").getpixel((1, 1)) < 40  # type: ignore[operator]


def test_the_same_drawing_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the time zone nor the folder changes a byte."""
    drawing = draw_words("Search", "日本")
    first = write_png(drawing)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        second = write_png(drawing)
    finally:
        monkeypatch.undo()
        time.tzset()

    assert first == second


def test_without_any_font_there_is_an_error_and_no_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture whose texts are missing is not written; the next step is named."""
    with (
        only_fonts_in(tmp_path, monkeypatch),
        pytest.raises(RenderingError, match="there is no font on this system") as refused,
    ):
        write_png(draw_words("Search"))
    assert "fonts-noto-core" in refused.value.help


def test_without_the_extra_its_name_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever lacks the typesetter learns how to get it."""
    drawing = draw_words("Search")
    caches = (typesetting._fonts, typesetting.installed_faces, typefaces._installed)
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    try:
        with pytest.raises(RenderingError, match="needs typst, which is not installed") as refused:
            write_png(drawing)
    finally:
        monkeypatch.undo()
        for cache in caches:
            cache.cache_clear()
    assert refused.value.help == "install the extra: `pip install 'journeymap[export]'`"

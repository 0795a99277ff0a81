"""A picture in several formats is drawn once, and is the picture it would have been alone."""

import pytest

from journeymap.rendering import FORMS, Request, pictures
from journeymap.rendering.canvas import Drawing
from journeymap.themes.theme import Theme
from tests.rendering.samples import SAMPLES


def test_a_picture_in_several_formats_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each appearance is drawn for the first format that wants it; the files do not show it."""
    sample = SAMPLES["retailer"]()
    alone = Request(sample.portfolio, sample.journey)
    drawn: list[str] = []
    draw = pictures.DRAWERS["map"]

    def count(request: Request, theme: Theme) -> Drawing:
        drawn.append(theme.name)
        return draw(request, theme)

    expected = [FORMS["map"][format](alone).content for format in ("svg", "png")]
    monkeypatch.setitem(pictures.DRAWERS, "map", count)
    together = alone._replace(drawings={})
    found = [FORMS["map"][format](together).content for format in ("svg", "png")]
    dark = FORMS["map"]["svg"](together._replace(theme="dark")).content

    assert found == expected
    assert dark == FORMS["map"]["svg"](alone._replace(theme="dark")).content != expected[0]
    assert drawn == ["light", "dark", "dark"]


def test_two_forms_do_not_share_a_drawing() -> None:
    """The curve of a journey is not its map, whatever was drawn before."""
    sample = SAMPLES["retailer"]()
    alone = Request(sample.portfolio, sample.journey)
    together = alone._replace(drawings={})
    for form in ("map", "curve", "map"):
        assert FORMS[form]["svg"](together).content == FORMS[form]["svg"](alone).content

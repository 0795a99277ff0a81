"""Texts taken out of pictures: where they stand, how they look, where they lead."""

from xml.etree import ElementTree as ET

import pytest

from journeymap.rendering.documents.lifting import LiftedText, lift_texts
from journeymap.rendering.flow.picture import draw_flow
from journeymap.themes.theme import LIGHT
from tests.rendering.samples import SAMPLES

FRAME = '<svg xmlns="http://www.w3.org/2000/svg" lang="pt-BR" font-family="Arial, serif">{}</svg>'


def lift(inside: str) -> LiftedText:
    """Return the one text of a picture."""
    (text,) = lift_texts(FRAME.format(inside)).texts
    return text


def test_a_picture_says_of_itself_what_stands_in_it() -> None:
    """Title, description, language and fonts go with the layers."""
    layers = lift_texts(FRAME.format("<title>Shop</title><desc>From search to review</desc><text>x</text>"))

    assert layers[2:] == ("Shop", "From search to review", "pt-BR", "Arial, serif")


def test_shapes_stay_and_texts_go() -> None:
    """Nothing but texts is taken out of a flow."""
    sample = SAMPLES["retailer"]()
    drawing = draw_flow(sample.portfolio, sample.journey, theme=LIGHT)
    before = [element.tag for element in ET.fromstring(drawing.svg).iter()]

    layers = lift_texts(drawing.svg)

    after = [element.tag for element in ET.fromstring(layers.shapes).iter()]
    assert after == [tag for tag in before if not tag.endswith(("}text", "}tspan"))]
    assert [text.lines for text in layers.texts] == [text.lines for text in drawing.texts]


def test_lines_are_told_apart_and_parts_of_a_line_are_joined() -> None:
    """Only what moves down begins a line."""
    text = lift('<text x="5" y="7">a <tspan fill="red">b</tspan><tspan x="5" dy="12">c</tspan></text>')

    assert (text.lines, text.leading) == (("a b", "c"), 12)
    assert lift("<text/>").lines == ("",)


def test_style_comes_down_from_the_groups_around() -> None:
    """What a group says once holds for its texts, unless they say something else."""
    text = lift(
        '<g fill="#123456" font-size="9px" font-weight="bold" font-style="italic" text-anchor="end">'
        '<g direction="rtl"><text fill="#abcdef">x</text></g></g>'
    )

    assert (text.colour, text.size, text.weight, text.slanted) == ("#abcdef", 9, 700, True)
    assert (text.anchor, text.direction) == ("end", "rtl")


def test_plain_texts_have_plain_looks() -> None:
    """Without a word on it a text is black, sixteen units, regular and starts at its place."""
    text = lift("<text>x</text>")

    assert text == LiftedText(("x",), 0, 0, 16, 0, 400, False, "#000000", "start", "", 0, "")
    assert lift('<text font-weight="normal">x</text>').weight == 400
    assert lift('<text font-weight="600">x</text>').weight == 600


@pytest.mark.parametrize(
    ("transform", "place"),
    [
        ("translate(10 20)", (11, 22)),
        ("translate(10)", (11, 2)),
        ("scale(2)", (2, 4)),
        ("scale(2,2) translate(1)", (4, 4)),
        ("translate(1 1) scale(3)", (4, 7)),
        ("rotate(90)", (-2, 1)),
        ("rotate(-90 1 2)", (1, 2)),
        ("rotate(180, 3, 3)", (5, 4)),
        ("matrix(1 0 0 1 5 -1e0)", (6, 1)),
        ("", (1, 2)),
    ],
)
def test_places_follow_the_transforms_around(transform: str, place: tuple[float, float]) -> None:
    """A text stands where a browser would put it, whoever moved it."""
    own = lift(f'<text x="1" y="2" transform="{transform}">x</text>')
    outer = lift(f'<g transform="{transform}"><text x="1" y="2">x</text></g>')

    assert (own.x, own.y) == pytest.approx(place)
    assert own == outer


def test_turned_and_enlarged_texts_are_set_so() -> None:
    """Titles of axes stand upright on their side; what is scaled has larger letters."""
    text = lift('<g transform="scale(2)"><text font-size="5" transform="rotate(-90)">x</text></g>')

    assert text.angle == pytest.approx(-90)
    assert text.size == pytest.approx(10)


def test_texts_in_links_know_where_they_lead() -> None:
    """A link holds for everything inside it."""
    assert lift('<a href="https://example.com"><g><text>x</text></g></a>').url == "https://example.com"
    assert lift('<a href="https://example.com"><text>x</text></a>').url == "https://example.com"
    assert lift("<a><text>x</text></a>").url == ""

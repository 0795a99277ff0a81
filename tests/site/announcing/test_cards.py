"""The picture beside a link: of the right size, with as much of the title as fits, or done without."""

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from journeymap.compiling import Compilation
from journeymap.model import Emotion, Journey, Stage, Touchpoint
from journeymap.rendering.canvas import Drawing
from journeymap.rendering.documents import typesetting
from journeymap.rendering.documents.pixels import write_png
from journeymap.rendering.metrics import text_width
from journeymap.site import Options, build_site
from journeymap.site.announcing.cards import HEIGHT, WIDTH, cut_lines, draw_card
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.reading_back import read_svg
from tests.rendering.samples import SAMPLES
from tests.site.samples import make_journey, make_portfolio


def with_scores(*scores: int | None) -> Journey:
    """Return a journey of so many touchpoints."""
    moments = (
        Touchpoint(f"t{n}", f"T {n}", emotions=(Emotion(score),) if score is not None else ())
        for n, score in enumerate(scores)
    )
    return Journey("j", "A journey", (Stage("s", "S", touchpoints=tuple(moments)),))


def card(journey: Journey) -> Drawing:
    """Return the card of a journey in the sample workspace."""
    return draw_card(make_portfolio(), journey)


def test_a_card_has_the_size_that_networks_ask_for() -> None:
    """A card is 1200 by 630 pixels, as the page says."""
    with Image.open(io.BytesIO(write_png(card(make_journey())))) as image:
        assert image.size == (WIDTH, HEIGHT) == (1200, 630)


def test_a_card_says_what_and_for_whom() -> None:
    """Title, workspace, state and people stand on the card."""
    texts = " ".join(" ".join(text.lines) for text in card(make_journey()).texts)

    assert "Online retailer journeys · Current state · Published" in texts
    assert "First purchase, from search to review" in " ".join(texts.split())
    assert "Dana, the deal hunter · Gus, the gift buyer" in texts


@pytest.mark.parametrize("title", [*HOSTILE_STRINGS, "word " * 80, "w" * 300, "客户旅程" * 40])
def test_every_title_fits(title: str) -> None:
    """No text leaves the card or touches another, whatever its length and script; the SVG is well-formed."""
    drawing = card(make_journey()._replace(title=title))

    assert read_svg(drawing.svg.encode())
    bottom = 0.0
    for text in drawing.texts:
        assert text.box.x >= 0
        assert text.box.x + text.box.width <= WIDTH / 2 + 0.5
        assert text.box.y >= bottom - 4
        bottom = text.box.y + text.box.height
    assert bottom < HEIGHT / 2


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.integers(1, 3))
def test_a_cut_text_ends_in_dots(text: str, most: int) -> None:
    """A text has as many lines as it may, and where words are left over the last line says so."""
    lines = cut_lines(text, 20, most, bold=True)

    assert len(lines) <= most
    if "".join(lines) != text:
        assert lines[-1].endswith("…")
        assert text_width(lines[-1], 20, bold=True) <= 600 or len(lines[-1]) <= 2


def test_a_card_draws_what_is_felt() -> None:
    """Each feeling of a short journey has a face, of a long one only its extremes and ends."""
    short, long = with_scores(0, -1, 2), with_scores(*([0, 1] * 6), 2, *([0, 1] * 6), -2, 1)

    assert count_faces(card(short)) == 3
    assert count_faces(card(long)) == 4
    assert count_faces(card(with_scores(None, None))) == 0
    assert count_faces(card(with_scores(1))) == 1


def count_faces(drawing: Drawing) -> int:
    """Return how many faces are drawn: each stands on a disk of its own."""
    return drawing.svg.count('r="10"')


def test_a_card_is_mirrored_where_reading_is() -> None:
    """In a language that is read from right to left the curve begins at the right."""
    assert 'direction="rtl"' in card(make_journey()._replace(lang="ar")).svg


def test_samples_have_cards() -> None:
    """Journeys of every kind and script have a card that a program opens."""
    for make in SAMPLES.values():
        portfolio, journey = make()
        with Image.open(io.BytesIO(write_png(draw_card(portfolio, journey)))) as image:
            assert image.size == (WIDTH, HEIGHT)


def test_without_the_typesetter_there_is_no_picture_and_one_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is missing pages promise no picture, and that is said once."""
    monkeypatch.setitem(sys.modules, "typst", None)
    typesetting._fonts.cache_clear()
    notes: list[str] = []
    portfolio = make_portfolio()
    workspace = portfolio.workspace._replace(site_url="https://maps.example/")
    site = build_site(
        Compilation(portfolio._replace(workspace=workspace, journeys=portfolio.journeys), (), {}),
        Options(on_note=notes.append),
    )

    assert len(notes) == 1
    assert "journeymap[export]" in notes[0]
    assert not [path for path in site.paths if path.endswith("card.png")]
    assert "og:image" not in site["journeys/first-purchase/index.html"].content.decode()
    assert "og:title" in site["journeys/first-purchase/index.html"].content.decode()

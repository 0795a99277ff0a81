"""Text is measured on the safe side and wrapped without losing a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from journeymap.rendering import metrics
from journeymap.rendering.metrics import one_line, printable, text_width, wrap
from journeymap.themes.theme import FONTS
from tests.rendering import measure_fonts

SAMPLES = (
    "Delivery cost appears on the last page",
    "CHECKOUT & PAYMENT, 12 STEPS: WWW!",
    "Illiquid fjord, “naïve” façade – 99.5 %",
    "Lebensversicherungsgesellschaftsangestellter Übergröße",
    "Γρήγορη αλεπού πηδάει, Съешь же ещё этих мягких булок",
    "سلة التسوق والدفع عند الاستلام",
    "עגלת קניות ותשלום",
    "खरीदारी की टोकरी और भुगतान",
    "ตะกร้าสินค้าและการชำระเงิน",
    "購物車與付款 ショッピングカート 장바구니 결제",
    "× ÷ ± → ◆ ✓ ✕ ↺ € £ ¥",
    "Cafe\u0301 mit Te\u0301le\u0301phone",
)
FAMILIES = (FONTS, "'Noto Sans'", "Arial, 'Liberation Sans'", "'DejaVu Sans'", "sans-serif")


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("", 0),
        ("i", 0.30),
        ("W", 1.0),
        ("購", 1.01),
        ("\u0301", 0),
        ("\u200d", 0),
        ("🚀", 1.414),
        ("⏩", 1.414),
        ("\U00013000", 1.313),
    ],
)
def test_characters_have_their_room(text: str, ems: float) -> None:
    """Latin letters have their own widths, ideographs an em, emoji more, marks none, strangers the most."""
    assert text_width(text, 10) == pytest.approx(ems * 10, abs=0.3)


def test_bold_is_wider_and_size_scales() -> None:
    """Bold text takes more room, and twice the size takes twice the room."""
    assert text_width("Checkout", 14, bold=True) > text_width("Checkout", 14)
    assert text_width("Checkout", 28) == pytest.approx(2 * text_width("Checkout", 14))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 60, ()),
        ("Checkout page", 62, ("Checkout ", "page")),
        ("self-service", 50, ("self-", "service")),
        ("Versicherungsgesellschaft", 62, ("Versicherun", "gsgesellsch", "aft")),
        ("a Versicherungsgesellschaft", 62, ("a ", "Versicherun", "gsgesellsch", "aft")),
        ("配送費用は最後。", 62, ("配送費用は最", "後。")),
        ("最後のペー。ジ", 52, ("最後の", "ペー。ジ")),
        ("最後のペ。ジ", 42, ("最後の", "ペ。ジ")),
        ("後のペー「ジ」", 52, ("後のペー", "「ジ」")),
        ("no\u00a0break at\u00a0all", 62, ("no\u00a0break ", "at\u00a0all")),
        ("a \u200bb", 62, ("a \u200bb",)),
        ("ab\u200bcd", 14, ("ab\u200b", "cd")),
        ("👨\u200d👩\u200d👧 👨\u200d👩\u200d👧", 46, ("👨\u200d👩\u200d👧 ", "👨\u200d👩\u200d👧")),
        ("🇩🇪🇫🇷🇧🇷🇯🇵", 40, ("🇩🇪", "🇫🇷", "🇧🇷", "🇯🇵")),
        ("👍🏽👍🏽 e\u0301e\u0301 ☀\ufe0f", 30, ("👍🏽", "👍🏽 ", "e\u0301e\u0301 ☀\ufe0f")),
    ],
)
def test_lines_break_where_readers_expect(text: str, width: float, lines: tuple[str, ...]) -> None:
    """Lines break at spaces and hyphens and between ideographs, long words between letters."""
    assert wrap(text, width, 10) == lines


@given(st.text(max_size=60), st.floats(12, 300), st.booleans())
def test_wrapping_loses_nothing_and_fits(text: str, width: float, bold: bool) -> None:
    """The lines joined are the text, and a line that is too wide is one letter with its marks."""
    lines = wrap(text, width, 12, bold=bold)

    assert "".join(lines) == text
    assert all(lines)
    for line in lines:
        if text_width(line.rstrip(), 12, bold=bold) > width:
            assert len(wrap(line.rstrip(), 0.1, 12, bold=bold)) == 1


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    """A text on one line has no line ends, no runs of blanks and nothing unprintable, and stays so."""
    line = one_line(text)

    assert "\n" not in line
    assert "  " not in line
    assert line == one_line(line) == printable(line)
    assert line == line.encode().decode()


def test_one_line_keeps_special_spaces() -> None:
    """A no-break space is somebody's choice; a tab and a line end are layout."""
    assert one_line("  3\u00a0€\tper\nday\x00 ") == "3\u00a0€ per day\N{REPLACEMENT CHARACTER}"


@pytest.mark.skipif(
    bool(measure_fonts.missing_fonts()),
    reason="the table is made from Debian's fonts; .ci/test installs them there",
)
def test_the_table_is_what_the_fonts_say() -> None:
    """The table of widths is made from the fonts by its script."""
    assert measure_fonts.TARGET.read_text(encoding="utf-8") == measure_fonts.write_table()


@pytest.mark.browser
@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("bold", [False, True])
def test_no_text_is_wider_on_a_screen(blank_page: Page, family: str, bold: bool) -> None:
    """In each common font, a browser needs at most the width that was measured."""
    blank_page.set_content("<svg xmlns='http://www.w3.org/2000/svg'><text id='text' y='20'></text></svg>")
    for text in SAMPLES:
        shown = blank_page.evaluate(
            """([text, family, weight]) => {
                const element = document.getElementById('text')
                element.setAttribute('font-family', family)
                element.setAttribute('font-size', '14')
                element.setAttribute('font-weight', weight)
                element.textContent = text
                return element.getComputedTextLength()
            }""",
            [text, family, "600" if bold else "400"],
        )

        assert shown <= text_width(text, 14, bold=bold), text


@given(st.text(alphabet="ab -/\t.", max_size=30))
def test_the_short_way_through_plain_text_finds_the_same_pieces(text: str) -> None:
    """Plain letters take a shorter way to their pieces; it leads to the same ones."""
    assert list(metrics._pieces(text)) == list(metrics._any_pieces(text))

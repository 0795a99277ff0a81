"""Which installed fonts set a text."""

import shutil
from pathlib import Path

import pytest

from journeymap.rendering.documents.typefaces import choose_families
from journeymap.rendering.failures import RenderingError
from tests.rendering.documents.fonts_here import font_file, needs_families, only_fonts_in

WISHED = "system-ui, 'No Such Font', 'Noto Sans', Arial, sans-serif"


def choose(text: str, lang: str = "en", wished: str = WISHED) -> tuple[str, ...]:
    """Return the families for one text."""
    return choose_families([text], wished=wished, lang=lang)


def test_the_first_wished_font_that_is_installed_comes_first() -> None:
    """Generic names and fonts that are not there are passed over."""
    needs_families("Noto Sans", "DejaVu Sans")

    assert choose("Plain words") == ("Noto Sans",)
    assert choose("Plain words", wished='"dejavu sans", sans-serif')[0] == "DejaVu Sans"
    assert choose("Plain words", wished="'No Such Font', serif")[0] == "Noto Sans"


def test_even_no_text_has_a_font() -> None:
    """An empty picture is set in something, too."""
    assert len(choose("")) == 1


@pytest.mark.parametrize(
    ("text", "lang", "family"),
    [
        ("الشراء", "ar", "Noto Sans Arabic"),
        ("עגלה", "he", "Noto Sans Hebrew"),
        ("मराठी", "en", "Noto Sans Devanagari"),
        ("買い物かご", "ja", "Noto Sans CJK JP"),
        ("買い物", "en", "Noto Sans CJK JP"),
        ("购物车", "zh", "Noto Sans CJK SC"),
        ("購物車", "zh-Hant", "Noto Sans CJK TC"),
        ("購物車", "zh-TW", "Noto Sans CJK TC"),
        ("장바구니", "ko", "Noto Sans CJK KR"),
        ("장바구니", "en", "Noto Sans CJK KR"),
        ("🎪", "en", "Noto Color Emoji"),
        ("−2 ≤ 3", "en", "Noto Sans Math"),
        ("\U00012000", "en", "Noto Sans Cuneiform"),
    ],
)
def test_every_script_has_the_font_that_is_made_for_it(text: str, lang: str, family: str) -> None:
    """What the first font lacks comes from the font of the script, in the way the language writes it."""
    needs_families("Noto Sans", family)

    assert choose(text, lang)[1] == family


def test_what_only_a_stranger_has_is_taken_from_there() -> None:
    """Any installed font is better than an empty box."""
    needs_families("Noto Sans", "Noto Sans Symbols2")

    assert len(choose("a 🂡 b")) >= 2


def test_letters_that_no_font_has_are_named_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wall picture without letters is worse than an error."""
    shutil.copy(font_file("Noto Sans"), tmp_path)

    with only_fonts_in(tmp_path, monkeypatch), pytest.raises(RenderingError) as refused:
        choose("Plain, ع 鰯 🎪 and \ue123")

    assert str(refused.value) == (
        "no installed font has ع (U+0639 ARABIC LETTER AIN), 鰯 (U+9C2F CJK UNIFIED IDEOGRAPH-9C2F), "
        "\ue123 (U+E123 without a name), 🎪 (U+1F3AA CIRCUS TENT)"
    )
    assert refused.value.help == (
        "install fonts that have them, such as `fonts-noto-core`, `fonts-noto-cjk`, "
        "`fonts-noto-color-emoji` on Debian and Ubuntu; or write the text without such characters"
    )


def test_many_missing_letters_are_counted() -> None:
    """The message stays readable."""
    with pytest.raises(RenderingError, match="and 4 more") as refused:
        choose("".join(chr(0xF0000 + index) for index in range(12)))
    assert refused.value.help == "write the text without such characters"


def test_marks_that_have_no_shape_need_no_font() -> None:
    """Joiners, selectors, directions and blanks are not drawn."""
    needs_families("Noto Sans")

    assert choose("a\u200d\ufe0f\u2066\u00a0\u3000\u20e3b") == ("Noto Sans",)

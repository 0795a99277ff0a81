"""Nothing that steers a terminal or deceives a reader gets through."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.reporting import PLAIN, REPORTERS, Report, Style, safe
from journeymap.reporting.safety import without_surrogates
from journeymap.source import SourceFile
from tests.reporting.scenes import FAULT

HARMFUL = (
    "\x00\x07\x08\x0b\x1b\x7f\x85\x9b"
    "\u061c\u200e\u200f\u202a\u202e\u2028\u2066\u2069\ufeff\ud800\udfff\U000e0041"
)

hostile = st.text(st.one_of(st.sampled_from(HARMFUL + "\t\r\n"), st.characters()), max_size=60)


@pytest.mark.parametrize("character", HARMFUL)
def test_harmful_character_becomes_an_escape(character: str) -> None:
    """Each control, bidirectional, invisible or half character is shown as an escape in ASCII."""
    assert safe(f"a{character}b").isascii()
    assert safe(f"a{character}b").isprintable()
    assert eval(f"'{safe(character)}'") == character


@pytest.mark.parametrize(
    "text", ["Übergröße", "日本語", "👩\u200d🔧", "می\u200cخواهم", "co\u00adop", "a\u00a0b", "e\u0301"]
)
def test_writing_stays_as_it_is(text: str) -> None:
    """Letters of any script, their joiners, soft hyphens and combined emoji are left alone."""
    assert safe(text) == text


@given(hostile)
def test_safe_text_is_one_line_without_harm(text: str) -> None:
    """Safe text never holds a control character, a line break, a bidirectional control or half a pair."""
    assert leaks(safe(text)) == []
    assert "\n" not in safe(text)


@given(hostile)
def test_without_surrogates_can_be_encoded(text: str) -> None:
    """Text without half pairs has an encoding, and nothing else about it changed."""
    assert without_surrogates(text).encode().decode() == without_surrogates(text)
    if not any("\ud800" <= character <= "\udfff" for character in text):
        assert without_surrogates(text) == text


@pytest.mark.parametrize("name", REPORTERS)
@given(path=hostile, content=hostile, words=hostile)
def test_no_report_leaks(name: str, path: str, content: str, words: str) -> None:
    """Hostile file names, texts and messages leave every reporter without a character that harms."""
    source = SourceFile(path, content)
    found = FAULT.found(
        words, source.span(0, len(content)), label=words, help=(words,), notes=(words,), entity=words
    )
    for style in (PLAIN, Style(40)):
        assert leaks(REPORTERS[name](Report((found,), {path: source}, 1), style)) == []


def leaks(text: str) -> list[str]:
    """Return the characters of a text that a terminal must not get; line breaks are ours."""
    bidi = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return [
        character
        for character in text.replace("\n", "")
        if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(character) in bidi
        or character in HARMFUL
    ]

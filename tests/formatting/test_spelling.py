"""How single texts are written."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from journeymap.formatting.layout import Scalar
from journeymap.formatting.spelling import can_be_bare, fold, spell
from journeymap.syntax import read_document
from tests.formatting.journeys import texts


@pytest.mark.parametrize(
    "text",
    [
        "", "no", "Off", "yes", "true", "NULL", "~", "42", "4.0", "0x1F", "0o7", "1e3", "+1", ".5", "-1",
        "1:30", "12:30:45", "2026-01-02", "2026-1-2", "1_000", "=", "<<", "- x", "-x", "? x", "! x", "#x",
        "a #b", "a: b", "a:", " a", "a ", "a  b", "%", "@x", "`x`", "[x", "{x", "&x", "*x", "|", ">", "'x",
        '"x', "0b1", "0_", "1.", "2026-01-02 10:00",
    ],
)  # fmt: skip
def test_a_text_that_some_reader_mistakes_keeps_its_quotes(text: str) -> None:
    """What reads as something else, to us or to YAML 1.1, or hides in a line, is not written bare."""
    assert not can_be_bare(text, in_brackets=False)


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "it's",
        'say "hi"',
        "a, b",
        "a:b",
        "https://example.com/a?b=c",
        "5 steps",
        "3. step",
        "é",
        "back\\slash",
    ],
)
def test_a_text_that_every_reader_takes_for_itself_is_bare(text: str) -> None:
    """Without quotes the text is the same to us and to a reader of YAML 1.1."""
    assert can_be_bare(text, in_brackets=False)
    assert yaml.safe_load(f"a: {text}") == {"a": text}
    assert read_document("a.yaml", f"a: {text}".encode()).data == {"a": text}


@pytest.mark.parametrize("text", ["a, b", "a[0]", "{x}", "a]", "a:?b"])
def test_brackets_and_commas_need_quotes_only_in_brackets(text: str) -> None:
    """Inside brackets, the signs that structure them are quoted."""
    assert not can_be_bare(text, in_brackets=True)


@pytest.mark.parametrize(
    ("source", "value", "spelled"),
    [
        ("'a: b'", "a: b", '"a: b"'),
        ('"say: \\"hi\\""', 'say: "hi"', "'say: \"hi\"'"),
        ('"back: \\\\"', "back: \\", "'back: \\'"),
        ("'it''s: \"x\"'", 'it\'s: "x"', '"it\'s: \\"x\\""'),
        ('"tab\\t"', "tab\t", '"tab\\t"'),
        ('"caf\\u00e9"', "café", '"caf\\u00e9"'),
        ('"two\n  lines"', "two lines", "two lines"),
        ('"two\n\n  lines"', "two\nlines", None),
    ],
)
def test_quotes_are_double_unless_single_ones_spare_escapes(
    source: str, value: str, spelled: str | None
) -> None:
    """A text that needs quotes gets the pair that needs no escapes; an escape that was written stays."""
    assert spell(Scalar(source, value, source[0])) == spelled


TRICKY = st.text(st.sampled_from("aé0159.-+:#,[]{}?!&*|>%@`'\"\\ ~=<_eExnyosT"), min_size=1, max_size=7)


@given(TRICKY | texts)
def test_a_bare_text_is_the_same_text_to_other_readers(text: str) -> None:
    """Whatever is written without quotes is that text to a reader of YAML 1.1, too, also in brackets."""
    if text.isprintable() and can_be_bare(text, in_brackets=False):
        assert yaml.safe_load(f"a: {text}") == {"a": text}
        assert read_document("a.yaml", f"a: {text}".encode()).data == {"a": text}
    if text.isprintable() and can_be_bare(text, in_brackets=True):
        assert yaml.safe_load(f"{{a: {text}, b: [{text}]}}") == {"a": text, "b": [text]}
        document = read_document("a.yaml", f"{{a: {text}, b: [{text}]}}".encode())
        assert document.data == {"a": text, "b": [text]}
        assert document.diagnostics == ()


def test_folding_breaks_at_single_blanks_only() -> None:
    """A folded text says the same again; one with blanks that a fold would eat is not folded."""
    text = "one two  three four"
    lines = fold(text, 8)

    assert lines == ["one", "two  three", "four"]
    folded = "a: >-\n" + "".join(f"  {line}\n" for line in lines)
    assert read_document("a.yaml", folded.encode()).data == {"a": text}
    assert fold(" led by a blank", 5) == []
    assert fold("tab\tinside it", 5) == []

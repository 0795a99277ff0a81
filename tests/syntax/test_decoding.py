"""Bytes to text: what is refused, and where."""

import pytest

from journeymap.syntax import Document, Limits, read_document
from tests.syntax.texts import HEAD


def read(content: bytes) -> Document:
    return read_document("a.journey.yaml", content)


def found(content: bytes) -> tuple[str, int, int, str]:
    """Return rule, line, column and message of the only finding."""
    document = read(content)
    assert document.broken
    (diagnostic,) = document.diagnostics
    start = diagnostic.primary.start
    return diagnostic.rule, start.line, start.column, diagnostic.message


def test_a_byte_order_mark_is_dropped() -> None:
    """A UTF-8 file with a mark reads as without, and no place is shifted."""
    plain, marked = read(HEAD.encode()), read(b"\xef\xbb\xbf" + HEAD.encode())
    assert marked.data == plain.data
    assert marked.span(("id",)) == plain.span(("id",))
    assert marked.source.text == HEAD


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_another_unicode_encoding_is_named(encoding: str) -> None:
    """UTF-16 and UTF-32 are recognised with and without their mark."""
    name = encoding[:6].upper()
    message = f"the file is encoded in {name}, not in UTF-8"
    assert found(HEAD.encode(encoding)) == ("not-utf-8", 1, 1, message)
    assert read(HEAD.encode(encoding)).source.text.lstrip("\ufeff") == HEAD


def test_a_big_endian_mark_is_known() -> None:
    """Both byte orders announce themselves."""
    assert found(b"\xfe\xff" + HEAD.encode("utf-16-be"))[0] == "not-utf-8"
    assert found(b"\x00\x00\xfe\xff" + HEAD.encode("utf-32-be"))[3].endswith("UTF-32, not in UTF-8")


def test_an_invalid_byte_is_located_behind_wide_characters() -> None:
    """The column counts characters, not bytes, and the advice shows what the byte was meant to be."""
    content = HEAD.encode() + "summary: 🛒 café ".encode() + b"caf\xe9\n"
    assert found(content) == ("not-utf-8", 5, 20, "byte 0xE9 is not valid UTF-8 here")
    assert "this byte is `é`" in read(content).diagnostics[0].help[0]


def test_a_byte_without_meaning_in_windows_gets_no_guess() -> None:
    """Where the usual other encoding knows no character, none is shown."""
    assert "Windows" not in read(b"a: \x81\n").diagnostics[0].help[0]


@pytest.mark.parametrize(
    "content", [b"a: \xed\xa0\x80\n", b"a: \xc0\xaf\n", b"a: \xf4\x90\x80\x80\n", b"a: \xe2\x82"]
)
def test_encoded_nonsense_is_refused(content: bytes) -> None:
    """Surrogates, overlong forms, code points beyond Unicode and cut characters are no UTF-8."""
    assert found(content)[:3] == ("not-utf-8", 1, 4)


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\0", "the NUL character"),
        ("\x07", "the control character U+0007"),
        ("\x1b", "an escape character"),
        ("\x7f", "a delete character"),
        ("\x85", "the line break U+0085"),
        ("\x9b", "the control character U+009B"),
        ("\u2028", "the line separator U+2028"),
        ("\u2029", "the paragraph separator U+2029"),
        ("\ufeff", "a byte order mark inside the text"),
        ("\uffff", "the control character U+FFFF"),
    ],
)
@pytest.mark.parametrize("before", ["summary: 🛒", "# 🛒       "])
def test_a_control_character_is_refused_even_in_comments(character: str, name: str, before: str) -> None:
    """A character that hides is named and located, wherever it stands."""
    expected = ("control-character", 5, 11, f"{name} stands in the file")
    assert found(f"{HEAD}{before}{character}b\n".encode()) == expected


def test_the_same_characters_are_welcome_as_escapes() -> None:
    """What is spelled out in double quotes hides nothing."""
    assert read(b'a: "\\0\\e\\N\\L\\P\\ufeff"\n').data == {"a": "\0\x1b\x85\u2028\u2029\ufeff"}


def test_a_large_file_is_not_decoded() -> None:
    """The size is checked on the bytes, before any work, and the limit itself still passes."""
    limits = Limits(bytes=20)
    document = read_document("a.yaml", b"\xff" * 21, limits)
    (diagnostic,) = document.diagnostics
    assert diagnostic.rule == "too-large"
    assert diagnostic.message == "the file has 21 bytes, more than the 20 that are read"
    assert read_document("a.yaml", b"a: 123456789012345\n", limits).data == {"a": 123456789012345}


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"# only\n  # comments", b"\xef\xbb\xbf", b"---\n", b"   "]
)
def test_a_file_without_content_says_so(content: bytes) -> None:
    """Nothing at all is one finding at the start."""
    assert found(content)[:3] == ("empty-file", 1, 1)

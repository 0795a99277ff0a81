"""What an unquoted scalar means, against YAML 1.1 as PyYAML reads it."""

import math
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from journeymap.syntax import read_document
from journeymap.syntax.scalars import NUMERALS, Refused, read_as_1_1, resolve_number
from tests.syntax.texts import HEAD

TEXTS = [
    "NO", "no", "yes", "Yes", "on", "off", "y", "N", "12:30", "1:2:3", "2026-01-02", "2024-02-30",
    "2026-01-02T10:00:00Z", "1_000", "0b11", "0o8", "0x", "0xg", "+0x1F", "-0o7", "1e", "e3", "1.2.3", ".",
    "+", "..", ".e3", "1 000", "1,000", "90d", "3.1%", "tRue", "nULL", "none", "Nan", "inf", ".Nan",
    "+.nan", "=", "<<", "--", "0.0.1", "١٢", "²", "½",
]  # fmt: skip

VALUES: list[tuple[str, object]] = [
    ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None),
    ("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False),
    ("0", 0), ("-0", 0), ("12", 12), ("+12", 12), ("-12", -12), ("014", 14), ("-014", -14), ("00", 0),
    ("0o14", 12), ("0x1F", 31), ("0xff", 255), ("9007199254740992", 2**53), ("-9007199254740992", -(2**53)),
    ("1.5", 1.5), ("-1.5", -1.5), ("+1.5", 1.5), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("1E3", 1000.0),
    ("1.5e-3", 0.0015), ("1e+3", 1000.0), ("-.5e1", -5.0), ("007.5", 7.5), ("1e-999", 0.0),
]  # fmt: skip


def read_value(text: str) -> object:
    """Return the value of an unquoted scalar in a file."""
    document = read_document("a.yaml", f"a: {text}\n".encode())
    assert not document.broken, document.diagnostics
    return document.data["a"]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_text(text: str) -> None:
    """Dates, times, words of YAML 1.1 and what only begins like a number are text."""
    assert read_value(text) == text


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_what_is_not_text(text: str, value: object) -> None:
    """The words and numbers of the YAML 1.2 core schema have their value and type."""
    read = read_value(text)
    assert (type(read), read) == (type(value), value)


@pytest.mark.parametrize("text", [*TEXTS, *(text for text, _ in VALUES)])
@pytest.mark.parametrize("style", ["'{}'", '"{}"'])
def test_quotes_make_text(text: str, style: str) -> None:
    """A quoted scalar is text whatever it says, and never a warning."""
    document = read_document("a.yaml", f"a: {style.format(text)}\nb: |-\n  {text or 'x'}\n".encode())
    assert (document.data["a"], document.data["b"]) == (text, text or "x")
    assert document.diagnostics == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (".nan", "`.nan` is not a finite number"),
        (".NaN", "`.NaN` is not a finite number"),
        (".inf", "`.inf` is not a finite number"),
        ("-.INF", "`-.INF` is not a finite number"),
        ("1e999", "`1e999` is not a finite number"),
        ("9007199254740993", "a number of 16 characters is more than can be kept exactly"),
        ("-0xffffffffffffffff"[1:], "a number of 18 characters is more than can be kept exactly"),
        ("9" * 5_000, "a number of 5,000 characters is more than can be kept exactly"),
        ("0." + "1" * 5_000, "a number of 5,002 characters is more than can be kept exactly"),
        ("0o" + "7" * 5_000, "a number of 5,002 characters is more than can be kept exactly"),
    ],
)
def test_a_number_that_cannot_be_kept_is_located(text: str, message: str) -> None:
    """No reader of the map meets infinity or a rounded id."""
    document = read_document("a.yaml", f"{HEAD}value: {text}\n".encode())
    (found,) = document.diagnostics
    assert document.broken
    assert (found.rule, found.message) == ("not-a-number", message)
    start, end = found.primary.start, found.primary.end
    assert (start.line, start.column, end.column) == (5, 8, 8 + len(text))
    assert found.fixes[0].edits[0].text == f'"{text}"'
    assert not found.fixes[0].safe


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("no", "`false`"), ("NO", "`false`"), ("Yes", "`true`"), ("on", "`true`"), ("OFF", "`false`"),
        ("y", "`true`"),
        ("12:30", "the number 750"), ("1:30.5", "the number 90.5"), ("-1:30", "the number -90"),
        ("1_000", "the number 1000"), ("014", "the number 12"), ("-014", "the number -12"),
        ("0b11", "the number 3"),
        ("0x_1", "the number 1"), ("+0x1F", "the number 31"), ("1_0.5", "the number 10.5"), ("08", "text"),
        ("0o14", "text"), ("1e3", "text"), ("1.5e3", "text"),
    ],
)  # fmt: skip
def test_what_yaml_1_1_reads_otherwise_is_a_warning(text: str, reading: str) -> None:
    """The warning says both readings; quotes remove it, and for a number the number written plainly does."""
    document = read_document("a.yaml", f"{HEAD}tags: [{text}]\n".encode())
    (found,) = document.diagnostics
    assert not document.broken
    assert (found.rule, found.severity.word) == ("ambiguous-scalar", "warning")
    assert f" and {reading} to YAML 1.1 tools" in found.message
    assert found.primary == document.span(("tags", 0))
    *plainer, quoted = found.fixes
    value = document.data["tags"][0]
    assert quoted.edits[0].text == f'"{text}"'
    assert quoted.safe == isinstance(value, str)
    assert [fix.edits[0].text for fix in plainer if fix.safe] == ([] if quoted.safe else [f"{value}"])


@pytest.mark.parametrize(
    "text",
    [
        "off",
        "2026-01-02",
        "2024-02-30",
        "12",
        "007",
        "1.5",
        "07:30",
        "12:75",
        "90d",
        "true",
        "~",
        "0b_",
        "0b2",
        ".5",
        "a_b",
    ],
)
def test_what_all_readers_share_is_no_warning(text: str) -> None:
    """Dates are too common to warn about, `off` is a word of the language, the rest agrees."""
    assert read_document("a.yaml", f"{HEAD}tags: [{text}]\n".encode()).diagnostics == ()


def test_keys_are_never_ambiguous() -> None:
    """Keys are text to everyone who reads the map; `on` is one of the language."""
    assert read_document("a.yaml", f"{HEAD}on: touchpoint\nno: x\ny: z\n".encode()).diagnostics == ()


@given(st.text(st.sampled_from("0123456789_:.+-eExobnNyaAfF~ "), min_size=1, max_size=12))
def test_the_warning_agrees_with_a_yaml_1_1_reader(text: str) -> None:
    """Where PyYAML's 1.1 number differs from ours there is a warning, and else none."""
    if text != text.strip() or text[0] not in NUMERALS or text.startswith("- ") or text in {"-", "."}:
        return
    if re.match(r"[-+]\.", text):  # YAML 1.1 has `-.5`, PyYAML forgot it
        return
    ours = resolve_number(text)
    if isinstance(ours, Refused) or re.search(r":\s|:\Z", text):
        return
    try:
        theirs = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return
    if isinstance(theirs, str | int | float):
        differ = (type(theirs), theirs) != (type(ours), ours) and not (
            theirs == ours and not isinstance(theirs, str)
        )
        assert bool(read_as_1_1(text, ours)) == differ, (ours, theirs)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_float_comes_back(number: float) -> None:
    """What Python writes for a float is read as that float."""
    assert read_value(repr(number)) == number or math.isclose(float(str(read_value(repr(number)))), number)


@given(st.integers(-(2**53), 2**53))
def test_every_integer_comes_back(number: int) -> None:
    """An integer that JSON keeps is kept."""
    assert read_value(str(number)) == number


@given(st.text(st.sampled_from("0123456789_:.+-eE"), max_size=200))
def test_no_numeral_is_too_strange(text: str) -> None:
    """Whatever begins like a number is a value, a refusal or text, and never an exception."""
    resolved = resolve_number(text) if text else None
    if not isinstance(resolved, Refused):
        read_as_1_1(text, resolved)

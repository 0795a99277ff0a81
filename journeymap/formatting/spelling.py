"""How one text is written: without quotes where they mean nothing, else in the quotes that fit."""

import re
from typing import Final

from journeymap.formatting.layout import Scalar
from journeymap.syntax.quoting import quote
from journeymap.syntax.scalars import AMBIGUOUS_WORDS, NUMERALS, WORDS, read_as_1_1, resolve_number

_BREAK: Final = re.compile(r"\r\n|\r|\n")
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`=<~")
_NEVER_BARE: Final = re.compile(r":(?:\s|\Z)|\s#|\A\s|\s\Z|\s{2}")
_NEVER_IN_BRACKETS: Final = re.compile(r"[,\[\]{}]|:\?")
_READ_APART_IN_BRACKETS: Final = re.compile(r"[,\[\]{}?]|:(?![A-Za-z0-9/])")
"""What some readers take for structure although the language does not."""
_DATE_OR_TIME: Final = re.compile(r"[0-9]{1,4}[-:][0-9]{1,2}\b.*")
_ESCAPE: Final = re.compile(r"\\[xuUNLP_]")
_WORDS: Final = frozenset(word.lower() for word in (*WORDS, *AMBIGUOUS_WORDS))
_SINGLE_BLANK: Final = re.compile(r"(?<! ) (?! )")


def spell(scalar: Scalar, *, in_brackets: bool = False, keep_quotes: bool = False) -> str | None:
    """Return a text on one line; None where that cannot be."""
    value, source = scalar.value, scalar.source
    if is_block(scalar):
        return None
    if not scalar.style:
        if not is_broken(scalar) and not (in_brackets and _NEVER_IN_BRACKETS.search(value)):
            return source
        if "\n" in value:
            return None
        return value if can_be_bare(value, in_brackets=in_brackets) else quote(value)
    # An escape stays: somebody wanted to see which character it is.
    if not value.isprintable() or (scalar.style == '"' and _ESCAPE.search(source)):
        return None if is_broken(scalar) else source
    if not keep_quotes and can_be_bare(value, in_brackets=in_brackets):
        return value
    return quote(value)


def is_block(scalar: Scalar) -> bool:
    """Whether a text is written as a block of lines under `|` or `>`."""
    return scalar.style in {"|", ">"}


def is_broken(scalar: Scalar) -> bool:
    """Whether a text is written on several lines."""
    return _BREAK.search(scalar.source) is not None


def can_be_bare(value: str, *, in_brackets: bool) -> bool:
    """Whether every reader of YAML takes a printable text without quotes for that text."""
    first = value[:1]
    if not first or first in _INDICATORS or value.lower() in _WORDS or _NEVER_BARE.search(value):
        return False
    if in_brackets and _READ_APART_IN_BRACKETS.search(value):
        return False
    if first not in NUMERALS:
        return True
    is_text = resolve_number(value) == value and read_as_1_1(value, value) is None
    return is_text and not _DATE_OR_TIME.fullmatch(value)


def spell_lines(scalar: Scalar) -> list[str]:
    """Return a text of several lines as written, without the indentation of its lines."""
    first, *others = _BREAK.split(scalar.source)
    # Blanks before the end of a line are part of the text where a backslash protects them.
    strip = str.lstrip if "\\" in scalar.source else str.strip
    lines = [strip(line, " \t") for line in others]
    return [first if "\\" in scalar.source else first.rstrip(" \t"), *lines]


def fold(value: str, width: int) -> list[str]:
    """Return the lines of a text as a folded block has them; fewer than two where it cannot be folded."""
    if not value.isprintable() or value != value.strip():
        return []
    lines: list[str] = []
    for word in _SINGLE_BLANK.split(value):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def block_lines(scalar: Scalar) -> tuple[str, list[str]]:
    """Return the header of a block text and its lines without indentation."""
    header, *lines = scalar.source.split("\n")
    lines = [line[scalar.indent :] for line in lines]
    ends = len(scalar.value) - len(scalar.value.rstrip("\n"))
    header = re.sub("[1-9]", "2", header)
    if "+" in header:
        if lines and not lines[-1]:
            lines.pop()
    else:
        while lines and not lines[-1]:
            lines.pop()
    if scalar.value and not ends and "-" not in header:
        header = f"{header.replace('+', '')}-"  # the file ended where the text did
    return header, lines

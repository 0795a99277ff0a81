"""What an unquoted scalar means: the YAML 1.2 core schema as a table, and where YAML 1.1 disagrees.

Dates, times and words such as ``no`` are text.
"""

import math
import re
from enum import Enum
from typing import Final, TypeAlias

Scalar: TypeAlias = str | int | float | bool | None


class Refused(Enum):
    """Why a number is not taken: it is none, or it could not be kept exactly."""

    NOT_FINITE = "not finite"
    TOO_LONG = "too long"


WORDS: Final[dict[str, Scalar]] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""Every unquoted text that stands for something else, except numbers."""

NUMERALS: Final = frozenset("+-.0123456789")
"""The characters a number can begin with."""

_COMMON = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Patterns that are compiled where they are first needed: most files have no such text.
_DECIMAL = r"[-+]?[0-9]+"
_BASED = r"0(?:o[0-7]+|x[0-9a-fA-F]+)"
_FLOAT = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
_NOT_FINITE = r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"

# JSON readers keep integers exactly up to here; a longer one is a phone number or an id without quotes.
_EXACT = 2**53
_LONGEST = 64

_WORDS_1_1: Final = {
    **dict.fromkeys(("y", "Y", "yes", "Yes", "YES", "on", "On", "ON"), "true"),
    # `off` in lower case is a word of the language itself: the level that switches a check off.
    **dict.fromkeys(("n", "N", "no", "No", "NO", "Off", "OFF"), "false"),
}
# So are these.
_SEXAGESIMAL_1_1 = r"[-+]?(?:[1-9][0-9_]*(?::[0-5]?[0-9])+|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)"
_INTEGER_1_1 = r"[-+]?(?:0b[0-1_]+|0x[0-9a-fA-F_]+|0[0-7_]*|[1-9][0-9_]*)"
_FLOAT_1_1 = r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)"

AMBIGUOUS_WORDS: Final = frozenset(_WORDS_1_1)
"""Words that are text here and true or false in YAML 1.1."""


def resolve_number(text: str) -> Scalar | Refused:
    """Return the number that a text beginning like one stands for, or the text itself."""
    common = _COMMON.fullmatch(text)
    if common:
        return float(text) if common[1] else int(text)
    if _DATE.fullmatch(text):
        return text
    if re.fullmatch(_DECIMAL, text) or re.fullmatch(_BASED, text):
        return _resolve_integer(text)
    if re.fullmatch(_FLOAT, text):
        if len(text) > _LONGEST:
            return Refused.TOO_LONG
        number = float(text)
        return number if math.isfinite(number) else Refused.NOT_FINITE
    return Refused.NOT_FINITE if re.fullmatch(_NOT_FINITE, text) else text


def _resolve_integer(text: str) -> int | Refused:
    if len(text) > _LONGEST:
        return Refused.TOO_LONG
    # `int(text, 0)` refuses leading zeros, which are decimal in YAML 1.2.
    number = int(text, 0) if text[1:2] in {"o", "x"} else int(text)
    return number if -_EXACT <= number <= _EXACT else Refused.TOO_LONG


def read_as_1_1(text: str, value: Scalar) -> str | None:
    """Return in words what YAML 1.1 reads where that differs from the value, else nothing.

    Dates are left out: maps are full of them, and text is what everybody means.
    """
    if text in _WORDS_1_1:
        return f"`{_WORDS_1_1[text]}`"
    if text[:1] not in NUMERALS or len(text) > _LONGEST or _COMMON.fullmatch(text):
        return None
    plain = text.replace("_", "")
    if re.fullmatch(_SEXAGESIMAL_1_1, text):
        return f"the number {_read_sexagesimal(plain)}"
    if re.fullmatch(_INTEGER_1_1, text) and plain.strip("+-"):
        number = _read_integer_1_1(plain)
        return None if number is None or number == value else f"the number {number}"
    if re.fullmatch(_FLOAT_1_1, text):
        return None if isinstance(value, float) else f"the number {float(plain):g}"
    return None if value == text else "text"


def _read_integer_1_1(plain: str) -> int | None:
    sign, digits = (-1 if plain[0] == "-" else 1), plain.lstrip("+-")
    try:
        if digits[:2] in {"0b", "0x"}:
            return sign * int(digits, 0)
        return sign * int(digits, 8 if digits[0] == "0" else 10)
    except ValueError:  # `0b_` and `0x_`: the pattern matches, no reader knows a number for it
        return None


def _read_sexagesimal(plain: str) -> int | float:
    sign, digits = (-1 if plain[0] == "-" else 1), plain.lstrip("+-")
    total: int | float = 0
    for part in digits.split(":"):
        total = total * 60 + (float(part) if "." in part else int(part))
    return sign * total

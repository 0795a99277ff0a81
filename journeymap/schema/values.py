"""The words for values: of the wrong type, outside what is allowed, in the wrong form."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from journeymap.diagnostics import Diagnostic, Edit, Fault, Fix, Label
from journeymap.problems import Step
from journeymap.schema.cases import Case, list_words, mend
from journeymap.schema.expecting import describe_expected, describe_found, help_with_type
from journeymap.schema.faults import (
    BAD_DATE,
    BAD_DURATION,
    BAD_FORM,
    BAD_ID,
    DUPLICATE_ITEM,
    EMPTY_VALUE,
    OUT_OF_RANGE,
    UNKNOWN_VALUE,
    UNSUPPORTED_VERSION,
    WRONG_LENGTH,
    WRONG_TYPE,
)
from journeymap.schema.keys import FEW
from journeymap.schema.naming import explain_invisible, quote, quote_exactly
from journeymap.schema.nearness import is_spelt_as, meant_value
from journeymap.schema.repairing import REPAIRS

_MONTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FORMS: Final[Mapping[str, tuple[Fault, str]]] = {
    "Id": (BAD_ID, "ids are lower-case words joined by hyphens"),
    "Reference": (BAD_ID, "ids are lower-case words joined by hyphens"),
    "Address": (
        BAD_ID,
        "ids are lower-case words joined by hyphens; `journey#id` is one of another journey",
    ),
    "Date": (BAD_DATE, "a date is written as year, month and day, such as 2026-11-22"),
    "Duration": (BAD_DURATION, "a duration is a number with a unit: 90s, 4m (minutes), 2h, 1d, 3w"),
    "Age": (BAD_DURATION, "an age is a number of days or weeks, such as 365d or 78w"),
    "Language tag": (BAD_FORM, "a language is written as its code, such as `en` or `pt-BR`"),
    "Web address": (BAD_FORM, "a web address begins with `https://`"),
    "Edit address": (
        BAD_FORM,
        "an edit address begins with `https://`, holds `{file}` once, and `{line}` where a line can be named",
    ),
    "Fingerprint": (BAD_FORM, "a fingerprint is sixteen digits and letters from a to f, as `diff` prints it"),
    "Link address": (BAD_FORM, "a link begins with `https://`, `http://` or `mailto:`, and holds no blanks"),
    "Variable name": (
        BAD_FORM,
        "a variable's name is letters, digits and underscores, such as `JM_DSN`",
    ),
    "Colour": (BAD_FORM, 'a colour is `#` and six hexadecimal digits in quotes, such as `"#7a1fa2"`'),
    "Font family": (
        BAD_FORM,
        "fonts are names of letters, digits, blanks and hyphens, parted by commas: `Brand Sans, sans-serif`",
    ),
    "Font name": (BAD_FORM, "a font is a name of letters, digits, blanks and hyphens, such as `Verdana`"),
}
"""The title of each part of a schema that has a pattern → its fault, and what the form is."""

_NEEDED: Final = ("id", "title", "to", "text", "metric")
"""Keys that most things cannot do without, so that deleting them is no help."""


def word_wrong_type(case: Case) -> Iterator[Diagnostic]:
    """Yield the finding that a value is of another type than the one expected."""
    value = case.value
    if value is None:
        yield from word_empty(case)
        return
    expected = describe_expected(case.violation.schema, case.root)
    preposition = "in" if case.is_item else "for"
    help, fixes = help_with_type(case)
    yield case.found(
        WRONG_TYPE,
        f"expected {expected} {preposition} {case.place}, found {describe_found(case)}",
        label=f"expected {expected}",
        help=help,
        fixes=fixes,
    )


def word_empty(case: Case) -> Iterator[Diagnostic]:
    """Yield the finding that a value is there in name only."""
    subject = f"an item in {case.place}" if case.is_item and case.value in (None, "") else case.place
    yield case.found(
        EMPTY_VALUE,
        f"{subject} is empty",
        label="nothing is written here",
        help=(*_explain_comment(case), _help_with_empty(case)),
        fixes=_remove_empty(case),
    )


def _remove_empty(case: Case) -> tuple[Fix, ...]:
    """Return the fix that deletes what holds nothing: a value may have been lost there."""
    is_needed = not case.is_item and (case.key in _NEEDED or case.pointer == ("stages",))
    what = "item" if case.is_item else "key"
    return () if is_needed else mend(case.document, f"delete the {what}", Step("remove", case.at))


def _explain_comment(case: Case) -> tuple[str, ...]:
    """Return the hint that what was meant as the value is a comment, if one follows on the line."""
    if case.value is not None or case.document.raw(case.pointer):
        return ()
    end = case.document.key_span(case.pointer).end
    rest = case.document.source.line(end.line)[end.column - 1 :]
    found = re.fullmatch(r"[ \t]*:[ \t]+#(\S.*)", rest)
    return ("`#` begins a comment; a text that begins with it needs quotes",) if found else ()


def _help_with_empty(case: Case) -> str:
    if case.is_item:
        return "write a value, or delete the item"
    if case.pointer == ("stages",):
        return "write at least one stage, as `- id: …` and `title: …`"
    if case.key in _NEEDED:
        return "write a value"
    return "write a value, or delete the key"


def word_unknown_value(case: Case) -> Iterator[Diagnostic]:
    """Yield the finding that a value is none of the few allowed ones."""
    if case.value is None:
        yield from word_empty(case)
        return
    if case.pointer == ("journeymap",):
        yield _word_version(case)
        return
    options = tuple(case.violation.schema["enum"])
    if isinstance(case.value, dict | list):
        shown = describe_found(case)
        message = f"expected {list_words(options)} for {case.place}, found {shown}"
        yield case.found(WRONG_TYPE, message, label=f"expected {list_words(options)}")
        return
    written = case.document.raw(case.pointer) or str(case.value)
    word = case.value if isinstance(case.value, str) else written
    meant = meant_value(word, options)
    help = (f"did you mean `{meant}`?",) if meant else ()
    if not meant or len(options) < FEW:
        help = (*help, f"the allowed values: {', '.join(f'`{option}`' for option in options)}")
    yield case.found(
        UNKNOWN_VALUE,
        f"unknown value {quote_exactly(word)} for {case.place}",
        label="not one of the allowed values",
        help=help,
        # The same word in another spelling can stand for nothing else.
        fixes=(_replacement(case, meant, safe=is_spelt_as(word, meant)),) if meant else (),
        about=word,
    )


def word_bad_form(case: Case) -> Iterator[Diagnostic]:
    """Yield the finding that a text is not in the form of an id, a date, a duration and so on."""
    fault, advice = FORMS[case.title]
    repair = REPAIRS.get(case.title)
    is_list = case.key == "next" and "," in case.value
    meant = repair(case.value) if repair and not is_list else ""
    noun = _noun_of(case)
    wrong = f"not {'an' if noun[0] in 'aeiou' else 'a'} {noun}"
    wrong_day = _explain_day(case.value) if case.title == "Date" else ""
    if wrong_day:
        wrong, advice = "not in the calendar", "write a day that exists"
    place, shown = case.place, quote_exactly(case.value)
    if is_list:
        advice = f"this is one id; several are written as a list, `[{', '.join(_split(case.value))}]`"
    elif case.title in ("Id", "Reference") and not meant:
        advice = "ids are words of the letters a to z and digits, joined by hyphens"
    message = f"{shown} in {place} is {wrong}" if case.is_item else f"{place} is {shown}, which is {wrong}"
    # An address with a password must not get into logs and comments.
    is_secret = case.title == "Variable name"
    yield case.found(
        fault,
        f"{place} is {wrong}" if is_secret else message,
        label=wrong_day or wrong,
        help=(f"{advice}; did you mean `{meant}`?" if meant else advice, *explain_invisible(case.value)),
        # The day and the length are certain; an id is a name that the author chooses.
        fixes=(_replacement(case, _as_text(meant), safe=fault is not BAD_ID),) if meant else (),
        about="" if is_secret else case.value,
    )


def word_out_of_range(case: Case) -> Iterator[Diagnostic]:
    """Yield the finding that a number is outside its range."""
    low, high = case.violation.schema["minimum"], case.violation.schema.get("maximum")
    allowed = f"{low} or more" if high is None else f"from {low} to {high}"
    written = case.document.raw(case.pointer) or str(case.value)
    help: tuple[str, ...] = (f"write a number {allowed}",)
    fixes: tuple[Fix, ...] = ()
    if high == 1 and 2 <= case.value <= 100:
        share = f"{case.value / 100:g}"
        help = (f"it is a proportion, not a percentage; did you mean `{share}`?",)
        fixes = (_replacement(case, share, safe=False),)
    yield case.found(
        OUT_OF_RANGE,
        f"{case.place} is {written}, and should be {allowed}",
        label=f"expected {allowed}",
        help=help,
        fixes=fixes,
        about=written,
    )


def word_wrong_length(case: Case) -> Iterator[Diagnostic]:
    """Yield the finding that a text or list is too long or too short."""
    schema = case.violation.schema
    size = len(case.value)
    if not size or case.violation.keyword == "minProperties":
        yield from word_empty(case)
        return
    if isinstance(case.value, str):
        fault = BAD_ID if case.title in ("Id", "Reference", "Address") else WRONG_LENGTH
        message = f"{case.place} has {size} characters, and may have {schema['maxLength']}"
        label, advice = "too long", f"shorten it to {schema['maxLength']} characters"
    else:
        wanted = schema[case.violation.keyword]
        fault = WRONG_LENGTH
        message = f"{case.place} has {size} item{'s' * (size != 1)}, and should have {wanted}"
        label, advice = f"expected {wanted} items", f"write {wanted} items"
    yield case.found(fault, message, label=label, help=(advice,))


def word_duplicates(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each item that a list already has."""
    places: dict[str, list[int]] = {}
    for number, item in enumerate(case.value):
        places.setdefault(repr(item), []).append(number)
    for first, *again in places.values():
        if again:
            item = case.value[first]
            times = "twice" if len(again) == 1 else "several times"
            others = ((first, "stands here first"), *((number, "and here") for number in again[1:]))
            yield case.found(
                DUPLICATE_ITEM,
                f"{quote(str(item))} stands {times} in {case.place}",
                at=(*case.pointer, again[0]),
                label="is already there",
                labels=tuple(Label(case.document.span((*case.pointer, at)), text) for at, text in others),
                help=("keep one of them",),
                fixes=mend(
                    case.document,
                    f"keep the first {quote(str(item))} only",
                    *(Step("remove", case.at.child(number)) for number in again),
                ),
                about=str(item),
            )


def _noun_of(case: Case) -> str:
    """Return what a text in a form of its own is called."""
    return "id" if case.title in ("Id", "Reference", "Address") else case.title.lower()


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _word_version(case: Case) -> Diagnostic:
    value = case.value
    written = case.document.raw(case.pointer) or str(value)
    fixes: tuple[Fix, ...] = ()
    if isinstance(value, int | float) and not isinstance(value, bool) and value > 1:
        message = f"this file is written in version {written} of the language, and only version 1 is known"
        help = "install a newer version of journeymap"
    else:
        message = f"{quote(written)} is not a version of the language"
        help = "write `journeymap: 1`"
        fixes = (_replacement(case, "1", safe=str(value) in ("1", "1.0")),)
    return case.found(UNSUPPORTED_VERSION, message, label="expected 1", help=(help,), fixes=fixes)


def _explain_day(text: str) -> str:
    """Return what is wrong with a text that has the form of a date, or ``""``."""
    found = re.fullmatch(r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})", text)
    if not found:
        return ""
    year, month, day = (int(part) for part in found.groups())
    if not 1 <= month <= 12:
        return "a year has twelve months"
    days = _MONTHS[month - 1] - (month == 2 and not _is_leap(year))
    return f"the month has {days} days" if not 1 <= day <= days else ""


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _as_text(word: str) -> str:
    """Return a word as YAML reads it as text: ``7`` and ``1e3`` alone are numbers, ``#`` begins a comment."""
    is_other = word in ("true", "false", "null") or re.fullmatch(r"[0-9]+(e[0-9]+)?|#.*", word)
    return f'"{word}"' if is_other else word


def _replacement(case: Case, text: str, *, safe: bool) -> Fix:
    return Fix(f"replace with `{text}`", (Edit(case.document.value_span(case.pointer), text),), safe=safe)

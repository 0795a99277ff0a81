"""The kinds of finding that a file's form alone can cause, each documented by example."""

from typing import Final

from journeymap.diagnostics import Fault, Severity

_CATEGORY: Final = "schema"

_HEAD: Final = """\
journeymap: 1
kind: journey
id: borrow-a-book
title: Borrow a book
"""
_GOOD: Final = f"""\
{_HEAD}state: current
reviewed: 2026-09-30
review_every: 90d
tags: [library, loans]
personas:
  - {{id: night-reader, title: The night reader}}
stages:
  - id: find
    title: Find
    goal: The right book, today.
    touchpoints:
      - id: catalogue
        title: Online catalogue
        emotion: {{score: -1, intensity: 3}}
        pains:
          - Search finds no typing errors
"""


def _with(old: str, new: str) -> str:
    """Return the good example with one piece replaced, so that each failing one differs by its fault."""
    assert old in _GOOD
    return _GOOD.replace(old, new)


def _fault(
    name: str,
    summary: str,
    why: str,
    failing: str,
    passing: str = _GOOD,
    *,
    severity: Severity = Severity.ERROR,
) -> Fault:
    return Fault(name, _CATEGORY, severity, summary, why, failing, passing)


MISSING_KIND: Final = _fault(
    "missing-kind",
    "Neither the file's name nor its content says what it holds.",
    "A journey, a persona, a library and a workspace are read in different ways, and a guess could go wrong.",
    "# file: borrowing.yaml\n" + _GOOD.replace("kind: journey\n", ""),
    "# file: borrowing.yaml\n" + _GOOD,
)

UNKNOWN_KIND: Final = _fault(
    "unknown-kind",
    "The file says it holds something that the language does not know.",
    "The kind decides how everything else in the file is read.",
    _with("kind: journey", "kind: journy"),
)

KIND_MISMATCH: Final = _fault(
    "kind-mismatch",
    "The file's name says one kind, its content another.",
    "Editors and people go by the name; when the two differ, one of them is misled.",
    "# file: borrowing.persona.yaml\n" + _GOOD,
    "# file: borrowing.journey.yaml\n" + _GOOD,
)

MISSING_VERSION: Final = _fault(
    "missing-version",
    "The file does not say which version of the language it is written in.",
    "The language will grow; the version lets a file mean in ten years what it means today.",
    _with("journeymap: 1\n", ""),
)

UNSUPPORTED_VERSION: Final = _fault(
    "unsupported-version",
    "The file is written in a version of the language that is not known.",
    "Reading a newer file by older rules would drop or misread what is new in it.",
    _with("journeymap: 1", "journeymap: 2"),
)

UNKNOWN_KEY: Final = _fault(
    "unknown-key",
    "A key is not part of the language at its place.",
    "What stands under an unknown key would silently be missing from every page and table.",
    _with("    goal: The right", "    gaol: The right"),
)

MISSING_KEY: Final = _fault(
    "missing-key",
    "A key that is needed is not there.",
    "Ids carry links and measurements, titles are what readers see; an item without them cannot be shown.",
    _with("        title: Online catalogue\n", ""),
)

CONFLICTING_KEYS: Final = _fault(
    "conflicting-keys",
    "Keys stand together that exclude each other.",
    "Two answers to one question leave open which of them holds.",
    _with("emotion: {score: -1, intensity: 3}", "emotion: {score: -1, by: {night-reader: -2}}"),
)

EMPTY_VALUE: Final = _fault(
    "empty-value",
    "A key or list item has no value.",
    "It looks as if something were told, and nothing is; most often a value was lost on the way.",
    _with("goal: The right book, today.", "goal:"),
)

WRONG_TYPE: Final = _fault(
    "wrong-type",
    "A value is of another type than the one expected.",
    "A list where a text is expected, or a number for a name, is mostly a slip of quotes or indentation.",
    _with("title: Find", "title: 2026"),
    _with("title: Find", 'title: "2026"'),
)

WRONG_LENGTH: Final = _fault(
    "wrong-length",
    "A list or text is longer or shorter than its meaning allows.",
    "A range has a lowest and a highest value; with one or three numbers nobody knows what it is.",
    "journeymap: 1\nkind: library\nmetrics:\n  - {id: wait, title: Wait, type: mean, range: [0]}\n",
    "journeymap: 1\nkind: library\nmetrics:\n  - {id: wait, title: Wait, type: mean, range: [0, 60]}\n",
)

UNKNOWN_VALUE: Final = _fault(
    "unknown-value",
    "A value is none of the few that are allowed.",
    "Filters, colours and checks go by these words; another one would fall through all of them.",
    _with("state: current", "state: as-is"),
)

BAD_ID: Final = _fault(
    "bad-id",
    "An id is not made of lower-case words joined by hyphens.",
    "Ids become parts of web addresses and file names, where capitals, blanks and accents cause trouble.",
    _with("id: catalogue", "id: Online_Catalogue"),
    _with("id: catalogue", "id: online-catalogue"),
)

BAD_DATE: Final = _fault(
    "bad-date",
    "A date is not written as year, month and day, or is no day of the calendar.",
    "In one order a date means the same to everybody: 03/04/2026 is two different days.",
    _with("2026-09-30", "2026-09-31"),
)

BAD_DURATION: Final = _fault(
    "bad-duration",
    "A duration is not a number with a unit.",
    "Without a unit nobody can tell ninety seconds from ninety days.",
    _with("90d", "three months"),
)

BAD_FORM: Final = _fault(
    "bad-form",
    "A text is not in the form that its key asks for.",
    "Language codes and web addresses are read by programs, which take them literally.",
    f"{_HEAD}lang: British English\nstages:\n  - {{id: find, title: Find}}\n",
    f"{_HEAD}lang: en-GB\nstages:\n  - {{id: find, title: Find}}\n",
)

OUT_OF_RANGE: Final = _fault(
    "out-of-range",
    "A number is outside the range of what it counts.",
    "Curves, shares and rankings are computed from these numbers; one out of range bends them all.",
    _with("intensity: 3", "intensity: 7"),
)

DUPLICATE_ITEM: Final = _fault(
    "duplicate-item",
    "The same item stands twice in a list.",
    "One of the two is a slip: often another item was meant.",
    _with("[library, loans]", "[library, loans, library]"),
)

SPLIT_TEXT: Final = _fault(
    "split-text",
    "A list in brackets reads like one sentence that its comma has cut.",
    "In brackets a comma begins the next text: readers would see two halves of a sentence as two items.",
    f"{_HEAD}stages:\n  - id: find\n    title: Find\n    motivations: [A quiet hour, no screens]\n",
    f'{_HEAD}stages:\n  - id: find\n    title: Find\n    motivations: ["A quiet hour, no screens"]\n',
    severity=Severity.INFO,
)

FAULTS: Final[tuple[Fault, ...]] = (
    MISSING_KIND,
    UNKNOWN_KIND,
    KIND_MISMATCH,
    MISSING_VERSION,
    UNSUPPORTED_VERSION,
    UNKNOWN_KEY,
    MISSING_KEY,
    CONFLICTING_KEYS,
    EMPTY_VALUE,
    WRONG_TYPE,
    WRONG_LENGTH,
    UNKNOWN_VALUE,
    BAD_ID,
    BAD_DATE,
    BAD_DURATION,
    BAD_FORM,
    OUT_OF_RANGE,
    DUPLICATE_ITEM,
    SPLIT_TEXT,
)

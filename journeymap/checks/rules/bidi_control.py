r"""Invisible characters make a text read otherwise than it is written.

Bidirectional control characters turn the order of letters on the screen. With them a title can show one
thing to those who approve it and be another for search, links and screen readers; most often they have
come along with something that was copied.

Always wrong are an override (U+202D, U+202E), and an embedding or isolate that is not closed in its line.
The others are right beside a letter that is written from right to left, and in a file whose `lang` is
such a language.

Failing:

    journeymap: 1
    kind: journey
    id: checkout
    title: "Pay \u202enow"
    stages:
      - {id: decision, title: Decision}

Passing:

    journeymap: 1
    kind: journey
    id: checkout
    title: Pay now
    stages:
      - {id: decision, title: Decision}

Source: Boucher and Anderson, Trojan Source: Invisible Vulnerabilities (2021, CVE-2021-42574); Unicode
Standard Annex #9, Unicode Bidirectional Algorithm.
"""

from collections.abc import Iterator
from typing import Final

from journeymap.checks.check import Check, Survey, describe_fault
from journeymap.checks.texts import Text, suspect_texts
from journeymap.problems import Problem, Repair, Spot, Step

FAULT = describe_fault("bidi-control", __doc__)
_NAMES: Final = {
    "\u061c": "Arabic letter mark",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "end of an embedding",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
    "\u2069": "end of an isolate",
}
_OVERRIDES: Final = "\u202d\u202e"
_EMBEDDINGS: Final = "\u202a\u202b"
_ISOLATES: Final = "\u2066\u2067\u2068"
_RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Languages that are written from right to left, besides any whose script is said to be Arabic or Hebrew."""


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each text that control characters turn round without need."""
    for text in survey.once(suspect_texts):
        # Control characters are not printable, and few texts hold anything that is not.
        if not text.text.isprintable():
            controls = [character for character in text.text if character in _NAMES]
            faulty = _find_faulty(text, controls) if controls else ""
            if faulty:
                yield _report(text, faulty, controls)


def _find_faulty(text: Text, controls: list[str]) -> str:
    """Return the character to blame, if there is one."""
    override = next((character for character in controls if character in _OVERRIDES), "")
    unpaired = next(filter(None, map(_find_unpaired, text.text.splitlines())), "")
    if override or unpaired:
        return override or unpaired
    return "" if _needs_controls(text) else controls[0]


def _find_unpaired(line: str) -> str:
    """Return the first character of a line that opens what is not closed, or closes what is not open."""
    opened: list[str] = []
    for character in line:
        if character in _EMBEDDINGS or character in _ISOLATES:
            opened.append(character)
        elif character == "\u202c":
            if not opened or opened.pop() not in _EMBEDDINGS:
                return character
        elif character == "\u2069":
            # The end of an isolate closes the embeddings in it as well.
            while opened and opened[-1] in _EMBEDDINGS:
                opened.pop()
            if not opened:
                return character
            opened.pop()
    return opened[0] if opened else ""


def _needs_controls(text: Text) -> bool:
    from unicodedata import bidirectional

    language, *others = text.lang.lower().split("-")
    if (language in _RIGHT_TO_LEFT and "latn" not in others) or {"arab", "hebr"} & set(others):
        return True
    return any(bidirectional(character) in ("R", "AL") for character in text.text if character not in _NAMES)


def _report(text: Text, faulty: str, controls: list[str]) -> Problem:
    field = next((step for step in reversed(text.place.pointer) if isinstance(step, str)), "text")
    code = f"U+{ord(faulty):04X}"
    return Problem(
        FAULT,
        f"`{field}` holds the invisible character {code} ({_NAMES[faulty]}) and may deceive",
        (Spot(text.place, f"{len(controls)} in this text" if len(controls) > 1 else "in this text"),),
        ("type the text anew, without pasting it",),
        args=(field, *sorted({f"U+{ord(character):04X}" for character in controls})),
        repairs=_remove(text, faulty) if text.is_exact else (),
    )


def _remove(text: Text, faulty: str) -> tuple[Repair, ...]:
    """Return how to take all of them out: safe where nothing is read from right to left."""
    bare = "".join(character for character in text.text if character not in _NAMES)
    is_safe = faulty not in _OVERRIDES and not _needs_controls(text)
    title = "take the invisible characters out"
    return (Repair(title, (Step("set", text.place, bare),), safe=is_safe),) if bare.strip() else ()


CHECK = Check(FAULT, in_portfolio=find)

r"""One word is written with letters of two scripts that look alike.

`Checkout` with the Cyrillic letter Es for its `C` looks right and is another word: search does not find
it, lists sort it to the end, a screen reader stumbles. It comes from a keyboard that was switched too
late, or from somebody who wants to be taken for somebody else.

It is about words of Latin with Cyrillic or Greek letters that could be read as a whole in one of the two;
`β-test`, `kΩ` or Latin among Chinese, Japanese or Korean are fine.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    stages:
      - {id: decision, title: "\u0421heckout"}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    stages:
      - {id: decision, title: Checkout}

Source: Unicode Technical Standard #39, Unicode Security Mechanisms, sections 4 (confusable detection) and
5.1 (mixed-script detection).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from journeymap.checks.check import Check, Survey, describe_fault
from journeymap.checks.texts import suspect_texts
from journeymap.problems import Problem, Spot

FAULT = describe_fault("mixed-script", __doc__)
_LIKE_LATIN_CYRILLIC: Final = frozenset(
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423"
    "\u0425\u04ae\u050c\u051a\u051c\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456"
    "\u0458\u04bb\u04cf\u0501\u051b\u051d"
)
"""The Cyrillic letters that look like A B E S I J K M H O P C T Y X Y G Q W a e o p c y x s i j h l d q w."""
_LIKE_LATIN_GREEK: Final = frozenset(
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03bf\u03bd\u03f2\u03f3"
)
"""The Greek letters that look like A B E Z H I K M N O P T Y X o v c j."""
_LIKE_CYRILLIC: Final = frozenset("ABEKMHOPCTXaeopcyx")
_LIKE_GREEK: Final = frozenset("ABEZHIKMNOPTYXovcj")
_WIDEST: Final = 48


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each text with a word of two scripts, further words counted in its message."""
    for text in survey.once(suspect_texts):
        words = list(_find_mixed(text.text))
        if words:
            first, *others = dict.fromkeys(words)
            word, letters = first
            word = word if len(word) <= _WIDEST else f"{word[:_WIDEST]}…"
            more = f", and so do {len(others)} more words" if len(others) > 1 else ""
            more = ", and so does another word" if len(others) == 1 else more
            yield Problem(
                FAULT,
                f"`{word}` mixes letters of two scripts that look alike{more}",
                (Spot(text.place, _describe(letters)),),
                (f"type `{word}` anew with one keyboard layout, without pasting it",),
                args=tuple(each for each, _ in (first, *others)),
            )


def _find_mixed(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of two scripts with those letters in them that look like the others."""
    if _meeting().search(text) is None:
        return
    for found in _words().finditer(text):
        word = found[0]
        latin = [letter for letter in word if _is_latin(letter)]
        for is_other, twins, like in (
            (_is_cyrillic, _LIKE_LATIN_CYRILLIC, _LIKE_CYRILLIC),
            (_is_greek, _LIKE_LATIN_GREEK, _LIKE_GREEK),
        ):
            other = [letter for letter in word if is_other(letter)]
            if not latin or not other or _is_inflected(word, other):
                continue
            if all(letter in twins for letter in other):
                yield word, "".join(dict.fromkeys(other))
            elif len(latin) < len(other) and all(letter in like for letter in latin):
                yield word, "".join(dict.fromkeys(latin))


def _is_inflected(word: str, other: list[str]) -> bool:
    """Whether a word is a Latin abbreviation with an ending in the other script."""
    ending = "".join(other)
    stem = word.removesuffix(ending)
    return len(stem) > 1 and stem != word and stem.isascii() and stem.isupper() and ending.islower()


def _describe(letters: str) -> str:
    script = "Latin" if letters.isascii() else "Cyrillic" if _is_cyrillic(letters[0]) else "Greek"
    return f"{', '.join(f'`{letter}`' for letter in letters)} {'is' if len(letters) == 1 else 'are'} {script}"


def _is_latin(letter: str) -> bool:
    return letter.isascii() or "\u00c0" <= letter <= "\u024f"


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"


def _is_greek(letter: str) -> bool:
    return "\u0370" <= letter <= "\u03ff"


@cache
def _meeting() -> re.Pattern[str]:
    """Return the pattern of two letters side by side of which one is Latin and one is not."""
    latin, other = "[A-Za-z\u00c0-\u024f]", "[\u0370-\u03ff\u0400-\u052f]"
    return re.compile(f"{latin}{other}|{other}{latin}")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


CHECK = Check(FAULT, in_portfolio=find)

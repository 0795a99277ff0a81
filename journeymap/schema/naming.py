"""What a place in a document is called in a sentence."""

import re
from typing import Any, Final

from journeymap.entities import Thing, things_around
from journeymap.source import Pointer

_LONGEST: Final = 40


def quote(text: str) -> str:
    """Return a user's text between backticks, on one line and not too long."""
    plain = " ".join(text.split()).replace("`", "'")
    return f"`{plain[: _LONGEST - 1]}…`" if len(plain) > _LONGEST else f"`{plain}`"


def quote_exactly(text: str) -> str:
    """Return a user's key, id or word between backticks, invisible characters as escapes."""
    plain = " ".join(re.split(r"[ \t\r\n]+", text)).replace("`", "'")
    return quote("".join(map(_show, plain)))


def explain_invisible(text: str) -> tuple[str, ...]:
    """Return the hint that a word holds a character that nobody sees, if it does."""
    code = next((ord(each) for each in text if _is_invisible(each)), None)
    if code is None:
        return ()
    return (f"it holds an invisible character, U+{code:04X}; delete the word and type it again",)


def _show(character: str) -> str:
    if not _is_invisible(character):
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_invisible(character: str) -> bool:
    """Whether a character cannot be seen; the controls below it are for those who print the message."""
    return character >= "\xa0" and not character.isprintable()


def name_place(data: Any, kind: str, pointer: Pointer) -> str:
    """Return what a place is called, such as ``stage `decision` `` or `` `emotion` of stage `decision` ``."""
    thing, phrase = _innermost(data, kind, pointer)
    keys = [step for step in pointer[len(thing.pointer) :] if isinstance(step, str)]
    return f"{quote('.'.join(keys))} of {phrase}" if keys else phrase


def _innermost(data: Any, kind: str, pointer: Pointer) -> tuple[Thing, str]:
    """Return the innermost thing around a place, and its phrase; one without a name is named by its owner."""
    things = things_around(data, kind, pointer)
    phrase = ""
    for thing in things:
        if thing.name:
            phrase = f"{thing.noun} {quote(thing.name)}"
        elif not thing.pointer:
            phrase = f"the {thing.noun}"
        else:
            phrase = (
                f"{thing.noun} {thing.number} of {phrase}"
                if thing.number
                else f"the {thing.noun} of {phrase}"
            )
    return things[-1], phrase

"""Plain values as YAML text that every reader takes for the same: in brackets, or as lines.

Quotes are written only where the text without them would be something else, here or in YAML 1.1.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from journeymap.syntax.quoting import quote
from journeymap.syntax.scalars import AMBIGUOUS_WORDS, NUMERALS, WORDS, read_as_1_1, resolve_number

LONGEST_LINE: Final = 100
"""How wide a collection in brackets may make its line before it is written as lines instead."""
MOST_IN_BRACKETS: Final = 3
"""How many entries an item may have to be written in brackets where it has no neighbours to follow."""

_PLAIN: Final = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~](?:[^\n\r\t:#]|:(?=[^\s])|(?<=\S)#)*")
_FLOW_MARKS: Final = frozenset(",[]{}:?")
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write_flow(value: Any) -> str:
    """Return a value on one line, a collection in brackets."""
    if isinstance(value, dict):
        entries = (f"{write_scalar(key, in_flow=True)}: {write_flow(entry)}" for key, entry in value.items())
        return f"{{{', '.join(entries)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(write_flow, value))}]"
    return write_scalar(value, in_flow=True)


def write_lines(value: Any) -> tuple[str, ...]:
    """Return a collection as the lines of a block, not indented."""
    return tuple(_write_list(value) if isinstance(value, list | tuple) else _write_mapping(value))


def fits_one_line(value: Any, width: int = 0) -> bool:
    """Whether a value reads best on one line, where so much of the line is taken already."""
    if not isinstance(value, dict | list | tuple) or not value:
        return True
    if isinstance(value, list | tuple) and any(isinstance(item, dict) for item in value):
        return False
    return width + len(write_flow(value)) <= LONGEST_LINE


def reads_in_brackets(value: Any) -> bool:
    """Whether an item of a list is short enough to stand behind its dash in brackets."""
    entries = value.values() if isinstance(value, dict) else value
    is_flat = not any(isinstance(entry, dict | list | tuple) for entry in entries)
    return is_flat and len(value) <= MOST_IN_BRACKETS and fits_one_line(value)


def write_scalar(value: Any, *, in_flow: bool = False) -> str:
    """Return a single value as it is written in a block or in brackets."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return _write_text(value, in_flow=in_flow)


def _write_text(text: str, *, in_flow: bool) -> str:
    if _is_plain(text) and not (in_flow and _FLOW_MARKS & set(text)):
        return text
    return quote(text) if text.isprintable() else f'"{"".join(map(_escape, text))}"'


def _is_plain(text: str) -> bool:
    """Whether a text can stand without quotes and be taken for nothing else."""
    return (
        _PLAIN.fullmatch(text) is not None
        and not text.endswith(" ")
        and text.isprintable()
        and text not in WORDS
        and text not in AMBIGUOUS_WORDS
        and not text.startswith(("---", "..."))
        and not (text[0] in NUMERALS and _looks_like_number(text))
    )


def _looks_like_number(text: str) -> bool:
    value = resolve_number(text)
    return not isinstance(value, str) or read_as_1_1(text, value) is not None


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _write_mapping(value: dict[str, Any]) -> Iterator[str]:
    for key, entry in value.items():
        name = f"{write_scalar(key)}:"
        if fits_one_line(entry, len(name) + 1):
            yield f"{name} {_on_one_line(entry)}"
        else:
            yield name
            yield from (f"  {line}" for line in write_lines(entry))


def _write_list(value: list[Any] | tuple[Any, ...]) -> Iterator[str]:
    for item in value:
        if not isinstance(item, dict | list | tuple) or reads_in_brackets(item):
            yield f"- {_on_one_line(item)}"
        else:
            first, *others = write_lines(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)


def _on_one_line(value: Any) -> str:
    """Return a value that fits one line; a single one needs no more quotes than in a block."""
    return write_flow(value) if isinstance(value, dict | list | tuple) else write_scalar(value)

"""What all formats share: the words of a notice, cut and made harmless, and data as guarded JSON."""

import re
from typing import Any, Final

from journeymap.reporting.guarding import guard, guard_json
from journeymap.reporting.notices import Notice, RuleNote, Silence
from journeymap.reporting.safety import safe

LONGEST_MESSAGE: Final = 4_000
"""More than any sentence of ours; only what was made to be long is cut."""
URL: Final = "https://journeymap.dev"

_SILENCES: Final = {"inline": "suppressed", "baseline": "known from the baseline", "approval": "approved"}


def clean(text: str, most: int = LONGEST_MESSAGE) -> str:
    """Return a text on one line, harmless to terminals, readers and build servers, and not too long."""
    return shorten(guard(safe(shorten(text, most))), most)


def shorten(text: str, most: int) -> str:
    """Return a text that is at most so long; what is missing at its end is said."""
    return text if len(text) <= most else f"{text[: most - 3]}..."


def clean_lines(text: str) -> list[str]:
    """Return the lines of a text that may have several, such as an example, each of them clean."""
    return [clean(line).rstrip() for line in re.split(r"\r\n|\n|\r", text[:LONGEST_MESSAGE])]


def say_message(notice: Notice) -> str:
    """Return what a notice says in one line, never nothing; one that does not count says so first."""
    message = clean(notice.message).strip() or notice.rule
    return f"{say_silence(notice.silence)}: {message}" if notice.silence else message


def say_silence(silence: Silence) -> str:
    """Return why a notice does not count, in words."""
    reason = clean(silence.reason)
    return _SILENCES[silence.kind] + (f" ({reason})" if reason else "")


def say_everything(notice: Notice) -> list[str]:
    """Return all that a notice says, line by line: what is wrong, then what to know and what to do."""
    lines = [say_message(notice)]
    for word, texts in (("note", notice.notes), ("help", notice.help)):
        for text in texts:
            first, *others = clean_lines(text)
            lines += [f"{word}: {first}", *(guard(f"  {line}") for line in others)]
    return lines


def place_of(notice: Notice) -> tuple[int, int]:
    """Return the line and column that a notice begins at."""
    return (notice.span.start.line, notice.span.start.column) if notice.span else (1, 1)


def last_line_of(notice: Notice) -> int:
    """Return the last line that a notice is about; one that ends at the start of a line ends before it."""
    if notice.span is None:
        return 1
    start, end = notice.span.start, notice.span.end
    return end.line - 1 if end.column == 1 and end.line > start.line else end.line


def name_of(rule: RuleNote) -> str:
    """Return the name of a rule as a word of its own: ``UnknownReference``."""
    return "".join(part.capitalize() for part in rule.id.split("-"))


def write_guarded(data: Any) -> str:
    """Return data as JSON in ASCII of which no line is a command; a reader gets every sign as it was."""
    from json import dumps

    return guard_json(dumps(data, indent=2, sort_keys=True, allow_nan=False)) + "\n"

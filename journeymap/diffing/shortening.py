"""Texts of users in a sentence: on one line, in backticks, and no longer than a reader looks."""

from typing import Final

LONGEST: Final = 100
"""The most characters of a text that a sentence quotes."""
_AROUND: Final = 24
"""The characters that are kept on each side of what differs."""
_CUT: Final = "…"


def quote(text: str, longest: int = LONGEST) -> str:
    """Return a text in backticks, shortened at its end."""
    line = _on_one_line(text)
    return f"`{line if len(line) <= longest else line[: longest - 1].rstrip() + _CUT}`"


def show_difference(old: str, new: str) -> tuple[str, str]:
    """Return two texts on one line each, long ones shortened around what is different about them."""
    before, after = _on_one_line(old), _on_one_line(new)
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    start = _count_same(before, after)
    end = _count_same(before[start:][::-1], after[start:][::-1])
    start = max(0, start - _AROUND)
    return _window(before, start, len(before) - end), _window(after, start, len(after) - end)


def _window(text: str, start: int, end: int) -> str:
    end = min(len(text), end + _AROUND, start + LONGEST)
    return f"{_CUT if start else ''}{text[start:end]}{_CUT if end < len(text) else ''}"


def _count_same(one: str, other: str) -> int:
    count = 0
    for letter, counterpart in zip(one, other, strict=False):
        if letter != counterpart:
            break
        count += 1
    return count


def _on_one_line(text: str) -> str:
    return " ".join(text.replace("`", "'").split())

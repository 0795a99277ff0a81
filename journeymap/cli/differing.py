"""What would change in a file, as a unified diff that `patch -p0` takes."""

from collections.abc import Iterator
from difflib import unified_diff

_NO_END = "\\ No newline at end of file\n"


def write_difference(path: str, before: str, after: str) -> str:
    """Return the unified diff of a file's text; nothing where both are the same."""
    return "".join(_end_lines(unified_diff(_split(before), _split(after), path, path)))


def _split(text: str) -> list[str]:
    """Return the lines of a text with their ends; only LF ends a line in a diff."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()
    return lines if last == "\n" else [*lines, last[:-1]]


def _end_lines(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line
        if not line.endswith("\n"):
            yield f"\n{_NO_END}"

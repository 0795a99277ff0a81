"""A file's text with its line index."""

import re
from bisect import bisect_right
from functools import cached_property

from journeymap.source.places import Position, Span

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


def line_break_of(text: str) -> str:
    """Return the line break that a text uses."""
    found = _LINE_BREAK.search(text)
    return found[0] if found else "\n"


class SourceFile:
    """The path (POSIX, as shown to the user) and the decoded text of one file. Treat as frozen."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins; only LF, CRLF and CR end a line, as in YAML."""
        return (0, *(found.end() for found in _LINE_BREAK.finditer(self.text)))

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1, offset)

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets; one behind the text stands for its end."""
        most = len(self.text)
        return Span(self.path, self.position(min(start, most)), self.position(min(end, most)))

    def line(self, number: int) -> str:
        """Return the text of a 1-based line without its line break."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    @property
    def line_count(self) -> int:
        """The number of lines; a text that ends in a line break has an empty last line."""
        return len(self.line_starts)

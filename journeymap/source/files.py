"""A file's text with its line index."""

from bisect import bisect_right
from functools import cached_property

from journeymap.source.places import Position, Span


class SourceFile:
    """The path (POSIX, as shown to the user) and the decoded text of one file. Treat as frozen."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins; only LF, CRLF and CR end a line, as in YAML."""
        starts = [0]
        text = self.text
        at = 0
        while True:
            lf = text.find("\n", at)
            cr = text.find("\r", at, lf if lf >= 0 else len(text))
            if cr >= 0:
                at = cr + 2 if text.startswith("\r\n", cr) else cr + 1
            elif lf >= 0:
                at = lf + 1
            else:
                return tuple(starts)
            starts.append(at)

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1, offset)

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets."""
        return Span(self.path, self.position(start), self.position(end))

    def line(self, number: int) -> str:
        """Return the text of a 1-based line without its line break."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    @property
    def line_count(self) -> int:
        """The number of lines; a text that ends in a line break has an empty last line."""
        return len(self.line_starts)

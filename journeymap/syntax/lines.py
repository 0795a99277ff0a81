"""The lines around an offset, read as an author reads them: keys, values, indentation.

Serves the explanations of syntax errors, where no parsed structure exists.
"""

import re

from journeymap.named_tuples import NamedTuple
from journeymap.source import SourceFile

_LEAD = re.compile(r"[ \t]*(?:-[ \t]+)*")
_KEY = re.compile(r"""("[^"\r\n]*"|'[^'\r\n]*'|[^\s#"'\[\]{},][^\r\n]*?)[ \t]*:(?=[ \t]|\Z)[ \t]*""")
_COMMENT = re.compile(r"(?:\A|[ \t]+)#.*\Z")


class Line(NamedTuple):
    """One line: its offset, its text without comment, and the entry on it if there is one.

    ``content`` is the offset of the first character past indentation and dashes; ``key`` and ``value``
    are empty where the line is no ``key: value``.
    """

    start: int
    text: str
    content: int
    key: str = ""
    colon: int = -1
    value: str = ""
    value_start: int = -1

    @property
    def end(self) -> int:
        """The offset past the last character."""
        return self.start + len(self.text)

    @property
    def rest(self) -> str:
        """The text past indentation and dashes."""
        return self.text[self.content - self.start :]

    @property
    def indentation(self) -> str:
        """The blanks the line begins with."""
        return self.text[: len(self.text) - len(self.text.lstrip(" \t"))]

    @property
    def is_item(self) -> bool:
        """Whether the line begins with a dash."""
        return self.content > self.start + len(self.indentation) or self.text.strip() == "-"


def read_line(source: SourceFile, number: int) -> Line:
    """Return a 1-based line; a long one is cut, for it is shown and never interpreted."""
    start = source.line_starts[number - 1]
    text = _COMMENT.sub("", source.line(number)[:2_000]).rstrip()
    lead = _LEAD.match(text)
    content = start + (lead.end() if lead else 0)
    entry = _KEY.match(text, content - start)
    if entry is None:
        return Line(start, text, content)
    return Line(
        start,
        text,
        content,
        entry[1],
        text.index(":", entry.end(1)) + start,
        text[entry.end() :],
        start + entry.end(),
    )


def line_at(source: SourceFile, offset: int) -> Line:
    """Return the line that an offset stands on."""
    return read_line(source, source.position(offset).line)


def line_above(source: SourceFile, line: Line) -> Line | None:
    """Return the nearest line above that holds more than blanks and a comment."""
    for number in range(source.position(line.start).line - 1, 0, -1):
        above = read_line(source, number)
        if above.text.strip():
            return above
    return None

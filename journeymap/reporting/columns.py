"""A line of text as the columns of a terminal: tabs expanded, wide characters two, marks none."""

from collections.abc import Sequence

from journeymap.named_tuples import NamedTuple
from journeymap.reporting.safety import show_character

TAB = 4


class LineColumns(NamedTuple):
    """What is shown for each character of a line, and the column at which each begins.

    ``columns`` has one entry more than ``cells``: the column after the last character.
    """

    cells: Sequence[str]
    columns: Sequence[int]

    @property
    def width(self) -> int:
        """The number of columns of the whole line."""
        return self.columns[-1]


def lay_out_line(text: str) -> LineColumns:
    """Return the columns of a line; characters that could harm are shown as escapes."""
    if text.isascii() and text.isprintable():
        return LineColumns(text, range(len(text) + 1))
    cells: list[str] = []
    columns = [0]
    for character in text:
        column = columns[-1]
        cell = " " * (TAB - column % TAB) if character == "\t" else show_character(character)
        cells.append(cell)
        columns.append(column + (len(cell) if len(cell) > 1 else character_width(cell)))
    return LineColumns(cells, columns)


def measure(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() else sum(map(character_width, text))


def character_width(character: str) -> int:
    """Return how many columns a character takes: 0, 1 or 2."""
    if character.isascii():
        return 1
    from unicodedata import category, east_asian_width

    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1


def wrap_words(text: str, width: int) -> list[str]:
    """Return the text in lines of at most ``width`` columns where its words allow; never empty.

    Line breaks stay, and so do the blanks of a line that fits: an example in a help text is code.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if measure(paragraph) <= width:
            lines.append(paragraph)
            continue
        indent = paragraph[: len(paragraph) - len(paragraph.lstrip(" "))]
        line = ""
        for word in paragraph.split():
            if line and measure(line) + 1 + measure(word) > width:
                lines.append(line)
                line = ""
            line = f"{line} {word}" if line else indent + word
        lines.append(line)
    return lines

"""The surface that is drawn on: its width, its characters, and the signs it can show."""

from collections.abc import Iterator, Sequence

from journeymap.named_tuples import NamedTuple
from journeymap.reporting.columns import character_width
from journeymap.reporting.safety import safe, without_surrogates
from journeymap.reporting.style import Role, Run, Style

WIDEST = 120
"""Longer lines are hard to read on any screen."""

_EMOJI_SIGN = "\N{VARIATION SELECTOR-16}"
_JOINER = "\N{ZERO WIDTH JOINER}"


class Signs(NamedTuple):
    """The characters that drawings are made of."""

    cut: str = "…"
    none: str = "–"  # noqa: RUF001 - a dash is meant
    minus: str = "−"  # noqa: RUF001 - a true minus is meant
    dot: str = "·"
    arrow: str = "→"
    truth: str = "◆"
    star: str = "★"
    rule: str = "─"
    zero: str = "┄"
    axis: str = "┤"
    zero_axis: str = "┼"
    border: str = "┊"
    quotes: tuple[str, str] = ("“", "”")
    marks: tuple[tuple[str, str], ...] = (("●", "○"), ("■", "□"), ("▲", "△"), ("▼", "▽"), ("♠", "♤"))
    """For each line of a curve: the mark of what is known, and of what is assumed."""
    strokes: tuple[str, ...] = ("─│╭╮╰╯", "━┃┏┓┗┛", "═║╔╗╚╝", "╌╎╭╮╰╯", "╍╏┏┓┗┛")
    """For each line: along, across, and the corners: top left, top right, bottom left, bottom right."""


PLAIN_SIGNS = Signs(
    cut="~",
    none="-",
    minus="-",
    dot="|",
    arrow="->",
    truth="!",
    star="*",
    rule="-",
    zero=".",
    axis="|",
    zero_axis="+",
    border=":",
    quotes=('"', '"'),
    marks=(("A", "a"), ("B", "b"), ("C", "c"), ("D", "d"), ("E", "e")),
    strokes=("-|/\\\\/",) * 5,
)
"""The signs for streams that know ASCII only."""


class Screen:
    """A style with an encoding: what is drawn has to fit into both."""

    def __init__(self, style: Style, encoding: str = "utf-8") -> None:
        self.style = style
        self.width = min(style.width, WIDEST)
        self._encoding = _known(encoding)
        self.signs = Signs() if self._shows(_all_signs()) else PLAIN_SIGNS

    def text(self, text: str) -> str:
        """Return a text on one line that is safe, and that the encoding can carry."""
        shown = without_surrogates(safe(" ".join(text.split("\n"))))
        if shown.isascii() or self._shows(shown):
            return shown
        return shown.encode(self._encoding, "backslashreplace").decode(self._encoding)

    def paint(self, lines: "list[list[Run]]") -> str:
        """Return lines of runs as text."""
        return "".join(self.style.paint_runs(line) + "\n" for line in lines)

    def _shows(self, text: str) -> bool:
        try:
            text.encode(self._encoding)
        except UnicodeError:
            return False
        return True


def _known(encoding: str) -> str:
    """Return an encoding, or ASCII for one that nobody knows."""
    try:
        "".encode(encoding)
    except LookupError:
        return "ascii"
    return encoding


def width_of(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() else sum(width for _, width in clusters(text))


def clusters(text: str) -> list[tuple[str, int]]:
    """Return a text in pieces that must not be torn apart, each with its width.

    A mark belongs to its letter, a joiner to both its neighbours. Terminals differ over joined emoji;
    they count as what they are made of, so that a line is never wider than it was measured.
    """
    found: list[tuple[str, int]] = []
    for character in text:
        width = character_width(character)
        if found and (width == 0 or found[-1][0].endswith(_JOINER)):
            before, wide = found[-1]
            grown = 2 if character == _EMOJI_SIGN and wide == 1 else wide + width
            found[-1] = (before + character, grown)
        else:
            found.append((character, width))
    return found


def fit(text: str, width: int, cut: str = "…") -> str:
    """Return a text cut to a width, at a word where that leaves at least half of it."""
    if width_of(text) <= width:
        return text
    if width < len(cut):
        return cut[: max(width, 0)]
    kept, used = "", 0
    for cluster, wide in clusters(text):
        if used + wide > width - len(cut):
            break
        kept += cluster
        used += wide
    at_word = kept.rstrip() if text[len(kept) : len(kept) + 1] == " " else kept.rpartition(" ")[0].rstrip()
    if width_of(at_word) * 2 >= width:
        kept = at_word
    return kept.rstrip() + cut


def wrap(text: str, width: int) -> list[str]:
    """Return a text in lines none of which is wider than the width; never empty.

    Lines break at blanks, before wide characters, and inside words that are longer than a line.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in filter(None, text.split(" ")):
        wide = width_of(word)
        if line and used + 1 + wide <= width:
            line, used = f"{line} {word}", used + 1 + wide
            continue
        if line:
            lines.append(line)
        line, used = "", 0
        if wide <= width:
            line, used = word, wide
            continue
        for cluster, columns in _at_most(width, clusters(word)):
            if line and used + columns > width:
                lines.append(line)
                line, used = "", 0
            line, used = line + cluster, used + columns
    return [*lines, line] if line or not lines else lines


def _at_most(width: int, found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return clusters with a full stop for each that is wider than a whole line, as joined emoji can be."""
    return [each if each[1] <= width else (".", 1) for each in found]


def in_role(role: Role, lines: Sequence[str]) -> Iterator[list[Run]]:
    """Yield lines of text that play one part."""
    for line in lines:
        yield [(role, line)]


def wrap_list(words: Sequence[str], separator: str, width: int) -> list[str]:
    """Return words with a separator between them, in lines that break there where they can."""
    lines: list[str] = []
    for word in words:
        joined = f"{lines[-1]} {separator} {word}" if lines else word
        if width_of(joined) <= width:
            lines[-1:] = [joined]
        else:
            lines += wrap(word, width)
    return lines


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return a text filled up with blanks to a width, at its left where it is to stand right."""
    blanks = " " * (width - width_of(text))
    return blanks + text if right else text + blanks


def _all_signs() -> str:
    parts: list[str] = []
    for sign in Signs():
        parts += [sign] if isinstance(sign, str) else ["".join(part) for part in sign]
    return "".join(parts)

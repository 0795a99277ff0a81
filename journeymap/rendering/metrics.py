"""How wide a text is and where its lines break, so that nothing drawn is ever clipped.

Readers see our pictures in whatever sans-serif font they have. Each character therefore counts as its
widest advance in several common ones (``font_widths.json``); what is not in the table counts as much as
anything like it could take. A text is never wider on a screen than it is here.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

WIDE = 1000
EMOJI = 1400
UNKNOWN = 1300
KERNING = 1.01
ROW = 16
"""How many characters stand in a row of the table."""

_CLOSING = frozenset(
    "\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\uff05"  # full stops, commas, marks
    "\uff09\uff3d\uff5d\u300d\u300f\u3011\u3015\u3009\u300b"  # brackets
    "\u30fc\u3005\u30fb\uff5e\u2026\u2025"  # prolongation and repetition
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087"  # small kana
    "\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7"
    ")]}.,:;!?%"
)
"""What may not begin a line of Chinese or Japanese."""
_OPENING = frozenset("\uff08\uff3b\uff5b\u300c\u300e\u3010\u3014\u3008\u300a\uffe5\uff04\uff03([{#")
"""What may not end one."""
_BREAK_AFTER = frozenset("-\u2010\u2013\u2014/\u00ad\u200b")
_JOINERS = frozenset("\u200d\u2060\ufeff")
_SPACES = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
_ASCII_PIECE = re.compile(r"[^ \t/-]+[/-]?[ \t]*|[/-][ \t]*|[ \t]+")
# Patterns that are compiled where they are first needed: few texts have what they look for.
_BLANKS = r"[ \t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+"
_UNPRINTABLE = r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return an upper bound of the width of one line of text, in the unit of the font size."""
    widths = _widths()[bold]
    return sum([widths[character] for character in text]) * size * KERNING / 1000


@lru_cache(maxsize=4096)  # names of channels and personas, and each card in two renderings, recur
def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return the lines of a text, none wider than the width unless one letter alone is.

    Lines break after spaces and hyphens and between ideographs; a word that does not fit breaks between
    letters, without a hyphen, so that nothing is added: the lines joined are the text. The spaces at the
    end of a line belong to it but take no room.
    """
    if text and text_width(text, size, bold=bold) <= width:
        return (text,)
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _pieces(text):
        bare = text_width(piece.rstrip(), size, bold=bold)
        if line and used + bare > width:
            lines.append(line)
            line, used = "", 0.0
        if bare > width:
            *full, piece = _letters_in(piece, width, size, bold=bold)
            lines.extend(full)
        line += piece
        used += text_width(piece, size, bold=bold)
    if line:
        lines.append(line)
    return tuple(lines)


def one_line(text: str) -> str:
    """Return a text on one line: line ends and runs of blanks become one blank."""
    if text.isprintable() and "  " not in text:  # as nearly all are
        return text.strip(" ")
    return printable(re.sub(_BLANKS, " ", text).strip(" "))


def printable(text: str) -> str:
    """Return a text with the replacement character for what no picture can hold: controls and half pairs."""
    return re.sub(_UNPRINTABLE, "\N{REPLACEMENT CHARACTER}", text)


def _pieces(text: str) -> Iterable[str]:
    """Return the parts of a text that a line may not divide, each with the spaces after it."""
    return _ASCII_PIECE.findall(text) if text.isascii() else _any_pieces(text)


def _any_pieces(text: str) -> Iterator[str]:
    clusters = tuple(_clusters(text))
    piece: list[str] = []
    for index, cluster in enumerate(clusters):
        piece.append(cluster)
        following = clusters[index + 1] if index + 1 < len(clusters) else ""
        if not following or _may_break(cluster, following):
            yield "".join(piece)
            piece.clear()


def _may_break(before: str, after: str) -> bool:
    first, last = after[0], before[-1]
    if first in _SPACES:
        return False
    if last in _SPACES or last in _BREAK_AFTER:
        return True
    if first in _CLOSING or last in _OPENING:
        return False
    return _is_wide(first) or _is_wide(before[0])


def _letters_in(piece: str, width: float, size: float, *, bold: bool) -> list[str]:
    """Return a piece that is too wide for a line in parts that are not, cut between letters."""
    parts = [""]
    used = 0.0
    for cluster in _clusters(piece):
        wide = text_width(cluster, size, bold=bold)
        if parts[-1] and used + wide > width and cluster not in _SPACES:
            parts.append("")
            used = 0.0
        parts[-1] += cluster
        used += wide
    return parts


def _clusters(text: str) -> Iterator[str]:
    """Yield what a reader takes for one letter: a character with its marks, a joined emoji, a flag."""
    cluster = ""
    for character in text:
        if cluster and _belongs(cluster, character):
            cluster += character
        else:
            if cluster:
                yield cluster
            cluster = character
    if cluster:
        yield cluster


def _belongs(cluster: str, character: str) -> bool:
    last = cluster[-1]
    if character == "\u200b" or last == "\u200b":
        return False
    if last in _JOINERS or character in _JOINERS:
        return True
    if unicodedata.category(character) in {"Mn", "Me", "Mc"} or "\U0001f3fb" <= character <= "\U0001f3ff":
        return last not in _SPACES
    if _is_flag(character):
        return len(cluster) == 1 and _is_flag(last)
    return "\ufe00" <= character <= "\ufe0f"


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _guess(character: str) -> int:
    """Return a safe width for a character that the table lacks."""
    code = ord(character)
    if unicodedata.category(character) in _ZERO_WIDTH:
        return 0
    if 0x1F000 <= code <= 0x1FBFF:
        return EMOJI
    if _is_wide(character):
        return EMOJI if code < 0x2E80 else WIDE
    return UNKNOWN


class _Widths(dict[str, int]):
    """The width of each character in thousandths of the size, looked up once: few texts need many."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, character: str) -> int:
        """Return the width in the table, else a safe one."""
        code = ord(character)
        self[character] = width = self._in_table(code) or _guess(character)
        return width

    def _in_table(self, code: int) -> int:
        row = self._rows.get(f"{code - code % ROW:x}", "").split()
        return int(row[code % ROW]) if code % ROW < len(row) else 0


@cache
def _widths() -> tuple[_Widths, _Widths]:
    """Return the widths of regular characters and of bold ones."""
    table = json.loads(Path(__file__).with_name("font_widths.json").read_bytes())
    return _Widths(table["regular"]), _Widths(table["bold"])

"""Comments that were meant as markers: ``jouneymap:``, ``Journeymap :``, or the colon left out."""

import re
from collections.abc import Sequence
from typing import Final

from journeymap.diagnostics import Diagnostic
from journeymap.markers.faults import UNKNOWN_MARKER
from journeymap.markers.grammar import END, KINDS, Wish, Word, read_wish
from journeymap.named_tuples import NamedTuple
from journeymap.source import SourceFile, Span
from journeymap.suggesting import closest

NAME: Final = "journeymap"
HINT: Final = b"journeymap:"
"""What every file with a marker holds."""

_COMMENT: Final = re.compile(rb"<!--\s*([A-Za-z][A-Za-z_-]{6,12}(?: map)?)(?=[:\s])")
_MISSPELT: Final = re.compile(r"<!--\s*([A-Za-z][A-Za-z_-]{6,12}(?: map)?)(\s*:)?(.*?)-->", re.DOTALL)


class Misspelt(NamedTuple):
    """A comment that was meant as a marker: its words, and what is wrong with it."""

    words: tuple[Word, ...]
    fault: Diagnostic


def may_hold_marker(content: bytes) -> bool:
    """Say whether a file holds a marker, or a comment that may have been meant as one."""
    return HINT in content or any(_is_near(word.decode()) for word in _COMMENT.findall(content))


def read_misspelt(source: SourceFile, place: Span) -> Misspelt | None:
    """Return what a comment was meant to say, if it was meant as a marker.

    It has to name a kind, or nearly so. Without a colon it has to be a marker in all but that: it may be
    a remark about the project.
    """
    comment = _MISSPELT.match(source.text, place.start.offset, place.end.offset)
    if comment is None or not _is_near(comment[1]):
        return None
    said = [Word(word[0], comment.start(3) + word.start()) for word in re.finditer(r"\S+", comment[3])]
    meant = closest(said[0].text, (*KINDS, END)) if said else None
    if meant is None:
        return None
    words = (said[0]._replace(text=meant), *said[1:])
    if not comment[2] and not _is_marker(source, words, place):
        return None
    written = " ".join(source.text[comment.start(1) : said[0].end].split())
    fault = UNKNOWN_MARKER.found(
        f"there is no marker `{written}`",
        source.span(comment.start(1), said[0].end),
        label="not known",
        help=(f"did you mean `{NAME}:{meant}`?",),
        args=(comment[1],),
    )
    return Misspelt(words, fault)


def _is_near(word: str) -> bool:
    return closest(word, (NAME,)) is not None


def _is_marker(source: SourceFile, words: Sequence[Word], place: Span) -> bool:
    if words[0].text == END:
        return len(words) == 1
    return isinstance(read_wish(source, words, place), Wish)

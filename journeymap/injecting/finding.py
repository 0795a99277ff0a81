"""Finding the markers of a Markdown file, and replacing what stands between them.

A marker is an HTML comment that begins with ``journeymap:``, alone on its lines and no part of a paragraph
or of other HTML: what is put behind it has to begin a block of Markdown. In code, be it a fence, an
indented block or a word in backticks, it is an example and means nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from journeymap.diagnostics import Diagnostic, Label
from journeymap.injecting.misspelling import read_misspelt
from journeymap.markers.faults import (
    CROWDED_MARKER,
    MALFORMED_MARKER,
    NESTED_MARKER,
    UNCLOSED_MARKER,
    UNOPENED_MARKER,
)
from journeymap.markers.grammar import END, Wish, Word, is_nearly_end, read_wish, report_kind
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.markdown import find_stretches
from journeymap.source import SourceFile, Span, line_break_of

_IN_HTML = re.compile("<!--")
_IN_PROSE = re.compile(r"\\.|`+|<!--", re.DOTALL)
_TICKS = re.compile("`+")
_MARKER = re.compile(r"<!--\s*journeymap:(.*?)-->", re.DOTALL)
_BEFORE = re.compile(r"[ \t>]*")
_BEHIND = re.compile(r"[ \t]*(?=[\r\n]|\Z)")


class Block(NamedTuple):
    """What a marker asks for, and where it belongs: the offsets between the lines of both markers.

    ``margin`` stands before each line: blanks of a list, or the signs of a quotation.
    """

    wish: Wish
    marker: Span
    start: int
    end: int
    margin: str
    line_break: str


class _Marker(NamedTuple):
    """A marker as found: its words and where it stands."""

    words: tuple[Word, ...]
    place: Span

    @property
    def is_end(self) -> bool:
        """Whether it ends a block."""
        return bool(self.words) and self.words[0].text == END


def find_blocks(source: SourceFile) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks of a Markdown file in order, and what is wrong with its markers."""
    blocks: list[Block] = []
    found: list[Diagnostic] = []
    open: _Marker | None = None
    for marker in _find_markers(source, found):
        if marker.is_end:
            found += _check_end(source, marker, open)
            if open:
                wish = read_wish(source, open.words, open.place)
                if isinstance(wish, Wish):
                    blocks.append(_block(source, wish, open, marker))
                else:
                    found.append(wish)
            open = None
            continue
        if open and is_nearly_end(marker.words):
            found.append(report_kind(source, marker.words, marker.place))
            open = None
            continue
        if open:
            found.append(_report_nested(open, marker))
        open = marker
    if open:
        found.append(_report_unclosed(open))
    return tuple(blocks), tuple(found)


def replace_blocks(source: SourceFile, contents: Sequence[tuple[Block, str]]) -> str:
    """Return the text of a file with what belongs into its blocks; all around them stays as it is."""
    parts = []
    behind = 0
    for block, content in contents:
        parts += [source.text[behind : block.start], *_set_lines(block, content)]
        behind = block.end
    return "".join([*parts, source.text[behind:]])


def report_unsafe(block: Block) -> Diagnostic:
    """Report a block that cannot be filled without a change of what Markdown makes of all below it."""
    return CROWDED_MARKER.found(
        "what belongs here would be read together with the text around it",
        block.marker,
        help=("leave a blank line above and below both markers, and indent them alike",),
    )


def _set_lines(block: Block, content: str) -> Iterator[str]:
    """Yield the lines of a block with their margin, a blank one before and behind them."""
    for line in ("", *content.rstrip("\n").split("\n"), ""):
        yield f"{block.margin}{line}".rstrip(" \t") + block.line_break


def _find_markers(source: SourceFile, found: list[Diagnostic]) -> Iterator[_Marker]:
    """Yield the markers that stand alone; those that do not are reported, and those that are misspelt."""
    for place, is_first in _find_comments(source):
        comment = _MARKER.match(source.text, place.start.offset, place.end.offset)
        if comment:
            words = tuple(
                Word(word[0], comment.start(1) + word.start()) for word in re.finditer(r"\S+", comment[1])
            )
        elif misspelt := read_misspelt(source, place):
            words = misspelt.words
            found.append(misspelt.fault)
        else:
            continue
        if not _stands_alone(source, place):
            found.append(_report_crowded(place))
        elif not is_first:
            found.append(_report_swallowed(place))
        else:
            yield _Marker(words, place)


def _find_comments(source: SourceFile) -> Iterator[tuple[Span, bool]]:
    """Yield the place of each HTML comment that is no code, and whether Markdown takes it for a block."""
    starts = (*source.line_starts, len(source.text))
    for first, end, is_html in find_stretches(source.text):
        stop = starts[min(end, len(starts) - 1)]
        for start, behind in _comments_in(source.text, starts[first], stop, is_html=is_html):
            place = source.span(start, behind)
            yield place, is_html and place.start.line - 1 == first


def _comments_in(text: str, start: int, stop: int, *, is_html: bool) -> Iterator[tuple[int, int]]:
    """Yield where the comments of a stretch begin and end; the time it takes grows with its length only."""
    pattern = _IN_HTML if is_html else _IN_PROSE
    ticks = {} if is_html else _find_ticks(text, start, stop)
    while found := pattern.search(text, start, stop):
        start = found.end()
        if found[0].startswith("`"):  # what follows is code if a run of as many ends it
            closing = ticks.get(len(found[0]), [])
            index = bisect_left(closing, start)
            start = closing[index] + len(found[0]) if index < len(closing) else start
        elif found[0] == "<!--":
            start = _end_of_comment(text, start, stop)
            if not start:
                return
            yield found.start(), start


def _find_ticks(text: str, start: int, stop: int) -> dict[int, list[int]]:
    """Return the offsets of all runs of backticks by their length."""
    ticks: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text, start, stop):
        ticks.setdefault(len(run[0]), []).append(run.start())
    return ticks


def _end_of_comment(text: str, start: int, stop: int) -> int:
    """Return the offset behind a comment that began before ``start``; 0 for one that never ends."""
    for short in (">", "->"):
        if text.startswith(short, start, stop):
            return start + len(short)
    end = text.find("-->", start, stop)
    return end + 3 if end >= 0 else 0


def _stands_alone(source: SourceFile, place: Span) -> bool:
    line_start = source.line_starts[place.start.line - 1]
    before = _BEFORE.fullmatch(source.text, line_start, place.start.offset)
    return bool(before and _BEHIND.match(source.text, place.end.offset))


def _block(source: SourceFile, wish: Wish, begin: _Marker, end: _Marker) -> Block:
    line_start = source.line_starts[begin.place.start.line - 1]
    start = source.line_starts[begin.place.end.line]
    return Block(
        wish,
        begin.place,
        start,
        source.line_starts[end.place.start.line - 1],
        source.text[line_start : begin.place.start.offset],
        line_break_of(source.text[begin.place.end.offset : start]),
    )


def _check_end(source: SourceFile, marker: _Marker, open: _Marker | None) -> Sequence[Diagnostic]:
    found = []
    if open is None:
        help = "write the marker that begins the block above it, or take this one away"
        found.append(
            UNOPENED_MARKER.found("this marker ends nothing", marker.place, label="no block", help=(help,))
        )
    for word in marker.words[1:2]:
        place = source.span(word.start, word.end)
        help = "write `<!-- journeymap:end -->`"
        found.append(
            MALFORMED_MARKER.found(f"`{word.text}` is one word too many", place, help=(help,), args=(END,))
        )
    return found


def _report_unclosed(marker: _Marker) -> Diagnostic:
    return UNCLOSED_MARKER.found(
        "nothing ends the block of this marker",
        marker.place,
        label="begins here",
        help=("write `<!-- journeymap:end -->` on a line of its own, where the block ends",),
    )


def _report_nested(open: _Marker, marker: _Marker) -> Diagnostic:
    return NESTED_MARKER.found(
        "a block begins inside another one",
        marker.place,
        label="inside of it",
        labels=(Label(open.place, "still open"),),
        help=("end the first block with `<!-- journeymap:end -->` before the second begins",),
    )


def _report_crowded(place: Span) -> Diagnostic:
    return CROWDED_MARKER.found(
        "the marker shares its line with something else",
        place,
        label="not alone",
        help=("put it on a line of its own; in backticks it is only an example",),
    )


def _report_swallowed(place: Span) -> Diagnostic:
    return CROWDED_MARKER.found(
        "the marker is part of the text or HTML above it",
        place,
        label="no block of its own",
        help=("leave a blank line above it",),
    )

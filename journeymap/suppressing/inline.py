"""Comments that silence findings: what each covers, and which findings that are.

A comment at the end of a line speaks of everything that begins on that line, with all that is below it. One
that stands alone speaks of the next line on which something begins. One for the whole file speaks of it all.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from journeymap.diagnostics import Diagnostic, Suppression
from journeymap.entities import name_entity
from journeymap.named_tuples import NamedTuple
from journeymap.source import Span
from journeymap.suppressing.instructions import Instruction, Misfit, Named, read_instruction
from journeymap.suppressing.mentioning import mentions_journeymap
from journeymap.syntax import Document
from journeymap.syntax.comments import Comment, find_comments
from journeymap.syntax.stretches import Stretch, find_stretches


class Silencer(NamedTuple):
    """A comment that silences rules from one offset of its file to another."""

    comment: Comment
    instruction: Instruction
    start: int
    end: int
    entity: str = ""

    def covers(self, rule: str, offset: int) -> bool:
        """Whether a finding of a rule that begins at an offset is silenced."""
        return self.start <= offset < self.end and any(each.name == rule for each in self.instruction.names)

    @property
    def suppression(self) -> Suppression:
        """What is noted with a finding that the comment silences."""
        return Suppression("inline", self.comment.span, self.instruction.reason)

    def span_of(self, named: Named) -> Span:
        """Return the place of a name in the comment."""
        start = self.comment.span.start
        return Span(
            self.comment.span.file,
            start._replace(column=start.column + named.at, offset=start.offset + named.at),
            start._replace(
                column=start.column + named.at + len(named.name),
                offset=start.offset + named.at + len(named.name),
            ),
        )


class Remark(NamedTuple):
    """A comment that tries to silence something in vain."""

    comment: Comment
    misfit: Misfit
    entity: str = ""


class Comments:
    """The comments of a workspace that silence findings, and what each of them has silenced."""

    def __init__(self, documents: Iterable[tuple[Document, str]]) -> None:
        self.remarks: list[Remark] = []
        self.sources: dict[str, Document] = {}
        self._silencers: dict[str, list[Silencer]] = {}
        self._used: set[tuple[Span, str]] = set()
        for document, kind in documents:
            # Most files hold no such comment, and are spared the walk over their nodes.
            if mentions_journeymap(document.source.text):
                self._read(document, kind)

    def __iter__(self) -> Iterator[Silencer]:
        return (each for silencers in self._silencers.values() for each in silencers)

    def find(self, diagnostic: Diagnostic) -> Suppression | None:
        """Return what silences a finding, if a comment does: the one that speaks of least."""
        offset = diagnostic.primary.start.offset
        silencers = self._silencers.get(diagnostic.primary.file, ())
        covering = [each for each in silencers if each.covers(diagnostic.rule, offset)]
        if not covering:
            return None
        nearest = min(covering, key=lambda each: (each.end - each.start, -each.comment.span.start.offset))
        self._used.add((nearest.comment.span, diagnostic.rule))
        return nearest.suppression

    def has_used(self, silencer: Silencer, rule: str) -> bool:
        """Whether a comment has silenced a finding of a rule."""
        return (silencer.comment.span, rule) in self._used

    def _read(self, document: Document, kind: str) -> None:
        told = [(comment, read_instruction(comment.text)) for comment in find_comments(document)]
        entries = find_stretches(document) if any(instruction for _, instruction in told) else ()
        for comment, instruction in told:
            if instruction is None:
                continue
            spoken_of = _entries_of(comment, document, entries)
            entity = name_entity(document.data, kind, spoken_of[0].pointer if spoken_of else ())
            self.sources[document.source.path] = document
            if isinstance(instruction, Misfit):
                self.remarks.append(Remark(comment, instruction, entity))
                continue
            if instruction.whole_file:
                start, end = 0, len(document.source.text) + 1
                entity = name_entity(document.data, kind, ())
            else:
                start, end = _stretch(document, spoken_of)
            silencer = Silencer(comment, instruction, start, end, entity)
            self._silencers.setdefault(document.source.path, []).append(silencer)


def _entries_of(comment: Comment, document: Document, entries: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return the entries that begin on the line of which a comment speaks."""
    line = comment.span.start.line
    starts = document.source.line_starts
    if _speaks_of_next_line(comment, document):
        after = bisect_left(entries, comment.span.end.offset, key=lambda entry: entry.start)
        if after == len(entries):
            return ()
        line = document.source.position(entries[after].start).line
    first = bisect_left(entries, starts[line - 1], key=lambda entry: entry.start)
    end = starts[line] if line < len(starts) else len(document.source.text) + 1
    return entries[first : bisect_left(entries, end, key=lambda entry: entry.start)]


def _speaks_of_next_line(comment: Comment, document: Document) -> bool:
    """Whether nothing is before a comment on its line, or only the dash of an item that follows."""
    if comment.stands_alone:
        return True
    start = comment.span.start
    return not document.source.text[start.offset - start.column + 1 : start.offset].strip(" \t-")


def _stretch(document: Document, entries: tuple[Stretch, ...]) -> tuple[int, int]:
    """Return where the text of entries that begin on one line starts and ends; nowhere without entries."""
    if not entries:
        return 0, 0
    line = document.source.position(entries[0].start).line
    # The dash of an item belongs to it.
    return document.source.line_starts[line - 1], max(entry.end for entry in entries)

"""From a document to its layout: which comment belongs to which entry.

A comment on the line of an entry is that entry's. One that stands alone belongs to the entry below it, or,
where it is indented deeper than that, to the innermost entry above that it is indented under.
"""

import re
from typing import Any, Final

from journeymap.formatting.forms import Forms, forms_of_file, forms_of_items, forms_under, is_prose
from journeymap.formatting.layout import Entry, Group, Layout, Remark, Scalar
from journeymap.formatting.remarks import spell_remark
from journeymap.named_tuples import NamedTuple
from journeymap.syntax import Document
from journeymap.syntax.comments import Comment, find_comments
from journeymap.syntax.framing import find_content

_BREAK: Final = re.compile(r"\r\n|\r|\n")
_START: Final = re.compile(r"(?:\A|(?<=[\r\n]))---[^\r\n]*")
_END: Final = re.compile(r"(?:\A|(?<=[\r\n]))\.\.\.(?=[ \t\r\n]|\Z)")
_HEADER: Final = re.compile(r"[|>][-+0-9]*")
_BLOCK: Final = ("|", ">")


def lay_out(document: Document, kind: str) -> Layout:
    """Return the layout of a document that can be composed."""
    text = document.source.text
    root = document.root
    start = root.start_mark.index
    marker = _START.search(text, 0, start)
    begin = marker.end() if marker else 0
    if marker and root.flow_style and not _BREAK.search(text, marker.end(), start):
        begin = marker.start() + 3  # the map stands on the line of the marker
    comments = [each for each in find_comments(document) if each.span.start.offset >= begin]
    drafting = _Drafting(document, comments, begin)
    entry = drafting.draft_root(root, forms_of_file(kind)).finish()
    return Layout(_frame(text[:begin]), entry, _frame(text[drafting.end :]), _newline(text))


class _Draft:
    """An entry in the making: its comments may come to light long after its value."""

    def __init__(self, column: int) -> None:
        self.column = column
        self.key: Scalar | None = None
        self.value: Scalar | _DraftGroup = Scalar("", "")
        self.has_colon = True
        self.lead: list[str] = []
        self.beside: Remark | None = None
        self.below: list[str] = []
        self.after: list[str] = []
        self.last_line = -1

    def finish(self) -> Entry:
        """Return the entry with all that is in it."""
        value = self.value if isinstance(self.value, Scalar) else self.value.finish()
        lead, below, after = tuple(self.lead), tuple(self.below), tuple(self.after)
        return Entry(self.key, value, lead, self.beside, below, after, self.has_colon)


class _DraftGroup(NamedTuple):
    """A group in the making."""

    entries: list[_Draft]
    is_mapping: bool
    is_flow: bool
    forms: Forms
    is_lone_pair: bool

    def finish(self) -> Group:
        """Return the group with all that is in it."""
        entries = tuple(entry.finish() for entry in self.entries)
        return Group(entries, self.is_mapping, self.is_flow, self.forms, self.is_lone_pair)


class _Drafting:
    """One walk through the nodes and comments of a document in the order of its text."""

    def __init__(self, document: Document, comments: list[Comment], begin: int) -> None:
        self._source = document.source
        self._text = document.source.text
        self._comments = comments
        self._next = 0
        self._upcoming = comments[0].span.start.offset if comments else len(self._text)
        self._at = begin
        self._line = document.source.position(begin).line
        self._open: list[_Draft] = []
        self._columns: list[int] = []
        self.end = 0

    def draft_root(self, node: Any, forms: Forms) -> _Draft:
        """Return the map of the file as an entry without key, the comments behind it in ``after``."""
        draft = _Draft(-1)
        self._open.append(draft)
        draft.value = self._draft_group(node, forms, draft)
        epilogue = _END.search(self._text, self._at)
        self.end = epilogue.start() if epilogue else len(self._text)
        self._place_comments(self.end, column=0, into=draft.after)
        return draft

    def _draft_value(self, node: Any, forms: Forms, draft: _Draft) -> None:
        if node.id == "scalar":
            draft.value = self._draft_scalar(node, draft, is_prose=is_prose(forms))
        else:
            draft.value = self._draft_group(node, forms, draft)

    def _draft_group(self, node: Any, forms: Forms, draft: _Draft) -> _DraftGroup:
        is_flow = bool(node.flow_style)
        is_lone_pair = is_flow and self._text[node.start_mark.index] not in "[{"
        group = _DraftGroup([], node.id == "mapping", is_flow, forms, is_lone_pair)
        depth = len(self._open)
        if group.is_flow:
            start = node.start_mark.index
            self._place_inner(start, draft)
            self._at, self._line = start + (not is_lone_pair), node.start_mark.line + 1
        else:
            self._columns.append(node.start_mark.column)
        if group.is_mapping:
            self._draft_pairs(node, group)
        else:
            self._draft_items(node, group)
        if group.is_flow:
            self._place_flow_comments(node.end_mark.index, draft.after)
            self._at, self._line = node.end_mark.index, node.end_mark.line + 1
            del self._open[depth:]
        else:
            self._columns.pop()
        return group

    def _draft_pairs(self, node: Any, group: _DraftGroup) -> None:
        chosen = next((str(value.value) for key, value in node.value if key.value == "add"), "")
        keys = [key.value for key, _ in node.value]
        forms = tuple(form for form in group.forms if all(key in form.keys for key in keys)) or group.forms
        depth = len(self._open)
        for key, value in node.value:
            draft = self._begin(key.start_mark, node, depth)
            group.entries.append(draft)
            draft.key = self._draft_scalar(key, draft, is_prose=False)
            colon = self._at
            if self._text[colon : colon + 1] != ":":
                colon = find_content(self._text, colon)
            draft.has_colon = self._text.startswith(":", colon)
            if draft.has_colon:
                self._at = colon + 1
            self._draft_value(value, forms_under(forms, key.value, chosen), draft)

    def _draft_items(self, node: Any, group: _DraftGroup) -> None:
        depth = len(self._open)
        forms = forms_of_items(group.forms)
        for item in node.value:
            draft = self._begin(item.start_mark, node, depth)
            group.entries.append(draft)
            if not group.is_flow:
                self._at += 1  # past the dash
            self._draft_value(item, forms, draft)

    def _begin(self, mark: Any, node: Any, depth: int) -> _Draft:
        """Open an entry after giving the comments before it to whom they belong."""
        draft = _Draft(node.start_mark.column)
        if node.flow_style:
            self._place_flow_comments(mark.index, draft.lead)
        else:
            start, line = mark.index, mark.line + 1
            if node.id == "sequence":
                start = self._at = find_content(self._text, self._at)  # the dash
                line = self._source.position(start).line
            if start > self._upcoming:
                is_first = len(self._open) == depth
                self._place_comments(start, None if is_first else draft.column, draft.lead)
            self._mark_blank(line, draft.lead)
            self._line = line
        del self._open[depth:]
        self._open.append(draft)
        return draft

    def _draft_scalar(self, node: Any, draft: _Draft, *, is_prose: bool) -> Scalar:
        start, end = node.start_mark.index, node.end_mark.index
        if start == end:
            return Scalar("", "")
        self._place_inner(start, draft)
        source = self._text[start:end]
        if node.style not in _BLOCK:
            self._at, self._line = end, node.end_mark.line + 1
            return Scalar(source, node.value, node.style or "", is_prose=is_prose)
        header = _HEADER.match(source)
        assert header  # a block text begins with its indicator
        keeps = "+" in header[0]
        self._take_beside(self._end_of_line(start), draft)
        self._at = end
        self._line = self._source.position(end if keeps else start + len(source.rstrip())).line
        if keeps and source[-1:] in {"\n", "\r"}:
            self._line -= 1
        lines = _BREAK.split(source)
        given = re.search("[1-9]", header[0])
        first = next((line for line in lines[1:] if line.strip(" ")), "")
        indent = max(self._columns[-1], 0) + int(given[0]) if given else len(first) - len(first.lstrip(" "))
        body = "\n".join((header[0], *lines[1:]))
        return Scalar(body, node.value, node.style, indent, is_prose)

    def _end_of_line(self, at: int) -> int:
        found = _BREAK.search(self._text, at)
        return found.start() if found else len(self._text)

    def _peek(self, before: int) -> Comment | None:
        return self._comments[self._next] if self._upcoming < before else None

    def _take(self, comment: Comment) -> str:
        self._next += 1
        is_last = self._next == len(self._comments)
        self._upcoming = len(self._text) if is_last else self._comments[self._next].span.start.offset
        self._line = comment.span.start.line
        return spell_remark(comment.text)

    def _take_beside(self, before: int, draft: _Draft) -> None:
        """Take the comment on the line of what was read last; an earlier one makes room above."""
        comment = self._peek(before)
        if comment and not comment.stands_alone:
            if draft.beside:
                draft.lead.append(draft.beside.text)
            start = comment.span.start
            draft.beside = Remark(self._take(comment), start.column - 1)
            draft.last_line = start.line

    def _take_below(self, before: int, draft: _Draft) -> None:
        """Take the comments that go on below one at the end of a line, in its column."""
        while draft.beside and (comment := self._peek(before)) is not None:
            start = comment.span.start
            if start.column - 1 != draft.beside.column or start.line != draft.last_line + 1:
                return
            draft.below.append(self._take(comment))
            draft.last_line = start.line

    def _place_inner(self, before: int, draft: _Draft) -> None:
        """Place the comments between a key or dash and a value that is no block."""
        if self._upcoming >= before:
            return
        self._take_beside(before, draft)
        while (comment := self._peek(before)) is not None:
            draft.lead.append(self._take(comment))

    def _place_flow_comments(self, before: int, into: list[str]) -> None:
        """Place the comments between two entries in brackets, where columns say nothing."""
        if self._upcoming >= before:
            return
        self._take_beside(before, self._open[-1])
        while (comment := self._peek(before)) is not None:
            into.append(self._take(comment))

    def _place_comments(self, before: int, column: int | None, into: list[str]) -> None:
        """Place the comments before an entry in a column; without one, it is the first of its block."""
        owner = self._open[-1]
        self._take_beside(before, owner)
        self._take_below(before, owner)
        deepest = len(self._open) - 1
        while (comment := self._peek(before)) is not None:
            at = comment.span.start.column - 1
            target = into
            if column is not None and at > column:
                while deepest > 0 and self._open[deepest].column >= at:
                    deepest -= 1
                target = self._open[deepest].after if deepest >= 0 else into
            self._mark_blank(comment.span.start.line, target)
            target.append(self._take(comment))
            if target is into:
                column = None

    def _mark_blank(self, line: int, into: list[str]) -> None:
        if line > self._line + 1 and into[-1:] != [""]:
            into.append("")


def _frame(text: str) -> tuple[str, ...]:
    """Return the lines of directives, markers and the comments around them, without blank lines."""
    return tuple(line.rstrip() for line in _BREAK.split(text) if line.strip())


def _newline(text: str) -> str:
    first = _BREAK.search(text)
    return "\r\n" if first and first[0] == "\r\n" else "\n"

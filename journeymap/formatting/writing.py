"""A layout printed: every line once, from top to bottom."""

from itertools import dropwhile
from typing import Final

from journeymap.formatting.aligning import Line, align
from journeymap.formatting.forms import forms_of_items
from journeymap.formatting.layout import Entry, Group, Layout, Scalar
from journeymap.formatting.spelling import (
    block_lines,
    can_be_bare,
    fold,
    is_block,
    is_broken,
    spell,
    spell_lines,
)
from journeymap.schema.splits import reads_as_one
from journeymap.syntax.quoting import quote

WIDTH: Final = 100
"""The longest line that a collection in brackets or a text of prose may make."""

_STEP: Final = 2
_SECTIONS: Final = frozenset(
    [
        "stages",
        "exits",
        "opportunities",
        "insights",
        "evidence",
        "feedback_loops",
        "changes",
        "channels",
        "metrics",
        "teams",
        "systems",
        "segments",
        "sources",
        "touchpoints",
        "phases",
        "terms",
        "lanes",
        "checks",
        "connections",
        "views",
    ]
)
"""The keys of a file whose blocks stand apart from what is above and below them."""


def write_layout(layout: Layout) -> str:
    """Return the text of a layout."""
    writing = _Writing()
    writing.write_frame(layout.prologue)
    writing.write_root(layout.root)
    writing.write_frame(layout.epilogue)
    return layout.newline.join((*align(writing.lines), ""))


class _Writing:
    """The lines of a file in the making."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        # Behind a block text that keeps its last line breaks, a blank line would be one more of them.
        self._is_sealed = False

    def write_frame(self, lines: tuple[str, ...]) -> None:
        for line in lines:
            self._write_line(line)

    def write_root(self, root: Entry) -> None:
        group = root.value
        assert isinstance(group, Group)
        flat = flatten(group)
        if flat is not None and (len(flat) <= WIDTH or not group.entries):
            self._write_remarks(root.lead, 0)
            self._write_line(flat, root)
        else:
            self._write_remarks((*root.lead, *root.remarks), 0)
            self._write_group(group, 0, is_root=True)
        self._write_remarks(root.after, 0)

    def _write_group(self, group: Group, indent: int, first: str = "", *, is_root: bool = False) -> None:
        """Write the entries of a block; ``first`` is what stands before the first one on its line."""
        before = None
        is_stages = any(form.title == "Stage" for form in forms_of_items(group.forms))
        for entry in group.entries:
            lead = _lines_above(entry) if before else _without_first_blanks(_lines_above(entry))
            if before and "" not in lead:
                is_apart = is_root and (_is_section(before) or _is_section(entry))
                if is_apart or (is_stages and (_is_long(before) or _is_long(entry))):
                    lead = ("", *lead)
            self._write_remarks(lead, indent)
            self._write_entry(entry, (first or " " * indent) + _spell_key(entry), indent)
            if not _holds_block(entry):
                self._write_remarks(entry.after, indent + _STEP)
            before, first = entry, ""

    def _write_entry(self, entry: Entry, head: str, indent: int) -> None:
        """Write an entry; ``head`` is its line up to the colon or dash."""
        value = entry.value
        if isinstance(value, Scalar):
            self._write_scalar(entry, value, head, indent)
            return
        flat = _flatten_in_block(value)
        if flat is not None and (len(head) + 1 + len(flat) <= WIDTH or _has_bare_key(value)):
            self._write_line(f"{head} {flat}", entry)
        elif entry.key:
            self._write_line(head, entry)
            self._write_group(value, indent + _STEP)
        else:
            # Behind a dash there is no room for a comment: the first key stands there.
            self._write_remarks(entry.remarks, indent)
            first = f"{head} "
            if any(_lines_above(value.entries[0])):
                self._write_line(head)
                first = ""
            self._write_group(value, indent + _STEP, first)

    def _write_scalar(self, entry: Entry, scalar: Scalar, head: str, indent: int) -> None:
        spelled = spell(scalar)
        if spelled is not None and len(head) + 1 + len(spelled) > WIDTH:
            # What stands below would become part of a block, so that a text with comments there stays.
            is_foldable = scalar.is_prose and not entry.below and not any(entry.after)
            folded = fold(scalar.value, WIDTH - indent - _STEP) if is_foldable else []
            if len(folded) > 1:
                self._write_block(f"{head} >-", folded, entry, indent)
                return
            if is_broken(scalar):
                spelled = None
        if spelled is not None:
            self._write_line(f"{head} {spelled}" if spelled else head, entry)
        elif is_block(scalar):
            header, lines = block_lines(scalar)
            self._write_block(f"{head} {header}", lines, entry, indent)
            self._is_sealed = "+" in header
        else:
            first, *others, last = spell_lines(scalar)
            self._write_block(f"{head} {first}", others, None, indent)
            self._write_line(" " * (indent + _STEP) + last, entry)

    def _write_block(self, head: str, lines: list[str], entry: Entry | None, indent: int) -> None:
        self._write_line(head, entry)
        margin = " " * (indent + _STEP)
        self.lines += [Line(margin + line if line else "") for line in lines]

    def _write_remarks(self, remarks: tuple[str, ...], indent: int) -> None:
        for remark in remarks:
            if remark:
                self._write_line(" " * indent + remark)
            elif self.lines and not self._is_sealed and self.lines[-1] != Line(""):
                self.lines.append(Line(""))

    def _write_line(self, text: str, entry: Entry | None = None) -> None:
        """Write a line, with the comment that an entry has on it."""
        self._is_sealed = False
        self.lines.append(Line(text, entry.beside if entry else None, entry.below if entry else ()))


def _flatten_in_block(group: Group) -> str | None:
    """Return a collection in brackets on one line; None also for a pair without, which becomes a block."""
    return None if _is_bare_pair(group) else flatten(group)


def flatten(group: Group) -> str | None:
    """Return a collection in brackets on one line; None where it is a block or holds a comment."""
    if not group.is_flow:
        return None
    keep_quotes = not group.is_mapping and _reads_as_one(group)
    parts = [_flatten_entry(entry, keep_quotes=keep_quotes) for entry in group.entries]
    if None in parts:
        return None
    joined = ", ".join(part for part in parts if part is not None)
    if _is_bare_pair(group):
        return joined
    return f"{{{joined}}}" if group.is_mapping else f"[{joined}]"


def _flatten_entry(entry: Entry, *, keep_quotes: bool) -> str | None:
    if any(entry.lead) or entry.beside or entry.below or entry.after:
        return None
    value = entry.value
    if isinstance(value, Group):
        part = flatten(value)
    else:
        part = spell(value, in_brackets=True, keep_quotes=keep_quotes)
    if entry.key is None or part is None:
        return part
    key = _spell_name(entry.key, in_brackets=True)
    return f"{key}: {part}" if entry.has_colon else key


def _is_bare_pair(group: Group) -> bool:
    """Whether a mapping needs no braces, and had none: often it is a text that a colon made a mapping."""
    return group.is_lone_pair and len(group.entries) == 1 and group.entries[0].has_colon


def _reads_as_one(group: Group) -> bool:
    """Whether the texts of a list look like one that a comma has cut, so that quotes say otherwise."""
    texts = [entry.value.value for entry in group.entries if isinstance(entry.value, Scalar)]
    return bool(texts) and reads_as_one(texts)


def _spell_key(entry: Entry) -> str:
    return "-" if entry.key is None else f"{_spell_name(entry.key)}:"


def _spell_name(key: Scalar, *, in_brackets: bool = False) -> str:
    """Return a key on one line, as every key can be."""
    spelled = spell(key, in_brackets=in_brackets)
    if spelled is None and key.value.isprintable():
        is_bare = can_be_bare(key.value, in_brackets=in_brackets)
        spelled = key.value if is_bare else quote(key.value)
    if spelled is None:
        import json  # a key of several lines, which only quotes with escapes can hold

        spelled = json.dumps(key.value, ensure_ascii=False)
    return spelled


def _has_bare_key(group: Group) -> bool:
    """Whether a key stands there alone: only brackets show that a comma has cut a text."""
    return any(entry.key and not entry.has_colon for entry in group.entries)


def _is_section(entry: Entry) -> bool:
    value = entry.value
    if entry.name not in _SECTIONS or not isinstance(value, Group) or not _is_long(entry):
        return False
    return value.is_mapping or isinstance(value.entries[0].value, Group)


def _is_long(entry: Entry) -> bool:
    """Whether an entry with several values takes more than a line."""
    if not isinstance(entry.value, Group):
        return False
    flat = _flatten_in_block(entry.value)
    return flat is None or _STEP + len(f"{entry.name}: {flat}") > WIDTH


def _lines_above(entry: Entry) -> tuple[str, ...]:
    """Return the lines above an entry: also the comments below a block text, or they would be part of it."""
    return (*entry.lead, *filter(None, entry.after)) if _holds_block(entry) else entry.lead


def _holds_block(entry: Entry) -> bool:
    return isinstance(entry.value, Scalar) and is_block(entry.value)


def _without_first_blanks(lead: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dropwhile(lambda line: not line, lead))

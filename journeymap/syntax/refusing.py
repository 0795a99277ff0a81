"""Anchors, aliases and tags: found on the composed nodes before any value is built."""

import re
from collections.abc import Iterator

from journeymap.diagnostics import Diagnostic, Edit, Fix, Label
from journeymap.source import SourceFile
from journeymap.syntax.composing import MappingNode, Node, SequenceNode
from journeymap.syntax.faults import ALIAS_USED, TAG_USED
from journeymap.syntax.limits import Limits
from journeymap.syntax.quoting import shorten

_NAME = r"[^\s,\[\]{}]*"
_TAG = re.compile(rf"!<[^>\s]*>|!{_NAME}")
_ANCHOR = re.compile(f"&{_NAME}")
_ANCHOR_AFTER_TAG = re.compile(rf"!{_NAME}\s+(?=&)")
_ALIAS = re.compile(r"\*[^\s,\[\]{}:]*")


def find_refused(root: Node, source: SourceFile, limits: Limits) -> tuple[Diagnostic, ...]:
    """Return the tags up to the first anchor, and that anchor.

    An anchored node is visited before any alias to it, so the walk ends before it meets a cycle.
    """
    text = source.text
    # A property can only be written with these two characters.
    if "&" not in text and "!" not in text:
        return ()
    tags: dict[int, Diagnostic] = {}
    for node in _walk(root):
        at = node.start_mark.index
        first = text[at : at + 1]
        if first == "&":
            return (*tags.values(), find_anchor(source, at))
        if first != "!":
            continue
        # A mapping begins where its first key does, so a tag there is met twice.
        if at not in tags:
            tags[at] = find_tag(source, at)
        anchored = _ANCHOR_AFTER_TAG.match(text, at)
        if anchored:
            return (*tags.values(), find_anchor(source, anchored.end()))
        if len(tags) == limits.findings:
            break
    return tuple(tags.values())


def find_anchor(source: SourceFile, at: int) -> Diagnostic:
    """Return the finding for the anchor at an offset, with a label on its first alias."""
    anchor = _match_name(_ANCHOR, source, at)
    alias = re.compile(rf"(?<=[\s,\[{{])\*{re.escape(anchor[1:])}(?=[\s,\]}}:]|\Z)").search(source.text, at)
    return ALIAS_USED.found(
        f"the anchor `{shorten(anchor)}` is not part of the language",
        source.span(at, at + len(anchor)),
        labels=(Label(source.span(alias.start(), alias.end()), "used here"),) if alias else (),
        help=(
            "declare what is shared once in a library file and refer to it with `uses`",
            "if this is a text that begins with `&`, put it in quotes",
        ),
        args=(anchor,),
    )


def find_alias(source: SourceFile, at: int) -> Diagnostic:
    """Return the finding for an alias that names no anchor."""
    alias = _match_name(_ALIAS, source, at)
    return ALIAS_USED.found(
        f"`{shorten(alias)}` reads as an alias, and aliases are not part of the language",
        source.span(at, at + len(alias)),
        help=(
            "if this is a text that begins with `*`, put it in quotes",
            "to share an entry, declare it in a library file and refer to it with `uses`",
        ),
        args=(alias,),
    )


def find_tag(source: SourceFile, at: int) -> Diagnostic:
    """Return the finding for the tag at an offset."""
    tag = _match_name(_TAG, source, at)
    end = at + len(tag)
    end += len(source.text[end:]) - len(source.text[end:].lstrip(" "))
    return TAG_USED.found(
        f"the tag `{shorten(tag)}` is not part of the language",
        source.span(at, at + len(tag)),
        help=("delete the tag; if this is a text that begins with `!`, put it in quotes",),
        fixes=(Fix("delete the tag", (Edit(source.span(at, end), ""),), safe=False),),
        args=(tag,),
    )


def _match_name(pattern: re.Pattern[str], source: SourceFile, at: int) -> str:
    found = pattern.match(source.text, at)
    return found[0] if found else source.text[at : at + 1]


def _walk(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, SequenceNode):
            waiting.extend(reversed(node.value))
        elif isinstance(node, MappingNode):
            for key, value in reversed(node.value):
                waiting += (value, key)

"""Nodes to plain values by the YAML 1.2 core schema, with every finding on the way.

Repeated keys and keys that are no text are left out of the values, so that the rest of the file can
still be checked; any other error makes the whole document unusable.
"""

from typing import Any

from journeymap.diagnostics import Diagnostic, Edit, Fix, Label
from journeymap.named_tuples import NamedTuple
from journeymap.source import SourceFile, Span
from journeymap.syntax.composing import Node, ScalarNode, SequenceNode
from journeymap.syntax.faults import (
    AMBIGUOUS_SCALAR,
    DUPLICATE_KEY,
    KEY_NOT_TEXT,
    MERGE_KEY,
    NOT_A_NUMBER,
    TOO_LONG,
)
from journeymap.syntax.limits import Limits
from journeymap.syntax.quoting import quote, shorten
from journeymap.syntax.scalars import (
    AMBIGUOUS_WORDS,
    NUMERALS,
    WORDS,
    Refused,
    Scalar,
    read_as_1_1,
    resolve_number,
)

_NOT_JUST_TEXT = AMBIGUOUS_WORDS | WORDS.keys()
_NOT_JUST_KEYS = {"<<"} | WORDS.keys()


class Constructed(NamedTuple):
    """The values of a document, whether they can be used, and what was found in them."""

    data: Any
    usable: bool
    diagnostics: tuple[Diagnostic, ...]


def construct_values(root: Node, source: SourceFile, limits: Limits) -> Constructed:
    """Return the plain values of a node tree that holds no alias."""
    construction = _Construction(source, limits)
    data = construction.build(root)
    return Constructed(data, construction.usable, tuple(construction.findings))


def is_text_key(node: Node) -> bool:
    """Whether a key's node is a text, as every key must be."""
    if not isinstance(node, ScalarNode):
        return False
    key = node.value
    if node.style or (key not in _NOT_JUST_KEYS and key[0] not in NUMERALS):
        return True
    return key not in _NOT_JUST_KEYS and isinstance(resolve_number(key), str)


class _Construction:
    def __init__(self, source: SourceFile, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        # No scalar is longer than its text, so nearly every file is spared the check for each scalar.
        self.may_be_long = len(source.text) > limits.scalar
        self.usable = True
        self.findings: list[Diagnostic] = []

    def build(self, node: Node) -> Any:
        """Return the value of a node; the nesting is bounded by the guard of composing."""
        if isinstance(node, ScalarNode):
            value = node.value
            if self.may_be_long and len(value) > self.limits.scalar:
                self._find_long(node)
            if node.style or (value not in _NOT_JUST_TEXT and value[0] not in NUMERALS):
                return value
            return self._resolve(node)
        build = self.build
        if isinstance(node, SequenceNode):
            return [build(item) for item in node.value]
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not is_text_key(key_node):
                self._find_bad_key(key_node)
                continue
            if key in result:
                self._find_duplicate(node, key_node)
                continue
            result[key] = build(value_node)
        return result

    def _resolve(self, node: ScalarNode) -> Scalar:
        text: str = node.value
        value: Scalar
        if text in WORDS:
            return WORDS[text]
        if text[0] in NUMERALS:
            number = resolve_number(text)
            if isinstance(number, Refused):
                self._find_bad_number(node, number)
                return None
            value = number
        else:
            value = text
        reading = None if self._is_full() else read_as_1_1(text, value)
        if reading:
            self._find_ambiguous(node, value, reading)
        return value

    def _find_long(self, node: ScalarNode) -> None:
        self.usable = False
        if self._is_full():
            return
        start = node.start_mark.index
        self.findings.append(
            TOO_LONG.found(
                f"the text has {len(node.value):,} characters, more than the {self.limits.scalar:,} "
                "that are read",
                self.source.span(start, start + 1),
                label="begins here",
                help=("keep long material in a document of its own and give its address in `links`",),
            )
        )

    def _find_bad_key(self, node: Node) -> None:
        if isinstance(node, ScalarNode) and node.value == "<<":
            self.usable = False
            if not self._is_full():
                self.findings.append(
                    MERGE_KEY.found(
                        "the merge key `<<` is not part of the language",
                        self._span(node),
                        help=("write the keys out; what maps share belongs in a library, see `uses`",),
                    )
                )
            return
        if self._is_full():
            return
        span = self._span(node)
        if not isinstance(node, ScalarNode):
            self.findings.append(
                KEY_NOT_TEXT.found(
                    "a list or a mapping stands where a key is expected",
                    span,
                    label="a key is one text",
                    help=("write the key as a text; a text that begins with `[` or `{` needs quotes",),
                )
            )
            return
        text = node.value
        if not text:
            self.findings.append(
                KEY_NOT_TEXT.found(
                    "the key before this `:` is missing",
                    span,
                    help=("write `key: value`; a text that begins with `:` needs quotes",),
                )
            )
            return
        what = "a number" if text[0] in NUMERALS else "empty" if WORDS[text] is None else "a true or false"
        self.findings.append(
            KEY_NOT_TEXT.found(
                f"the key `{shorten(text)}` is {what}, and keys are text",
                span,
                help=(f"put it in quotes: `{shorten(quote(text))}:`",),
                fixes=(Fix("put the key in quotes", (Edit(span, quote(text)),)),),
                args=(text,),
            )
        )

    def _find_duplicate(self, mapping: Node, node: ScalarNode) -> None:
        if self._is_full():
            return
        first = next(key for key, _ in mapping.value if key.value == node.value and is_text_key(key))
        self.findings.append(
            DUPLICATE_KEY.found(
                f"the key `{shorten(node.value)}` stands here a second time",
                self._span(node),
                label="written again",
                labels=(Label(self._span(first), "first written here"),),
                help=("keep one of the two; for several values under one key, write a list",),
                args=(node.value,),
            )
        )

    def _find_bad_number(self, node: ScalarNode, refused: Refused) -> None:
        self.usable = False
        if self._is_full():
            return
        text: str = node.value
        span = self._span(node)
        if refused is Refused.NOT_FINITE:
            message = f"`{shorten(text)}` is not a finite number"
            advice = "write a finite number, or leave the key out where the value is not known"
        else:
            message = f"a number of {len(text):,} characters is more than can be kept exactly"
            advice = "round the number"
        self.findings.append(
            NOT_A_NUMBER.found(
                message,
                span,
                help=(f"{advice}; if it is an id or another text, put it in quotes",),
                fixes=(Fix("put it in quotes", (Edit(span, quote(text)),), safe=False),),
                args=(shorten(text),),
            )
        )

    def _find_ambiguous(self, node: ScalarNode, value: Scalar, reading: str) -> None:
        text: str = node.value
        span = self._span(node)
        quoted = quote(text)
        is_text = isinstance(value, str)
        ours = "text" if is_text else f"the number {value}"
        self.findings.append(
            AMBIGUOUS_SCALAR.found(
                f"`{text}` is {ours} here and {reading} to YAML 1.1 tools",
                span,
                help=(
                    (f"put it in quotes: `{quoted}`",)
                    if is_text
                    else (f"write the number as `{value}`, or put it in quotes if it is text: `{quoted}`",)
                ),
                # Quotes turn a number into text, so only for a text they keep the meaning.
                fixes=(
                    *(() if is_text else (Fix(f"replace with `{value}`", (Edit(span, f"{value}"),)),)),
                    Fix("put it in quotes", (Edit(span, quoted),), safe=is_text),
                ),
                args=(text,),
            )
        )

    def _is_full(self) -> bool:
        return len(self.findings) >= self.limits.findings

    def _span(self, node: Node) -> Span:
        return self.source.span(node.start_mark.index, node.end_mark.index)

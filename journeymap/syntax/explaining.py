"""Syntax errors in words: what was being read, what was expected there, and how it is written.

The parser's own sentence only chooses the explanation; the words and the place come from the text. So
both parsers, and every version of libyaml, report the same.
"""

from collections.abc import Callable
from typing import TypeAlias

from journeymap.diagnostics import Diagnostic
from journeymap.source import SourceFile
from journeymap.syntax import blocks, brackets, gaps, quotations
from journeymap.syntax.composing import TOO_DEEP as DEEP
from journeymap.syntax.composing import TOO_MANY as MANY
from journeymap.syntax.composing import Node, ScalarNode, Stumble
from journeymap.syntax.faults import (
    EMPTY_FILE,
    FIRST_LINE,
    NOT_A_MAPPING,
    TOO_DEEP,
    TOO_MANY_VALUES,
    YAML_SYNTAX,
)
from journeymap.syntax.limits import Limits
from journeymap.syntax.lines import line_at
from journeymap.syntax.quoting import shorten
from journeymap.syntax.refusing import find_alias, find_anchor, find_tag

Explanation: TypeAlias = Callable[[SourceFile, Stumble], Diagnostic]

# The first fitting row explains. The left column holds words of libyaml and of PyYAML.
_BY_CONTEXT: tuple[tuple[str, Explanation], ...] = (
    ("scanning an alias", quotations.explain_mark),
    ("scanning an anchor", quotations.explain_mark),
    ("scanning a directive", quotations.explain_percent),
    ("tag", lambda source, stumble: find_tag(source, stumble.opened)),
    ("block scalar", quotations.explain_block_text),
    ("quoted scalar", quotations.explain_quoted),
    ("flow sequence", brackets.explain_bracket),
    ("flow mapping", brackets.explain_bracket),
)
_BY_PROBLEM: tuple[tuple[str, Explanation], ...] = (
    ("undefined alias", lambda source, stumble: find_alias(source, stumble.at)),
    ("undefined tag handle", lambda source, stumble: find_tag(source, stumble.at)),
    ("occurrence", lambda source, stumble: find_anchor(source, stumble.at)),
    ("mapping values are not allowed", blocks.explain_second_colon),
    ("could not find expected ':'", blocks.explain_missing_colon),
    ("cannot start any token", quotations.explain_first_character),
    ("sequence entries are not allowed", blocks.explain_dash),
    ("mapping keys are not allowed", blocks.explain_question_mark),
    ("unexpected ':'", brackets.explain_last_colon),
    ("node content", brackets.explain_nothing),
    ("<document start>", blocks.explain_outdented),
)


def explain_stumble(source: SourceFile, stumble: Stumble, limits: Limits) -> Diagnostic:
    """Return the finding for the place where the parser gave up."""
    if stumble.problem in {DEEP, MANY}:
        return _explain_limit(source, stumble, limits)
    in_brackets = "flow" in stumble.context or "quoted" in stumble.context
    if not in_brackets and blocks.is_behind_tab(source, stumble.at):
        return blocks.explain_tab(source, stumble)
    for words, explain in _BY_CONTEXT:
        if words in stumble.context:
            return explain(source, stumble)
    for words, explain in _BY_PROBLEM:
        if words in stumble.problem:
            return explain(source, stumble)
    if "block collection" in stumble.context:
        return blocks.explain_list_end(source, stumble)
    if "block mapping" in stumble.context:
        return blocks.explain_mapping_end(source, stumble)
    return _explain_unknown(source, stumble)


def explain_root(source: SourceFile, root: Node) -> Diagnostic:
    """Return the finding for a file that is a list, one text, or nothing behind a `---`."""
    start = root.start_mark.index
    if isinstance(root, ScalarNode):
        if not root.value:
            return EMPTY_FILE.found("the file holds no map", source.span(0, 0), help=(FIRST_LINE,))
        line = line_at(source, start)
        return gaps.find_missing_blank(source, line, NOT_A_MAPPING) or NOT_A_MAPPING.found(
            f"expected `key: value`, found the text `{shorten(line.text.strip())}`",
            source.span(start, max(line.end, start + 1)),
            help=("write each field as `key: value`, for example `title: Demo`",),
        )
    line = line_at(source, start)
    return NOT_A_MAPPING.found(
        "expected `key: value`, found a list",
        source.span(start, max(line.end, start + 1)),
        help=("write the fields of the map without dashes in front, for example `title: Demo`",),
    )


def _explain_limit(source: SourceFile, stumble: Stumble, limits: Limits) -> Diagnostic:
    span = source.span(stumble.at, min(stumble.at + 1, len(source.text)))
    if stumble.problem == DEEP:
        return TOO_DEEP.found(
            f"values are nested more than {limits.depth} levels deep",
            span,
            label=f"level {limits.depth + 1} begins here",
            help=("a map nests about ten levels; check the brackets and the indentation",),
        )
    return TOO_MANY_VALUES.found(
        f"the file holds more than {limits.nodes:,} values",
        span,
        help=("split the journey and join the parts with `expand`, or move shared entries to a library",),
    )


def _explain_unknown(source: SourceFile, stumble: Stumble) -> Diagnostic:
    at = min(stumble.at, max(0, len(source.text) - 1))
    return YAML_SYNTAX.found(
        "the text cannot be read from here on",
        source.span(at, min(at + 1, len(source.text))),
        help=("write each field as `key: value` and each item of a list as `- item`, indented with spaces",),
    )

"""Explanations for lines: colons, dashes, indentation and tabs."""

import re

from journeymap.diagnostics import Diagnostic, Edit, Fix, Label
from journeymap.source import SourceFile
from journeymap.syntax import brackets, gaps, quotations
from journeymap.syntax.composing import Stumble
from journeymap.syntax.faults import YAML_SYNTAX
from journeymap.syntax.lines import Line, line_above, line_at
from journeymap.syntax.quoting import quote, shorten

_TABS = re.compile(r"\t+")
_LONGEST_KEY = 1_000


def is_behind_tab(source: SourceFile, at: int) -> bool:
    """Whether the line up to an offset is indented with a tab."""
    start = line_at(source, min(at, len(source.text))).start
    before = source.text[start : at + 1]
    return "\t" in before and not before.strip(" \t")


def explain_tab(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a line that is indented with a tab."""
    tabs = _TABS.search(source.text, line_at(source, stumble.at).start)
    assert tabs  # the explanation was chosen because of one
    return YAML_SYNTAX.found(
        "the line is indented with a tab, and only spaces indent",
        source.span(tabs.start(), tabs.end()),
        label="a tab" if tabs.end() - tabs.start() == 1 else "tabs",
        help=("replace the tab by as many spaces as the entries beside it have",),
        args=("tab",),
    )


def explain_second_colon(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a colon where no key can end: in a text without quotes, or on a line indented too deep."""
    line = line_at(source, stumble.at)
    colon = source.span(stumble.at, stumble.at + 1)
    if line.key and line.colon < stumble.at:
        if line.value_start == stumble.at:
            message = f"expected a value after `{shorten(line.key)}:`, found a second colon"
            return YAML_SYNTAX.found(message, colon, help=("delete one colon, or put the text in quotes",))
        return _find_colon_in_text(source, line, stumble.at)
    if stumble.at - line.content > _LONGEST_KEY:
        message = "a key of more than 1,000 characters cannot be read"
        advice = "if this is a text, put it in quotes"
        return YAML_SYNTAX.found(message, source.span(line.content, line.content + 1), help=(advice,))
    above = line_above(source, line)
    if above is None:
        return brackets.find_second_colon(source, stumble.at)
    if above.key and above.value:
        return gaps.find_missing_dash_blank(source, above) or _find_deeper(source, line, above)
    return _find_text_above(source, line, above)


def explain_missing_colon(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a line among keys that has no colon."""
    line = line_at(source, stumble.opened)
    return gaps.find_missing_blank(source, line) or _find_no_colon(source, line)


def explain_dash(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a list that begins on the line of its key."""
    line = line_at(source, stumble.at)
    item = line.value.removeprefix("-").strip()
    if item.replace(".", "", 1).isdecimal():
        message = f"there is a blank between the sign and the number {shorten(item)}"
        advice = f"write `-{shorten(item)}`"
    elif not item:
        message = "a dash alone is no value"
        advice = 'write the items of a list on the lines below; a dash as a text needs quotes: `"-"`'
    else:
        message = "a list cannot begin on the line of its key"
        shown = shorten(item)
        advice = f"write `- {shown}` on the next line, indented, or the list in brackets: `[{shown}]`"
    span = source.span(stumble.at, stumble.at + 1)
    return YAML_SYNTAX.found(message, span, help=(advice,), args=("-",))


def explain_question_mark(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a text that begins with a question mark and a blank."""
    return YAML_SYNTAX.found(
        "a text without quotes cannot begin with `? `",
        source.span(stumble.at, stumble.at + 1),
        help=("put the text in quotes",),
        args=("?",),
    )


def explain_outdented(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain what follows a map that the parser took for finished."""
    line = line_at(source, stumble.at)
    above = line_above(source, line)
    if above is None or source.text.lstrip(" \t\r\n")[:1] in {"{", "[", '"', "'"}:
        return YAML_SYNTAX.found(
            "expected the end of the file after the closing bracket or quote",
            source.span(stumble.at, max(line.end, stumble.at + 1)),
            help=("write the fields as `key: value` lines, without brackets or quotes around them",),
        )
    return YAML_SYNTAX.found(
        "the line is indented less than the first line of the map",
        source.span(line.content, max(line.end, line.content + 1)),
        label=f"begins in column {_column(line)}",
        labels=(_label_column(source, above),),
        help=("let all fields of the map begin in the same column, best the first",),
    )


def explain_list_end(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a line among the items of a list that is no item."""
    line = line_at(source, stumble.at)
    if not _is_first(line, stumble.at):
        return _explain_after_value(source, line, stumble)
    shown = shorten(line.text.strip())
    column = stumble.opened - line_at(source, stumble.opened).start + 1
    if _column(line) > column:
        advice = "let all fields of an item begin in the column of its first field"
    elif column == 1:
        advice = "write the fields of the map as `key: value`, and a list below its key"
    else:
        advice = (
            "a field of the item above is indented deeper than its dash; "
            f"a field after the list begins before column {column}"
        )
    return YAML_SYNTAX.found(
        f"expected another item `- …` of the list, found `{shown}`",
        source.span(line.content, line.end),
        label=f"begins in column {_column(line)}",
        labels=(Label(source.span(stumble.opened, stumble.opened + 1), "the list begins here"),),
        help=(advice,),
    )


def explain_mapping_end(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a line that fits none of the keys around it, or what follows a value on its line."""
    line = line_at(source, stumble.at)
    if not _is_first(line, stumble.at):
        return _explain_after_value(source, line, stumble)
    first = source.text[stumble.at : stumble.at + 1]
    if first in {"]", "}", ","}:
        return brackets.find_closer(source, stumble.at)
    if first == ":":
        return _find_no_key(source, stumble.at)
    column = stumble.opened - line_at(source, stumble.opened).start + 1
    if _column(line) == column and not line.is_item:
        return _find_no_colon(source, line)
    above = line_above(source, line)
    assert above is not None  # the mapping began on a line above
    span = source.span(line.start + len(line.indentation), max(line.end, stumble.at + 1))
    if line.is_item and _column(line) <= column:
        return YAML_SYNTAX.found(
            "a list item stands among `key: value` lines",
            span,
            labels=(_label_column(source, above),),
            help=("write the key of the list on the line above the items, for example `stages:`",),
        )
    return YAML_SYNTAX.found(
        "the indentation of this line fits none of the lines above it",
        span,
        label=f"begins in column {_column(line)}",
        labels=(_label_column(source, above),),
        help=("indent it exactly like the entries it belongs to; each level deeper by two spaces",),
    )


def _find_no_key(source: SourceFile, at: int) -> Diagnostic:
    return YAML_SYNTAX.found(
        "the key before this `:` is missing",
        source.span(at, at + 1),
        help=("write `key: value`, for example `title: Demo`; a text that begins with `:` needs quotes",),
        args=(":",),
    )


def _find_no_colon(source: SourceFile, line: Line) -> Diagnostic:
    wide = gaps.find_full_width_colon(source, line)
    if wide:
        return wide
    word, _, rest = line.rest.partition(" ")
    rest = rest.lstrip("= ")
    example = f"`{shorten(word)}: {shorten(rest) or '…'}`" if word[:1].isalnum() else "`title: Demo`"
    return YAML_SYNTAX.found(
        f"expected a colon after a key, found `{shorten(line.rest)}` alone on the line",
        source.span(line.content, max(line.end, line.content + 1)),
        help=(
            f"write `key: value`, for example {example}",
            "if the line goes on with the text above it, indent it deeper than the key of that text",
        ),
        args=(shorten(word),),
    )


def _find_colon_in_text(source: SourceFile, line: Line, at: int) -> Diagnostic:
    span = source.span(at, at + 1)
    message = f"the text of `{shorten(line.key)}` holds a colon followed by a blank, and needs quotes"
    quoted = quote(line.value)
    value = source.span(line.value_start, line.end)
    return YAML_SYNTAX.found(
        message,
        span,
        label="reads as a second key on the line",
        help=(f"write `{shorten(line.key)}: {shorten(quoted, 60)}`",),
        fixes=(Fix("put the text in quotes", (Edit(value, quoted),), safe=False),),
        args=(line.key,),
    )


def _find_deeper(source: SourceFile, line: Line, above: Line) -> Diagnostic:
    key = shorten(line.key) if line.key else shorten(line.rest)
    return YAML_SYNTAX.found(
        f"`{key}` is indented below `{shorten(above.key)}`, which already has a value",
        source.span(line.content, line.content + max(1, len(line.key))),
        label=f"begins in column {_column(line)}",
        labels=(Label(source.span(above.value_start, above.end), "the value"),),
        help=(f"let `{key}` begin in the same column as the key above it",),
        args=(key,),
    )


def _find_text_above(source: SourceFile, line: Line, above: Line) -> Diagnostic:
    blank = gaps.find_missing_blank(source, above)
    if blank:
        return blank
    if above.is_item:
        shown = shorten(above.rest)
        return YAML_SYNTAX.found(
            f"the item `- {shown}` is a text, and a text has no fields",
            source.span(above.content, max(above.end, above.content + 1)),
            labels=(
                Label(source.span(line.content, max(line.end, line.content + 1)), "this would be a field"),
            ),
            help=(f"name the text: `- title: {shown}`, with the other fields below `title`",),
        )
    return _find_no_colon(source, above)


def _explain_after_value(source: SourceFile, line: Line, stumble: Stumble) -> Diagnostic:
    before = source.text[line.start : stumble.at].rstrip()
    found = source.text[stumble.at : stumble.at + 1]
    if found in {"]", "}", ","}:
        return brackets.find_closer(source, stumble.at)
    if before.endswith(("]", "}")):
        return brackets.find_text_after_bracket(source, line, stumble.at)
    return quotations.find_text_after_quote(source, line, stumble.at)


def _is_first(line: Line, at: int) -> bool:
    return not line.text[: at - line.start].strip(" \t-")


def _column(line: Line) -> int:
    return len(line.indentation) + 1


def _label_column(source: SourceFile, line: Line) -> Label:
    start = line.start + len(line.indentation)
    column = len(line.indentation) + 1
    return Label(source.span(start, max(line.end, start + 1)), f"begins in column {column}")

"""Explanations for texts: quotes, escapes, block texts, and characters no text can begin with."""

import re

from journeymap.diagnostics import Diagnostic, Edit, Fix, Label
from journeymap.source import SourceFile
from journeymap.syntax.composing import Stumble
from journeymap.syntax.faults import YAML_SYNTAX
from journeymap.syntax.lines import Line, line_at, read_line
from journeymap.syntax.quoting import quote, shorten

_ESCAPE = re.compile(
    r"\\(?:[0abt\tnvfre \"/\\N_LP\r\n]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|(?P<bad>[^\r\n]?))"
)
_LENGTHS = {"x": 2, "u": 4, "U": 8}
_LINES_LOOKED_BACK = 200


def explain_first_character(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a text without quotes that begins with a character YAML keeps for itself."""
    return _find_first(source, stumble.at, "YAML keeps it for itself")


def explain_percent(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a line that begins with `%` below the first line of the map."""
    return _find_first(source, stumble.opened, "YAML keeps it for itself")


def explain_mark(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a text without quotes that begins with `*` or `&`, as Markdown emphasis does."""
    mark = source.text[stumble.opened : stumble.opened + 1]
    return _find_first(
        source, stumble.opened, f"`{mark}` begins {'an alias' if mark == '*' else 'an anchor'}"
    )


def explain_block_text(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a line of `|` or `>` that holds more than its marks."""
    mark = source.text[stumble.opened : stumble.opened + 1]
    line = line_at(source, stumble.opened)
    rest = source.text[stumble.opened + 1 : max(line.end, stumble.opened + 1)]
    advice = f"begin the text on the next line, indented; a text that begins with `{mark}` needs quotes"
    edit = Edit(source.span(stumble.opened, max(line.end, stumble.opened + 1)), quote(mark + rest))
    return YAML_SYNTAX.found(
        f"expected the end of the line after `{mark}`, which begins a text of several lines",
        edit.span,
        help=(advice,),
        fixes=(Fix("put the text in quotes", (edit,), safe=False),),
        args=(mark,),
    )


def explain_quoted(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a text in quotes that is not closed, or an escape in it that means nothing."""
    if "escape" in stumble.problem or "hex" in stumble.problem:
        return _find_escape(source, stumble)
    mark = source.text[stumble.opened : stumble.opened + 1]
    line = line_at(source, stumble.opened)
    inside = "twice: `'it''s'`" if mark == "'" else 'as `\\"`'
    return YAML_SYNTAX.found(
        "the quote that opens here is never closed",
        source.span(stumble.opened, max(line.end, stumble.opened + 1)),
        label="the text begins here",
        help=(f"write `{mark}` at the end of the text", f"write a quote inside the text {inside}"),
        args=(mark,),
    )


def find_text_after_quote(source: SourceFile, line: Line, at: int) -> Diagnostic:
    """Return the finding for text behind a closing quote."""
    runaway = find_runaway_quote(source, at)
    if runaway:
        return runaway
    before = source.text[line.start : at]
    closed = line.start + len(before.rstrip())
    mark = source.text[closed - 1 : closed]
    span = source.span(at, max(line.end, at + 1))
    if mark not in {'"', "'"}:
        message = "expected the end of the line"
        return YAML_SYNTAX.found(message, span, label="this is left over", help=("put the text in quotes",))
    if mark == "'" and before.endswith("'"):
        advice = f"write an apostrophe twice, or use double quotes: `{shorten(_requote(line, mark), 60)}`"
    else:
        advice = "put the whole text in quotes, with other quotes inside: `'\"Free\" delivery'`"
    fixes: tuple[Fix, ...] = ()
    if line.value[:1] == mark and line.value_start < at:
        edit = Edit(source.span(line.value_start, line.end), _requote(line, mark))
        fixes = (Fix("put the whole text in quotes", (edit,), safe=False),)
    return YAML_SYNTAX.found(
        "expected the end of the line after the closing quote",
        span,
        label="this is left over",
        labels=(Label(source.span(closed - 1, closed), "the text ends here"),),
        help=(advice,),
        fixes=fixes,
        args=(mark,),
    )


def find_runaway_quote(source: SourceFile, at: int) -> Diagnostic | None:
    """Return the finding for a quote that was closed by a quote of a later line, if that explains a place."""
    before = source.text[:at].rstrip()
    mark = before[-1:]
    if mark not in {'"', "'"}:
        return None
    here = source.position(len(before)).line
    for number in range(here - 1, max(0, here - _LINES_LOOKED_BACK), -1):
        line = read_line(source, number)
        start = line.value_start if line.key else line.content
        text = line.value if line.key else line.rest
        if text.startswith(mark) and (len(text) == 1 or not text.endswith(mark)):
            return YAML_SYNTAX.found(
                "the quote that opens here is not closed on its line",
                source.span(start, line.end),
                label="the text begins here",
                labels=(Label(source.span(len(before) - 1, len(before)), "and ends with this quote"),),
                help=(f"write `{mark}` at the end of the text",),
                args=(mark,),
            )
    return None


def _find_first(source: SourceFile, at: int, reason: str) -> Diagnostic:
    character = source.text[at : at + 1]
    line = line_at(source, at)
    fixes: tuple[Fix, ...] = ()
    advice = "put the text in quotes"
    if line.value_start == at or line.content == at:
        text = line.text[at - line.start :]
        quoted = quote(text)
        advice = f"put it in quotes: `{shorten(quoted, 60)}`" if "`" not in quoted else advice
        fixes = (Fix("put the text in quotes", (Edit(source.span(at, line.end), quoted),), safe=False),)
    name = "a backtick" if character == "`" else f"`{character}`"
    return YAML_SYNTAX.found(
        f"a text without quotes cannot begin with {name}",
        source.span(at, at + 1),
        label=reason,
        help=(advice,),
        fixes=fixes,
        args=(character,),
    )


def _find_escape(source: SourceFile, stumble: Stumble) -> Diagnostic:
    text = source.text
    for escape in _ESCAPE.finditer(text, stumble.opened):
        start, found = escape.start(), escape[0]
        if escape["bad"] is not None:
            return _find_bad_escape(source, start, escape["bad"])
        if found[1] in "uU" and _is_no_character(int(found[2:], 16)):
            return YAML_SYNTAX.found(
                f"the escape `{found}` is no character of its own",
                source.span(start, escape.end()),
                help=("write the character itself, or its one escape such as `\\U0001F600`",),
                args=(found,),
            )
    # A version of the parser that refuses an escape this table knows still gets a sentence.
    return YAML_SYNTAX.found(
        "the text in quotes holds an escape that means nothing",
        source.span(stumble.opened, stumble.opened + 1),
        help=("write two backslashes `\\\\` for one, or use single quotes, where a backslash is itself",),
    )


def _find_bad_escape(source: SourceFile, at: int, letter: str) -> Diagnostic:
    span = source.span(at, at + 1 + len(letter))
    digits = _LENGTHS.get(letter)
    if digits:
        message = f"the escape `\\{letter}` needs {digits} hexadecimal digits"
        advice = f"write `\\{letter}{'0' * (digits - 2)}e9` for é, or two backslashes `\\\\` for one"
    else:
        message = f"`\\{letter}` is not an escape"
        advice = "write two backslashes `\\\\` for one, or use single quotes, where a backslash is itself"
    return YAML_SYNTAX.found(message, span, help=(advice,), args=(f"\\{letter}",))


def _is_no_character(code: int) -> bool:
    return 0xD800 <= code <= 0xDFFF or code > 0x10FFFF


def _requote(line: Line, mark: str) -> str:
    """Return the value of a line in quotes that fit, without the pair it seems to have had."""
    inner = line.value.removeprefix(mark)
    if line.value.endswith(mark) and len(line.value) > 1:
        inner = inner.removesuffix(mark)
        return quote(inner)
    return quote(line.value)

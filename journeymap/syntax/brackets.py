"""Explanations for lists in `[ ]` and mappings in `{ }`."""

from journeymap.diagnostics import Diagnostic, Edit, Fix, Label
from journeymap.source import SourceFile
from journeymap.syntax import quotations
from journeymap.syntax.composing import Stumble
from journeymap.syntax.faults import YAML_SYNTAX
from journeymap.syntax.lines import Line, line_at
from journeymap.syntax.quoting import quote, shorten

_CLOSERS = {"[": "]", "{": "}"}
_NAMES = {"[": "list", "{": "mapping"}


def explain_bracket(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a bracket that is not closed, or a comma that is missing in one."""
    opener = source.text[stumble.opened : stumble.opened + 1]
    closer, name = _CLOSERS.get(opener, "]"), _NAMES.get(opener, "list")
    found = source.text[stumble.at : stumble.at + 1]
    opened = source.span(stumble.opened, stumble.opened + 1)
    line = line_at(source, stumble.at)
    # A key or an item on a later line was not meant to stand inside the bracket.
    if not found or (line.start > stumble.opened and (found == ":" or line.is_item)):
        return _find_unclosed(source, stumble.opened, stumble.at)
    span = source.span(stumble.at, stumble.at + 1)
    labels = (Label(opened, f"the {name} begins here"),)
    if found == ":":
        return find_second_colon(source, stumble.at, labels)
    if found in {"]", "}"}:
        message = f"expected `{closer}` to close the {name}, found `{found}`"
        advice = f"write `{closer}`; a text that holds a bracket needs quotes"
        return YAML_SYNTAX.found(message, span, labels=labels, help=(advice,), args=(found,))
    return YAML_SYNTAX.found(
        f"expected `,` or `{closer}` in the {name}, found `{found}`",
        span,
        labels=labels,
        help=("separate the entries by commas, and put a text that holds quotes or brackets in quotes",),
        args=(found,),
    )


def explain_last_colon(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a text in brackets that ends in a colon."""
    return YAML_SYNTAX.found(
        "expected a value after the colon",
        source.span(stumble.at, stumble.at + 1),
        help=("write `key: value` with a blank, or put the text in quotes",),
        args=(":",),
    )


def explain_nothing(source: SourceFile, stumble: Stumble) -> Diagnostic:
    """Explain a bracket, a comma or a dash where a value is expected."""
    found = source.text[stumble.at : stumble.at + 1]
    if found in {"]", "}"}:
        return find_closer(source, stumble.at)
    if not found:
        opened = max(source.text.rfind("["), source.text.rfind("{"))
        return _find_unclosed(source, opened, stumble.at)
    span = source.span(stumble.at, stumble.at + 1)
    if found == ",":
        advice = "delete the comma; a text that begins with a comma needs quotes"
        return YAML_SYNTAX.found("expected a value before the comma", span, help=(advice,), args=(",",))
    if found == "-":
        advice = "inside brackets write the items without dashes, separated by commas: `[web, email]`"
        return YAML_SYNTAX.found("a dash begins no item inside brackets", span, help=(advice,), args=("-",))
    return quotations.explain_first_character(source, stumble)


def find_second_colon(source: SourceFile, at: int, labels: tuple[Label, ...] = ()) -> Diagnostic:
    """Return the finding for a colon behind the value of an entry."""
    return YAML_SYNTAX.found(
        "a second colon stands in one entry",
        source.span(at, at + 1),
        labels=labels,
        help=('a text that holds a colon followed by a blank needs quotes: `{text: "Late: too late"}`',),
        args=(":",),
    )


def find_closer(source: SourceFile, at: int) -> Diagnostic:
    """Return the finding for a bracket or comma that belongs to nothing."""
    found = source.text[at]
    if found == ",":
        message, advice = "the comma separates nothing", "delete it, or put the whole text in quotes"
    else:
        opener = "[" if found == "]" else "{"
        message = f"the `{found}` closes nothing"
        advice = f"delete it, or write the `{opener}` that it closes; as a part of a text it needs quotes"
    return YAML_SYNTAX.found(message, source.span(at, at + 1), help=(advice,), args=(found,))


def find_text_after_bracket(source: SourceFile, line: Line, at: int) -> Diagnostic:
    """Return the finding for text behind a closing bracket, such as a Markdown link."""
    fixes: tuple[Fix, ...] = ()
    advice = "put a text that begins with a bracket in quotes"
    if line.value[:1] in {"[", "{"} and line.value_start < at:
        quoted = quote(line.value)
        advice = f"if it is one text, put it in quotes: `{shorten(line.key)}: {shorten(quoted, 60)}`"
        edit = Edit(source.span(line.value_start, line.end), quoted)
        fixes = (Fix("put the text in quotes", (edit,), safe=False),)
    return YAML_SYNTAX.found(
        "expected the end of the line after the closing bracket",
        source.span(at, max(line.end, at + 1)),
        label="this is left over",
        help=(advice,),
        fixes=fixes,
    )


def _find_unclosed(source: SourceFile, opened: int, at: int) -> Diagnostic:
    opener = source.text[opened]
    here = source.span(at, min(at + 1, len(source.text)))
    return YAML_SYNTAX.found(
        f"the `{opener}` is never closed",
        source.span(opened, opened + 1),
        label=f"the {_NAMES[opener]} begins here",
        labels=(Label(here, "read as a part of it"),) if at < len(source.text) else (),
        help=(
            f"write `{_CLOSERS[opener]}` after the last entry",
            f"a text that begins with `{opener}` needs quotes",
        ),
        args=(opener,),
    )

"""The frame of the one document: directives before it, markers around it.

Works on the text, before the parser: a flood of directives costs libyaml quadratic time.
"""

import re

from journeymap.diagnostics import Diagnostic
from journeymap.source import SourceFile
from journeymap.syntax.faults import SEVERAL_DOCUMENTS, TAG_USED, YAML_SYNTAX

_NO_CONTENT = re.compile(r"(?:[ \t\r\n]+|#[^\r\n]*)*+")
_DIRECTIVE = re.compile(r"(?:\A|(?<=[\r\n]))%[^\r\n]*")
# Patterns that are compiled where they are first needed: most files have neither.
_VERSION = r"%YAML[ \t]+1\.2[ \t]*(?:#.*)?"
_MARKER = r"(?:\A|(?<=[\r\n]))(?:---|\.\.\.)(?=[ \t\r\n]|\Z)"


def find_content(text: str, at: int = 0) -> int:
    """Return the offset of the first character that is neither blank nor comment."""
    found = _NO_CONTENT.match(text, at)
    return found.end() if found else at


def check_frame(source: SourceFile) -> tuple[Diagnostic, ...]:
    """Return the error in the document's frame, if there is one."""
    text = source.text
    start = find_content(text)
    directive = _DIRECTIVE.match(text, start)
    if directive:
        return _check_directive(source, directive)
    if "---" in text or "..." in text:
        return _check_markers(source, start)
    return ()


def mask_directive(text: str) -> str:
    """Return the text with its directive made a comment: offsets stay, and no version of libyaml minds."""
    directive = _DIRECTIVE.match(text, find_content(text))
    if directive is None:
        return text
    return f"{text[: directive.start()]}#{text[directive.start() + 1 :]}"


def _check_directive(source: SourceFile, directive: re.Match[str]) -> tuple[Diagnostic, ...]:
    text, at, line = source.text, directive.start(), directive[0].rstrip()
    span = source.span(at, at + len(line))
    if line.startswith("%TAG"):
        message = "a tag handle is declared, and tags are not part of the language"
        return (TAG_USED.found(message, span, help=("delete the `%TAG` line",), args=("%TAG",)),)
    if not re.fullmatch(_VERSION, line):
        shown = line if len(line) <= 40 else f"{line[:39]}…"
        message = f"`{shown}` is not a directive of this language"
        return (_find_directive(message, source, at, at + len(line)),)
    start = find_content(text, directive.end())
    second = _DIRECTIVE.match(text, start)
    if second:
        message = "a second directive stands before the map"
        return (_find_directive(message, source, start, start + len(second[0].rstrip())),)
    marker = re.compile(_MARKER).match(text, start)
    if marker is None or marker[0] != "---":
        message = "expected a line `---` after the `%YAML` line"
        return (_find_directive(message, source, at, at + len(line)),)
    return _check_markers(source, start)


def _find_directive(message: str, source: SourceFile, start: int, end: int) -> Diagnostic:
    return YAML_SYNTAX.found(
        message,
        source.span(start, end),
        help=(
            "delete the line; only `%YAML 1.2` and a line `---` may stand before the map, both may be absent",
        ),
        args=("directive",),
    )


def _check_markers(source: SourceFile, start: int) -> tuple[Diagnostic, ...]:
    text = source.text
    for marker in re.compile(_MARKER).finditer(text, start):
        if marker[0] == "---" and marker.start() == start:
            continue
        after = find_content(text, marker.end())
        if marker[0] == "..." and after == len(text):
            return ()
        at, end = (after, after + 1) if marker[0] == "..." else marker.span()
        return (_find_second(source, at, end, marker[0]),)
    return ()


def _find_second(source: SourceFile, start: int, end: int, marker: str) -> Diagnostic:
    return SEVERAL_DOCUMENTS.found(
        "a second document begins here, and a file holds one",
        source.span(start, end),
        label=f"the line `{marker}` ends the document above it",
        help=(
            f"move what follows to a file of its own, or delete the line `{marker}`",
            f"if `{marker}` belongs to a text, indent it below its key",
        ),
    )

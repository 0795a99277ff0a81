"""Explanations for what is missing between words: the blank after a colon or dash, the right colon."""

import re

from journeymap.diagnostics import Diagnostic, Edit, Fault, Fix
from journeymap.source import SourceFile
from journeymap.syntax.faults import YAML_SYNTAX
from journeymap.syntax.lines import Line
from journeymap.syntax.quoting import shorten

_MISSING_BLANK = re.compile(r"""("[^"]*"|'[^']*'|[A-Za-z_][A-Za-z0-9_-]*):(?!//)(?=\S)""")
_MISSING_DASH_BLANK = re.compile(r"-(?=[A-Za-z\"'][^\s:]*:(?:\s|\Z))")
_FULL_WIDTH_COLON = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*(?=\uff1a)")


def find_missing_blank(source: SourceFile, line: Line, fault: Fault = YAML_SYNTAX) -> Diagnostic | None:
    """Return the finding for a line such as `title:Demo`."""
    found = _MISSING_BLANK.match(line.rest)
    if found is None:
        return None
    at = line.content + found.end()
    rest = shorten(line.rest[found.end() :])
    return fault.found(
        f"expected a blank after `{found[1]}:`",
        source.span(line.content, at),
        help=(f"write `{found[1]}: {rest}`",),
        fixes=(Fix("insert the blank", (Edit(source.span(at, at), " "),), safe=False),),
        args=(found[1],),
    )


def find_missing_dash_blank(source: SourceFile, line: Line) -> Diagnostic | None:
    """Return the finding for an item such as `-id: pay`."""
    found = _MISSING_DASH_BLANK.match(line.rest)
    if found is None:
        return None
    at = line.content + found.end()
    return YAML_SYNTAX.found(
        "expected a blank after the dash of a list item",
        source.span(line.content, at),
        help=(f"write `- {shorten(line.rest[1:])}`",),
        fixes=(Fix("insert the blank", (Edit(source.span(at, at), " "),), safe=False),),
        args=("-",),
    )


def find_full_width_colon(source: SourceFile, line: Line) -> Diagnostic | None:
    """Return the finding for a key before a colon of East Asian text."""
    found = _FULL_WIDTH_COLON.match(line.rest)
    if found is None:
        return None
    at = line.content + found.end()
    colon = source.span(at, at + 1)
    rest = line.rest[found.end() + 1 :].strip()
    return YAML_SYNTAX.found(
        f"the colon after `{found[0]}` is a full-width one",
        colon,
        help=(f"write `{found[0]}:{' ' * bool(rest)}{shorten(rest)}`",),
        fixes=(Fix("replace the colon", (Edit(colon, ": " if rest else ":"),), safe=False),),
        args=(found[0],),
    )

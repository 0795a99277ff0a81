"""The kinds of finding that markers in Markdown can cause, each by example."""

from typing import Final

from journeymap.diagnostics import Fault, Severity

_CATEGORY: Final = "marker"

_JOURNEY: Final = """\
# file: shop.journey.yaml
journeymap: 1
kind: journey
id: shop
title: A shop
stages:
  - {id: pay, title: Pay}
"""
_BEGIN: Final = "<!-- journeymap:table shop stages -->"
_END: Final = "<!-- journeymap:end -->"


def _page(*lines: str) -> str:
    """Return a Markdown file of some lines, and the journey it shows."""
    text = "\n".join(lines)
    return f"# file: README.md\n{text}\n{_JOURNEY}"


_GOOD: Final = _page(_BEGIN, _END)

UNCLOSED_MARKER: Final = Fault(
    "unclosed-marker",
    _CATEGORY,
    Severity.ERROR,
    "A marker begins a block in Markdown, and nothing ends it.",
    "What stands between a marker and its end is replaced. Without an end that would be the rest of the"
    " file, so nothing is written at all.",
    _page(_BEGIN, "", "What we learned from it."),
    _page(_BEGIN, _END, "", "What we learned from it."),
)

UNOPENED_MARKER: Final = Fault(
    "unopened-marker",
    _CATEGORY,
    Severity.ERROR,
    "A marker ends a block in Markdown that nothing began.",
    "Somebody has deleted or moved the marker above it, and what stands there is no longer kept up to date:"
    " a table that looks generated and is not.",
    _page("| Stage |", "| --- |", "| Pay |", "", _END),
    _GOOD,
)

NESTED_MARKER: Final = Fault(
    "nested-marker",
    _CATEGORY,
    Severity.ERROR,
    "A marker begins a block in Markdown inside another one.",
    "The outer block is replaced as a whole, and the inner marker with it. Most often the end of the first"
    " block has been lost.",
    _page(_BEGIN, "<!-- journeymap:table shop touchpoints -->", _END),
    _page(_BEGIN, _END, "", "<!-- journeymap:table shop touchpoints -->", _END),
)

CROWDED_MARKER: Final = Fault(
    "crowded-marker",
    _CATEGORY,
    Severity.ERROR,
    "A marker shares its line with something else, or is part of the text or HTML above it.",
    "Tables and pictures are blocks of Markdown and need lines of their own. Beside a text, the table would"
    " be read as part of it. Inside of HTML, such as `<details>`, a blank line above the marker is enough.",
    _page(f"Our stages: {_BEGIN}", _END),
    _page("Our stages:", "", _BEGIN, _END),
)

UNKNOWN_MARKER: Final = Fault(
    "unknown-marker",
    _CATEGORY,
    Severity.ERROR,
    "A marker is of a kind that does not exist.",
    "Nothing is put in its place, and the page goes on showing what was there before.",
    _page("<!-- journeymap:tabel shop stages -->", _END),
    _GOOD,
)

MALFORMED_MARKER: Final = Fault(
    "malformed-marker",
    _CATEGORY,
    Severity.ERROR,
    "A marker has a word too few or too many.",
    "It does not say what belongs in its place, and a guess would put the wrong table before readers who"
    " cannot know better.",
    _page("<!-- journeymap:table shop -->", _END),
    _GOOD,
)

UNKNOWN_OPTION: Final = Fault(
    "unknown-option",
    _CATEGORY,
    Severity.ERROR,
    "A marker has an option that its kind does not take, or a value that the option does not.",
    "An option that does nothing looks as if it did.",
    _page("<!-- journeymap:mermaid shop form=flaw -->", _END),
    _page("<!-- journeymap:mermaid shop form=flow -->", _END),
)

UNFILLABLE_MARKER: Final = Fault(
    "unfillable-marker",
    _CATEGORY,
    Severity.ERROR,
    "A marker asks for a journey, table or view that is not there.",
    "The page would lose what it shows, or go on showing what no longer holds.",
    _page("<!-- journeymap:table shop stage -->", _END),
    _GOOD,
)

MISPLACED_PICTURE: Final = Fault(
    "misplaced-picture",
    _CATEGORY,
    Severity.ERROR,
    "A picture would be written where it must not be.",
    "A page may come from a stranger. What it asks for stays inside its repository, is a picture by its"
    " name, follows no link, and never takes the place of a file that somebody else made.",
    _page("<!-- journeymap:flow shop to=../../elsewhere/shop.svg -->", _END),
    _page("<!-- journeymap:flow shop to=images/shop.svg -->", _END),
)

FAULTS: Final[tuple[Fault, ...]] = (
    UNCLOSED_MARKER,
    UNOPENED_MARKER,
    NESTED_MARKER,
    CROWDED_MARKER,
    UNKNOWN_MARKER,
    MALFORMED_MARKER,
    UNKNOWN_OPTION,
    UNFILLABLE_MARKER,
    MISPLACED_PICTURE,
)

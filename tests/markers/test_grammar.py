"""The words of a marker: what each kind takes, and how it is shown to those who got it wrong."""

import re

import pytest

from journeymap.diagnostics import Diagnostic
from journeymap.markers.grammar import KINDS, PICTURES, Wish, Word, read_wish, show_marker
from journeymap.source import SourceFile


def read(text: str) -> Wish | Diagnostic:
    """Return what the words of a marker ask for."""
    source = SourceFile("page.md", text)
    words = [Word(found[0], found.start()) for found in re.finditer(r"\S+", text)]
    return read_wish(source, words, source.span(0, len(text)))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shown_as_help_is_understood(kind: str) -> None:
    """The form of each kind, its brackets opened and each choice made, is a marker that can be read."""
    shown = show_marker(kind).removeprefix("<!-- journeymap:").removesuffix(" -->")
    words = re.sub(r"\[|\]|\|[^\s\]]+", "", shown).replace("…", "x")
    wish = read(words)
    assert isinstance(wish, Wish)
    assert len(wish.words) == len(KINDS[kind].words) + len(KINDS[kind].spare)
    assert set(wish.options) == set(KINDS[kind].options)


def test_an_option_that_is_left_out_has_its_first_value() -> None:
    """A diagram is a journey, a picture follows the reader's system, and a path has no default of its own."""
    mermaid, flow = read("mermaid shop"), read("flow shop theme=dark")
    assert isinstance(mermaid, Wish)
    assert isinstance(flow, Wish)
    assert mermaid.option("form") == "journey"
    assert (flow.option("theme"), flow.option("to")) == ("dark", "")


@pytest.mark.parametrize(
    ("words", "rule", "marked", "help"),
    [
        ("", "malformed-marker", "", "the kinds are"),
        ("tabel shop", "unknown-marker", "tabel", "did you mean `table`?"),
        ("picture shop", "unknown-marker", "picture", "the kinds are"),
        ("table", "malformed-marker", "table", "JOURNEY TABLE"),
        ("table shop", "malformed-marker", "shop", "JOURNEY TABLE"),
        ("table shop stages more", "malformed-marker", "more", "JOURNEY TABLE"),
        ("tables shop stages more", "malformed-marker", "stages", "JOURNEY"),
        ("heatmap here there", "malformed-marker", "there", "[WORKSPACE]"),
        ("table shop stages to=x.svg", "unknown-option", "to", "takes no options"),
        ("flow shop view=full", "unknown-option", "view", "the options of `flow` are `to`, `theme`"),
        ("map shop vieuw=full", "unknown-option", "vieuw", "did you mean `view`?"),
        ("map shop theme=drak", "unknown-option", "drak", "did you mean `dark`?"),
        ("map shop theme=purple", "unknown-option", "purple", "the values are"),
        ("map shop theme=", "malformed-marker", "theme=", "theme=auto|light|dark"),
        ("map shop to=a.svg to=b.svg", "malformed-marker", "to=b.svg", "[to=…]"),
    ],
)
def test_a_wrong_word_is_marked_and_the_help_says_what_to_write(
    words: str, rule: str, marked: str, help: str
) -> None:
    """Each fault of the words points at the word that has to change."""
    found = read(words)
    assert isinstance(found, Diagnostic)
    assert found.rule == rule
    assert words[found.primary.start.offset : found.primary.end.offset] == marked
    assert help in found.help[0]


def test_pictures_are_the_kinds_with_a_path() -> None:
    """What is written beside the file can be told where."""
    assert {"map", "flow", "curve", "matrix", "heatmap"} == PICTURES

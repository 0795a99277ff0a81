"""Syntax errors in words."""

from pathlib import Path

import pytest

from journeymap.diagnostics import Diagnostic
from journeymap.syntax import Limits, read_document
from journeymap.syntax.composing import Stumble, compose_nodes
from journeymap.syntax.explaining import explain_stumble
from tests.conftest import match_golden
from tests.syntax.texts import BROKEN

GOLDEN = Path(__file__).parent / "goldens" / "broken_texts.txt"

JARGON = ("token", "scalar", "block mapping", "flow", "node", "expected <", "context", "stream", "handle `")


def test_every_broken_text_is_explained() -> None:
    """Place, words, label and help of each are what was accepted."""
    match_golden(GOLDEN, "\n".join(write_transcript(name, text) for name, text in BROKEN.items()))


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_text_is_one_located_error(name: str) -> None:
    """One syntax error is one finding with help, at a character of the text, in words of people."""
    text = BROKEN[name]
    document = read_document("a.yaml", text.encode())
    (found,) = document.diagnostics
    assert document.broken
    assert found.rule in {"yaml-syntax", "alias-used", "tag-used", "not-a-mapping", "empty-file"}
    assert found.help
    assert 0 <= found.primary.start.offset <= found.primary.end.offset <= len(text)
    words = " ".join((found.message, found.label, *found.help)).replace("anchor", "")
    assert not [jargon for jargon in JARGON if jargon in words]
    assert not found.message.endswith(".")


@pytest.mark.parametrize("name", BROKEN)
def test_both_parsers_give_the_same_explanation(name: str) -> None:
    """Where libyaml is missing, the user reads the same at the same place."""
    text = BROKEN[name]
    pure = compose_nodes(text, Limits(), pure=True)
    if not isinstance(pure, Stumble):
        assert compose_nodes(text, Limits()).__class__ is pure.__class__
        return
    source = read_document("a.yaml", text.encode()).source
    assert (explain_stumble(source, pure, Limits()),) == read_document("a.yaml", text.encode()).diagnostics


@pytest.mark.parametrize("name", BROKEN)
def test_a_fix_makes_the_text_readable(name: str) -> None:
    """Where a change is offered, the place is right after it."""
    text = BROKEN[name]
    (found,) = read_document("a.yaml", text.encode()).diagnostics
    for fix in found.fixes:
        fixed = apply(text, fix.edits[0].span.start.offset, fix.edits[0].span.end.offset, fix.edits[0].text)
        again = read_document("a.yaml", fixed.encode())
        assert [each for each in again.diagnostics if each.primary == found.primary] == []
        assert not fix.safe


def test_an_unknown_stumble_is_still_located() -> None:
    """Words that no version of the parser is known to say end in a plain sentence, not in the words."""
    source = read_document("a.yaml", b"a: b\n").source
    found = explain_stumble(source, Stumble("unheard-of", 3), Limits())
    assert found.message == "the text cannot be read from here on"
    assert (found.primary.start.line, found.primary.start.column) == (1, 4)


def test_an_unknown_escape_is_still_explained() -> None:
    """A parser that refuses what the table of escapes allows does not end in an exception."""
    source = read_document("a.yaml", b'a: "\\t"\n').source
    stumble = Stumble("found unknown escape", 4, "while parsing a quoted scalar", 3)
    message = "the text in quotes holds an escape that means nothing"
    assert explain_stumble(source, stumble, Limits()).message == message


def write_transcript(name: str, text: str) -> str:
    """Return what a user would read about a text, without the drawing."""
    found = read_document("a.yaml", text.encode()).diagnostics
    return f"{name}: {text[:70]!r}\n" + "".join(write_finding(each) for each in found)


def write_finding(found: Diagnostic) -> str:
    start, end = found.primary.start, found.primary.end
    lines = [f"  {start.line}:{start.column}-{end.line}:{end.column} [{found.rule}] {found.message}"]
    lines += [f"    ^ {found.label}"] if found.label else []
    lines += [f"    {label.span.start.line}:{label.span.start.column} {label.text}" for label in found.labels]
    lines += [f"    help: {help}" for help in found.help]
    lines += [f"    fix: {fix.title}: {fix.edits[0].text}" for fix in found.fixes]
    return "\n".join(lines) + "\n"


def apply(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]

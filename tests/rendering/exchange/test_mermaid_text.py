"""Escaping for Mermaid, against a reading-back of our own: what Mermaid does to a text, step by step."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.rendering.exchange.mermaid_text import (
    write_actor,
    write_comment,
    write_label,
    write_task,
    write_title,
)
from journeymap.rendering.metrics import one_line
from tests.rendering.exchange.hostile import ALL_STRINGS

TEXTS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet=st.sampled_from("#;:,%{}\"'<>&\\$`*_~-=1.)ﬂ°¶ß\u00a0 abfnrtw\ufeff"), max_size=30),
    st.sampled_from(ALL_STRINGS),
)
CODE = re.compile(r"#(\w+);")
STATEMENT = re.compile(r"%|[^}]?%%|journey\b|title\s|accTitle\s*:|accDescr\s*[:{]|section\s", re.IGNORECASE)


def encode(line: str) -> str:
    """Return a line as Mermaid's grammar sees it: with letters of its own in place of ``#`` and ``;``."""
    line = re.sub(r"style.*:\S*#.*;|classDef.*:\S*#.*;", lambda match: match[0][:-1], line)
    return CODE.sub(lambda match: f"ﬂ°°{match[1]}¶ß" if match[1].isdigit() else f"ﬂ°{match[1]}¶ß", line)


def decode(text: str) -> str:
    """Return what is left of a text when Mermaid has drawn it as plain text."""
    return re.sub("ﬂ°°([0-9]+)¶ß", lambda match: chr(int(match[1])), text)


@given(TEXTS)
def test_a_task_is_read_back(text: str) -> None:
    """A line of a journey is a name, a score and actors, whatever the name is."""
    line = encode(f"{write_task(text)}: 3: {write_actor(text)}, {write_actor(text)}")

    assert not STATEMENT.match(line)
    assert "#" not in line
    assert ";" not in line
    name, score, actors = line.split(":")
    assert decode(name) == one_line(text)
    assert score == " 3"
    assert [decode(actor.strip()) for actor in actors.split(",")] == [one_line(text)] * 2


@given(TEXTS)
def test_a_title_is_read_back(text: str) -> None:
    """A title is one line in which neither the grammar nor a cleaner of HTML finds anything."""
    line = encode(f"title {write_title(text)}")

    assert not re.search(r'[#;\n"<>&=]|%%', line)
    assert decode(line[len("title ") :]) == one_line(text)


@given(TEXTS)
def test_a_label_is_read_back(text: str) -> None:
    """A label ends where it ends, and has no Markdown, no HTML, no icon and no formula in it."""
    label = encode(write_label(text))
    bare = label.replace("<b></b>", "")

    assert not re.search(r'[#";<>&`*_~|\[\]{}\\$@+=^:]|%%', bare)
    assert not re.match(r"\s*([-+*>]|\d+[.)](\s|$))", bare)
    assert not re.search(r"www\.", bare, re.IGNORECASE)
    assert not re.search(r"\\n|\$\$|fa[bklrs]?:fa-|ﬂ°|¶ß", decode(label))
    assert decode(bare) == one_line(text)


@given(TEXTS)
def test_a_comment_stays_one(text: str) -> None:
    """A comment is one line, and nothing in it is a directive."""
    comment = write_comment(text)

    assert comment.startswith("%% ")
    assert "%%" not in comment[2:]
    assert comment.splitlines() == [comment] or not comment[3:]


@pytest.mark.parametrize(
    ("write", "text", "written"),
    [
        (write_task, "Checkout page (old)", "Checkout page (old)"),
        (write_task, "Section of the shop", "#83;ection of the shop"),
        (write_task, "50% off: now; #1", "50% off#58; now#59; #35;1"),
        (write_actor, "Mira, the deal hunter", "Mira#44; the deal hunter"),
        (write_actor, "<script>", "<script>"),
        (write_label, "R&D · 80%", "R#38;D · 80%"),
        (write_label, "1. first", "1#46; first"),
        (write_label, "12.5%", "12.5%"),
        (write_label, "$$x", "#36;<b></b>#36;x"),
        (write_title, "a < b", "a #60; b"),
    ],
)
def test_only_what_must_is_encoded(write: Callable[[str], str], text: str, written: str) -> None:
    """What can be read in the source stays readable."""
    assert write(text) == written
    assert unescape(CODE.sub(r"&#\1;", written)).replace("<b></b>", "") == text

"""Which `#` begins a comment, and where the comment stands."""

import pytest

from journeymap.syntax import read_document
from journeymap.syntax.comments import Comment, find_comments

EVERYWHERE = """\
# first
%YAML 1.2 # directive
--- # marker
a: "x # no" # behind quotes
b: |2-  # header # more
    text # no

    # no
  more
# below a block
c: >
  folded # no
 # half indented

d: [a, # in brackets
  'b # no',b#no
  ] # closing
'e': x#y
f: multi
  line # behind lines
g: # empty
# alone
h:
  - # behind a dash
    a: 1
😀: 😀字 # wide 字😀  \t
? q # behind a key
: v
i: ""#glued
... # end
  # last"""
FOUND = (
    ("# first", True), ("# directive", False), ("# marker", False), ("# behind quotes", False),
    ("# header # more", False), ("# below a block", True), ("# half indented", True),
    ("# in brackets", False),
    ("# closing", False), ("# behind lines", False), ("# empty", False), ("# alone", True),
    ("# behind a dash", False), ("# wide 字😀", False), ("# behind a key", False), ("#glued", False),
    ("# end", False), ("# last", True),
)  # fmt: skip


def comments_of(text: str) -> tuple[Comment, ...]:
    document = read_document("demo.journey.yaml", text.encode())
    found = find_comments(document)
    for comment in found:
        start, end = comment.span.start, comment.span.end
        assert document.source.text[start.offset : end.offset] == comment.text
        assert start.line == end.line
    return found


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_comment_is_found_and_nothing_else(newline: str) -> None:
    """A comment is found wherever one may stand, exactly; a `#` in any kind of text is none."""
    found = comments_of(EVERYWHERE.replace("\n", newline))

    assert tuple((comment.text, comment.stands_alone) for comment in found) == FOUND


def test_the_place_counts_characters() -> None:
    """Lines and columns start at 1 and count code points, whatever their width or size in bytes."""
    (comment,) = comments_of("a: 1\n字😀: é  # here \t\n")

    assert (comment.span.start.line, comment.span.start.column) == (2, 8)
    assert comment.span.end.column == 14


def test_a_text_without_a_hash_has_no_comments() -> None:
    """Where no `#` stands, nothing is composed to find that out."""
    document = read_document("demo.journey.yaml", b"a: 1\n")

    assert find_comments(document) == ()
    assert "root" not in vars(document)


@pytest.mark.parametrize("text", ["# only this", "a: [ # open", "a: &x 1 # anchored", "- a # no mapping"])
def test_a_text_that_is_no_map_has_no_comments_to_find(text: str) -> None:
    """A document that could not be read gives no comments instead of guesses."""
    assert comments_of(text) == ()


def test_a_text_that_opens_a_block_at_the_end_has_its_comment() -> None:
    """The comment behind the sign of a block text is found although the text is empty."""
    assert [comment.text for comment in comments_of("a: | # nothing")] == ["# nothing"]
    assert [comment.text for comment in comments_of("a: >+ # kept\n\n\n")] == ["# kept"]

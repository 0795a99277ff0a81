"""Places on demand: each value's exact stretch of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.source import Pointer
from journeymap.syntax import Document, read_document
from journeymap.syntax.composing import compose_nodes
from journeymap.syntax.limits import Limits
from journeymap.syntax.locating import find_node, measure, show
from tests.syntax.texts import AWKWARD, write_journey

TEXT = """\
# comment
id: "demo"  # id
title: Demo 🛒
emotion: {score: -1, by: {ana: 2}, hidden cost}
empty:
tags: [web, "a b",
  growth]
stages:
  - id: one
    pains:
      - Late  # c

      # a comment that belongs to nobody

  - title: |
      Two

      lines

    goal: x
  -
  - - nested
summary: a
  b

# end
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document("a.yaml", TEXT.encode())


def cut(document: Document, span: object) -> str:
    """Return the text of a span."""
    start, end = span.start.offset, span.end.offset  # type: ignore[attr-defined]
    return document.source.text[start:end]


@pytest.mark.parametrize(
    ("pointer", "shown", "key", "whole"),
    [
        (("id",), '"demo"', "id", '"demo"'),
        (("title",), "Demo 🛒", "title", "Demo 🛒"),
        (
            ("emotion",),
            "{score: -1, by: {ana: 2}, hidden cost}",
            "emotion",
            "{score: -1, by: {ana: 2}, hidden cost}",
        ),
        (("emotion", "score"), "-1", "score", "-1"),
        (("emotion", "by", "ana"), "2", "ana", "2"),
        (("emotion", "hidden cost"), "hidden cost", "hidden cost", "hidden cost"),
        (("empty",), "empty", "empty", "empty"),
        (("tags",), '[web, "a b",\n  growth]', "tags", '[web, "a b",\n  growth]'),
        (("tags", 1), '"a b"', '"a b"', '"a b"'),
        (("stages", 0), "id: one", "id: one", "id: one\n    pains:\n      - Late"),
        (("stages", 0, "pains"), "pains", "pains", "- Late"),
        (("stages", 0, "pains", 0), "Late", "Late", "Late"),
        (("stages", 1), "title: |", "title: |", "title: |\n      Two\n\n      lines\n\n    goal: x"),
        (("stages", 1, "title"), "|\n      Two\n\n      lines", "title", "|\n      Two\n\n      lines"),
        (("stages", 2), "-", "-", "-"),
        (("stages", 3), "- nested", "- nested", "- nested"),
        (("stages", 3, 0), "nested", "nested", "nested"),
        (("summary",), "a\n  b", "summary", "a\n  b"),
        ((), 'id: "demo"', 'id: "demo"', TEXT[TEXT.index("id:") : TEXT.index("\n\n# end")]),
    ],
)
def test_each_value_has_its_stretch(
    document: Document, pointer: Pointer, shown: str, key: str, whole: str
) -> None:
    """What is shown, the key, and the whole value up to its last leaf."""
    assert cut(document, document.span(pointer)) == shown
    assert cut(document, document.key_span(pointer)) == key
    assert cut(document, document.value_span(pointer)) == whole


def test_the_whole_of_a_list_ends_at_its_last_leaf(document: Document) -> None:
    """Blank lines and comments below a block belong to nobody."""
    assert cut(document, document.value_span(("stages",))).endswith("- - nested")


@pytest.mark.parametrize(
    ("pointer", "nearest"),
    [
        (("nothing",), ()),
        (("emotion", "nothing"), ("emotion",)),
        (("emotion", 0), ("emotion",)),
        (("stages", 9, "id"), ("stages",)),
        (("stages", -1), ("stages",)),
        (("stages", "0"), ("stages",)),
        (("stages", 0, "pains", 0, "text"), ("stages", 0, "pains", 0)),
        (("empty", "x"), ("empty",)),
    ],
)
def test_a_pointer_to_nothing_stands_for_its_parent(
    document: Document, pointer: Pointer, nearest: Pointer
) -> None:
    """The nearest place that exists is shown, and it has no text of its own."""
    assert document.span(pointer) == document.span(nearest)
    assert document.key_span(pointer) == document.key_span(nearest)
    assert document.value_span(pointer) == document.value_span(nearest)
    assert document.raw(pointer) == ""
    assert not document.is_plain(pointer)
    assert not document.is_flow(pointer)


def test_raw_text_is_the_user_s_own(document: Document) -> None:
    """Scalars come back with their quotes and marks; collections and nothing have no raw text."""
    assert document.raw(("id",)) == '"demo"'
    assert document.raw(("emotion", "score")) == "-1"
    assert document.raw(("emotion", "hidden cost")) == ""
    assert document.raw(("emotion",)) == ""


def test_styles_are_known(document: Document) -> None:
    """Plain means without quotes; flow means in brackets, for a scalar those it stands directly in."""
    plain = [("title",), ("emotion", "score"), ("empty",), ("summary",), ("stages", 2)]
    assert all(document.is_plain(pointer) for pointer in plain)
    assert not any(document.is_plain(pointer) for pointer in [("id",), ("tags",), ("stages", 1, "title"), ()])
    flow = [("emotion",), ("emotion", "by"), ("emotion", "hidden cost"), ("tags",), ("tags", 0)]
    assert all(document.is_flow(pointer) for pointer in flow)
    assert not any(
        document.is_flow(pointer) for pointer in [(), ("id",), ("stages",), ("stages", 0, "pains", 0)]
    )


def test_a_broken_document_has_one_place() -> None:
    """Without nodes every pointer is the start of the file."""
    document = read_document("a.yaml", b"a: [b\n")
    assert (
        document.span(("a", 0)) == document.key_span(("a",)) == document.value_span(()) == document.span(())
    )
    assert document.span(()) == document.source.span(0, 0)
    assert (document.raw(("a",)), document.is_plain(("a",)), document.is_flow(("a",))) == ("", False, False)


def test_keys_left_out_are_not_found() -> None:
    """A pointer never leads to a key that is no text, only to its quoted namesake."""
    document = read_document("a.yaml", b"1: x\n'1': y\na: b\n")
    assert document.raw(("1",)) == "y"


@pytest.mark.parametrize("text", [*AWKWARD.values(), write_journey(2, 2)], ids=[*AWKWARD, "a journey"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_every_scalar_reads_back_from_its_place(text: str, line_break: str) -> None:
    """Cut out by its span and read alone, each scalar of an awkward text has the same value."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", line_break)
    document = read_document("a.yaml", b"\xef\xbb\xbf" + text.encode())
    assert not document.broken, document.diagnostics
    for pointer, value in walk(document.data):
        raw = document.raw(pointer)
        if raw and not raw.startswith(("|", ">")) and "#" not in raw:
            assert read_document("b.yaml", f"k: {raw}{line_break}".encode()).data == {"k": value}
        elif not raw:
            assert value is None


@pytest.mark.parametrize("text", [*AWKWARD.values(), write_journey(2, 2)], ids=[*AWKWARD, "a journey"])
def test_no_place_ends_in_blanks_or_holds_a_later_comment(text: str) -> None:
    """A stretch begins and ends with something that is written."""
    document = read_document("a.yaml", text.encode())
    for pointer, _ in [((), None), *walk(document.data)]:
        for span in (document.span(pointer), document.value_span(pointer), document.key_span(pointer)):
            shown = cut(document, span)
            assert shown == shown.strip()
            assert shown


def walk(value: object, pointer: Pointer = ()) -> list[tuple[Pointer, object]]:
    """Return every scalar with its pointer."""
    if isinstance(value, dict):
        return [found for key, each in value.items() for found in walk(each, (*pointer, key))]
    if isinstance(value, list):
        return [found for index, each in enumerate(value) for found in walk(each, (*pointer, index))]
    return [(pointer, value)]


# Generated documents: the layout is chosen at random and written down while it is rendered.

WORDS = st.text(st.sampled_from("abcé🛒中 -?"), min_size=1, max_size=8).map(lambda text: f"w{text.strip()}w")
SCALARS = st.one_of(
    WORDS,
    WORDS.map(lambda text: f'"{text} # no: comment\\u00e9"'),
    WORDS.map(lambda text: f"'{text}, it''s: [x]'"),
    st.integers(-999, 999).map(str),
    st.sampled_from(["true", "null", "~", "1.5", "2026-01-02", "NO"]),
)
TREES: st.SearchStrategy[object] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(WORDS, inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)
NOISE = st.sampled_from(["", "", "\n", "# 🛒 note: [x\n", "\n\n  # c\n"])


class Rendering:
    """A tree written as YAML, with the offset of each scalar by pointer."""

    def __init__(self, draw: st.DrawFn, line_break: str) -> None:
        self.draw = draw
        self.text = ""
        self.line_break = line_break
        self.places: dict[Pointer, tuple[int, str]] = {}

    def add(self, text: str) -> None:
        """Append text with the line breaks of this file."""
        self.text += text.replace("\n", self.line_break)

    def scalar(self, raw: str, pointer: Pointer) -> None:
        """Write a scalar and remember where."""
        self.places[pointer] = (len(self.text), raw)
        self.add(raw)

    def block(self, tree: object, indent: str, pointer: Pointer) -> None:
        """Write the entries of a collection, each on lines of its own."""
        entries = tree.items() if isinstance(tree, dict) else enumerate(tree)  # type: ignore[arg-type]
        for key, value in entries:
            self.add(self.draw(NOISE))
            self.add(f"{indent}{key}:" if isinstance(tree, dict) else f"{indent}-")
            self.value(value, indent, (*pointer, key))

    def value(self, value: object, indent: str, pointer: Pointer) -> None:
        """Write a value after its colon or dash, in one of the styles."""
        if isinstance(value, str):
            self.add(" ")
            self.scalar(value, pointer)
        elif self.draw(st.booleans()):
            self.add(" ")
            self.flow(value, pointer)
        else:
            self.add("  # block\n" if self.draw(st.booleans()) else "\n")
            self.block(value, indent + "  ", pointer)
            return
        self.add("  # after\n" if self.draw(st.booleans()) else "\n")

    def flow(self, tree: object, pointer: Pointer) -> None:
        """Write a collection in brackets."""
        if isinstance(tree, str):
            self.scalar(tree, pointer)
            return
        self.add("{" if isinstance(tree, dict) else "[")
        entries = tree.items() if isinstance(tree, dict) else enumerate(tree)  # type: ignore[arg-type]
        for number, (key, value) in enumerate(entries):
            self.add(", " if number else "")
            self.add(f"{key}: " if isinstance(tree, dict) else "")
            self.flow(value, (*pointer, key))
        self.add("}" if isinstance(tree, dict) else "]")


@st.composite
def renderings(draw: st.DrawFn) -> Rendering:
    rendering = Rendering(draw, draw(st.sampled_from(["\n", "\r\n", "\r"])))
    rendering.block(draw(st.dictionaries(WORDS, TREES, min_size=1, max_size=4)), "", ())
    return rendering


@given(renderings(), st.booleans(), st.booleans())
def test_generated_documents_have_exact_places(rendering: Rendering, mark: bool, pure: bool) -> None:
    """Each scalar of a random layout is found at the offset where it was written, by both parsers."""
    content = b"\xef\xbb\xbf" * mark + rendering.text.encode()
    document = read_document("a.yaml", content)
    assert not document.broken, document.diagnostics
    for pointer, (offset, raw) in rendering.places.items():
        span = document.span(pointer)
        assert span.start.offset == offset
        assert document.source.text[offset : span.end.offset] == raw == document.raw(pointer)
    if pure:
        root = compose_nodes(rendering.text, Limits(), pure=True)
        for pointer, (offset, raw) in rendering.places.items():
            found = find_node(root, pointer)  # type: ignore[arg-type]
            assert (
                show(rendering.text, found)
                == measure(rendering.text, found.node)
                == (offset, offset + len(raw))
            )

"""Two parsers, one reading: PyYAML's own parser stands in where libyaml is missing."""

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from journeymap.source import SourceFile
from journeymap.syntax import Limits, composing, read_document
from journeymap.syntax.composing import Composed, Stumble, compose_nodes
from journeymap.syntax.explaining import explain_stumble
from journeymap.syntax.framing import mask_directive
from tests.syntax.texts import AWKWARD, BROKEN, real_texts

LIMITS = Limits()


def compose(text: str, *, pure: bool = False) -> Composed:
    """Return what a parser makes of a text, its directive masked as in the pipeline."""
    return compose_nodes(mask_directive(text), LIMITS, pure=pure)


def describe(node: object) -> object:
    """Return all that is taken from a node: kind, value, style, and where its leaves stand."""
    if isinstance(node, ScalarNode):
        if not node.value and not node.style:  # nothing is written there, so it stands nowhere
            return ""
        return node.value, node.style or "", node.start_mark.index, node.end_mark.index
    if isinstance(node, SequenceNode):
        return "[]", bool(node.flow_style), node.start_mark.index, [describe(each) for each in node.value]
    if isinstance(node, MappingNode):
        pairs = [(describe(key), describe(value)) for key, value in node.value]
        return "{}", bool(node.flow_style), node.start_mark.index, pairs
    return node


@pytest.mark.parametrize("text", [*AWKWARD.values(), *BROKEN.values()], ids=[*AWKWARD, *BROKEN])
def test_both_compose_the_same_nodes(text: str) -> None:
    """Values, styles and places agree, and so does the refusal."""
    fast, pure = compose(text), compose(text, pure=True)
    if isinstance(fast, Stumble):
        assert isinstance(pure, Stumble)
    else:
        assert describe(fast) == describe(pure)


def test_both_compose_the_same_nodes_of_real_texts() -> None:
    """Journeys as people write them are the same to both."""
    for text in real_texts():
        assert describe(compose(text)) == describe(compose(text, pure=True))


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_breaks_are_the_same_to_both(line_break: str) -> None:
    """Windows and old line breaks move no place."""
    for text in AWKWARD.values():
        changed = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", line_break)
        assert describe(compose(changed)) == describe(compose(changed, pure=True))


@given(st.data())
def test_mutated_real_texts_are_the_same_to_both(data: st.DataObject) -> None:
    """A journey with a few characters changed is read alike, or refused by both."""
    text = mutate(data, data.draw(st.sampled_from([*AWKWARD.values(), SMALL])))
    fast, pure = compose(text), compose(text, pure=True)
    if not set(text) & set("!|>\t"):  # tags and the line of a block text are refused differently
        assert isinstance(fast, Stumble) == isinstance(pure, Stumble), text
        if not isinstance(fast, Stumble):
            assert describe(fast) == describe(pure)


PIECES = [
    "a", "b c", "1", ": ", ":", " ", "\n", "\n  ", "\n    ", "- ", "-", "[", "]", "{", "}", ", ", ",",
    '"', "'", "#", " # c", "&a ", "*a", "?", "? ", "@", "é", "🛒", "k: v\n", "- i\n", "\\", "\\u00e9",
    "\\q", "\\ud800", "|\n  x\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("a: [Why?, b]\n")
@example("a: {b:}\n")
def test_token_soup_is_the_same_to_both(text: str) -> None:
    """Texts made of YAML's own signs are read alike, and refused with the same rule."""
    fast, pure = compose(text), compose(text, pure=True)
    assert isinstance(fast, Stumble) == isinstance(pure, Stumble), text
    if isinstance(fast, Stumble) and isinstance(pure, Stumble):
        source = SourceFile("a.yaml", text)
        assert explain_stumble(source, fast, LIMITS).rule == explain_stumble(source, pure, LIMITS).rule
    else:
        assert describe(fast) == describe(pure)


def test_the_pure_parser_reads_where_libyaml_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the fast parser, documents are the same."""
    texts = [*AWKWARD.values(), *BROKEN.values()]
    before = [read_document("a.yaml", text.encode()) for text in texts]
    monkeypatch.setattr(composing, "_FastParser", None)
    after = [read_document("a.yaml", text.encode()) for text in texts]
    assert [each.data for each in after] == [each.data for each in before]
    assert [each.diagnostics for each in after] == [each.diagnostics for each in before]


@pytest.mark.parametrize("pure", [False, True])
def test_deep_nesting_stops_either_parser(pure: bool) -> None:
    """The guard counts before each descent, so no recursion of either parser goes further."""
    times = 2_000 if pure else 50_000
    for text in ("[" * times, "{a: " * times, "- " * times, "? " * times, "[" * times + "]" * times):
        assert isinstance(compose(text, pure=pure), Stumble)


SMALL = "a: b\nstages:\n  - {id: x, t: 'y z'}\n  - id: w\n    tags: [p, q?]\n    text: c d # e\nf: \"g\"\n"


def mutate(data: st.DataObject, text: str) -> str:
    """Return a text with one to three pieces inserted, replaced or deleted."""
    rnd: random.Random = data.draw(st.randoms(use_true_random=False))
    for _ in range(rnd.randint(1, 3)):
        at = rnd.randint(0, len(text))
        end = min(len(text), at + rnd.choice([0, 0, 1, 2, 5]))
        text = text[:at] + rnd.choice(["", *PIECES]) + text[end:]
    return text

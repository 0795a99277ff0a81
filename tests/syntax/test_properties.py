"""Nothing but a document leaves the loader, whatever goes in."""

import json
import random

from hypothesis import example, given
from hypothesis import strategies as st

from journeymap.diagnostics import Severity
from journeymap.syntax import Document, Limits, read_document
from journeymap.syntax.faults import FAULTS
from tests.syntax.test_pure_parser import PIECES
from tests.syntax.texts import real_texts

NAMES = {fault.name for fault in FAULTS} - {"internal-error"}
REAL = list(real_texts())
SIGNS = st.sampled_from(
    [*PIECES, "!t ", "!!str ", "%", "%YAML 1.2\n", "---\n", "...\n", "\t", "\r", "no", ".nan", "<<: "]
)


def assert_is_sound(document: Document) -> None:
    """Assert what holds of every document."""
    text = document.source.text
    for found in document.diagnostics:
        assert found.rule in NAMES, found.message
        assert "\n" not in found.message
        for span in (found.primary, *(label.span for label in found.labels)):
            assert 0 <= span.start.offset <= span.end.offset <= len(text)
            assert span.start == document.source.position(span.start.offset)
    errors = [found for found in document.diagnostics if found.severity is Severity.ERROR]
    assert document.broken == (document.data is None)
    assert not document.broken or errors
    if not document.broken:
        json.dumps(document.data, allow_nan=False).encode()
        assert isinstance(document.data, dict)
    for pointer in ((), ("a",), ("a", 0), ("stages", 0, "id")):
        for span in (document.span(pointer), document.key_span(pointer), document.value_span(pointer)):
            assert 0 <= span.start.offset <= span.end.offset <= len(text)
        assert isinstance(document.raw(pointer), str)


@given(st.binary(max_size=200))
@example(b"\xff\xfe\x00")
@example(b"a: \x00")
def test_any_bytes(content: bytes) -> None:
    """Arbitrary bytes give a document with located findings."""
    assert_is_sound(read_document("a.yaml", content))


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Arbitrary text gives a document with located findings."""
    assert_is_sound(read_document("a.yaml", text.encode("utf-8", "surrogatepass")))


@given(st.lists(SIGNS, max_size=20).map("".join), st.booleans())
@example(text="- \n%YAML 1.2\n", tight=False)
def test_any_signs(text: str, tight: bool) -> None:
    """Texts of YAML's own signs reach every corner of the parser, with wide and with tight limits."""
    limits = Limits(depth=3, nodes=9, scalar=5, findings=2) if tight else Limits()
    assert_is_sound(read_document("a.yaml", text.encode("utf-8", "surrogatepass"), limits))


@given(st.sampled_from(REAL), st.randoms(use_true_random=False))
def test_mutated_real_files(text: str, rnd: random.Random) -> None:
    """A real file with bytes changed, cut, doubled and moved gives a document with located findings."""
    content = bytearray(text.encode())
    for _ in range(rnd.randint(1, 8)):
        at = rnd.randrange(len(content) + 1)
        piece = rnd.choice(
            [bytes([rnd.randrange(256)]), rnd.choice(PIECES).encode(), bytes(content[at : at + 40])]
        )
        end = min(len(content), at + rnd.choice([0, 0, 1, 3, 30]))
        content[at:end] = piece
    assert_is_sound(read_document("a.yaml", bytes(content)))


def test_real_files_are_clean() -> None:
    """The texts that the properties start from are read without a finding, twice the same."""
    for text in REAL:
        document = read_document("a.yaml", text.encode())
        assert document.diagnostics == ()
        assert document.data == read_document("a.yaml", text.encode()).data

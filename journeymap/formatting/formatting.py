"""The formatter's pipeline: a document laid out, put in order, written, and guarded."""

from journeymap.diagnostics import Severity
from journeymap.formatting.guarding import find_difference
from journeymap.formatting.identifying import write_ids as add_ids
from journeymap.formatting.laying_out import lay_out
from journeymap.formatting.ordering import order_keys
from journeymap.formatting.writing import write_layout
from journeymap.named_tuples import NamedTuple
from journeymap.syntax import Document, read_document


class Formatted(NamedTuple):
    """A document in its canonical form, and whether that differs from what it was."""

    text: str
    changed: bool


class Refused(NamedTuple):
    """That a document was not formatted, and in words why not."""

    reason: str


def format_document(document: Document, kind: str, *, write_ids: bool = False) -> Formatted | Refused:
    """Return the canonical form of a document of a known kind.

    Refused is a document with errors in its syntax, and any result that does not mean the same.
    """
    if not can_be_formatted(document):
        return Refused("its syntax has errors")
    text = _arrange(document, kind, write_ids=write_ids)
    before = document.source.text
    if text == before:
        return Formatted(text, changed=False)
    path = document.source.path
    after = read_document(path, text.encode())
    difference = find_difference(document, after, kind, with_ids=write_ids)
    if not difference and _arrange(after, kind, write_ids=write_ids) != text:
        difference = "a second run would have changed it again"
    return Refused(difference) if difference else Formatted(text, changed=True)


def can_be_formatted(document: Document) -> bool:
    """Whether a document could be read without errors in its syntax."""
    return not document.broken and all(each.severity is not Severity.ERROR for each in document.diagnostics)


def _arrange(document: Document, kind: str, *, write_ids: bool) -> str:
    layout = lay_out(document, kind)
    root = add_ids(layout.root, kind) if write_ids else layout.root
    return write_layout(layout._replace(root=order_keys(root)))

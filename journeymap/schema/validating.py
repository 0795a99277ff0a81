"""A document held against the schema of its kind."""

from journeymap.diagnostics import Diagnostic, in_order
from journeymap.schema.splits import find_split_texts
from journeymap.schema.violations import find_violations
from journeymap.syntax import Document


def validate(document: Document, kind: str) -> tuple[Diagnostic, ...]:
    """Return how a document departs from its kind's schema, in words.

    The key ``kind`` itself is not looked at here: ``kind_of`` has done that.
    """
    if document.broken:
        return ()
    violations = find_violations(document.data, kind)
    split = tuple(find_split_texts(document, kind))
    if not violations:
        return split
    # Most files are right, and start without the modules that find the words.
    from journeymap.schema.explaining import explain

    return in_order((*explain(violations, document, kind), *split))

"""A document held against the schema of its kind."""

from journeymap.diagnostics import Diagnostic
from journeymap.schema.violations import find_violations
from journeymap.syntax import Document


def validate(document: Document, kind: str) -> tuple[Diagnostic, ...]:
    """Return how a document departs from its kind's schema, in words.

    The key ``kind`` itself is not looked at here: ``kind_of`` has done that.
    """
    if document.broken:
        return ()
    violations = find_violations(document.data, kind)
    if not violations:
        return ()
    # Most files are right, and start without the modules that find the words.
    from journeymap.schema.explaining import explain

    return explain(violations, document, kind)

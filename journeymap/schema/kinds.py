"""Which kind of file a document is: by its `kind` key, or by its name."""

from collections.abc import Mapping
from typing import Final

from journeymap.diagnostics import Diagnostic
from journeymap.syntax import Document

KINDS: Final = ("journey", "persona", "library", "workspace")

_NAMES: Final[Mapping[str, str]] = {
    "journeymap.yaml": "workspace",
    "journeymap.yml": "workspace",
}


def kind_of(document: Document) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the kind of a document, and what is wrong with the way it says so."""
    named = kind_by_name(document.source.path)
    if document.broken or not isinstance(document.data, dict):
        return named, ()
    written = document.data.get("kind", named)
    if written in KINDS and named in (None, written):
        return written, ()

    from journeymap.schema import misnaming

    if written in KINDS:
        return written, (misnaming.find_mismatch(document, written, str(named)),)
    if "kind" in document.data:
        return named, (misnaming.find_unknown_kind(document, KINDS, named),)
    return None, (misnaming.find_missing_kind(document, KINDS),)


def kind_by_name(path: str) -> str | None:
    """Return the kind that a file's name says, such as ``journey`` for ``buy.journey.yaml``."""
    name = path.rpartition("/")[2]
    if name in _NAMES:
        return _NAMES[name]
    parts = name.lower().split(".")
    if len(parts) > 2 and parts[-1] in ("yaml", "yml") and parts[-2] in ("journey", "persona", "library"):
        return parts[-2]
    return None

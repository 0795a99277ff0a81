"""On which line something is written, for links that lead to an editor: found when asked, never before.

The model keeps places, not lines. A text is read again for the first of its lines that somebody wants, and
only the last few are kept, since whoever asks goes through the files one after the other.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from journeymap.source import Place, SourceFile

if TYPE_CHECKING:
    from journeymap.syntax import Document

_KEPT = 8
"""How many texts are kept at a time."""


class Lines:
    """Finds the lines of places in the texts of a workspace."""

    def __init__(self, sources: Mapping[str, SourceFile]) -> None:
        self._sources = sources
        self._read = lru_cache(maxsize=_KEPT)(self._read_document)

    def line_of(self, place: Place) -> int:
        """Return the line on which something begins, 1 where its text is not known."""
        if place.file not in self._sources:
            return 1
        return self._read(place.file).span(place.pointer).start.line

    def _read_document(self, path: str) -> "Document":
        from journeymap.syntax import Limits, read_document

        return read_document(path, self._sources[path].text.encode("utf-8", "surrogatepass"), Limits())

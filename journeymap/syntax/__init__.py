"""Hostile text to plain values: the guard, the parser, the YAML profile, exact places.

Owns the only door to the YAML library. Knows nothing of what a journey is.
"""

from journeymap.syntax.document import Document
from journeymap.syntax.limits import Limits
from journeymap.syntax.reading import read_document

__all__ = ["Document", "Limits", "read_document"]

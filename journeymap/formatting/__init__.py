"""The canonical form of a file: laid out from its source text, put in order, written, guarded.

Owns how a file looks. Every text in the result is cut from the source or spelled by the rules of quoting;
nothing is loaded and dumped, so that comments and the author's words survive.
"""

from journeymap.formatting.formatting import Formatted, Refused, can_be_formatted, format_document

__all__ = ["Formatted", "Refused", "can_be_formatted", "format_document"]

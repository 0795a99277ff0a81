"""Source text and places in it: files, spans, positions.

Owns the translation between offsets and lines and columns; knows nothing of YAML or journeys.
Offsets and columns count Unicode code points; lines and columns start at 1; ends are exclusive.
"""

from journeymap.source.files import SourceFile, line_break_of
from journeymap.source.places import Place, Pointer, Position, Span, path_in

__all__ = ["Place", "Pointer", "Position", "SourceFile", "Span", "line_break_of", "path_in"]

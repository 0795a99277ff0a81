"""Pictures in pixels: two for each unit of the drawing, as sharp screens and slides want them.

A side has 16,000 pixels at most and a picture 100 million, which is what programs open; a larger drawing
is scaled down. The pixels come from the same typesetter as pages: it has a letter of every script from a
font that has it, also in the middle of a line.
"""

import struct
import zlib
from math import sqrt

from journeymap.rendering.canvas import Drawing
from journeymap.rendering.documents.pictures import lay_out_picture
from journeymap.rendering.documents.typesetting import typeset_png

PIXELS_PER_UNIT = 2
LONGEST_SIDE = 16_000
MOST_PIXELS = 100_000_000

_HEADER = 33
"""The bytes of a PNG before its second chunk."""


def write_png(drawing: Drawing) -> bytes:
    """Return a drawing as a PNG that knows its title."""
    ratio = min(
        PIXELS_PER_UNIT,
        LONGEST_SIDE / max(drawing.width, drawing.height),
        sqrt(MOST_PIXELS / (drawing.width * drawing.height)),
    )
    data = lay_out_picture(drawing)
    png = typeset_png("picture", data, pixels_per_point=ratio)
    return png[:_HEADER] + _write_text_chunk("Title", str(data["title"])) + png[_HEADER:]


def _write_text_chunk(keyword: str, text: str) -> bytes:
    """Return a text chunk of a PNG, international and uncompressed."""
    body = b"iTXt" + keyword.encode("ascii") + bytes(5) + text.encode("utf-8")
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))

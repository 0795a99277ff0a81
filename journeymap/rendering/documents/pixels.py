"""Pictures in pixels: two for each unit of a small drawing, one for each unit of a large one.

Two are what sharp screens and slides want. A drawing that would then be larger than a 4K screen gets
fewer, but one at least: its letters are then as large as those of a page. Only what no program would
open is scaled down. The pixels come from the same typesetter as pages: it has a letter of every script
from a font that has it, also in the middle of a line.
"""

import struct
import zlib
from math import sqrt

from journeymap.rendering.canvas import Drawing
from journeymap.rendering.documents.pictures import lay_out_picture
from journeymap.rendering.documents.typesetting import typeset_png
from journeymap.rendering.failures import RenderingError

DENSITIES = (2, 1.5, 1)
"""Pixels for each unit of a drawing, the most wished first."""
SCREEN = 3840 * 2160
"""How many pixels a picture has at most, unless that is less than one for each unit."""
LONGEST_SIDE = 16_000
MOST_PIXELS = 100_000_000
"""What programs open: no picture is larger."""

_HEADER = 33
"""The bytes of a PNG before its second chunk."""


def write_png(drawing: Drawing, *, width: int = 0) -> bytes:
    """Return a drawing as a PNG that knows its title, so many pixels wide where a width is wished."""
    density = _density_for(drawing, width) if width else choose_density(drawing)
    data = lay_out_picture(drawing)
    # Of a pixel that is not whole, the last in a row or column, half would be transparent.
    data |= {side: max(1, int(data[side] * density + 1e-6)) / density for side in ("width", "height")}
    png = typeset_png("picture", data, pixels_per_point=density)
    return png[:_HEADER] + _write_text_chunk("Title", str(data["title"])) + png[_HEADER:]


def choose_density(drawing: Drawing) -> float:
    """Return how many pixels a drawing gets for each of its units."""
    area = drawing.width * drawing.height
    wished = next((density for density in DENSITIES if area * density**2 <= SCREEN), DENSITIES[-1])
    return min(wished, _highest_density(drawing))


def _highest_density(drawing: Drawing) -> float:
    longest, area = max(drawing.width, drawing.height), drawing.width * drawing.height
    return min(LONGEST_SIDE / longest, sqrt(MOST_PIXELS / area))


def _density_for(drawing: Drawing, width: int) -> float:
    """Return how many pixels a unit gets in a picture of some width, if programs open such a picture."""
    density = width / drawing.width
    if density > _highest_density(drawing):
        most = int(drawing.width * _highest_density(drawing))
        height = round(drawing.height * density)
        raise RenderingError(
            f"{width} by {height} pixels are more than programs open",
            f"this picture can be {most} pixels wide; what has to be sharp at any size is an svg or a pdf",
        )
    return density


def _write_text_chunk(keyword: str, text: str) -> bytes:
    """Return a text chunk of a PNG, international and uncompressed."""
    body = b"iTXt" + keyword.encode("ascii") + bytes(5) + text.encode("utf-8")
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))

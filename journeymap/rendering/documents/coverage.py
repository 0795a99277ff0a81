"""Which characters a font has: its character map, read without the rest of the file.

A picture needs nothing else to know of fonts before it is set, and a library for them takes longer to
load than many a picture takes to set. Maps of the two kinds that fonts have for Unicode are read.
"""

import struct
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

_COLLECTION = b"ttcf"
_PREFERRED = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platform and encoding of the maps for Unicode, those of all its planes first."""


@lru_cache(maxsize=256)
def covered_characters(path: str, index: int = 0) -> frozenset[int]:
    """Return the characters that a font has glyphs for; none where the file cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return frozenset(chain.from_iterable(_ranges(_read_map(file, index))))
    except (OSError, struct.error):
        return frozenset()


def _read_map(file: BinaryIO, index: int) -> bytes:
    """Return the best map of a font, or nothing; of a collection that of one of its fonts."""
    start = 0
    if file.read(4) == _COLLECTION:
        start = _read(file, ">L", 12 + 4 * index)[0]
    (tables,) = _read(file, ">H", start + 4)
    for number in range(tables):
        tag, _, offset, size = _read(file, ">4sLLL", start + 12 + 16 * number)
        if tag == b"cmap":
            file.seek(offset)
            return _best_map(file.read(size))
    return b""


def _read(file: BinaryIO, form: str, offset: int) -> tuple[Any, ...]:
    file.seek(offset)
    return struct.unpack(form, file.read(struct.calcsize(form)))


def _best_map(table: bytes) -> bytes:
    (count,) = struct.unpack_from(">2xH", table)
    records = (struct.unpack_from(">HHL", table, 4 + 8 * number) for number in range(count))
    offsets = {(platform, encoding): offset for platform, encoding, offset in records}
    return next((table[offsets[kind] :] for kind in _PREFERRED if kind in offsets), b"")


def _ranges(table: bytes) -> Iterator[range | list[int]]:
    """Yield the characters of a map."""
    if table[:2] == b"\0\4":
        yield from _ranges_in_segments(table)
    elif table[:2] == b"\0\14":
        (count,) = struct.unpack_from(">L", table, 12)
        for number in range(count):
            first, last = struct.unpack_from(">LL", table, 16 + 12 * number)
            yield range(first, min(last, 0x10FFFF) + 1)


def _ranges_in_segments(table: bytes) -> Iterator[range | list[int]]:
    """Yield the characters of a map that divides the first plane into segments."""
    count = struct.unpack_from(">H", table, 6)[0] // 2
    lasts, firsts, deltas, offsets = (
        struct.unpack_from(f">{count}H", table, at)
        for at in (14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count)
    )
    for number, (first, last, delta, offset) in enumerate(zip(firsts, lasts, deltas, offsets, strict=True)):
        if first == 0xFFFF:  # the end of the map
            continue
        characters = range(first, last + 1)
        if not offset:
            yield [code for code in characters if (code + delta) & 0xFFFF]
            continue
        # An offset counts from where it stands itself.
        glyphs = struct.unpack_from(f">{len(characters)}H", table, 16 + 6 * count + 2 * number + offset)
        yield [code for code, glyph in zip(characters, glyphs, strict=True) if glyph]

"""Where a long curve goes on in a new row, as music does: between stages where these fit into rows."""

from collections.abc import Iterator, Sequence
from math import ceil


def break_rows(stages: Sequence[int], most: int) -> tuple[range, ...]:
    """Return the columns of each row: as few rows as hold ``most`` columns each, and as even as can be.

    ``stages`` says how many columns each has; one that is longer than a row is broken evenly.
    """
    total = sum(stages)
    fewest = len(tuple(_pack(stages, most)))
    rows = next(
        rows for cap in range(1, most + 1) if len(rows := tuple(_pack(stages, cap))) <= fewest or cap == most
    )
    starts = [sum(rows[:index]) for index in range(len(rows))]
    return tuple(range(start, start + length) for start, length in zip(starts, rows, strict=True)) or (
        range(total),
    )


def _pack(stages: Sequence[int], most: int) -> Iterator[int]:
    """Yield the lengths of rows that are filled with whole stages one after the other."""
    row = 0
    for stage in stages:
        if row and row + stage > most:
            yield row
            row = 0
        pieces = ceil(stage / most)
        for piece in range(pieces - 1, 0, -1):
            length = ceil(stage / (piece + 1))
            yield length
            stage -= length
        row += stage
    if row:
        yield row

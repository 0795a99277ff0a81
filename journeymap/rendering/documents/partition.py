"""Which columns of a map share a page: all of them while they are few, else whole stages, evenly."""

from collections.abc import Sequence

MOST_COLUMNS = 14
"""So many touchpoints stand on one page; more are divided by stage."""


def divide_columns(stages: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first column of each page and the one after its last, given how wide the stages are."""
    total = sum(stages)
    if total <= MOST_COLUMNS:
        return [(0, total)] if total else []
    widths = [part for width in stages for part in _even_parts(width)]
    pages = _fewest_pages(widths, MOST_COLUMNS)
    # As even as they can be: the narrowest limit that needs no more pages.
    limit = next(limit for limit in range(1, MOST_COLUMNS + 1) if _fewest_pages(widths, limit) == pages)
    return _fill_pages(widths, limit)


def _even_parts(width: int) -> list[int]:
    """Return a stage in as few parts as fit a page, none much wider than another."""
    count = -(-width // MOST_COLUMNS)
    return [width * (index + 1) // count - width * index // count for index in range(count)]


def _fewest_pages(widths: Sequence[int], limit: int) -> int:
    return len(_fill_pages(widths, limit)) if max(widths) <= limit else len(widths) + 1


def _fill_pages(widths: Sequence[int], limit: int) -> list[tuple[int, int]]:
    pages: list[tuple[int, int]] = []
    start = end = 0
    for width in widths:
        if end > start and end + width - start > limit:
            pages.append((start, end))
            start = end
        end += width
    return [*pages, (start, end)]

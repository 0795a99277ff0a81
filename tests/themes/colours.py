"""Colours at random, for property tests."""

from hypothesis import strategies as st


def colours() -> st.SearchStrategy[str]:
    """Return any colour written as ``#rrggbb``."""
    return st.integers(min_value=0, max_value=0xFFFFFF).map(lambda number: f"#{number:06x}")

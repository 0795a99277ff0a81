"""The search, started once."""

from collections.abc import Iterator

import pytest

from tests.site.searching.searcher import Searcher


@pytest.fixture(scope="session")
def searcher() -> Iterator[Searcher]:
    """Start Node.js with the script of the pages."""
    searcher = Searcher()
    yield searcher
    searcher.close()

"""The fenced blocks of a Markdown page, with the marker in the comment before each.

``<!-- file: NAME -->`` writes the block to a file; ``<!-- runs -->`` or ``<!-- runs, exit 1 -->`` runs its
commands; ``<!-- prints -->`` holds what the last command printed; ``<!-- broken -->`` is YAML that is wrong
on purpose; ``<!-- not run: reason -->`` says why commands are only shown.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

FENCE = re.compile(
    r"^(?:<!-- (?P<marker>[^\n]*?) -->\n)?(?P<ticks>`{3,})(?P<language>\w*)\n(?P<body>.*?)^(?P=ticks)$",
    re.MULTILINE | re.DOTALL,
)


class Fence(NamedTuple):
    """One block: its marker, language and text, and where the text stands in the page."""

    marker: str
    language: str
    body: str
    start: int
    end: int


def find_fences(page: str) -> Iterator[Fence]:
    """Yield the blocks of a page in order."""
    for found in FENCE.finditer(page):
        yield Fence(
            found["marker"] or "", found["language"], found["body"], found.start("body"), found.end("body")
        )

"""Whether a text speaks to journeymap in a comment at all: the question that every file is asked."""

import re
from typing import Final

BASELINE: Final = "journeymap-baseline.yaml"
"""The name of the baseline's file, beside ``journeymap.yaml``."""
APPROVALS: Final = "journeymap-approvals.yaml"
"""The name of the file with approvals of changes, in the same place."""

_MENTION: Final = re.compile(r"#[ \t]*(?i:journeymap)\b")


def mentions_journeymap(text: str) -> bool:
    """Whether a comment may begin with the program's name; a ``#`` in a text counts, too."""
    return _MENTION.search(text) is not None

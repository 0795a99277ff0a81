"""The names of nodes in diagrams' texts: made from ids, so that a new step changes no line but its own."""

import re

_OTHER = re.compile(r"[^a-z0-9]+")


class Names:
    """Names that have been given, no two of them alike.

    A name has a prefix and no sign but letters, digits and ``_``: it is no word of any diagram's language,
    whatever the id is.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, prefix: str, id: str) -> str:
        """Return a name for what has an id."""
        bare = f"{prefix}_{_OTHER.sub('_', id.lower())}"
        found, number = bare, 1
        while found in self._taken:
            number += 1
            found = f"{bare}_{number}"
        self._taken.add(found)
        return found

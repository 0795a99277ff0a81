"""Where every page and file of the site stands, and how one page points to another.

All links are relative and end in a file name, so that the site works under any base path and from a disk.
"""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

STYLE = "assets/style.css"
SCRIPT = "assets/script.js"
ICON = "assets/icon.svg"
HOME = "index.html"
NOT_FOUND = "404.html"


def journey_path(id: str, file: str = "index.html") -> str:
    """Return where a journey's page, or a file beside it, stands."""
    return f"journeys/{id}/{file}"


def persona_path(id: str) -> str:
    """Return where a persona's page stands."""
    return f"personas/{id}/index.html"


def point_to(target: str, *, page: str, anchor: str = "") -> str:
    """Return the relative address of a file of the site as seen from one of its pages."""
    address = posixpath.relpath(target, posixpath.dirname(page) or ".")
    return f"{address}#{anchor}" if anchor else address


class Atlas(NamedTuple):
    """What is published: ids of journeys and personas, and pictures by the path their author wrote.

    A page that travels alone has no neighbours, so that its atlas is empty.
    """

    journeys: frozenset[str] = frozenset()
    personas: frozenset[str] = frozenset()
    pictures: Mapping[str, str] = {}

    def journey(self, id: str, *, page: str, anchor: str = "") -> str:
        """Return the address of a journey's page, or nothing when it has none."""
        return point_to(journey_path(id), page=page, anchor=anchor) if id in self.journeys else ""

    def persona(self, id: str, *, page: str) -> str:
        """Return the address of a persona's page, or nothing when it has none."""
        return point_to(persona_path(id), page=page) if id in self.personas else ""

    def picture(self, src: str, *, page: str) -> str:
        """Return the address of a picture, or nothing when it was not found."""
        target = self.pictures.get(src, "")
        return target if target.startswith("data:") or not target else point_to(target, page=page)

"""Where every page and file of the site stands, and how one page points to another.

All links are relative and end in a file name, so that the site works under any base path and from a disk.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Final, NamedTuple

from journeymap.devices import is_reserved

ICON = "assets/icon.svg"
HOME = "index.html"
NOT_FOUND = "404.html"
SEARCH = "search/index.html"

FOLDERS: Final[Mapping[str, str]] = {
    "journey": "journeys",
    "persona": "personas",
    "shared-touchpoint": "touchpoints",
    "channel": "channels",
    "phase": "stages",
    "metric": "kpis",
    "team": "teams",
    "system": "systems",
    "segment": "segments",
    "source": "sources",
    "tag": "tags",
    "term": "glossary",
}
"""Kind → the folder of its pages; the folder's own page lists them all."""

_SAFE: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST: Final = 64
_KEPT: Final = 48

_ON_ONE_PAGE: Final = frozenset({"term"})
"""Kinds whose entries stand together on the folder's page, each under its id."""


def entity_path(kind: str, id: str, file: str = "index.html") -> str:
    """Return where the page of an entity, or a file beside it, stands."""
    folder = FOLDERS[kind]
    if kind == "tag":
        id = name_folder(id)
    return f"{folder}/index.html" if kind in _ON_ONE_PAGE else f"{folder}/{id}/{file}"


@lru_cache(maxsize=4096)
def name_folder(tag: str) -> str:
    """Return the name of a tag's folder: the tag where it is like an id, else what comes near to it.

    What comes near has a mark of the tag itself, so that no two tags ever share a folder, and that no new
    tag moves the page of another.
    """
    if len(tag) <= _LONGEST and _SAFE.fullmatch(tag) and not is_reserved(tag):
        return tag
    plain = unicodedata.normalize("NFKD", tag).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain)[:_KEPT].strip("-")
    mark = sha256(tag.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{words}-{mark}" if words else mark


def list_path(folder: str) -> str:
    """Return where the page stands that lists what is in a folder, such as ``kpis``."""
    return f"{folder}/index.html"


def journey_path(id: str, file: str = "index.html") -> str:
    """Return where a journey's page, or a file beside it, stands."""
    return entity_path("journey", id, file)


def persona_path(id: str) -> str:
    """Return where a persona's page stands."""
    return entity_path("persona", id)


def point_to(target: str, *, page: str, anchor: str = "") -> str:
    """Return the relative address of a file of the site as seen from one of its pages."""
    own, other = page.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(own), len(other) - 1) and own[shared] == other[shared]:
        shared += 1
    # Asked for every link of every page: what the library offers looks up the working folder each time.
    address = "../" * (len(own) - shared) + "/".join(other[shared:])
    return f"{address}#{anchor_of(anchor)}" if anchor else address


def anchor_of(address: str) -> str:
    """Return what an element is called on its page, given its address there: that of a KPI is ``owner/kpi``.

    A name of letters, digits, hyphens and underscores needs no escaping anywhere; no id holds an underscore.
    """
    return address.replace("/", "__")


class Atlas(NamedTuple):
    """What is published: ids of entities by kind, and pictures by the path their author wrote.

    ``lists`` are the folders whose own page exists. A page that travels alone has no neighbours, so that
    its atlas is empty.
    """

    entities: Mapping[str, frozenset[str]] = {}
    pictures: Mapping[str, str] = {}
    lists: frozenset[str] = frozenset()

    def find(self, kind: str, id: str, *, page: str, anchor: str = "") -> str:
        """Return the address of an entity's page, or nothing when it has none."""
        if not self.has(kind, id):
            return ""
        return point_to(entity_path(kind, id), page=page, anchor=id if kind in _ON_ONE_PAGE else anchor)

    def has(self, kind: str, id: str) -> bool:
        """Return whether an entity has a page."""
        return id in self.entities.get(kind, ())

    def list(self, folder: str, *, page: str, anchor: str = "") -> str:
        """Return the address of the page that lists what is in a folder, or nothing when there is none."""
        return point_to(list_path(folder), page=page, anchor=anchor) if folder in self.lists else ""

    def journey(self, id: str, *, page: str, anchor: str = "") -> str:
        """Return the address of a journey's page, or nothing when it has none."""
        return self.find("journey", id, page=page, anchor=anchor)

    def persona(self, id: str, *, page: str) -> str:
        """Return the address of a persona's page, or nothing when it has none."""
        return self.find("persona", id, page=page)

    def picture(self, src: str, *, page: str) -> str:
        """Return the address of a picture, or nothing when it was not found."""
        target = self.pictures.get(src, "")
        return target if target.startswith("data:") or not target else point_to(target, page=page)

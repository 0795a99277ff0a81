"""What a page is about: the entry of the model behind its path, whoever made the page."""

from typing import Any, Final, NamedTuple

from journeymap.model import Portfolio
from journeymap.site.addresses import FOLDERS

_KINDS: Final = {folder: kind for kind, folder in FOLDERS.items() if kind != "term"}
_SEARCH: Final = "search"
_PAGE: Final = "index.html"


class Subject(NamedTuple):
    """What a page is about; ``entry`` is nothing where the model has only the word, as of a tag."""

    kind: str
    id: str
    entry: Any = None


def find_subject(portfolio: Portfolio, path: str) -> Subject | None:
    """Return what a page is about, or nothing where it is about many things."""
    parts = path.split("/")
    if len(parts) != len(("folder", "id", _PAGE)) or parts[0] not in _KINDS:
        return None
    kind, id = _KINDS[parts[0]], parts[1]
    return Subject(kind, id, find_entry(portfolio, kind, id))


def find_entry(portfolio: Portfolio, kind: str, id: str) -> Any:
    """Return the journey, persona or library entry with an id, or nothing."""
    if kind == "journey":
        return portfolio.journey(id)
    if kind == "persona":
        return portfolio.personas.get(id)
    if kind == "tag":
        return None
    return getattr(portfolio.library, LIBRARY_FIELDS[kind]).get(id)


LIBRARY_FIELDS: Final = {
    "shared-touchpoint": "touchpoints",
    "channel": "channels",
    "phase": "phases",
    "metric": "metrics",
    "team": "teams",
    "system": "systems",
    "segment": "segments",
    "source": "sources",
    "term": "terms",
}
"""Kind → its field in the library."""


def is_own_page(path: str) -> bool:
    """Whether a page stands for itself: other views of a page lie beside it under names of their own."""
    folder, _, name = path.rpartition("/")
    return name == _PAGE and folder != _SEARCH


def beside(path: str, name: str) -> str:
    """Return the path of a file beside a page."""
    folder = path.rpartition("/")[0]
    return f"{folder}/{name}" if folder else name

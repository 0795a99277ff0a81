"""The check before anything is written: every link of every page arrives, every anchor exists."""

import posixpath
import re
from collections.abc import Iterable
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from journeymap.artifacts import Artifact

_ATTRIBUTE = re.compile(r'\s(id|href|src)="([^"]*)"')


class BrokenLink(NamedTuple):
    """A page, the address on it that leads nowhere, and what is missing."""

    page: str
    address: str
    reason: str


class BrokenLinks(Exception):  # noqa: N818 - named for what was found
    """Pages that point to what does not exist; nothing of the site may be written."""

    def __init__(self, links: tuple[BrokenLink, ...]) -> None:
        self.links = links
        super().__init__("; ".join(f"{link.page}: `{link.address}` {link.reason}" for link in links))


def find_broken_links(artifacts: Iterable[Artifact]) -> tuple[BrokenLink, ...]:
    """Return the links between finished files that lead nowhere, in order of page."""
    files = {artifact.path: artifact.content for artifact in artifacts}
    pages = {path: _read(content) for path, content in files.items() if path.endswith(".html")}
    return tuple(
        BrokenLink(path, address, reason)
        for path, page in pages.items()
        for address in page.addresses
        if (reason := _fault(path, address, files, pages))
    )


class _Page(NamedTuple):
    """The anchors of a page and the addresses it points to."""

    anchors: frozenset[str]
    addresses: tuple[str, ...]


def _read(content: bytes) -> _Page:
    """Read the addresses of a page of ours, in which a quote outside of a tag is always escaped."""
    found = [(name, unescape(value)) for name, value in _ATTRIBUTE.findall(content.decode("utf-8"))]
    anchors = frozenset(value for name, value in found if name == "id")
    return _Page(anchors, tuple(dict.fromkeys(value for name, value in found if name != "id")))


def _fault(page: str, address: str, files: dict[str, bytes], pages: dict[str, _Page]) -> str:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    target = (
        posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        if parts.path
        else page
    )
    if target not in files:
        return "leads to no file"
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].anchors:
        return "leads to no anchor"
    return ""

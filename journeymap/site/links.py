"""The check before anything is written: every link of every page and text arrives, every anchor exists."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from journeymap.artifacts import Artifact

# Each begins with letters that stand still, which is what makes looking for them fast.
_ID = re.compile(r' id="([^"]*)"')
_ADDRESS = re.compile(r' (?:href|src)="([^"]*)"')
_MARKDOWN_LINK = re.compile(r"(?<!\\)\]\(([^()\s]+)\)")
_FENCED = re.compile(r"^[> ]*(`{3,})\n.*?^[> ]*\1$", re.MULTILINE | re.DOTALL)
# The way up, the way down and the anchor of an address without anything that would have to be decoded.
_PLAIN = re.compile(r"((?:\.\./)*)((?:[\w-][\w.-]*/)*[\w-][\w.-]*)(?:#([\w.-]*))?", re.ASCII).fullmatch


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


def tell_broken_links(
    links: Iterable[BrokenLink], find_written: Callable[[str], tuple[str, ...]]
) -> tuple[str, ...]:
    """Return in words what leads nowhere, once for each address however many pages share it.

    ``find_written`` returns the places in files at which an address is written, where it has to be mended.
    """
    pages: dict[tuple[str, str], list[str]] = {}
    for link in links:
        pages.setdefault((link.address, link.reason), []).append(link.page)
    return tuple(
        _tell(f"the link to `{address}` {reason}", found, find_written(address))
        for (address, reason), found in pages.items()
    )


def _tell(fault: str, pages: list[str], places: tuple[str, ...]) -> str:
    """Return a fault behind the places to mend it; what nobody wrote is known by the pages it is on."""
    shown = f"{pages[0]}{_count_others(len(pages) - 1, 'page')}"
    if not places:
        return f"{shown}: {fault}"
    return f"{places[0]}: {fault}, on {shown}{_count_others(len(places) - 1, 'place', ', written in')}"


def _count_others(number: int, noun: str, opening: str = " and") -> str:
    return f"{opening} {number:,} more {noun}{'' if number == 1 else 's'}" if number else ""


class Pointers(NamedTuple):
    """The anchors of a page, and the addresses on it that lead elsewhere, in order.

    Of those that lead to the page itself only the ``lost`` are there: those that have no anchor.
    """

    anchors: frozenset[str] = frozenset()
    addresses: tuple[str, ...] = ()
    lost: frozenset[str] = frozenset()


def read_pointers(artifact: Artifact) -> Pointers | None:
    """Return where a page or a text points to, or nothing for other files."""
    if artifact.path.endswith(".html"):
        return _read_page(artifact.content)
    if artifact.path.endswith((".md", "llms.txt")):
        return _read_markdown(artifact.content)
    return None


def find_broken_links(
    artifacts: Iterable[Artifact], known: Mapping[str, Pointers] | None = None
) -> tuple[BrokenLink, ...]:
    """Return the links between finished files that lead nowhere, in order of page.

    ``known`` is where some of the files point to, which are not read again.
    """
    paths: set[str] = set()
    pointers: dict[str, Pointers] = {}
    for artifact in artifacts:
        paths.add(artifact.path)
        found = (known or {}).get(artifact.path) or read_pointers(artifact)
        if found is not None:
            pointers[artifact.path] = found
    finder = _Finder(paths, pointers)
    pages = [path for path in pointers if path.endswith(".html")]
    texts = [path for path in pointers if not path.endswith(".html")]
    return tuple(link for path in (*pages, *texts) for link in finder.find(path))


def _read_page(content: bytes) -> Pointers:
    """Read the addresses of a page of ours, in which a quote outside of a tag is always escaped."""
    text = content.decode("utf-8").replace("\n", " ").replace("\t", " ")
    anchors = frozenset(map(_unescape, _ID.findall(text)))
    found = dict.fromkeys(map(_unescape, dict.fromkeys(_ADDRESS.findall(text))))
    # Most links lead from the top of a page to a place further down: nobody else has to know of those.
    within = [address for address in found if address.startswith("#")]
    lost = frozenset(each for each in within if len(each) > 1 and unquote(each[1:]) not in anchors)
    shown = tuple(each for each in found if each in lost or not each.startswith("#"))
    return Pointers(anchors, shown, lost)


def _unescape(value: str) -> str:
    return unescape(value) if "&" in value else value


def _read_markdown(content: bytes) -> Pointers:
    """Read the addresses of a Markdown text of ours; what stands in a block of code is no link."""
    found = _MARKDOWN_LINK.findall(_FENCED.sub("", content.decode("utf-8")))
    return Pointers(addresses=tuple(dict.fromkeys(found)))


class _Finder:
    """Follows the addresses of pages among all files there are."""

    def __init__(self, paths: set[str], pointers: Mapping[str, Pointers]) -> None:
        self._paths = paths
        self._pointers = pointers

    def find(self, page: str) -> Iterator[BrokenLink]:
        """Yield the links of a page that lead nowhere."""
        pointers = self._pointers[page]
        steps = page.split("/")[:-1]
        folders = tuple("".join(f"{step}/" for step in steps[:depth]) for depth in range(len(steps), -1, -1))
        for address in pointers.addresses:
            is_lost = address in pointers.lost
            reason = "leads to no anchor" if is_lost else self._fault(page, folders, address)
            if reason:
                yield BrokenLink(page, address, reason)

    def _fault(self, page: str, folders: tuple[str, ...], address: str) -> str:
        """Return what is missing where an address leads; ``folders`` are those of the page, its own first."""
        plain = _PLAIN(address)
        if plain and len(plain[1]) // 3 < len(folders):
            target, anchor = folders[len(plain[1]) // 3] + plain[2], plain[3]
        else:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                return ""
            to = posixpath.join(posixpath.dirname(page), unquote(parts.path))
            target, anchor = posixpath.normpath(to) if parts.path else page, unquote(parts.fragment)
        if target not in self._paths:
            return "leads to no file"
        if anchor and target.endswith(".html") and anchor not in self._pointers[target].anchors:
            return "leads to no anchor"
        return ""

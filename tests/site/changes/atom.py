"""A strict reader of Atom feeds: the rules of RFC 4287 that a feed of ours could break."""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ONCE = {
    "id",
    "title",
    "updated",
    "generator",
    "icon",
    "logo",
    "rights",
    "subtitle",
    "summary",
    "published",
    "content",
}
KNOWN = ONCE | {"author", "category", "contributor", "entry", "link", "source"}


def find_faults(content: bytes) -> list[str]:
    """Return what is wrong with a feed, in words."""
    feed = ET.fromstring(content)
    faults = [] if feed.tag == f"{ATOM}feed" else [f"2: the document element is {feed.tag}"]
    faults += _check_container(feed, "feed", ("id", "title", "updated"))
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        name = entry.findtext(f"{ATOM}title") or "entry"
        faults += _check_container(entry, name, ("id", "title", "updated"))
        if not _links(entry, "alternate") and entry.find(f"{ATOM}content") is None:
            faults.append(f"4.1.2: {name} has neither content nor an alternate link")
    if feed.find(f"{ATOM}author") is None and any(e.find(f"{ATOM}author") is None for e in entries):
        faults.append("4.1.1: an entry has no author and neither has the feed")
    ids = [entry.findtext(f"{ATOM}id") for entry in (feed, *entries)]
    faults += [f"4.2.6: {id} is the id of two" for id in sorted({str(id) for id in ids if ids.count(id) > 1})]
    if not _links(feed, "self"):
        faults.append("4.1.1: the feed has no link to itself")
    return faults


def _check_container(element: ET.Element, name: str, required: tuple[str, ...]) -> list[str]:
    faults = []
    children = [child.tag.removeprefix(ATOM) for child in element]
    faults += [f"4.1: {name} has no {tag}" for tag in required if tag not in children]
    faults += [f"4.1: {name} has {tag} more than once" for tag in ONCE if children.count(tag) > 1]
    faults += [f"6: {name} has {tag}, which nobody knows" for tag in children if tag not in KNOWN]
    for child in element:
        tag = child.tag.removeprefix(ATOM)
        if tag == "updated" and not DATE.fullmatch(child.text or ""):
            faults.append(f"3.3: {child.text} is no date")
        if tag in ("id", "title") and not (child.text or "").strip():
            faults.append(f"4.2: {name} has an empty {tag}")
        if tag == "id" and not _is_absolute(child.text or ""):
            faults.append(f"4.2.6: {child.text} is no absolute address")
        if tag == "link" and not _is_absolute(child.get("href", "")):
            faults.append(f"4.2.7: {child.get('href')} is no absolute address")
        if tag == "author" and not (child.findtext(f"{ATOM}name") or "").strip():
            faults.append(f"3.2: an author of {name} has no name")
    links = [(link.get("type"), link.get("hreflang")) for link in _links(element, "alternate")]
    faults += [
        f"4.1: {name} has two alternate links of one type" for link in set(links) if links.count(link) > 1
    ]
    return faults


def _links(element: ET.Element, relation: str) -> list[ET.Element]:
    return [link for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == relation]


def _is_absolute(address: str) -> bool:
    """Whether an address is a full one of plain letters: a URL, or a tag with its host, day and name."""
    if not address.isascii() or not address.isprintable() or set(address) & set(' "<>\\^`{|}'):
        return False
    if address.startswith("tag:"):
        return bool(re.fullmatch(r"tag:[a-z0-9.%-]+,\d{4}-\d\d-\d\d:.+", address))
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.netloc)

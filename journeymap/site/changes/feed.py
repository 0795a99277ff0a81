"""The feed of changes (Atom, RFC 4287): only where the address of the site is known, for it needs full ones.

Its dates are those of the entries, never the clock's, so that the same files make the same feed.
"""

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from journeymap.rendering.dates import write_day
from journeymap.site.addresses import HOME
from journeymap.site.announcing.addresses import Base
from journeymap.site.changes.events import Event
from journeymap.site.changes.happenings import WORDS, lead_to, name_things
from journeymap.site.desk import Desk

PATH: Final = "changes/feed.xml"
MOST: Final = 50
"""How many entries a feed has: readers keep what they have seen."""
_NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_SPACE: Final = "http://www.w3.org/XML/1998/namespace"


def write_feed(desk: Desk, base: Base, title: str, events: Sequence[Event]) -> bytes:
    """Return the feed of events, the latest first; there has to be one, for a feed has a date."""
    newest = events[:MOST]
    feed = ET.Element("feed", {"xmlns": _NAMESPACE, f"{{{_SPACE}}}lang": desk.lang})
    site = desk.portfolio.workspace.title or title
    _add(feed, "title", title if site == title else f"{site} · {title}")
    _add(feed, "id", base.address(PATH))
    _add(feed, "updated", _moment(newest[0].day))
    _add(feed, "link", rel="self", type="application/atom+xml", href=base.address(PATH))
    _add(feed, "link", rel="alternate", type="text/html", href=base.address("changes/index.html"))
    _add(_add(feed, "author"), "name", site)
    _add(feed, "generator", "journeymap")
    for event in newest:
        _write_entry(feed, desk, base, event)
    ET.indent(feed)
    text: bytes = ET.tostring(feed, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + text + b"\n"


def _write_entry(feed: ET.Element, desk: Desk, base: Base, event: Event) -> None:
    entry = _add(feed, "entry")
    word = desk.say(WORDS[event.what])
    names = name_things(event)
    _add(entry, "title", event.subject or f"{word}: {names}")
    _add(entry, "id", _name(base, event))
    _add(entry, "updated", _moment(event.day))
    # Pages are in folders of their own: what leads from the front page leads from the root of the site.
    address, _, anchor = lead_to(desk._replace(page=HOME), event.things[0]).partition("#")
    href = base.address(address or "changes/index.html") + (f"#{quote(anchor, safe='/')}" if anchor else "")
    _add(entry, "link", rel="alternate", type="text/html", href=href)
    if event.by:
        _add(_add(entry, "author"), "name", event.by)
    day = write_day(event.day, lang=desk.lang)
    told = [day.text if day else event.day, f"{word}: {names}" if event.subject else "", event.note]
    _add(entry, "summary", " · ".join(filter(None, told)))


def _name(base: Base, event: Event) -> str:
    """Return a name for an entry that no other has, and that stays when the site moves (RFC 4151)."""
    host = urlsplit(base.url).hostname or "localhost"
    return f"tag:{quote(host)},{event.day}:{quote(event.name, safe='/')}"


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str = "", /, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, attributes)
    if text:
        element.text = _clean(text)
    return element


def _clean(text: str) -> str:
    """Return a text without the characters that XML has no way to write."""
    return "".join(
        letter
        if letter in "\t\n"
        or "\x20" <= letter <= "\ud7ff"
        or "\ue000" <= letter <= "\ufffd"
        or letter > "\uffff"
        else "\N{REPLACEMENT CHARACTER}"
        for letter in text
    )

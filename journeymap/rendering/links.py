"""Which addresses may become links: one allowlist for every form."""

import re

from journeymap.named_tuples import NamedTuple

SCHEMES = ("https", "http", "mailto")

# Patterns that are compiled where they are first needed: many pictures have no links.
_DROPPED = r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
_SCHEME = r"([^/?#:]*):"
_NETWORK = r"[/\\]{2}"


class Links(NamedTuple):
    """Where the nodes of a picture lead: patterns in which ``{id}`` stands for what is linked to."""

    touchpoint: str = ""
    stage: str = ""
    journey: str = ""

    def address(self, kind: str, id: str) -> str:
        """Return the address of an item, or nothing where items of its kind are not linked."""
        patterns = {"touchpoint": self.touchpoint, "stage": self.stage, "journey": self.journey}
        pattern = patterns.get(kind, "")
        return (safe_url(pattern.replace("{id}", id)) or "") if pattern and id else ""


NO_LINKS = Links()


def safe_url(url: str) -> str | None:
    """Return an address that is safe to link to, or nothing.

    Browsers ignore control characters in addresses and white space around them, and so does the search
    for a scheme; both are gone from the result. Relative addresses and fragments are safe. A network
    path, ``//host``, is not: it leaves the site without saying so.
    """
    bare = re.sub(_DROPPED, "", url).strip()
    if not bare or any("\ud800" <= character <= "\udfff" for character in bare):
        return None
    compact = "".join(bare.split())
    scheme = re.match(_SCHEME, compact)
    if re.match(_NETWORK, compact) or (scheme and scheme[1].lower() not in SCHEMES):
        return None
    return "%20".join(bare.split())

"""The site's own style, script and icon, and the security policy that goes with them.

The style has sizes of neither texts nor gaps from the theme: these grow with what the reader has set.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final
from urllib.parse import quote

from journeymap.rendering.packing import pack_script, pack_style
from journeymap.resources import templates_path
from journeymap.themes.branding import OwnTheme
from journeymap.themes.choosing import LIGHT_NAME, choose_theme
from journeymap.themes.colours import spell_colours
from journeymap.themes.properties import write_tokens

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The policy of a page with its files beside it."""


@cache
def read_asset(name: str) -> bytes:
    """Return one of the site's own files."""
    return (templates_path() / "site" / name).read_bytes()


BUNDLES: Final[Mapping[str, tuple[str, ...]]] = {
    "style.css": (
        "style/base.css",
        "style/ways.css",
        "style/lists.css",
        "style/overviews.css",
        "style/search.css",
        "style/changes.css",
        "style/announcing.css",
    ),
    "journey.css": ("style/journey.css", "style/print.css"),
    "journey.js": ("script/journey.js",),
    "embed.css": ("style/embed.css",),
    "search.js": ("script/search_core.js", "script/search.js"),
    "redirect.js": ("script/redirect.js",),
    "script.js": ("script/base.js", "script/lists.js", "script/front.js", "script/search_door.js"),
}
"""A file that pages load → the parts it is put together from; the first one begins with the theme."""


_FOR_SITES: Final = frozenset(
    {
        *("style/overviews.css", "style/search.css", "style/changes.css"),
        *("script/lists.js", "script/front.js", "script/search_door.js"),
    }
)
"""Parts that no page needs which travels alone: there is nothing to list, to search, to follow."""


@lru_cache(maxsize=16)
def write_bundle(name: str, own: OwnTheme, *, alone: bool = False) -> str:
    """Return a style sheet or script of pages; the theme stands in front of the style of all of them."""
    tokens = pack_style(write_tokens(own)) if name == "style.css" else ""
    pack = pack_style if name.endswith(".css") else pack_script
    parts = (part for part in BUNDLES[name] if not (alone and part in _FOR_SITES))
    return tokens + pack("".join(map(_read_text, parts)))


def write_icon(own: OwnTheme) -> str:
    """Return the icon, a drawing on the accent of the light appearance."""
    return spell_colours(read_asset("icon.svg").decode("utf-8"), choose_theme(own, LIGHT_NAME))


def embedded_text(names: Iterable[str], own: OwnTheme) -> str:
    """Return bundles as they stand inside a page; none of ours may end its element early."""
    text = "".join(write_bundle(name, own, alone=True) for name in names)
    assert "</" not in text
    return text


def embedded_icon(own: OwnTheme) -> str:
    """Return the icon as a data address."""
    return "data:image/svg+xml," + quote(write_icon(own).strip(), safe="")


def _read_text(name: str) -> str:
    return read_asset(name).decode("utf-8")

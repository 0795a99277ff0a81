"""A page on its way to the browser: the site's own, with a script of ours that waits for the next one.

The page's policy stays; one that travels alone and loads nothing is allowed what comes from this server.
"""

import re
from html import escape, unescape
from typing import Final, NamedTuple

from journeymap.rendering.templating import marked, render_template, translate
from journeymap.resources import templates_path
from journeymap.serving.shelf import Shelf
from journeymap.site.assets import embedded_icon, write_bundle
from journeymap.themes.branding import OwnTheme

FOLDER: Final = "_serve"
"""Where our own files are, beside those of the site: no id of a journey begins like that."""
SCRIPT: Final = f"{FOLDER}/live.js"
STYLE: Final = f"{FOLDER}/live.css"
EVENTS: Final = f"{FOLDER}/events"

LOOK: Final = f"{FOLDER}/page.css"
"""The style of the page that is shown while there is no site."""
OURS: Final = frozenset({SCRIPT, STYLE, LOOK})

_POLICY: Final = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')
_NEEDED: Final = ("script-src", "style-src", "connect-src")


def dress_page(content: bytes, page: str, shelf: Shelf, lang: str) -> bytes:
    """Return a page with the script that waits for its next version."""
    text = content.decode("utf-8")
    lost = translate(marked("The connection is lost: is `journeymap serve` still running?"), lang=lang)
    values = {"version": shelf.version_of(page), "page": page, "lost": lost}
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in values.items())
    ours = f'<link rel="stylesheet" href="/{STYLE}">\n<script src="/{SCRIPT}"{data}></script>\n</head>'
    return _POLICY.sub(_allow, text, count=1).replace("</head>", ours, 1).encode("utf-8")


def read_own(path: str) -> bytes:
    """Return one of our own files."""
    if path == LOOK:
        return write_bundle("style.css", OwnTheme()).encode()
    return (templates_path() / "serving" / path.rpartition("/")[2]).read_bytes()


class WaitingContext(NamedTuple):
    """The page that is shown while there is no site."""

    style: str
    icon: str


def write_waiting_page(lang: str = "en") -> bytes:
    """Return the page for every address as long as there is no site."""
    context = WaitingContext(f"/{LOOK}", embedded_icon(OwnTheme()))
    return render_template("serving/waiting.html", context, lang=lang).encode()


def _allow(found: re.Match[str]) -> str:
    directives = {
        name: sources
        for name, *sources in (each.split() for each in unescape(found[2]).split(";") if each.strip())
    }
    for name in _NEEDED:
        sources = [each for each in directives.get(name, []) if each not in ("'none'", "'self'")]
        directives[name] = ["'self'", *sources]
    written = "; ".join(" ".join([name, *sources]) for name, sources in directives.items())
    return f"{found[1]}{escape(written)}{found[3]}"

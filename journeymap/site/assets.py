"""The site's own style, script and icon, and the security policies that go with them."""

import base64
from functools import cache
from hashlib import sha256
from urllib.parse import quote

from journeymap.resources import templates_path

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The policy of a page with its files beside it."""


@cache
def read_asset(name: str) -> bytes:
    """Return one of the site's own files."""
    return (templates_path() / "site" / name).read_bytes()


def embedded_text(name: str) -> str:
    """Return a file as it stands inside a page; none of ours may end its element early."""
    text = read_asset(name).decode("utf-8")
    assert "</" not in text
    return text


def embedded_policy(style: str, script: str) -> str:
    """Return the policy of a page that carries its style and script within: nothing else may run."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def embedded_icon() -> str:
    """Return the icon as a data address."""
    return "data:image/svg+xml," + quote(read_asset("icon.svg").decode("utf-8").strip(), safe="")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")

"""What people type for places: the address of a site, and the files that journeys are chosen by."""

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from journeymap.cli.options import UsageError


def read_site_url(text: str) -> str:
    """Return the address of a site with a slash at its end, or raise where it is none."""
    try:
        parts = urlsplit(text)
        is_address = parts.scheme in {"https", "http"} and bool(parts.hostname)
    except ValueError:
        is_address = False
    if not is_address or parts.query or parts.fragment or not text.isprintable() or " " in text:
        raise UsageError(
            f"`{text}` is not the address of a site",
            "write it whole, without `?` and `#`: https://example.com/journeys/",
        )
    return text if text.endswith("/") else f"{text}/"


def lies_at(file: Path, paths: Iterable[Path]) -> bool:
    """Say whether a file is one of some paths, or lies in a folder that is one."""
    own = Path(os.path.normpath(file))
    return any(own.is_relative_to(os.path.normpath(path)) for path in paths)

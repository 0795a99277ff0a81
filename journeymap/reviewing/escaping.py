"""Texts of strangers in a comment: nobody is called, nothing is linked or loaded, no marker is forged.

On top of what tables escape, addresses are broken by an invisible space: a code host makes links of bare
ones. Comments of HTML cannot be written at all, since every ``<`` is an entity.
"""

import re

from journeymap.rendering.metrics import one_line
from journeymap.rendering.tables.markdown_text import ZERO_WIDTH_SPACE, escape_markdown

LONGEST = 300
"""Characters of one text in a comment; a longer one says nothing more to somebody who reviews."""

_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bmailto)(?=:)|(?<=\bxmpp)(?=:)", re.IGNORECASE)
_SIMPLE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 .,:/()'+%_-]*[A-Za-z0-9.)%])?").fullmatch
_BEGINNING = re.compile(r"^(?:[-+#>=]|\d+[.)])(?=\s|$)|^(?:[-+=]{2,})")
_NAME = re.compile(r"[^A-Za-z0-9._:/-]+")
_HIDDEN = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]|[\U000e0000-\U000e007f]")


def write_marker(name: str) -> str:
    """Return the invisible first line by which a comment is found again."""
    return f"<!-- journeymap-review:{_NAME.sub('-', name).strip('-') or 'diff'} -->"


def write_text(text: str) -> str:
    """Return a text on one line that Markdown shows as it stands, wherever in a line it is put."""
    shown = _HIDDEN.sub("\N{REPLACEMENT CHARACTER}", cut(one_line(text)))
    escaped = _ADDRESS.sub(ZERO_WIDTH_SPACE, escape_markdown(shown))
    return _BEGINNING.sub(lambda mark: f"&#{ord(mark[0][0])};{mark[0][1:]}", escaped)


def write_code(text: str) -> str:
    """Return a name as code; one with anything in it that could end the code is escaped inside a tag."""
    shown = cut(one_line(text))
    if _SIMPLE(shown) and not _ADDRESS.search(shown):
        return f"`{shown}`"
    return f"<code>{write_text(shown)}</code>"


def write_message(message: str) -> str:
    """Return a sentence that names things in backticks, the names as code."""
    parts = cut(one_line(message), 2 * LONGEST).split("`")
    if len(parts) % 2 == 0:
        parts[-2:] = [f"{parts[-2]}`{parts[-1]}"]
    written = [
        (write_code(part) if part.strip() else "") if index % 2 else _write_between(part)
        for index, part in enumerate(parts)
    ]
    return "".join(written)


def write_link(text: str, address: str) -> str:
    """Return a link of ours, or its text where there is nothing to lead to."""
    from urllib.parse import quote

    shown = write_text(text)
    return f"[{shown}](<{quote(address, safe=_IN_ADDRESS)}>)" if address else shown


_IN_ADDRESS = "/:?#@!$&'()*+,;=%~[]-._"


def cut(text: str, longest: int = LONGEST) -> str:
    """Return a text without what is too much of it."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _write_between(part: str) -> str:
    """Return the words between two names, with the blanks that stand beside these."""
    bare = part.strip()
    if not bare:
        return " " if part else ""
    lead, tail = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
    return f"{' ' if lead else ''}{write_text(bare)}{' ' if tail else ''}"

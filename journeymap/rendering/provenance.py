"""Whether a file that stands in the way was rendered here: only then is it written over.

What a form carries in itself says so: a word about who made it, its fixed date, or its plain shape. Where
somebody saved slides or a workbook from another program, that is gone, and their work is safe.
"""

import re
from collections.abc import Callable, Mapping
from io import BytesIO

_SVG = re.compile(rb'<svg [^>]*aria-labelledby="[^"]+-title" aria-describedby="[^"]+-about"')
_TABLE_LINE = re.compile(r"(#{1,6} .*|\|.*\||)\s*")
_FIXED_DATE = b">2000-01-01T00:00:00Z</dcterms:modified>"
_BEGINNING = 400


def is_rendered(format: str, content: bytes, fresh: bytes) -> bool:
    """Say whether the content of a file looks like what is rendered in a format, such as the ``fresh`` one.

    An empty file is nobody's work. A table in CSV carries no sign, but it begins with the same column, or
    with the name of the same table.
    """
    if format == "csv":
        return not content or _first_cell(content) == _first_cell(fresh)
    return not content or SIGNS[format](content)


def _begins(*words: bytes) -> Callable[[bytes], bool]:
    """Return a sign: one of some words near the beginning."""
    return lambda content: any(word in content[:_BEGINNING] for word in words)


def _is_svg(content: bytes) -> bool:
    return bool(_SVG.match(content))


def _is_page(content: bytes) -> bool:
    return b'<meta name="generator" content="journeymap">' in content[:4096]


def _is_pdf(content: bytes) -> bool:
    return b"/Creator(Typst " in content


def _is_markdown(content: bytes) -> bool:
    """Say whether a text is headings and tables, and nothing else."""
    return all(map(_TABLE_LINE.fullmatch, content.decode(errors="replace").splitlines()))


def _first_cell(content: bytes) -> bytes:
    return re.split(rb"[,\r\n]", content, maxsplit=1)[0]


def _is_office(content: bytes) -> bool:
    """Say whether slides or a workbook were last saved by this program, which gives them a fixed date."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(content)) as parts:
            return _FIXED_DATE in parts.read("docProps/core.xml")
    except (BadZipFile, KeyError):
        return False


SIGNS: Mapping[str, Callable[[bytes], bool]] = {
    "svg": _is_svg,
    "png": _begins(b"iTXtTitle"),
    "pdf": _is_pdf,
    "pptx": _is_office,
    "xlsx": _is_office,
    "html": _is_page,
    "md": _is_markdown,
    "json": _begins(b'"format": "journeymap-'),
    "dot": _begins(b"digraph flow {"),
    "mmd": _begins(b"Made by journeymap"),
    "d2": _begins(b"Made by journeymap"),
    "puml": _begins(b"Made by journeymap"),
}
"""Format → what tells that a content was rendered here."""

"""What a finished PDF says, read by two readers that did not write it: pypdf and PDFium."""

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

_JOINED = str.maketrans("", "", "-\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{LEFT-TO-RIGHT MARK}")
"""Between the letters of a divided word; pypdf does not see that such a hyphen is a soft one."""


class Letter(NamedTuple):
    """A letter on a page: its size, and its box from the lower left corner, in points."""

    size: float
    left: float
    right: float
    bottom: float
    top: float


def open_pdf(content: bytes) -> pypdf.PdfReader:
    """Open a PDF."""
    return pypdf.PdfReader(io.BytesIO(content))


def catalog_of(content: bytes) -> Any:
    """Return what a PDF says of itself as a whole."""
    return open_pdf(content).trailer["/Root"]


def bare(text: str) -> str:
    """Return a text without blanks and hyphens, which the end of a line adds or takes away."""
    return re.sub(r"\s", "", text.translate(_JOINED))


def page_texts(content: bytes) -> list[str]:
    """Return the text of each page, bare."""
    return [bare(page.extract_text()) for page in open_pdf(content).pages]


def letters_of(content: bytes) -> Iterator[tuple[int, Letter]]:
    """Yield every visible letter with the number of its page."""
    document = pypdfium2.PdfDocument(content)
    for number in range(len(document)):
        page = document[number].get_textpage()
        for index in range(page.count_chars()):
            code = pdfium.FPDFText_GetUnicode(page.raw, index)
            if code <= 0x20 or pdfium.FPDFText_IsGenerated(page.raw, index):
                continue
            left, bottom, right, top = page.get_charbox(index)
            size = pdfium.FPDFText_GetFontSize(page.raw, index)
            yield number, Letter(size, left, right, bottom, top)


def tags_of(content: bytes) -> list[str]:
    """Return the kinds of the tagged parts of a PDF, in the order they are read."""
    return [str(element["/S"])[1:] for element in _elements(open_pdf(content))]


def alternatives_of(content: bytes) -> list[str]:
    """Return the texts that stand in for pictures."""
    return [str(element["/Alt"]) for element in _elements(open_pdf(content)) if "/Alt" in element]


def _elements(reader: pypdf.PdfReader) -> Iterator[Any]:
    root: Any = reader.trailer["/Root"]
    yield from _below(root["/StructTreeRoot"])


def _below(element: Any) -> Iterator[Any]:
    kids = element.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield found
            yield from _below(found)

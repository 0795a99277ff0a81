"""The texts of finished files, read by the programs that their readers use: one function per format."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

from journeymap.rendering.tables.csv_text import is_formula

SVG = "{http://www.w3.org/2000/svg}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_svg(content: bytes) -> list[str]:
    """Return the texts of a picture, each with its lines joined, and its title and description."""
    root = ET.fromstring(content)
    kinds = {f"{SVG}{tag}" for tag in ("text", "title", "desc")}
    return ["".join(element.itertext()) for element in root.iter() if element.tag in kinds]


def read_dot(content: bytes) -> list[str]:
    """Return the labels that Graphviz draws: those of a node, edge or stage as one text."""
    from journeymap.rendering.flow.graphviz import lay_out

    groups = ET.fromstring(lay_out(content.decode(), "svg")).iter(f"{SVG}g")
    return ["".join("".join(text.itertext()) for text in group.findall(f"{SVG}text")) for group in groups]


def read_markdown(content: bytes) -> list[str]:
    """Return the texts of a page of Markdown as GitHub's dialect reads it."""
    from markdown_it import MarkdownIt

    return read_html(
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(content.decode()).encode()
    )


def read_html(content: bytes) -> list[str]:
    """Return the texts of the blocks and cells of a page; fail where user text became an element."""
    reader = _Reader()
    reader.feed(content.decode())
    reader.close()
    return reader.texts


def read_csv(content: bytes) -> list[str]:
    """Return the cells of CSV, without the apostrophes that keep a text a text."""
    rows = csv.reader(io.StringIO(content.decode(), newline=""), strict=True)
    return [rearm_csv(cell) for row in rows for cell in row]


def rearm_csv(cell: str) -> str:
    """Return a cell of CSV as it was before it was made harmless."""
    bare = cell[1:] if cell[:1] == "'" and is_formula(cell[1:]) else cell
    return re.sub(r"([;\t])'(?=[=+\-@＝＋－＠])", r"\1", bare)


def read_json(content: bytes) -> list[str]:
    """Return every text of a JSON document."""
    return list(_strings(json.loads(content)))


def read_xlsx(content: bytes) -> list[str]:
    """Return the texts of all sheets, none of which is a formula."""
    from openpyxl import load_workbook

    sheets = load_workbook(io.BytesIO(content))
    assert not [
        cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]
    # Excel reads ``_x0007_`` as a control character and ``_x005F_`` as a line; openpyxl not the former.
    strings = ET.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("xl/sharedStrings.xml"))
    written = (text.text or "" for text in strings.iter(f"{SHEET}t"))
    return [re.sub(r"_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), text) for text in written]


def read_pptx(content: bytes) -> list[str]:
    """Return the paragraphs of all slides, their tables and their notes."""
    from pptx import Presentation

    texts: list[str] = []
    for slide in Presentation(io.BytesIO(content)).slides:
        texts += _shape_texts(slide.shapes)
        if slide.has_notes_slide:
            frame = slide.notes_slide.notes_text_frame
            texts += [paragraph.text for paragraph in frame.paragraphs] if frame else []
    return texts


def read_pdf(content: bytes) -> list[str]:
    """Return the text of each page."""
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


READERS: Mapping[str, Callable[[bytes], list[str]]] = {
    "svg": read_svg,
    "dot": read_dot,
    "md": read_markdown,
    "csv": read_csv,
    "html": read_html,
    "xlsx": read_xlsx,
    "json": read_json,
    "pptx": read_pptx,
    "pdf": read_pdf,
}
"""Format → what reads its texts."""


class _Reader(HTMLParser):
    """Gathers texts; whatever could act must not be there."""

    BREAKS = frozenset({"td", "th", "p", "h1", "h2", "h3", "li", "caption", "title", "tr"})
    ACTIVE = frozenset({"script", "iframe", "object", "embed", "form", "base", "img", "svg"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = [""]
        self._styled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in self.ACTIVE, tag
        assert not [name for name, _ in attrs if name.startswith("on")]
        links = [value or "" for name, value in attrs if name in {"href", "src"}]
        assert all(link.startswith(("https://", "http://", "mailto:", "#")) for link in links), links
        self._styled = tag == "style"
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._styled = False
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._styled:
            self.texts[-1] += data

    def _break(self, tag: str) -> None:
        if tag in self.BREAKS:
            self.texts.append("")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _shape_texts(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if shape.shape_type == 6:  # a group
            yield from _shape_texts(shape.shapes)
        elif shape.has_text_frame:
            yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)
        elif getattr(shape, "has_table", False):
            for row in shape.table.rows:
                for cell in row.cells:
                    yield from (paragraph.text for paragraph in cell.text_frame.paragraphs)

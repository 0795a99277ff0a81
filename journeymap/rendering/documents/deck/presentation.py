"""The only door to python-pptx, which is an extra: a blank deck in our theme, filled, as bytes.

The file says nothing of when or where it was made.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from journeymap.rendering.documents.deck import layouts
from journeymap.rendering.documents.deck.layouts import place_box
from journeymap.rendering.documents.deck.look import EMU, HEIGHT, WIDTH, Look
from journeymap.rendering.documents.deck.packing import repack
from journeymap.rendering.documents.deck.sections import write_sections
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.documents.deck.theme_part import write_colour_map, write_theme
from journeymap.rendering.documents.deck.writing import say, write_paragraphs
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.metrics import one_line

CREATED = datetime(2000, 1, 1)
NOTES_SIZE = 12.0

_COVER, _PLAIN = 0, 5
"""The layouts of the blank deck that we make our own; the others go."""

_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/extended-properties"><Application>journeymap</Application>'
    b"</Properties>"
)
_UNWANTED = ("thumbnail", "printerSettings")


def write_presentation(look: Look, title: str, slides: Sequence[SlideCanvas]) -> bytes:
    """Return slides as the bytes of a ``.pptx`` file; the first one is the cover."""
    try:
        from pptx import Presentation
    except ImportError as missing:
        raise RenderingError(
            "writing pptx needs python-pptx, which is not installed",
            "install the extra: `pip install 'journeymap[export]'`",
        ) from missing
    deck = Presentation()
    _dress(deck, look)
    cover, plain = deck.slide_layouts
    for number, canvas in enumerate(slides, start=1):
        _fill(deck.slides.add_slide(plain if number > 1 else cover), canvas)
    ids = [slide.slide_id for slide in deck.slides]
    deck.element.append(_parse(write_sections(slides, ids)))
    _name(deck, look, title)
    output = io.BytesIO()
    deck.save(output)
    return repack(output.getvalue())


def _dress(deck: Any, look: Look) -> None:
    """Give a blank deck our page, theme, master and layouts."""
    from pptx.opc.constants import RELATIONSHIP_TYPE as KINDS

    deck.slide_width, deck.slide_height = round(WIDTH * EMU), round(HEIGHT * EMU)
    size = deck.element.find("{*}sldSz")
    del size.attrib["type"]
    kept = (deck.slide_layouts[_COVER], deck.slide_layouts[_PLAIN])
    for layout in tuple(deck.slide_layouts):
        if layout not in kept:
            deck.slide_layouts.remove(layout)
    master = deck.slide_master
    master.part.part_related_by(KINDS.THEME).blob = write_theme(look)
    _replace(master, layouts.write_master_tree(look))
    for layout, tree in zip(
        kept, (layouts.write_cover_tree(look), layouts.write_plain_tree(look)), strict=True
    ):
        _replace(layout, tree)
    colours = master.element.find("{*}clrMap")
    for name, place in write_colour_map(look).items():
        colours.set(name, place)
    styles = master.element.find("{*}txStyles")
    master.element.replace(styles, _parse(layouts.write_text_styles(look)))
    for part in (deck.part.package, deck.part):
        for id, relation in tuple(part._rels.items()):
            if any(word in relation.reltype for word in _UNWANTED):
                part._rels.pop(id)


def _replace(holder: Any, tree: str) -> None:
    """Put other shapes in the place of those of a master or layout."""
    content = holder.element.find("{*}cSld")
    content.replace(content.find("{*}spTree"), _parse(tree))


def _fill(slide: Any, canvas: SlideCanvas) -> None:
    """Put what was drawn onto a slide."""
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = place_box(canvas.title_box, canvas.look)
    body = title.text_frame._txBody
    body.replace(body.find("{*}p"), _parse(_spaced(canvas.title)))
    for part in canvas.parts:
        slide.shapes._spTree.append(_parse(part))
    if canvas.notes:
        body = slide.notes_slide.notes_text_frame._txBody
        body.remove(body.find("{*}p"))
        for note in canvas.notes:
            body.append(_parse(_spaced(write_paragraphs((say(note, NOTES_SIZE),), canvas.look))))


def _name(deck: Any, look: Look, title: str) -> None:
    """Say what the file is, and nothing of when and where it was made."""
    about = deck.core_properties
    about.title, about.language = one_line(title)[:255], look.lang
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = CREATED
    about.revision = 1
    for part in deck.part.package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part.blob = _PROPERTIES


def _parse(markup: str) -> Any:
    from pptx.oxml import parse_xml

    return parse_xml(markup.encode())


def _spaced(markup: str) -> str:
    return markup.replace("<a:p>", f"<a:p {layouts.NAMESPACES}>", 1)

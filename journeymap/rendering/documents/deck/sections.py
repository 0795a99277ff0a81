"""Sections of a deck: PowerPoint shows slides by stage, and each stage can be folded or moved as a whole."""

from collections.abc import Sequence
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from journeymap.rendering.documents.deck.layouts import NAMESPACES
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.documents.deck.writing import in_attribute

_KIND = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_SPACE = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def write_sections(slides: Sequence[SlideCanvas], ids: Sequence[int]) -> str:
    """Return the sections of slides that stand in the file under these numbers."""
    pairs = zip(slides, ids, strict=True)
    sections = "".join(
        _write_section(name, index, [id for _, id in run])
        for index, (name, run) in enumerate(groupby(pairs, key=lambda pair: pair[0].section))
    )
    return (
        f'<p:extLst {NAMESPACES}><p:ext uri="{_KIND}"><p14:sectionLst xmlns:p14="{_SPACE}">{sections}'
        "</p14:sectionLst></p:ext></p:extLst>"
    )


def _write_section(name: str, index: int, ids: Sequence[int]) -> str:
    # PowerPoint wants an identifier that no other section has; ours is the same whenever it is written.
    identifier = str(uuid5(NAMESPACE_URL, f"journeymap:section:{index}:{name}")).upper()
    slides = "".join(f'<p14:sldId id="{id}"/>' for id in ids)
    return (
        f'<p14:section name="{in_attribute(name)}" id="{{{identifier}}}"><p14:sldIdLst>{slides}'
        "</p14:sldIdLst></p14:section>"
    )

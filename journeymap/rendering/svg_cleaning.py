"""What may be in a picture: an allowlist of SVG elements and attributes, applied by parsing.

Whatever is not known to be inert is refused or left out: scripts, event handlers, style sheets, embedded
documents, references to other files, entities.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate

from journeymap.rendering.links import safe_url

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"

_ELEMENTS = """
    a circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon polyline
    radialGradient rect stop svg symbol text title tspan use
"""
_ATTRIBUTES = """
    aria-describedby aria-hidden aria-label aria-labelledby clip-path clip-rule clipPathUnits color cx
    cy d direction dominant-baseline dx dy fill fill-opacity fill-rule font-family font-size font-style
    font-weight fx fy gradientTransform gradientUnits height id lang letter-spacing marker-end
    marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type offset opacity orient
    overflow paint-order pathLength patternContentUnits patternTransform patternUnits points
    preserveAspectRatio r refX refY role rotate rx ry spreadMethod stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
    stroke-width text-anchor textLength transform unicode-bidi vector-effect version viewBox visibility
    width x x1 x2 y y1 y2
"""
ELEMENTS = frozenset(_ELEMENTS.split())
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
_TAGS = frozenset(f"{SVG}}}{name}" for name in ELEMENTS)


class UnsafePicture(ValueError):  # noqa: N818 - named for what it is
    """A text is not an SVG picture, or declares what no picture needs."""


def clean_svg(svg: str) -> str:
    """Return a picture with nothing in it but known shapes, texts and safe links.

    Raises ``UnsafePicture`` when it is not well-formed, is not SVG or declares a document type.
    """
    if _is_clean(svg):
        return svg
    from xml.etree.ElementTree import register_namespace, tostring

    root = _parse(svg)
    if root.tag != f"{{{SVG}}}svg":
        raise UnsafePicture("this is not an SVG picture")
    _clean(root)
    register_namespace("", SVG)
    return tostring(root, encoding="unicode") + "\n"


def _is_clean(svg: str) -> bool:
    """Say whether a picture is one of ours already: it has nothing that cleaning would change.

    Most pictures are, and looking at one takes half as long as building it anew. Anything else than
    elements, attributes and plain text is a reason to doubt, and so is a name with a prefix.
    """
    doubts: list[object] = []

    def look_at(tag: str, attributes: Mapping[str, str]) -> None:
        values = "".join(attributes.values())
        if tag in _TAGS and attributes.keys() <= ATTRIBUTES and "(" not in values and "\\" not in values:
            return  # as nearly all are
        if tag not in _TAGS or not all(_may_stay(tag, *each) for each in attributes.items()):
            doubts.append(tag)

    def doubt(*found: object) -> None:
        doubts.append(found)

    parser = ParserCreate("utf-8", "}")
    parser.StartElementHandler = look_at
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = parser.XmlDeclHandler = doubt
    parser.CommentHandler = parser.ProcessingInstructionHandler = parser.StartCdataSectionHandler = doubt
    parser.StartNamespaceDeclHandler = lambda prefix, _: doubt(prefix) if prefix else None
    try:
        parser.Parse(svg.encode("utf-8", "surrogatepass"), True)  # noqa: FBT003 - the last piece
    except ExpatError:
        return False
    return not doubts and svg.startswith("<svg ") and svg.endswith("</svg>\n")


def _may_stay(tag: str, name: str, value: str) -> bool:
    """Say whether an attribute may stay as it is written."""
    if name == "href":
        return tag == f"{SVG}}}a" and safe_url(value) == value
    return name in ATTRIBUTES and (("(" not in value and "\\" not in value) or _is_local(value))


def _parse(svg: str) -> "Element":
    from xml.etree.ElementTree import TreeBuilder

    builder = TreeBuilder()
    parser = ParserCreate("utf-8", "}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_declarations
    parser.EntityDeclHandler = _refuse_declarations
    parser.StartElementHandler = lambda tag, attributes: builder.start(
        _spelled(tag), {_spelled(name): value for name, value in attributes.items()}
    )
    parser.EndElementHandler = lambda tag: builder.end(_spelled(tag))
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(svg.encode("utf-8", "surrogatepass"), True)  # noqa: FBT003 - the last piece
    except ExpatError as error:
        raise UnsafePicture(f"this is not well-formed SVG: {error}") from None
    return builder.close()


def _spelled(name: str) -> str:
    """Return a name as the element tree spells it, its namespace in braces."""
    return "{" + name if "}" in name else name


def _refuse_declarations(*_: object) -> None:
    raise UnsafePicture("a picture may not declare a document type or entities")


def _clean(element: "Element") -> None:
    written = tuple(element.attrib.items())
    # Nearly every attribute is a known one with a plain value, and most elements have no other.
    if not all(name in ATTRIBUTES and "(" not in value and "\\" not in value for name, value in written):
        element.attrib.clear()
        for name, value in written:
            element.attrib.update(_cleaned(element, name, value))
    for child in list(element):
        if isinstance(child.tag, str) and child.tag.removeprefix(f"{{{SVG}}}") in ELEMENTS:
            _clean(child)
        else:
            _drop(element, child)


def _cleaned(element: "Element", name: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield the attribute as it may stay: links are checked, and only ids of this picture are used."""
    if name in {"href", f"{{{XLINK}}}href"}:
        url = safe_url(value)
        if url and (url.startswith("#") or element.tag == f"{{{SVG}}}a"):
            yield "href", url
    elif name in ATTRIBUTES and _is_local(value):
        yield name, value


def _is_local(value: str) -> bool:
    """Say whether a value refers to nothing outside the picture."""
    compact = "".join(value.split()).lower().replace('"', "").replace("'", "")
    return "\\" not in compact and compact.count("url(") == compact.count("url(#")


def _drop(parent: "Element", child: "Element") -> None:
    """Take an element out; the text after it stays."""
    index = list(parent).index(child)
    if child.tail:
        if index:
            before = parent[index - 1]
            before.tail = (before.tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)

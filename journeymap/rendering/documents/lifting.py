"""A picture in two layers: its shapes as SVG, and its texts with their places.

Typesetters break when they draw text inside SVG that mixes scripts: letters become empty boxes. Lifted
out, texts are set like any other text, each letter in a font that has it; in a PDF they stay text.
"""

import re
from collections.abc import Callable, Mapping
from math import atan2, cos, degrees, hypot, radians, sin
from typing import TypeAlias
from xml.etree.ElementTree import Element, fromstring, register_namespace, tostring

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.svg_cleaning import SVG

_TEXT = f"{{{SVG}}}text"
_INHERITED = ("fill", "font-size", "font-weight", "font-style", "text-anchor", "direction", "lang")

_TRANSFORM = re.compile(r"(translate|scale|rotate|matrix)\(([^)]*)\)")
_NUMBER = re.compile(r"[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?")

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
UNCHANGED: Matrix = (1, 0, 0, 1, 0, 0)


class LiftedText(NamedTuple):
    """A text of a picture: lines that start, centre or end at ``x``, the first on the baseline ``y``.

    ``angle`` is in degrees, clockwise; ``url`` is where it leads.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    leading: float
    weight: int
    slanted: bool
    colour: str
    anchor: str
    direction: str
    angle: float
    url: str


class Layers(NamedTuple):
    """The two layers of a picture, and what it says of itself."""

    shapes: str
    texts: tuple[LiftedText, ...]
    title: str
    about: str
    lang: str
    families: str


def lift_texts(svg: str) -> Layers:
    """Take the texts out of a picture of ours."""
    register_namespace("", SVG)
    root = fromstring(svg)  # noqa: S314 - our own picture, cleaned
    texts: list[LiftedText] = []
    _lift(root, {}, UNCHANGED, "", texts)
    return Layers(
        tostring(root, encoding="unicode"),
        tuple(texts),
        root.findtext(f"{{{SVG}}}title", ""),
        root.findtext(f"{{{SVG}}}desc", ""),
        root.get("lang", "en"),
        root.get("font-family", ""),
    )


def _lift(element: Element, style: dict[str, str], matrix: Matrix, url: str, texts: list[LiftedText]) -> None:
    """Take the texts out of an element; style, place and link come down from those around it."""
    for child in list(element):
        inner = {**style, **{name: child.attrib[name] for name in _INHERITED if name in child.attrib}}
        place = _multiplied(matrix, _read_transform(child.get("transform", "")))
        if child.tag == _TEXT:
            texts.append(_read_text(child, inner, place, url))
            element.remove(child)
        else:
            _lift(child, inner, place, child.get("href", url), texts)


def _read_text(text: Element, style: dict[str, str], matrix: Matrix, url: str) -> LiftedText:
    lines, leading = [text.text or ""], 0.0
    for span in text:
        if span.get("dy"):
            leading = float(span.get("dy", 0))
            lines.append(span.text or "")
        else:
            lines[-1] += span.text or ""
    a, b, c, d, e, f = matrix
    x, y = float(text.get("x", 0)), float(text.get("y", 0))
    scale = hypot(a, b)
    weight = style.get("font-weight", "400")
    return LiftedText(
        tuple(lines),
        a * x + c * y + e,
        b * x + d * y + f,
        float(style.get("font-size", "16").removesuffix("px")) * scale,
        leading * scale,
        {"normal": 400, "bold": 700}.get(weight) or int(weight),
        style.get("font-style") == "italic",
        style.get("fill", "#000000"),
        style.get("text-anchor", "start"),
        style.get("direction", ""),
        degrees(atan2(b, a)),
        url,
    )


def _read_transform(value: str) -> Matrix:
    """Return what a ``transform`` says, as one matrix."""
    matrix = UNCHANGED
    for name, arguments in _TRANSFORM.findall(value):
        numbers = [float(number) for number in _NUMBER.findall(arguments)]
        for step in _TURNS[name](*numbers):
            matrix = _multiplied(matrix, step)
    return matrix


def _turn(angle: float, x: float = 0, y: float = 0) -> tuple[Matrix, ...]:
    cosine, sine = cos(radians(angle)), sin(radians(angle))
    return (1, 0, 0, 1, x, y), (cosine, sine, -sine, cosine, 0, 0), (1, 0, 0, 1, -x, -y)


_TURNS: Mapping[str, Callable[..., tuple[Matrix, ...]]] = {
    "translate": lambda x, y=0.0: ((1, 0, 0, 1, x, y),),
    "scale": lambda x, y=None: ((x, 0, 0, x if y is None else y, 0, 0),),
    "matrix": lambda *numbers: (numbers,),
    "rotate": _turn,
}


def _multiplied(outer: Matrix, inner: Matrix) -> Matrix:
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )

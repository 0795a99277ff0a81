"""Native shapes in DrawingML: outlines, free forms whose points can be moved, faces."""

import re
from collections.abc import Sequence
from math import cos, pi, sin

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.documents.deck.look import EMU, Look
from journeymap.rendering.documents.deck.writing import write_fill
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.glyphs import MOUTHS

_NUMBER = re.compile(r"-?[\d.]+")
_EYES = ((8.5, 8.4), (15.5, 8.4))
_EYE = 1.8
_USUAL_WIDTH = 2.0
"""The width of lines on pictures, which their dashes are made for; slides count them in widths."""
_HEADS = ((0, 1.0, 0.0), (4, 1.3, pi / 4), (4, 1.3, 0.0), (3, 1.5, -pi / 2), (6, 1.15, 0.0))
"""For each line of the curve the corners of its faces, none for a round one, their reach and their turn."""


class Paint(NamedTuple):
    """What a shape is filled with and outlined in; no colour is none.

    A ``dash`` is the name of one in DrawingML, or lengths of dashes and gaps by turns.
    """

    fill: str = ""
    line: str = ""
    width: float = 1.0
    dash: str = ""


def write_paint(paint: Paint, look: Look) -> str:
    """Return the fill and the outline of a shape."""
    if not paint.line:
        return f"{write_fill(paint.fill, look)}<a:ln><a:noFill/></a:ln>"
    cap = "flat" if paint.dash else "rnd"
    return (
        f'{write_fill(paint.fill, look)}<a:ln w="{round(paint.width * EMU)}" '
        f'cap="{cap}">{write_fill(paint.line, look)}{_write_dash(paint.dash)}<a:round/></a:ln>'
    )


def _write_dash(dash: str) -> str:
    """Return a dash: one that DrawingML has a name for, or the lengths of dashes and gaps as on pictures."""
    if not dash or dash.isalpha():
        return dash and f'<a:prstDash val="{dash}"/>'
    # On pictures ends are round: dashes are longer than they are called, and gaps shorter, by a width.
    lengths = [float(length) / _USUAL_WIDTH for length in dash.split()]
    pairs = (
        (round((on + 1) * 100_000), round((off - 1) * 100_000))
        for on, off in zip(lengths[::2], lengths[1::2], strict=True)
    )
    parts = "".join(f'<a:ds d="{on}" sp="{off}"/>' for on, off in pairs)
    return f"<a:custDash>{parts}</a:custDash>"


def preset(shape: str, box: Box | None = None, radius: float = 0) -> str:
    """Return the geometry of one of the shapes that every program knows."""
    adjust = ""
    if radius and box:
        share = round(min(radius / max(1.0, min(box.width, box.height)), 0.5) * 100_000)
        shape, adjust = "roundRect", f'<a:gd name="adj" fmla="val {share}"/>'
    return f'<a:prstGeom prst="{shape}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'


def curve(points: Sequence[Point], *, mirrored: bool) -> str:
    """Return the geometry of Bézier curves: the start, then two controls and an end for each."""
    start, *rest = _places(points, mirrored=mirrored)
    steps = "".join(
        f"<a:cubicBezTo>{''.join(rest[index : index + 3])}</a:cubicBezTo>" for index in range(0, len(rest), 3)
    )
    return _custom(
        f'<a:path {_size(around(points))} fill="none"><a:moveTo>{start}</a:moveTo>{steps}</a:path>'
    )


def face(level: int, index: int, *, outlined: bool) -> str:
    """Return the geometry of a face: a head in the shape of its line, two eyes and a mouth.

    Levels run from -2 to +2. The whole is as large as ``face_reach`` says, around a head of 24.
    """
    middle = 12 * face_reach(index)
    size = f'w="{round(middle * 200)}" h="{round(middle * 200)}"'
    strokes = "".join(
        f"<a:moveTo>{_dot(x, y, middle)}</a:moveTo><a:lnTo>{_dot(x, y + _EYE, middle)}</a:lnTo>"
        for x, y in _EYES
    )
    mouth = MOUTHS[level + 2]
    x, y, *rest = map(float, _NUMBER.findall(mouth))
    strokes += f"<a:moveTo>{_dot(x, y, middle)}</a:moveTo>"
    if "Q" in mouth:
        bend = "".join(_dot(*pair, middle) for pair in zip(rest[::2], rest[1::2], strict=True))
        strokes += f"<a:quadBezTo>{bend}</a:quadBezTo>"
    else:
        strokes += f"<a:lnTo>{_dot(rest[0], y, middle)}</a:lnTo>"
    return _custom(
        f'<a:path {size} stroke="{int(outlined)}">{_head(index, middle)}<a:close/></a:path>'
        f'<a:path {size} fill="none">{strokes}</a:path>'
    )


def mark(index: int) -> str:
    """Return the geometry of the shape that the faces of a line have, without a face."""
    middle = 12 * face_reach(index)
    size = f'w="{round(middle * 200)}" h="{round(middle * 200)}"'
    return _custom(f"<a:path {size}>{_head(index, middle)}<a:close/></a:path>")


def face_reach(index: int) -> float:
    """Return how far the head of a line's faces reaches, in radii of a round one."""
    return _HEADS[index % len(_HEADS)][1]


def _head(index: int, middle: float) -> str:
    corners, reach, turn = _HEADS[index % len(_HEADS)]
    if not corners:
        return (
            f"<a:moveTo>{_dot(24, 12, middle)}</a:moveTo>"
            '<a:arcTo wR="1200" hR="1200" stAng="0" swAng="21600000"/>'
        )
    angles = (turn + 2 * pi * corner / corners for corner in range(corners))
    start, *others = (
        _dot(12 + 12 * reach * cos(angle), 12 + 12 * reach * sin(angle), middle) for angle in angles
    )
    return f"<a:moveTo>{start}</a:moveTo>" + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)


def around(points: Sequence[Point]) -> Box:
    """Return the smallest box around points."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Box(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def _places(points: Sequence[Point], *, mirrored: bool) -> list[str]:
    box = around(points)
    return [
        f'<a:pt x="{round((box.right - x if mirrored else x - box.x) * EMU)}" '
        f'y="{round((y - box.y) * EMU)}"/>'
        for x, y in points
    ]


def _dot(x: float, y: float, middle: float) -> str:
    """Return a point of a face, which is drawn around (12, 12), in a square around another middle."""
    return f'<a:pt x="{round((x - 12 + middle) * 100)}" y="{round((y - 12 + middle) * 100)}"/>'


def _size(box: Box) -> str:
    return f'w="{round(box.width * EMU)}" h="{round(box.height * EMU)}"'


def _custom(paths: str) -> str:
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{paths}</a:pathLst></a:custGeom>"
    )

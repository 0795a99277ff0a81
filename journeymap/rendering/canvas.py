"""Drawing in SVG: a few shapes with presentation attributes only, mirrored for right-to-left languages.

No style sheets, no scripts, no references, no ids but those asked for: what is drawn stands in a page
under the strictest policy, any number of times.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.metrics import text_width
from journeymap.rendering.svg_cleaning import clean_svg
from journeymap.themes.theme import FONTS

Anchor: TypeAlias = Literal["start", "middle", "end"]
Paint: TypeAlias = str | float | None

# The standard library's own escaping for XML imports a whole web client with it.
_IN_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
_PLAIN = re.compile(r"[^&<>\"\n\r\t]*").fullmatch


class TextBox(NamedTuple):
    """The room that a text takes at most, and the box it was meant to stay within, if it has one."""

    lines: tuple[str, ...]
    box: Box
    within: Box | None = None


class Drawing(NamedTuple):
    """A finished picture: SVG, its size, and where its texts stand.

    Boxes are as they were asked for: in a mirrored picture x runs from the right.
    """

    svg: str
    width: float
    height: float
    texts: tuple[TextBox, ...]


class Canvas:
    """Shapes of one picture, in the order they are drawn; x runs from the side where reading starts."""

    def __init__(self, width: float, *, mirrored: bool = False) -> None:
        self.width = width
        self.mirrored = mirrored
        self.parts: list[str] = []
        self.texts: list[TextBox] = []
        self._groups: list[dict[str, Paint]] = [{}]

    def draw_box(self, box: Box, *, radius: float = 0, **paint: Paint) -> None:
        """Draw a rectangle."""
        x = self.width - box.right if self.mirrored else box.x
        where: dict[str, Paint] = {
            "x": write(x),
            "y": write(box.y),
            "width": write(box.width),
            "height": write(box.height),
            "rx": (radius and write(radius)) or None,
        }
        self._add("rect", {**where, **paint})

    def draw_circle(self, centre: Point, radius: float, **paint: Paint) -> None:
        """Draw a circle."""
        x, y = self._flip(centre)
        self._add("circle", {"cx": write(x), "cy": write(y), "r": write(radius), **paint})

    def draw_polygon(self, points: Iterable[Point], **paint: Paint) -> None:
        """Draw a closed shape with straight sides."""
        self._add("polygon", {"points": " ".join(map(self._pair, points)), **paint})

    def draw_curve(self, points: Sequence[Point], **paint: Paint) -> None:
        """Draw Bézier curves: the start, then two controls and an end for each."""
        start, *rest = map(self._pair, points)
        self._add("path", {"d": f"M{start}C{' '.join(rest)}", "fill": "none", **paint})

    def draw_area(self, points: Sequence[Point], level: float, **paint: Paint) -> None:
        """Fill what lies between Bézier curves and a level line."""
        start, *rest = map(self._pair, points)
        first, last = self._pair((points[0][0], level)), self._pair((points[-1][0], level))
        self._add("path", {"d": f"M{first}L{start}C{' '.join(rest)}L{last}z", **paint})

    def draw_line(self, start: Point, end: Point, **paint: Paint) -> None:
        """Draw a straight line."""
        (x1, y1), (x2, y2) = (map(write, self._flip(point)) for point in (start, end))
        self._add("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, **paint})

    def draw_hatch(self, box: Box, gap: float = 6, **paint: Paint) -> None:
        """Draw slanting lines across a rectangle: drawn and no pattern, which needs an id and a program."""
        strokes = []
        for step in range(1, int((box.width + box.height) / gap) + 1):
            reach = step * gap
            low, high = max(0.0, reach - box.height), min(reach, box.width)
            ends = ((box.x + low, box.y + reach - low), (box.x + high, box.y + reach - high))
            strokes.append("M" + "L".join(map(self._pair, ends)))
        self._add("path", {"d": "".join(strokes), "fill": "none", **paint})

    def draw_glyph(self, path: str, corner: Point, size: float, **paint: Paint) -> None:
        """Draw a path made for a square of 24, at its top left corner; a glyph itself is never mirrored."""
        x, y = corner
        x = self.width - x - size if self.mirrored else x
        place = f"translate({write(x)} {write(y)})scale({write(size / 24, 3)})"
        self._add("path", {"d": path, "transform": place, **paint})

    def write_text(
        self,
        lines: Sequence[str],
        where: Point,
        size: float,
        *,
        leading: float = 0,
        bold: bool = False,
        anchor: Anchor = "start",
        within: Box | None = None,
        **paint: Paint,
    ) -> None:
        """Write a text in lines; each is put where it starts, and together they are the text.

        ``where`` is the place of the first baseline, ``within`` the box the text is meant to stay in.
        """
        self.texts.append(
            TextBox(tuple(lines), _room_of(lines, where, size, leading, anchor, bold=bold), within)
        )
        x, y = self._flip(where)
        rtl = is_rtl("".join(lines))
        against = rtl != self.mirrored
        if against and anchor != "middle":
            anchor = "end" if anchor == "start" else "start"
        attributes: dict[str, Paint] = {
            "x": write(x),
            "y": write(y),
            "font_size": size,
            "font_weight": "600" if bold else None,
            "text_anchor": None if anchor == "start" else anchor,
            "direction": ("rtl" if rtl else "ltr") if against else None,
            **paint,
        }
        self._leave_out_shared(attributes)
        first, *others = lines
        spans = [f'<tspan x="{write(x)}" dy="{write(leading)}">{_escaped(line)}</tspan>' for line in others]
        self.parts.append(f"<text{_written(attributes)}>{_escaped(first)}{''.join(spans)}</text>")

    def open_group(self, **paint: Paint) -> None:
        """Say once what shapes and texts share; one that is given the same does not repeat it."""
        self.parts.append(f"<g{_written(paint)}>")
        self._groups.append({**self._groups[-1], **paint})

    def close_group(self) -> None:
        """End what the last group shared."""
        self._groups.pop()
        self.parts.append("</g>")

    def open_link(self, url: str) -> None:
        """Start a link; what is drawn until it is closed leads there."""
        self.parts.append(f'<a href="{_quoted(url)}">')

    def close_link(self) -> None:
        """End a link."""
        self.parts.append("</a>")

    def finish(
        self,
        height: float,
        *,
        name: str,
        title: str,
        about: str,
        lang: str,
        role: str,
        background: str,
        fonts: str = FONTS,
    ) -> Drawing:
        """Return the picture; ``name`` begins the ids of its title and description."""
        attributes: dict[str, Paint] = {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {write(self.width)} {write(height)}",
            "width": self.width,
            "height": height,
            "role": role,
            "aria-labelledby": f"{name}-title",
            "aria-describedby": f"{name}-about",
            "lang": lang,
            "direction": "rtl" if self.mirrored else None,
            "font-family": fonts,
        }
        body = "\n".join(self.parts)
        svg = (
            f"<svg{_written(attributes)}>\n"
            f'<title id="{name}-title">{_escaped(title)}</title>\n'
            f'<desc id="{name}-about">{_escaped(about)}</desc>\n'
            f'<rect width="{write(self.width)}" height="{write(height)}" fill="{background}"/>\n'
            f"{body}\n</svg>\n"
        )
        return Drawing(clean_svg(svg), self.width, height, tuple(self.texts))

    def _flip(self, point: Point) -> Point:
        return (self.width - point[0], point[1]) if self.mirrored else point

    def _pair(self, point: Point) -> str:
        x, y = self._flip(point)
        return f"{write(x)},{write(y)}"

    def _leave_out_shared(self, attributes: dict[str, Paint]) -> None:
        for name, value in self._groups[-1].items():
            if attributes.get(name) == value:
                del attributes[name]

    def _add(self, tag: str, attributes: dict[str, Paint]) -> None:
        self._leave_out_shared(attributes)
        self.parts.append(f"<{tag}{_written(attributes)}/>")


def _room_of(
    lines: Sequence[str], where: Point, size: float, leading: float, anchor: Anchor, *, bold: bool
) -> Box:
    """Return the room of a text: from the top of its first line's tall letters to its last descender."""
    width = max(text_width(line.rstrip(" "), size, bold=bold) for line in lines)
    x = where[0] - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Box(x, where[1] - size * 0.8, width, size + leading * (len(lines) - 1))


def write(number: float, decimals: int = 1) -> str:
    """Return a number without idle zeros."""
    text = f"{number:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _written(attributes: dict[str, Paint]) -> str:
    return "".join(
        [
            f' {name.replace("_", "-")}="{_quoted(value) if isinstance(value, str) else write(value, 2)}"'
            for name, value in attributes.items()
            if value is not None
        ]
    )


def _escaped(text: str) -> str:
    """Escape what is special in XML; replacing takes less time than translating."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    """Escape an attribute; nearly all are numbers and colours."""
    return value if _PLAIN(value) else value.translate(_IN_ATTRIBUTE)


def is_rtl(text: str) -> bool:
    """Say whether the first letter with a direction reads from right to left."""
    if text.isascii():
        return False
    for character in text:
        if (kind := unicodedata.bidirectional(character)) in {"L", "R", "AL"}:
            return kind != "L"
    return False

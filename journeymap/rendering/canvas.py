"""Drawing in SVG: a few shapes with presentation attributes only, mirrored for right-to-left languages.

No style sheets, no scripts, no references, no ids but those asked for: what is drawn stands in a page
under the strictest policy, any number of times.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from journeymap.rendering.placing import Box, Point
from journeymap.rendering.theme import FONTS

Anchor: TypeAlias = Literal["start", "middle", "end"]
Paint: TypeAlias = str | float | None

# The standard library's own escaping for XML imports a whole web client with it.
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_ATTRIBUTE = {**_IN_TEXT, **str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})}


class Canvas:
    """Shapes of one picture, in the order they are drawn; x runs from the side where reading starts."""

    def __init__(self, width: float, *, mirrored: bool = False) -> None:
        self.width = width
        self.mirrored = mirrored
        self.parts: list[str] = []

    def draw_box(self, box: Box, *, radius: float = 0, **paint: Paint) -> None:
        """Draw a rectangle."""
        x = self.width - box.right if self.mirrored else box.x
        where: dict[str, Paint] = {
            "x": x,
            "y": box.y,
            "width": box.width,
            "height": box.height,
            "rx": radius or None,
        }
        self._add("rect", {**where, **paint})

    def draw_circle(self, centre: Point, radius: float, **paint: Paint) -> None:
        """Draw a circle."""
        x, y = self._flip(centre)
        self._add("circle", {"cx": x, "cy": y, "r": radius, **paint})

    def draw_polygon(self, points: Iterable[Point], **paint: Paint) -> None:
        """Draw a closed shape with straight sides."""
        self._add("polygon", {"points": " ".join(map(self._pair, points)), **paint})

    def draw_curve(self, points: Sequence[Point], **paint: Paint) -> None:
        """Draw Bézier curves: the start, then two controls and an end for each."""
        start, *rest = map(self._pair, points)
        self._add("path", {"d": f"M{start}C{' '.join(rest)}", "fill": "none", **paint})

    def draw_glyph(self, path: str, corner: Point, size: float, **paint: Paint) -> None:
        """Draw a path made for a square of 24, at its top left corner; a glyph itself is never mirrored."""
        x, y = corner
        x = self.width - x - size if self.mirrored else x
        place = f"translate({write(x)} {write(y)}) scale({write(size / 24, 4)})"
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
        **paint: Paint,
    ) -> None:
        """Write a text in lines; each is put where it starts, and together they are the text."""
        x, y = self._flip(where)
        against = _is_rtl("".join(lines)) != self.mirrored
        if against and anchor != "middle":
            anchor = "end" if anchor == "start" else "start"
        attributes: dict[str, Paint] = {
            "x": x,
            "y": y,
            "font-size": size,
            "font-weight": "600" if bold else None,
            "text-anchor": None if anchor == "start" else anchor,
            "direction": ("rtl" if _is_rtl("".join(lines)) else "ltr") if against else None,
            **paint,
        }
        first, *others = lines
        spans = [f'<tspan x="{write(x)}" dy="{write(leading)}">{_escaped(line)}</tspan>' for line in others]
        self.parts.append(f"<text{_written(attributes)}>{_escaped(first)}{''.join(spans)}</text>")

    def open_link(self, url: str) -> None:
        """Start a link; what is drawn until it is closed leads there."""
        self.parts.append(f'<a href="{_quoted(url)}">')

    def close_link(self) -> None:
        """End a link."""
        self.parts.append("</a>")

    def write_svg(
        self, height: float, *, name: str, title: str, about: str, lang: str, role: str, background: str
    ) -> str:
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
            "font-family": FONTS,
        }
        body = "\n".join(self.parts)
        return (
            f"<svg{_written(attributes)}>\n"
            f'<title id="{name}-title">{_escaped(title)}</title>\n'
            f'<desc id="{name}-about">{_escaped(about)}</desc>\n'
            f'<rect width="{write(self.width)}" height="{write(height)}" fill="{background}"/>\n'
            f"{body}\n</svg>\n"
        )

    def _flip(self, point: Point) -> Point:
        return (self.width - point[0], point[1]) if self.mirrored else point

    def _pair(self, point: Point) -> str:
        x, y = self._flip(point)
        return f"{write(x)},{write(y)}"

    def _add(self, tag: str, attributes: dict[str, Paint]) -> None:
        self.parts.append(f"<{tag}{_written(attributes)}/>")


def write(number: float, decimals: int = 1) -> str:
    """Return a number without idle zeros."""
    text = f"{number:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _written(attributes: dict[str, Paint]) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{_quoted(value) if isinstance(value, str) else write(value, 2)}"'
        for name, value in attributes.items()
        if value is not None
    )


def _escaped(text: str) -> str:
    return text.translate(_IN_TEXT)


def _quoted(value: str) -> str:
    return value.translate(_IN_ATTRIBUTE)


def _is_rtl(text: str) -> bool:
    """Say whether the first letter with a direction reads from right to left."""
    for character in text:
        if (kind := unicodedata.bidirectional(character)) in {"L", "R", "AL"}:
            return kind != "L"
    return False

"""Drawing on a slide: native shapes with alternative text, and texts that are known to fit their boxes."""

from collections.abc import Iterable, Sequence

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.documents.deck import shapes
from journeymap.rendering.documents.deck.layouts import (
    NAMESPACES,
    NUMBER_FIELD,
    footer_box,
    number_box,
    title_box,
    write_frame,
)
from journeymap.rendering.documents.deck.look import EMU, LEADING, Look
from journeymap.rendering.documents.deck.shapes import Paint, around
from journeymap.rendering.documents.deck.writing import (
    Paragraph,
    Run,
    height_of,
    in_attribute,
    say,
    shorten,
    write_paragraphs,
)
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.metrics import one_line

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_NO_TEXT = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>'
_SHARES = (1.0, 0.85, 0.7, 0.6)


class Placed(NamedTuple):
    """A text on a slide: its paragraphs, the box it was given, and the height it takes at most."""

    paragraphs: tuple[Paragraph, ...]
    box: Box
    height: float


class _Group(NamedTuple):
    """A group of shapes in the making."""

    head: str
    shapes: list[str]
    boxes: list[Box]


class SlideCanvas:
    """The shapes of one slide in reading order; x runs from the side where reading starts."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.section = ""
        self.title = ""
        self.title_box = title_box(look)
        self.notes: list[str] = []
        self.texts: list[Placed] = []
        self.parts: list[str] = []
        self._next_id = 10
        self._groups: list[_Group] = []

    def write_title(self, text: str, box: Box | None = None, *, size: float = 0, lead: str = "") -> Box:
        """Write the title, smaller where it is long, and return its room; the notes keep what is cut.

        ``lead`` stands before it in the colour of the theme.
        """
        box, size = box or title_box(self.look), size or self.look.title
        runs = (Run(lead, self.look.theme.accent, bold=True), Run(one_line(text), bold=True))
        said = Paragraph(runs, size)
        for share in _SHARES:
            said = said._replace(size=max(14.0, size * share))
            if height_of((said,), box.width) <= box.height:
                break
        shown = shorten(said, box.width, max(1, int(box.height / (said.size * LEADING))))
        if shown != said:
            self.notes.append(said.text)
        height = height_of((shown,), box.width)
        self.texts.append(Placed((shown,), box, height))
        self.title, self.title_box = write_paragraphs((shown,), self.look), box
        return Box(box.x, box.y, box.width, height)

    def draw_box(
        self, box: Box, paint: Paint, *, radius: float = 0, name: str = "Box", alt: str = ""
    ) -> None:
        """Draw a rectangle; a shape without alternative text is decoration."""
        self._add(box, shapes.preset("rect", box, radius), paint, name, alt)

    def draw_line(self, start: Point, end: Point, paint: Paint, *, name: str = "Line") -> None:
        """Draw a straight line, which is decoration."""
        self._add(around((start, end)), shapes.preset("line"), paint, name, "")

    def draw_curve(self, points: Sequence[Point], paint: Paint, *, name: str, alt: str = "") -> None:
        """Draw Bézier curves: the start, then two controls and an end for each; their points can be moved."""
        geometry = shapes.curve(points, mirrored=self.look.mirrored)
        self._add(around(points), geometry, paint, name, alt)

    def draw_face(
        self, level: int, centre: Point, radius: float, *, line: int = 0, hollow: bool = False, alt: str
    ) -> None:
        """Draw the face of a step of the scale as one shape; a hollow one stands for an assumption."""
        theme = self.look.theme
        step = theme.emotions[level + 2]
        paint = Paint(step.solid, step.on_solid, radius / 7)
        if hollow:
            paint = Paint(theme.background, step.solid, radius / 7)
        box = _square(centre, radius * shapes.face_reach(line))
        self._add(box, shapes.face(level, line, outlined=hollow), paint, "Face", alt)

    def draw_mark(self, centre: Point, radius: float, paint: Paint, *, line: int, alt: str = "") -> None:
        """Draw the shape of a line's faces, as small as a dot; without alternative text it is decoration."""
        box = _square(centre, radius * shapes.face_reach(line))
        self._add(box, shapes.mark(line), paint, "Point", alt)

    def write_text(
        self,
        paragraphs: Iterable[Paragraph],
        box: Box,
        *,
        name: str,
        anchor: str = "t",
        paint: Paint = Paint(),  # noqa: B008 - frozen
        radius: float = 0,
        inset: float = 0,
    ) -> None:
        """Write paragraphs into a box, on a ground of their own where they have one."""
        said = tuple(paragraphs)
        inner = Box(box.x + inset, box.y, box.width - 2 * inset, box.height)
        self.texts.append(Placed(said, inner, height_of(said, inner.width)))
        space = round(inset * EMU)
        body = (
            f'<p:txBody><a:bodyPr wrap="square" lIns="{space}" tIns="0" rIns="{space}" bIns="0" '
            f'rtlCol="{int(self.look.mirrored)}" anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
            f"{write_paragraphs(said, self.look)}</p:txBody>"
        )
        self._add(box, shapes.preset("rect", box, radius), paint, name, None, body)

    def open_group(self, name: str, alt: str) -> None:
        """Start a group of shapes that together show one thing."""
        head = f'id="{self._take_id()}" {_describe(name, alt)}'
        self._groups.append(_Group(head, [], []))

    def close_group(self) -> None:
        """End the group that was started last."""
        group = self._groups.pop()
        x, y = min(box.x for box in group.boxes), min(box.y for box in group.boxes)
        right, bottom = max(box.right for box in group.boxes), max(box.bottom for box in group.boxes)
        box = Box(x, y, right - x, bottom - y)
        frame = write_frame(box, self.look)
        inner = frame.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
        self._put(
            f"<p:grpSp{self._spaces()}><p:nvGrpSpPr><p:cNvPr {group.head}<p:cNvGrpSpPr/><p:nvPr/>"
            f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{frame}{inner}</a:xfrm></p:grpSpPr>"
            f"{''.join(group.shapes)}</p:grpSp>",
            box,
        )

    def add_table(self, markup: str, box: Box, *, name: str, alt: str) -> None:
        """Add a table that is written already."""
        self._put(
            f'<p:graphicFrame{self._spaces()}><p:nvGraphicFramePr><p:cNvPr id="{self._take_id()}" '
            f'{_describe(name, alt)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm>{write_frame(box, self.look)}"
            '</p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
            f"{markup}</a:graphicData></a:graphic></p:graphicFrame>",
            box,
        )

    def write_footer(self, text: str, number: int) -> None:
        """Write what the slide belongs to, and its number, a field that follows when slides move."""
        look = self.look
        box = footer_box(look)
        said = shorten(say(text, look.small, look.theme.muted), box.width, 1)
        self.texts.append(Placed((said,), box, height_of((said,), box.width)))
        self._hold("Footer", 'type="ftr" sz="quarter" idx="11"', write_paragraphs((said,), look))
        shown = Paragraph((Run(str(number)),), look.small)
        self.texts.append(Placed((shown,), number_box(look), height_of((shown,), number_box(look).width)))
        field = (
            f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{in_attribute(look.tag)}"/>'
            f"<a:t>{number}</a:t></a:fld></a:p>"
        )
        self._hold("Number", 'type="sldNum" sz="quarter" idx="12"', field)

    def _hold(self, name: str, kind: str, paragraphs: str) -> None:
        self.parts.append(
            f'<p:sp{self._spaces()}><p:nvSpPr><p:cNvPr id="{self._take_id()}" name="{name}"/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        )

    def _add(
        self, box: Box, geometry: str, paint: Paint, name: str, alt: str | None, body: str = _NO_TEXT
    ) -> None:
        kind = ' txBox="1"' if alt is None else ""
        self._put(
            f'<p:sp{self._spaces()}><p:nvSpPr><p:cNvPr id="{self._take_id()}" {_describe(name, alt)}'
            f"<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{write_frame(box, self.look)}</a:xfrm>"
            f"{geometry}{shapes.write_paint(paint, self.look)}</p:spPr>{body}</p:sp>",
            box,
        )

    def _put(self, markup: str, box: Box) -> None:
        if self._groups:
            self._groups[-1].shapes.append(markup)
            self._groups[-1].boxes.append(box)
        else:
            self.parts.append(markup)

    def _spaces(self) -> str:
        """Return the namespaces that a part declares when it stands in no other."""
        return "" if self._groups else f" {NAMESPACES}"

    def _take_id(self) -> int:
        self._next_id += 1
        return self._next_id


def _describe(name: str, alt: str | None) -> str:
    """Return the name of a shape with what describes it, to the end of its element; a text says itself."""
    if alt is None:
        return f'name="{in_attribute(name)}"/>'
    if alt:
        return f'name="{in_attribute(name)}" descr="{in_attribute(alt)}"/>'
    return f'name="{in_attribute(name)}" descr="">{_DECORATIVE}</p:cNvPr>'


def _square(centre: Point, radius: float) -> Box:
    return Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)

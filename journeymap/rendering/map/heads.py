"""The heads of the map: its title with what it is about, its stages, and its touchpoints."""

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Canvas
from journeymap.rendering.geometry import Box
from journeymap.rendering.glyphs import DIAMOND
from journeymap.rendering.map.cells import ASCENT, leading_of
from journeymap.rendering.map.grid import NUMBER, STAGE_GAP, Grid, number_room
from journeymap.rendering.map.journey_map import JourneyMap
from journeymap.rendering.metrics import one_line, text_width, wrap
from journeymap.themes.theme import Theme

DIAMOND_SIZE = 13.0
AFAR, LARGER = 2000.0, 1.3
"""From which width on a map is read from afar, and how much larger the titles of its stages are then."""


class _StageHead(NamedTuple):
    title: tuple[str, ...]
    goal: tuple[str, ...]
    box: Box


def draw_title(canvas: Canvas, theme: Theme, title: str, eyebrow: str, place: Box) -> float:
    """Draw the title of the map below its state in words; return where it ends."""
    small = theme.type.small
    # What is read from afar is larger: the wider the map, the farther its readers stand.
    size = float(round(theme.type.title * min(2.0, max(1.0, place.width / 1500))))
    y = place.y
    words = wrap(one_line(eyebrow), place.width, small, bold=True)
    canvas.write_text(
        words,
        (place.x, y + round(small * ASCENT)),
        small,
        leading=leading_of(small),
        bold=True,
        within=place,
        fill=theme.accent,
    )
    y += leading_of(small) * len(words) + 4
    lines = wrap(one_line(title), place.width, size, bold=True) or ("",)
    canvas.write_text(
        lines,
        (place.x, y + round(size * ASCENT)),
        size,
        leading=leading_of(size),
        bold=True,
        within=place,
        fill=theme.text,
    )
    return y + leading_of(size) * len(lines)


def draw_stages(canvas: Canvas, theme: Theme, drawn: JourneyMap, grid: Grid, top: float) -> float:
    """Draw the head of each stage across its touchpoints; return where they end."""
    heads = []
    column = 0
    number = number_room(theme)
    size = _title_size(theme, drawn, grid)
    for span in drawn.stages:
        box = Box(grid.x(column) + STAGE_GAP, top, grid.column * span.width - 2 * STAGE_GAP, 0)
        room = box.width - 2 * grid.pad
        title = wrap(one_line(span.stage.title), room - number, size, bold=True)
        goal = wrap(one_line(span.stage.goal), room, theme.type.small)
        heads.append(_StageHead(title or ("",), goal, box))
        column += span.width
    high, low = leading_of(size), leading_of(theme.type.small)
    height = max((high * len(head.title) + 4 + low * len(head.goal) for head in heads), default=0.0)
    height += 2 * grid.pad
    for span, head in zip(drawn.stages, heads, strict=True):
        head = head._replace(box=head.box._replace(height=height))
        _draw_stage(canvas, theme, span.number, head, grid.pad, size)
    return top + height


def _title_size(theme: Theme, drawn: JourneyMap, grid: Grid) -> float:
    """Return the size of the titles of stages: on a wide map they are larger, unless a word would break."""
    size = theme.type.heading * LARGER
    around = 2 * (STAGE_GAP + grid.pad) + number_room(theme)
    fits = all(
        text_width(word, size, bold=True) <= grid.column * span.width - around
        for span in drawn.stages
        for word in one_line(span.stage.title).split()
    )
    return size if fits and grid.width >= AFAR else theme.type.heading


def _draw_stage(canvas: Canvas, theme: Theme, number: int, head: _StageHead, pad: float, size: float) -> None:
    small = theme.type.small
    x, y = head.box.x + pad, head.box.y + pad
    within = Box(x, y, head.box.width - 2 * pad, head.box.height - 2 * pad)
    canvas.draw_box(head.box, radius=theme.spacing.radius, fill=theme.surface, stroke=theme.line)
    radius, middle = NUMBER * small, y + leading_of(size) / 2
    canvas.draw_circle((x + radius, middle), radius, fill=theme.accent)
    canvas.write_text(
        (str(number),),
        (x + radius, middle + small * 0.36),
        small,
        bold=True,
        anchor="middle",
        within=Box(x, middle - radius, 2 * radius, 2 * radius),
        fill=theme.on_accent,
    )
    canvas.write_text(
        head.title,
        (x + number_room(theme), y + round(size * ASCENT)),
        size,
        leading=leading_of(size),
        bold=True,
        within=within,
        fill=theme.text,
    )
    if head.goal:
        y += leading_of(size) * len(head.title) + 4
        canvas.write_text(
            head.goal,
            (x, y + round(small * ASCENT)),
            small,
            leading=leading_of(small),
            within=within,
            fill=theme.muted,
        )


def draw_touchpoints(canvas: Canvas, theme: Theme, drawn: JourneyMap, grid: Grid, top: float) -> float:
    """Draw the title of each touchpoint, a moment of truth with its diamond; return where they end."""
    size = theme.type.body
    leading = leading_of(size)
    heads = []
    for column in drawn.columns:
        touchpoint = column.touchpoint
        indent = DIAMOND_SIZE + 5 if touchpoint and touchpoint.moment_of_truth else 0.0
        title = one_line(touchpoint.title) if touchpoint else ""
        heads.append((indent, wrap(title, grid.inner - indent, size, bold=True)))
    height = max((leading * len(lines) for _, lines in heads), default=0.0)
    if not height:
        return top
    top += grid.pad
    canvas.open_group(font_size=size, font_weight="600", fill=theme.text)
    for index, (indent, lines) in enumerate(heads):
        cell = grid.cell(index, top, height)
        if indent:
            corner = (cell.x, top + (leading - DIAMOND_SIZE) / 2)
            canvas.draw_glyph(DIAMOND, corner, DIAMOND_SIZE, fill=theme.accent)
        if lines:
            where = (cell.x + indent, top + round(size * ASCENT))
            canvas.write_text(lines, where, size, leading=leading, bold=True, within=cell, fill=theme.text)
    canvas.close_group()
    return top + height + grid.pad

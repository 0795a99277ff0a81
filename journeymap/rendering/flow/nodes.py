"""The nodes of the flow as drawn: cards of steps, and the pills of what begins, ends or leaves a journey."""

from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.flow.cards import FACE, ICON, ICON_GAP, PADDING, Card, TextBlock
from journeymap.rendering.flow.graph import FlowNode
from journeymap.rendering.flow.words import outlet_kind
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.glyphs import DIAMOND, cut_corners, draw_face, draw_icon
from journeymap.themes.theme import Theme, outcome_colour

DIAMOND_SIZE = 20.0
DIAMOND_INSET = 14.0
"""How far from the side of a card the sign of a moment of truth stands."""


def draw_step(canvas: Canvas, theme: Theme, node: FlowNode, card: Card, box: Box, *, diamond: Point) -> None:
    """Draw a step: its shape says its type, its outline how sure we are, its face and tint the feeling.

    ``diamond`` is the middle of the sign that a moment of truth has.
    """
    step = theme.step(node.score) if node.score is not None else None
    _draw_outline(canvas, theme, node, box)
    if node.score is not None:
        draw_face(canvas, theme, node.score, (box.x + PADDING + FACE / 2, box.middle), FACE / 2)
    if node.moment_of_truth:
        corner = (diamond[0] - DIAMOND_SIZE / 2, diamond[1] - DIAMOND_SIZE / 2)
        canvas.draw_glyph(
            DIAMOND, corner, DIAMOND_SIZE, fill=theme.accent, stroke=theme.surface, stroke_width=2
        )
    colours = {"title": theme.text, "feeling": step.on_tint if step else theme.text, "note": theme.muted}
    for text in card.texts:
        draw_text(canvas, text, (box.x, box.y), colours[text.role], within=box)


def draw_outlet(canvas: Canvas, theme: Theme, node: FlowNode, card: Card, box: Box) -> None:
    """Draw the start, an end or a way out: its icon says which."""
    kind = outlet_kind(node)
    colour = theme.accent if kind == "loop" else outcome_colour(theme, node.outcome)
    dotted: dict[str, Paint] = {"stroke_dasharray": "2 4", "stroke_linecap": "round"}
    canvas.draw_box(
        box,
        radius=min(box.height / 2, 22) if node.stage is None else 0.9 * theme.spacing.radius,
        fill=theme.background,
        stroke=colour,
        stroke_width=1.5,
        **(dotted if kind == "drop-off" else {}),
    )
    title, *others = card.texts
    draw_icon(canvas, kind, (box.x + PADDING - 1, box.y + title.y - ICON + 1.5), ICON + 1, colour)
    draw_text(canvas, title, (box.x, box.y), colour, within=box)
    for text in others:
        draw_text(canvas, text, (box.x, box.y), theme.muted, within=box)


def draw_text(canvas: Canvas, text: TextBlock, corner: Point, colour: str, *, within: Box) -> None:
    """Draw a text of a card, with its icon if it has one."""
    x, y = corner[0] + text.x, corner[1] + text.y
    if text.icon:
        draw_icon(canvas, text.icon, (x - ICON - ICON_GAP, y - ICON + 2), ICON, colour)
    canvas.write_text(
        text.lines, (x, y), text.size, leading=text.leading, bold=text.bold, within=within, fill=colour
    )


def _draw_outline(canvas: Canvas, theme: Theme, node: FlowNode, box: Box) -> None:
    step = theme.step(node.score) if node.score is not None else None
    line = step.solid if step else theme.border
    paint: dict[str, Paint] = {
        "fill": step.tint if step else theme.raised,
        "stroke": line,
        "stroke_width": 1.75,
        "stroke_dasharray": "6 4" if node.assumed else None,
    }
    if node.type == "action":
        canvas.draw_polygon(cut_corners(box, 12), stroke_linejoin="round", **paint)
    elif node.type == "internal":
        canvas.draw_box(box, radius=3, **paint)
        inner = Box(box.x + 4, box.y + 4, box.width - 8, box.height - 8)
        canvas.draw_box(inner, radius=1, fill="none", stroke=line, stroke_width=1)
    else:
        canvas.draw_box(box, radius=1.2 * theme.spacing.radius, **paint)

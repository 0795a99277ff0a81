"""What is written on the nodes of the flow, and how much room it takes.

Sizes are measured here and nowhere else: the layout engine is told them, and the picture fills them.
"""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from journeymap.model import Stage
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.flow.graph import BEFORE_SHARE, FlowNode, is_step
from journeymap.rendering.flow.words import SIGNS
from journeymap.rendering.metrics import one_line, text_width, wrap
from journeymap.themes.theme import Typography

Role: TypeAlias = Literal["title", "feeling", "note"]

LEADING = 1.36
PADDING = 12.0
FACE = 26.0
FACE_GAP = 11.0
ICON = 13.0
ICON_GAP = 6.0
CHANNEL_GAP = 14.0
STAGE_WIDTH = 176.0
STEP_WIDTH = 236.0
STEP_WIDEST = 320.0
OUTLET_WIDEST = 180.0
END_WIDEST = 330.0
LABEL_WIDEST = 140.0
STACK_GAP = 10.0
NO_BREAK = "\N{NO-BREAK SPACE}"


class TextBlock(NamedTuple):
    """A text in lines: where the first baseline starts, and the icon before it, if any."""

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    role: Role
    icon: str = ""

    @property
    def bold(self) -> bool:
        """Whether it is set in bold."""
        return self.role == "title"

    @property
    def leading(self) -> float:
        """The distance from one baseline to the next."""
        return self.size * LEADING

    @property
    def last(self) -> float:
        """The last baseline."""
        return self.y + self.leading * (len(self.lines) - 1)

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max(text_width(line.rstrip(), self.size, bold=self.bold) for line in self.lines)


class Card(NamedTuple):
    """The size of a node or of a stage's head, and its texts, placed from its top left corner."""

    width: float
    height: float
    texts: tuple[TextBlock, ...]


class _Item(NamedTuple):
    text: str
    size: float
    role: Role
    icon: str = ""

    @property
    def bold(self) -> bool:
        return self.role == "title"


def lay_card(node: FlowNode, type: Typography) -> Card:
    """Return the card of a node."""
    left = PADDING
    if node.score is not None:
        left += FACE + FACE_GAP
    elif not is_step(node):
        left += ICON + ICON_GAP
    items = tuple(_items(node, type))
    room = _room(node, left, items)
    texts = tuple(_place(items, left, room))
    width = left + (room if is_step(node) else max(text.width for text in texts)) + PADDING
    height = max(text.last for text in texts) + type.small * 0.3 + PADDING
    if node.score is not None:
        height = max(height, FACE + 2 * PADDING)
    return Card(_even(width), _even(height), texts)


def lay_stage(number: int, stage: Stage, type: Typography) -> Card:
    """Return the head of a stage: its number and title, and what the customer wants in it."""
    items = [_Item(f"{number}\u00a0{one_line(stage.title)}", type.heading, "title")]
    if stage.goal:
        items.append(_Item(one_line(stage.goal), type.small, "note"))
    texts = tuple(_place(tuple(items), 0.0, STAGE_WIDTH))
    return Card(STAGE_WIDTH, texts[-1].last + type.small * 0.3 + PADDING, texts)


def lay_label(text: str, type: Typography) -> TextBlock:
    """Return the text on an edge, from the middle of its first baseline; its share follows the last word."""
    lines = wrap(text, LABEL_WIDEST, type.small)
    if lines and lines[0].strip() == SIGNS["loop"]:  # which says nothing on a line of its own
        text = text.replace(" ", NO_BREAK, 1)
        lines = wrap(text, LABEL_WIDEST, type.small)
    words, separator, share = text.rpartition(BEFORE_SHARE)
    if len(lines) > 1 and separator:
        together = f"{separator.replace(' ', NO_BREAK)}{share}"
        if text_width(f"{words.split(' ')[-1]}{together}", type.small) <= LABEL_WIDEST:
            lines = wrap(f"{words}{together}", LABEL_WIDEST, type.small)
        elif lines[-1] == f"{separator.strip(' ')}{share}":
            lines = (*lines[:-1], share)
    return TextBlock(0, 0, lines, type.small, "note")


def _items(node: FlowNode, type: Typography) -> Iterator[_Item]:
    yield _Item(one_line(node.title), type.body, "title")
    for feeling in node.feelings:
        words, blank, score = one_line(feeling).rpartition(" ")
        # A score alone on a line says nothing.
        yield _Item(f"{words}{blank and NO_BREAK}{score}", type.small, "feeling")
    for channel in node.channels:
        yield _Item(one_line(channel.title), type.small, "note", channel.kind or "other")
    if node.text:
        yield _Item(one_line(node.text), type.small, "note", node.type if node.type != "contact" else "")


def _room(node: FlowNode, left: float, items: tuple[_Item, ...]) -> float:
    """Return the width for text: wider than usual where a long word asks for it, up to a limit."""
    if not is_step(node):
        return (END_WIDEST if node.stage is None else OUTLET_WIDEST) - left - PADDING
    widest = max(
        (text_width(word, item.size, bold=item.bold) for item in items for word in item.text.split()),
        default=0.0,
    )
    return min(max(STEP_WIDTH - left - PADDING, widest + 1), STEP_WIDEST - left - PADDING)


def _place(items: tuple[_Item, ...], left: float, room: float) -> Iterator[TextBlock]:
    """Yield the texts from top to bottom; those with icons stand beside each other while there is room."""
    y = PADDING - 3.0
    free = 0.0
    for index, item in enumerate(items):
        indent = ICON + ICON_GAP if item.icon else 0.0
        lines = wrap(item.text, room - indent, item.size, bold=item.bold) or ("",)
        text = TextBlock(left + indent, y, lines, item.size, item.role, item.icon)
        if item.icon and len(lines) == 1 and indent + text.width <= free:
            text = text._replace(x=left + room - free + indent)
        else:
            above = items[index - 1].size if index else 0.0
            y += max(item.size * LEADING, item.size * 0.8 + above * 0.3) + (2.0 if index == 1 else 0.0)
            text = text._replace(y=y)
        y = text.last
        free = left + room - text.x - text.width - CHANNEL_GAP if item.icon and len(lines) == 1 else 0.0
        yield text


def _even(number: float) -> float:
    """Round up to an even number, so that centres and halves are whole."""
    return float(-(-number // 2) * 2)

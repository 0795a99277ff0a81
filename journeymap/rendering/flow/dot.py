"""The flow of a journey in the DOT language, for Graphviz and everything that reads it.

Two voices share one structure. ``write_dot`` says everything: words, colours, shapes. ``write_skeleton``
says sizes only, for our own pictures: no word of a journey reaches the layout engine, and engines that
measure text differently place everything alike.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from journeymap.model import Journey, Portfolio
from journeymap.rendering.flow.cards import (
    PADDING,
    STACK_GAP,
    Card,
    TextBlock,
    lay_card,
    lay_label,
    lay_stage,
)
from journeymap.rendering.flow.dot_structure import Attributes, Voice, write_graph
from journeymap.rendering.flow.graph import Flow, FlowEdge, FlowNode, build_flow, is_step
from journeymap.rendering.flow.words import SIGNS, describe_signs, edge_text, node_sign
from journeymap.rendering.links import NO_LINKS, Links
from journeymap.rendering.metrics import one_line
from journeymap.rendering.templating import direction
from journeymap.themes.theme import LIGHT, Theme, Typography, outcome_colour

POINTS = 72
LABEL_SCALE = 1.3
LABEL_GAP = 8.0
ZERO_WIDTH = 0.55
"""Sans-serif fonts set the digit zero at least this wide, in ems."""
ASIDE = "\N{NO-BREAK SPACE}" * 2
"""What keeps a label off its edge: engines begin it right where the line is."""

FONT = "Arial"
LAYOUT = {"rankdir": "TB", "newrank": "true", "nodesep": "0.42", "ranksep": "0.46", "splines": "true"}


def write_dot(
    portfolio: Portfolio, journey: Journey, *, theme: Theme = LIGHT, links: Links = NO_LINKS
) -> str:
    """Return the flow of a journey as a DOT graph with words and colours."""
    flow = build_flow(portfolio, journey)
    cards = {node.name: lay_card(node, theme.type) for node in flow.nodes}
    graph = {
        **LAYOUT,
        "label": "\n".join([one_line(journey.title), *describe_signs(flow)]),
        "labelloc": "t",
        "labeljust": _start_side(flow),
        "fontname": theme.type.face,
        "fontsize": f"{theme.type.heading:g}",
        "fontcolor": theme.text,
        "bgcolor": theme.background,
        "pad": "0.3",
    }
    text = {
        "fontname": theme.type.face,
        "fontsize": f"{theme.type.small:g}",
        "fontcolor": theme.text,
    }
    voice = Voice(
        graph,
        nodes={**text, "shape": "box", "fixedsize": "true"},
        edges={**text, "color": theme.muted, "fontcolor": theme.muted},
        stage=lambda index: _stage_words(flow, index, theme),
        node=lambda node: {**_size(cards[node.name]), **_node_words(node, cards[node.name], theme, links)},
        edge=lambda edge: _edge_words(flow, edge, theme),
    )
    return write_graph(flow, voice)


def write_skeleton(flow: Flow, cards: Mapping[str, Card], type: Typography) -> str:
    """Return the graph with its sizes and without any text of the journey."""
    placed, sizes = stack_outlets(flow, cards)
    voice = Voice(
        LAYOUT,
        nodes={"shape": "box", "fixedsize": "true", "label": ""},
        edges={"fontname": FONT, "fontsize": f"{type.small * LABEL_SCALE:g}", "arrowsize": "0.8"},
        stage=lambda index: {"margin": f"{_stage_margin(placed, index, sizes, type):g}"},
        node=lambda node: _size(sizes[node.name]),
        edge=lambda edge: _edge_size(edge, type),
    )
    return write_graph(placed, voice)


def stack_outlets(flow: Flow, cards: Mapping[str, Card]) -> tuple[Flow, Mapping[str, Card]]:
    """Return the flow with the outlets of each step as one, the size of all of them above each other."""
    sizes = dict(cards)
    merged: set[str] = set()
    for step in flow.nodes:
        first, *others = flow.outlets(step.name) or ("",)
        if others:
            stack = [cards[name] for name in (first, *others)]
            height = sum(card.height for card in stack) + STACK_GAP * len(others)
            sizes[first] = Card(max(card.width for card in stack), height, ())
            merged.update(others)
    nodes = tuple(node for node in flow.nodes if node.name not in merged)
    edges = tuple(edge for edge in flow.edges if edge.head not in merged)
    return flow._replace(nodes=nodes, edges=edges), sizes


def _size(card: Card) -> Attributes:
    return {"width": f"{card.width / POINTS:.4f}", "height": f"{card.height / POINTS:.4f}"}


def _edge_size(edge: FlowEdge, type: Typography) -> Attributes:
    """Return a label of zeros that takes at least the room the real one needs."""
    label = lay_label(edge_text(edge), type)
    if not label.lines:
        return {"id": edge.name}
    zeros = int((label.width + LABEL_GAP) / (ZERO_WIDTH * type.small * LABEL_SCALE)) + 1
    return {"id": edge.name, "label": "\n".join(["0" * zeros] * len(label.lines))}


def _stage_margin(flow: Flow, index: int, cards: Mapping[str, Card], type: Typography) -> float:
    """Return the margin of a stage: wide enough for its head to fit beside its lowest card."""
    least = min((cards[step.name].height for step in flow.steps(index)), default=0.0)
    head = lay_stage(index + 1, flow.journey.stages[index], type).height + PADDING
    return max(16.0, (head - least) / 2)


def _stage_words(flow: Flow, index: int, theme: Theme) -> Attributes:
    return {
        "label": f"{index + 1} {one_line(flow.journey.stages[index].title)}",
        "labeljust": _start_side(flow),
        "style": "rounded,filled",
        "color": theme.line,
        "fillcolor": theme.surface,
        "fontcolor": theme.text,
        "fontsize": f"{theme.type.heading:g}",
        "margin": "16",
    }


def _start_side(flow: Flow) -> str:
    """Return the side where lines begin."""
    return "r" if direction(flow.lang) == "rtl" else "l"


def _node_words(node: FlowNode, card: Card, theme: Theme, links: Links) -> Attributes:
    words = {"label": "\n".join(_node_lines(node, card)), "id": node.name}
    if url := links.address(node.kind, node.id):
        words["URL"] = url
    if not is_step(node):
        colour = outcome_colour(theme, node.outcome)
        style = "rounded,dotted" if node.kind == "drop-off" else "rounded"
        return {**words, "style": style, "color": colour, "fontcolor": colour}
    step = theme.step(node.score) if node.score is not None else None
    shape = {"contact": "box", "action": "octagon", "internal": "component"}[node.type]
    styles = ["rounded"] if node.type == "contact" else []
    styles += ["filled", *(["dashed"] if node.assumed else [])]
    return {
        **words,
        "shape": shape,
        "style": ",".join(styles),
        "color": step.solid if step else theme.border,
        "fillcolor": step.tint if step else theme.raised,
        "penwidth": "2.5" if node.moment_of_truth else "1.5",
    }


def _node_lines(node: FlowNode, card: Card) -> Iterator[str]:
    """Yield the lines of a card, each text with the sign that the picture draws as a shape.

    What stands beside each other there does so here: the card has no room for more lines.
    """
    for _, row in groupby(enumerate(card.texts), key=lambda each: each[1].y):
        beside = tuple(row)
        yield "   ".join(_sign_line(node, text, is_first=not index) for index, text in beside)
        yield from (line.rstrip() for _, text in beside for line in text.lines[1:])


def _sign_line(node: FlowNode, text: TextBlock, *, is_first: bool) -> str:
    sign = SIGNS[text.icon] if text.icon else node_sign(node) if is_first else ""
    return f"{sign} {text.lines[0].rstrip()}".strip()


def _edge_words(flow: Flow, edge: FlowEdge, theme: Theme) -> Attributes:
    words: dict[str, str] = {}
    if text := edge_text(edge):
        lines = lay_label(text, theme.type).lines
        # Engines draw the ways to outlets through the label of a loop to itself: it stands above them.
        below = len(lines) + 1 if edge.tail == edge.head and flow.outlets(edge.tail) else 0
        words["label"] = "\n".join(f"{ASIDE}{line.rstrip()}{ASIDE}" for line in lines) + "\n" * below
    if edge.share is not None:
        words["penwidth"] = f"{1 + 3 * edge.share:.2f}"
    if edge.kind == "loop":
        words |= {"color": theme.accent, "fontcolor": theme.accent, "style": "dashed"}
    if edge.kind == "detail":
        words |= {"style": "dotted", "arrowhead": "none"}
    return words

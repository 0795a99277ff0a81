"""The signs of the flow and the words that explain them: one legend for DOT and for the picture."""

from collections.abc import Iterator

from journeymap.rendering.flow.graph import Flow, FlowEdge, FlowNode, is_step
from journeymap.rendering.metrics import one_line
from journeymap.rendering.templating import marked, translate, translate_count

SIGNS = {
    "moment": "\N{BLACK DIAMOND}",
    "assumed": "- - -",
    "action": "\N{BENZENE RING}",
    "internal": "\N{SQUARED PLUS}",
    "digital": "\N{WHITE SQUARE}",
    "human": "\N{WHITE CIRCLE}",
    "physical": "\N{WHITE UP-POINTING TRIANGLE}",
    "other": "\N{MIDDLE DOT}",
    "loop": "\N{ANTICLOCKWISE OPEN CIRCLE ARROW}",
    "share": "\N{RIGHTWARDS ARROW}",
    "achieved": "\N{CHECK MARK}",
    "lost": "\N{MULTIPLICATION X}",
    "deferred": "\N{DOUBLE VERTICAL LINE}",
    "drop-off": "\N{DOWNWARDS ARROW}",
    "journey": "\N{NORTH EAST ARROW}",
    "start": "\N{BLACK CIRCLE}",
    "onward": "\N{RIGHTWARDS ARROW}",
}
"""The signs as characters, for where they cannot be drawn; the picture has a glyph for each."""

SIGN_WORDS = {
    "achieved": marked("goal achieved"),
    "lost": marked("customer lost"),
    "deferred": marked("put off"),
    "drop-off": marked("drops off"),
    "journey": marked("another journey"),
    "onward": marked("goes on in another column"),
    "digital": marked("digital"),
    "human": marked("human"),
    "physical": marked("physical"),
    "moment": marked("moment of truth"),
    "assumed": marked("assumed, not researched"),
    "loop": marked("leads back"),
    "action": marked("customer alone"),
    "internal": marked("behind the scenes"),
    "share": marked("the thicker, the more customers"),
}


def edge_text(edge: FlowEdge) -> str:
    """Return the text on an edge; one that leads back says so with a sign."""
    return one_line(f"{SIGNS['loop']} {edge.text}" if edge.kind == "loop" else edge.text)


def node_sign(node: FlowNode) -> str:
    """Return the character before a node's title; most steps have none."""
    if is_step(node):
        return SIGNS["moment"] if node.moment_of_truth else ""
    return SIGNS[outlet_kind(node)]


def outlet_kind(node: FlowNode) -> str:
    """Return what kind of sign a start, end or outlet has: its kind, or what its outcome is."""
    return node.kind if node.kind in SIGNS else node.outcome


def signs_of(flow: Flow) -> tuple[str, ...]:
    """Return the names of the signs that a flow uses, in the order of the legend."""
    used = {outlet_kind(node) for node in flow.nodes if node.kind != "start"}
    used |= {channel.kind for node in flow.nodes for channel in node.channels}
    used |= {node.type for node in flow.nodes}
    used |= {"moment"} if any(node.moment_of_truth for node in flow.nodes) else set()
    used |= {"assumed"} if any(node.assumed for node in flow.nodes) else set()
    used |= {"loop"} if any(edge.kind == "loop" for edge in flow.edges) else set()
    used |= {"share"} if any(edge.share is not None for edge in flow.edges) else set()
    order = ("moment", "assumed", "action", "internal", "digital", "human", "physical")
    return tuple(
        name
        for name in (*order, "loop", "share", "achieved", "lost", "deferred", "drop-off", "journey", "onward")
        if name in used
    )


def describe_flow(flow: Flow) -> str:
    """Return the flow in a sentence or two, for those who do not see it."""
    touchpoints = sum(node.kind == "touchpoint" for node in flow.nodes)
    stages = [one_line(stage.title) for stage in flow.journey.stages]
    sentences = [
        translate_count("%(count)s touchpoint", "%(count)s touchpoints", touchpoints, lang=flow.lang)
        + f": {', '.join(stages)}."
    ]
    scored = [node for node in flow.nodes if node.score is not None]
    if scored:
        lowest = min(scored, key=lambda node: node.score or 0)
        words = translate("Lowest point", lang=flow.lang)
        sentences.append(f"{words}: {one_line(lowest.title)}, {one_line('; '.join(lowest.feelings))}.")
    return " ".join(sentences)


def describe_signs(flow: Flow) -> Iterator[str]:
    """Yield the lines of a legend in plain text."""
    parts = [f"{SIGNS[name]} {translate(SIGN_WORDS[name], lang=flow.lang)}" for name in signs_of(flow)]
    for start in range(0, len(parts), 5):
        yield " · ".join(parts[start : start + 5])

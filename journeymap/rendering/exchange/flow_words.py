"""What the flow says in every other tool's language: the lines of a node, the text of an edge, the looks."""

import sys
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Final

from journeymap.model import Emotion
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.exchange.holdings import HOLDS
from journeymap.rendering.exchange.losses import count, describe_losses, name_some, owners_of, title_of
from journeymap.rendering.flow.graph import Flow, FlowEdge, FlowNode, is_step
from journeymap.rendering.flow.words import edge_text, node_sign
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import spell_id
from journeymap.rendering.templating import direction
from journeymap.themes.theme import Theme, outcome_colour

WIDTH: Final = 36
"""How many letters a line has, where a tool does not break lines itself."""
_BETWEEN: Final = " \N{MIDDLE DOT} "
_ISOLATES: Final = "\N{RIGHT-TO-LEFT ISOLATE}\N{POP DIRECTIONAL ISOLATE}"
_FEELINGS: Final = ("worst", "bad", "mixed", "good", "best")


class Look(NamedTuple):
    """How the nodes of a class look: colours, and whether the outline is broken."""

    fill: str
    line: str
    text: str
    dashed: bool = False


def name_nodes(flow: Flow) -> Mapping[str, str]:
    """Return what each node is called in a diagram's text: ``end`` is a word of several languages."""
    return {node.name: node.name if "_" in node.name else f"n_{node.name}" for node in flow.nodes}


def flow_title(flow: Flow) -> str:
    """Return what stands above the diagram."""
    return _directed(title_of(flow.journey), flow)


def stage_title(flow: Flow, index: int) -> str:
    """Return a stage's number and title."""
    return _directed(f"{index + 1} {title_of(flow.journey.stages[index])}", flow)


def node_lines(flow: Flow, node: FlowNode, *, width: int = sys.maxsize) -> tuple[str, ...]:
    """Return what a node says: its title with its sign, its small print, its channels and feelings.

    What is said about an outlet stands on its edge. ``width`` is for tools that break no lines.
    """
    sign = node_sign(node)
    title = one_line(node.title) or spell_id(node.id)
    note = "" if _is_outlet(node) else one_line(node.text)
    channels = _BETWEEN.join(one_line(channel.title) for channel in node.channels)
    lines = (f"{sign} {title}" if sign else title, note, channels, *map(one_line, node.feelings))
    return tuple(part for line in lines for part in _break(line, flow, width))


def edge_lines(flow: Flow, edge: FlowEdge, *, width: int = sys.maxsize) -> tuple[str, ...]:
    """Return what an edge says: that of one to an outlet is kept by the outlet."""
    head = next(node for node in flow.nodes if node.name == edge.head)
    text = one_line(head.text) if _is_outlet(head) else edge_text(edge)
    return tuple(_break(text, flow, width))


def node_class(node: FlowNode, theme: Theme) -> str:
    """Return the name of the class that a node looks like."""
    if not is_step(node):
        return node.kind if node.kind in {"start", "drop-off"} else node.outcome or "elsewhere"
    if node.score is None:
        return "unscored"
    return _FEELINGS[theme.emotions.index(theme.step(node.score))]


def look_of(node: FlowNode, theme: Theme) -> Look:
    """Return how a node looks."""
    return _looks(theme)[node_class(node, theme)]


def looks_of(flow: Flow, theme: Theme) -> Mapping[str, Look]:
    """Return the classes that a flow uses, in a fixed order, and how each looks."""
    used = {node_class(node, theme) for node in flow.nodes}
    return {name: look for name, look in _looks(theme).items() if name in used}


def edge_width(edge: FlowEdge) -> float | None:
    """Return how thick an edge is drawn that has a share: the thicker, the more customers."""
    return None if edge.share is None else round(2 + 6 * edge.share) / 2


def describe_flow_losses(flow: Flow, form: str) -> tuple[str, ...]:
    """Return what a form of the flow does not hold of a journey: besides all else, where no way leads to."""
    holds = HOLDS[form]
    if not any(node.kind == "end" for node in flow.nodes):
        holds -= {"journey.outcome"}
    shown = {node.id for node in flow.nodes if node.kind == "exit"}
    unused = [title_of(each) for each in flow.journey.exits if each.id not in shown]
    exits = [f"{count(len(unused), 'exit')} that no branch leads to: {name_some(unused)}"] if unused else []
    mute = [title_of(owner) for owner in owners_of(flow.journey) for each in owner.emotions if _is_mute(each)]
    feelings = [f"{count(len(mute), 'feeling')} without a word or a score: {name_some(mute)}"] if mute else []
    return (*exits, *feelings, *describe_losses(flow.journey, holds, form))


def _looks(theme: Theme) -> Mapping[str, Look]:
    outcomes = {outcome: outcome_colour(theme, outcome) for outcome in ("achieved", "deferred", "lost")}
    steps = zip(_FEELINGS, theme.emotions, strict=True)
    return {
        **{name: Look(step.tint, step.solid, step.on_tint) for name, step in steps},
        "unscored": Look(theme.raised, theme.border, theme.text),
        "start": Look(theme.surface, theme.border, theme.text),
        **{outcome: Look(theme.background, colour, colour) for outcome, colour in outcomes.items()},
        "drop-off": Look(theme.background, theme.lost, theme.lost, dashed=True),
        "elsewhere": Look(theme.background, theme.accent, theme.accent),
    }


def _is_mute(emotion: Emotion) -> bool:
    return emotion.score is None and not emotion.feeling and not emotion.feelings


def _is_outlet(node: FlowNode) -> bool:
    """Say whether a node is where customers leave the journey, or look closer."""
    return node.kind in {"exit", "drop-off", "journey"}


def _break(line: str, flow: Flow, width: int) -> Iterator[str]:
    """Yield a line broken between words."""
    for part in wrap(line, width, break_long_words=False, break_on_hyphens=False):
        yield _directed(part, flow)


def _directed(text: str, flow: Flow) -> str:
    """Return a text that reads from right to left, also where what is around it does not."""
    return f"{_ISOLATES[0]}{text}{_ISOLATES[1]}" if direction(flow.lang) == "rtl" else text

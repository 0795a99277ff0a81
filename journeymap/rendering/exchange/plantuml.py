"""The flow of a journey in the PlantUML language: a frame for each stage, and every way between.

A deployment diagram carries what an activity diagram cannot: branches that lead anywhere, also back.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from journeymap.model import Journey, Portfolio
from journeymap.rendering.exchange.exported import Exported, introduce
from journeymap.rendering.exchange.flow_words import (
    WIDTH,
    Look,
    describe_flow_losses,
    edge_lines,
    edge_width,
    flow_title,
    look_of,
    name_nodes,
    node_lines,
    stage_title,
)
from journeymap.rendering.exchange.holdings import PLANTUML
from journeymap.rendering.flow.graph import Flow, FlowEdge, FlowNode, build_flow
from journeymap.rendering.metrics import one_line
from journeymap.themes.theme import LIGHT, Theme

# Shapes that releases of 2020 know as well: long-lived distributions have no newer ones.
_SHAPES: Final[Mapping[str, str]] = {
    "contact": "rectangle",
    "action": "usecase",
    "internal": "component",
    "stage": "rectangle",
    "start": "storage",
    "end": "storage",
    "exit": "storage",
    "drop-off": "cloud",
    "journey": "folder",
}
_SPECIAL: Final = re.compile(
    r"[\"#$&*/<=>@\[\\\]^_`{|}~\ue000-\uf8ff]|%(?=\S)|(?<!\d)%|^[!:;.+-]|''|--|\.\.|\(\)"
)
"""Creole, the preprocessor, and the private letters that PlantUML keeps for itself."""
_UNSHOWN: Final = re.compile("[\ue100\ue103\ue111]")
"""Those of them that it has no way to show."""


def write_plantuml(portfolio: Portfolio, journey: Journey, *, theme: Theme = LIGHT) -> Exported:
    """Return the flow as a PlantUML diagram."""
    flow = build_flow(portfolio, journey)
    losses = describe_flow_losses(flow, PLANTUML)
    lines = [f"' {line}" for line in introduce(journey, losses)]
    return Exported("\n".join(["@startuml", *lines, *_statements(flow, theme), "@enduml", ""]), losses)


def escape(text: str) -> str:
    """Return one line of text in which every character stands for itself.

    ``<U+0025>`` is read as its character after the preprocessor and the markup have had their turn.
    """
    shown = _UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", one_line(text))
    return _SPECIAL.sub(lambda match: "".join(f"<U+{ord(c):04X}>" for c in match[0]), shown)


def _statements(flow: Flow, theme: Theme) -> Iterator[str]:
    names = name_nodes(flow)
    yield from _settings(theme)
    yield f"title {escape(flow_title(flow))}"
    yield from (_declare(flow, node, names, theme) for node in flow.nodes if node.stage is None)
    frame = f"{theme.surface};line:{_bare(theme.line)};text:{_bare(theme.text)}"
    for index in range(len(flow.journey.stages)):
        yield f'rectangle "{escape(stage_title(flow, index))}" as s{index + 1} {frame} {{'
        yield from (f"  {_declare(flow, node, names, theme)}" for node in flow.nodes if node.stage == index)
        yield "}"
    yield from (_connect(flow, edge, names, theme) for edge in flow.edges)


def _settings(theme: Theme) -> Iterator[str]:
    yield f"skinparam backgroundColor {theme.background}"
    yield "skinparam shadowing false"
    yield "skinparam roundCorner 12"
    yield "skinparam defaultTextAlignment center"
    yield f"skinparam arrowColor {theme.muted}"
    yield f"skinparam arrowFontColor {theme.muted}"


def _declare(flow: Flow, node: FlowNode, names: Mapping[str, str], theme: Theme) -> str:
    shape = _SHAPES[node.type if node.kind == "touchpoint" else node.kind]
    label = r"\n".join(map(escape, node_lines(flow, node, width=WIDTH)))
    return f'{shape} "{label}" as {names[node.name]} {_style(node, look_of(node, theme))}'


def _style(node: FlowNode, look: Look) -> str:
    dashes = ";line.dashed" if look.dashed or node.assumed else ""
    weight = ";line.bold" if node.moment_of_truth else ""
    return f"{look.fill};line:{_bare(look.line)};text:{_bare(look.text)}{dashes}{weight}"


def _connect(flow: Flow, edge: FlowEdge, names: Mapping[str, str], theme: Theme) -> str:
    text = r"\n".join(map(escape, edge_lines(flow, edge, width=WIDTH)))
    width = edge_width(edge)
    # A way back must not turn the picture over: it takes no part in the ranks.
    looks = {"loop": [theme.accent, "dashed", "norank"], "detail": ["dotted"]}.get(edge.kind, [])
    looks = [*looks, *([f"thickness={round(width)}"] if width is not None else [])]
    line = f"-[{','.join(looks)}]-" if looks else "--"
    head = "" if edge.kind == "detail" else ">"
    return f"{names[edge.tail]} {line}{head} {names[edge.head]}" + (f" : {text}" if text else "")


def _bare(colour: str) -> str:
    return colour.removeprefix("#")

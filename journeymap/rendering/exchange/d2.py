"""The flow of a journey in the D2 language: a container for each stage, classes for looks."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from journeymap.model import Journey, Portfolio
from journeymap.rendering.exchange.exported import Exported, introduce
from journeymap.rendering.exchange.flow_words import (
    WIDTH,
    describe_flow_losses,
    edge_lines,
    edge_width,
    flow_title,
    looks_of,
    name_nodes,
    node_class,
    node_lines,
    stage_title,
)
from journeymap.rendering.exchange.holdings import D2
from journeymap.rendering.flow.graph import Flow, FlowEdge, FlowNode, build_flow, is_step
from journeymap.rendering.metrics import one_line
from journeymap.themes.theme import LIGHT, Theme

_SHAPES: Final[Mapping[str, str]] = {
    "contact": "rectangle",
    "action": "hexagon",
    "internal": "package",
    "stage": "rectangle",
    "start": "oval",
    "end": "oval",
    "exit": "oval",
    "drop-off": "page",
    "journey": "parallelogram",
}
_SPECIAL: Final = re.compile(r'["\\$]')
"""What means something between double quotes: the quote, the escape, and a substitution."""


def write_d2(portfolio: Portfolio, journey: Journey, *, theme: Theme = LIGHT) -> Exported:
    """Return the flow as a D2 diagram."""
    flow = build_flow(portfolio, journey)
    losses = describe_flow_losses(flow, D2)
    lines = [f"# {line}" for line in introduce(journey, losses)]
    return Exported("\n".join([*lines, *_statements(flow, theme), ""]), losses)


def quote(*lines: str) -> str:
    """Return lines of text as one quoted string, in which nothing is substituted."""
    return '"' + r"\n".join(_SPECIAL.sub(r"\\\g<0>", one_line(line)) for line in lines) + '"'


def _statements(flow: Flow, theme: Theme) -> Iterator[str]:
    names = name_nodes(flow)
    yield "direction: down"
    yield from _classes(flow, theme)
    looks = "shape: text; near: top-center; style.font-size: 28; style.bold: true"
    yield f"title: {quote(flow_title(flow))} {{{looks}}}"
    yield from (_declare(flow, node, names, theme) for node in flow.nodes if node.stage is None)
    for index in range(len(flow.journey.stages)):
        yield f"s{index + 1}: {quote(stage_title(flow, index))} {{"
        yield "  class: stage"
        yield from (f"  {_declare(flow, node, names, theme)}" for node in flow.nodes if node.stage == index)
        yield "}"
    paths = {
        node.name: names[node.name] if node.stage is None else f"s{node.stage + 1}.{names[node.name]}"
        for node in flow.nodes
    }
    yield from (_connect(flow, edge, paths) for edge in flow.edges)


def _classes(flow: Flow, theme: Theme) -> Iterator[str]:
    yield "classes: {"
    for name, look in looks_of(flow, theme).items():
        dash = "; style.stroke-dash: 2" if look.dashed else ""
        yield (
            f'  {name}: {{style.fill: "{look.fill}"; style.stroke: "{look.line}"; '
            f'style.font-color: "{look.text}"; style.bold: false; style.border-radius: 8{dash}}}'
        )
    yield "  moment: {style.stroke-width: 5}"
    yield "  assumed: {style.stroke-dash: 5}"
    yield (
        f'  stage: {{style.fill: "{theme.surface}"; style.stroke: "{theme.line}"; '
        f'style.font-color: "{theme.text}"; style.font-size: 22; style.border-radius: 8}}'
    )
    ways = (("way", theme.muted, 0), ("loop", theme.accent, 4), ("detail", theme.muted, 2))
    for kind, colour, gap in ways:
        looks = f'style.stroke: "{colour}"; style.font-color: "{colour}"; style.stroke-dash: {gap}'
        yield f"  {kind}: {{{looks}}}"
    yield "}"


def _declare(flow: Flow, node: FlowNode, names: Mapping[str, str], theme: Theme) -> str:
    shape = _SHAPES[node.type if node.kind == "touchpoint" else node.kind]
    classes = [node_class(node, theme)]
    classes += ["moment"] if is_step(node) and node.moment_of_truth else []
    classes += ["assumed"] if is_step(node) and node.assumed else []
    looks = classes[0] if len(classes) == 1 else f"[{'; '.join(classes)}]"
    label = quote(*node_lines(flow, node, width=WIDTH))
    return f"{names[node.name]}: {label} {{shape: {shape}; class: {looks}}}"


def _connect(flow: Flow, edge: FlowEdge, paths: Mapping[str, str]) -> str:
    lines = edge_lines(flow, edge, width=WIDTH)
    width = edge_width(edge)
    arrow = "--" if edge.kind == "detail" else "->"
    label = f" {quote(*lines)}" if lines else ""
    looks = f"class: {edge.kind if edge.kind in {'loop', 'detail'} else 'way'}"
    thickness = f"; style.stroke-width: {round(2 * width)}" if width is not None else ""
    return f"{paths[edge.tail]} {arrow} {paths[edge.head]}:{label} {{{looks}{thickness}}}"

"""The flow of a journey as a Mermaid ``flowchart``: a box for each stage, and every way between."""

from collections.abc import Iterator, Mapping
from typing import Final

from journeymap.model import Journey, Portfolio
from journeymap.rendering.exchange.exported import Exported, introduce
from journeymap.rendering.exchange.flow_words import (
    Look,
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
from journeymap.rendering.exchange.holdings import MERMAID_FLOWCHART
from journeymap.rendering.exchange.mermaid_text import write_comment, write_label, write_title
from journeymap.rendering.flow.graph import Flow, FlowEdge, FlowNode, build_flow
from journeymap.themes.theme import LIGHT, Theme

LONGEST: Final = 50_000
"""How many characters Mermaid accepts unless its host says otherwise."""
_SHAPES: Final[Mapping[str, tuple[str, str]]] = {
    "contact": ("(", ")"),
    "action": ("{{", "}}"),
    "internal": ("[[", "]]"),
    "stage": ("[", "]"),
    "start": ("([", "])"),
    "end": ("([", "])"),
    "exit": ("([", "])"),
    "drop-off": (">", "]"),
    "journey": ("[/", "/]"),
}
_ARROWS: Final[Mapping[str, str]] = {"way": "-->", "loop": "-.->", "outlet": "-->", "detail": "-.-"}


def write_flowchart(portfolio: Portfolio, journey: Journey, *, theme: Theme = LIGHT) -> Exported:
    """Return the flowchart."""
    flow = build_flow(portfolio, journey)
    losses = describe_flow_losses(flow, MERMAID_FLOWCHART)
    body = "\n".join([*_statements(flow, theme), ""])
    if len(body) > LONGEST:
        losses = (f"Mermaid draws up to {LONGEST} characters unless told otherwise, not {len(body)}", *losses)
    head = "".join(f"{write_comment(line)}\n" for line in introduce(journey, losses))
    return Exported(head + body, losses)


def _statements(flow: Flow, theme: Theme) -> Iterator[str]:
    title = flow_title(flow)
    names = name_nodes(flow)
    yield "flowchart TB"
    yield f"  accTitle: {write_title(title)}"
    if flow.journey.summary:
        yield f"  accDescr: {write_title(flow.journey.summary)}"
    # Not as a title in front matter: there, Mermaid cleans texts as HTML, and has no way to escape them.
    yield f'  title["{write_label(title)}"]'
    yield from (f"  {_declare(flow, node, names)}" for node in flow.nodes if node.stage is None)
    for index in range(len(flow.journey.stages)):
        yield f'  subgraph s{index + 1} ["{write_label(stage_title(flow, index))}"]'
        yield from (f"    {_declare(flow, node, names)}" for node in flow.nodes if node.stage == index)
        yield "  end"
    yield from (f"  {_link(flow, edge, names)}" for edge in flow.edges)
    yield f"  title ~~~ {names['start']}"
    yield from (f"  {line}" for line in _looks(flow, names, theme))


def _declare(flow: Flow, node: FlowNode, names: Mapping[str, str]) -> str:
    opening, closing = _SHAPES[node.type if node.kind == "touchpoint" else node.kind]
    label = "<br/>".join(write_label(line) for line in node_lines(flow, node))
    return f'{names[node.name]}{opening}"{label}"{closing}'


def _link(flow: Flow, edge: FlowEdge, names: Mapping[str, str]) -> str:
    label = "".join(f'|"{write_label(line)}"|' for line in edge_lines(flow, edge))
    return f"{names[edge.tail]} {_ARROWS[edge.kind]}{label} {names[edge.head]}"


def _looks(flow: Flow, names: Mapping[str, str], theme: Theme) -> Iterator[str]:
    """Yield the classes of nodes and the thickness of ways."""
    yield from _classes(flow, names, theme)
    yield f"classDef stage fill:{theme.surface},stroke:{theme.line},color:{theme.text}"
    if frames := [f"s{index + 1}" for index in range(len(flow.journey.stages))]:
        yield f"class {','.join(frames)} stage"
    yield f"style title fill:none,stroke:none,color:{theme.text},font-weight:bold"
    # Mermaid keeps the last style of a link only: each link is in one line.
    members: dict[str, list[str]] = {}
    for number, edge in enumerate(flow.edges):
        members.setdefault(_line_style(edge, theme), []).append(str(number))
    for style, links in sorted(members.items()):
        if style:
            yield f"linkStyle {','.join(links)} {style}"


def _classes(flow: Flow, names: Mapping[str, str], theme: Theme) -> Iterator[str]:
    styles = {name: _style(look) for name, look in looks_of(flow, theme).items()}
    members = {name: [node for node in flow.nodes if node_class(node, theme) == name] for name in styles}
    styles |= {"moment": "stroke-width:4px", "assumed": "stroke-dasharray:5 4"}
    members["moment"] = [node for node in flow.nodes if node.moment_of_truth]
    members["assumed"] = [node for node in flow.nodes if node.assumed]
    for name, style in styles.items():
        if members[name]:
            yield f"classDef {name} {style}"
            yield f"class {','.join(names[node.name] for node in members[name])} {name}"


def _style(look: Look) -> str:
    dashes = ",stroke-dasharray:2 3" if look.dashed else ""
    return f"fill:{look.fill},stroke:{look.line},color:{look.text}{dashes}"


def _line_style(edge: FlowEdge, theme: Theme) -> str:
    width = edge_width(edge)
    colour = [f"stroke:{theme.accent}"] if edge.kind == "loop" else []
    return ",".join([*colour, *([f"stroke-width:{width:g}px"] if width is not None else [])])
